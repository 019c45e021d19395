import { startPractice } from '../../../electron/practice/practice-server.ts';
import { expect, test } from '../fixtures.ts';
import { DeskPage } from '../models/desk-page.ts';
import { afterUndo, customerWrites, written } from '../models/server.ts';

test('a second workspace by password and code; each keeps its own, and signing out keeps what was typed', async ({
  app,
  practice,
}) => {
  const other = await startPractice({ port: 0, dataFile: null, lively: false });
  try {
    const { page } = app;
    const desk = new DeskPage(page);
    await desk.whenLive();
    const menu = async (item: RegExp): Promise<void> => {
      await page.getByRole('button', { name: /^Workspace: / }).click();
      await page.getByRole('menu', { name: 'Workspaces' }).getByText(item).click();
    };
    const signIn = async (address: boolean): Promise<void> => {
      const form = page.getByRole('main');
      if (address) await form.getByRole('textbox', { name: 'Server' }).fill(other.url);
      await form.getByRole('textbox', { name: 'Email' }).fill('jonas@practice.example');
      await form.getByRole('textbox', { name: 'Password' }).fill(other.password);
      await page.keyboard.press('Enter');
      await form.getByRole('textbox', { name: 'Code' }).fill('246810');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('button', { name: /^Workspace: / })).toBeVisible();
    };
    const here = await customerWrites(practice, 'Question for the first team');
    const there = await customerWrites(other, 'Question for the second team');

    await menu(/Add a workspace/);
    await signIn(true);
    await desk.whenLive();
    await desk.open(there);
    await expect(desk.message('Question for the second team')).toBeVisible();
    await desk.writeReply('From the second team');
    await expect.poll(() => written(other, there, 'replies'), afterUndo).toEqual(['From the second team']);
    await desk.field.pressSequentially('Half a thought');

    await menu(/Sign out of/);
    await page
      .getByRole('dialog', { name: /^Sign out of/ })
      .getByRole('button', { name: 'Sign out' })
      .click();
    await expect(page.getByText(/Sign in again/).first()).toBeVisible();
    await menu(/Sam Rivera/);
    await desk.whenLive();
    await desk.open(here);
    await desk.writeReply('From the first team');
    await expect.poll(() => written(practice, here, 'replies'), afterUndo).toEqual(['From the first team']);

    await menu(/Jonas Weber/);
    await menu(/Sign in to .* again/);
    await signIn(false);
    await desk.whenLive();
    await desk.open(there);
    await expect(desk.field).toHaveValue('Half a thought');
    expect(written(other, there, 'replies')).toEqual(['From the second team']);
  } finally {
    await other.stop();
  }
});
