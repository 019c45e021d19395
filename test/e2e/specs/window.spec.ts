import { expect, test } from '../fixtures.ts';
import { DeskPage } from '../models/desk-page.ts';
import { afterUndo, customerWrites, written } from '../models/server.ts';

const minute = 60_000;
const hour = 60 * minute;

test('chip, banner and composer follow the server clock from open to closed without a reload', async ({
  app,
  practice,
}) => {
  const desk = new DeskPage(app.page);
  await desk.whenLive();
  const id = await customerWrites(practice, 'When will it arrive?');
  await desk.open(id);
  await app.page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await expect(desk.chip).toHaveAttribute('data-state', 'open');
  await expect(desk.banner).toBeHidden();

  practice.skip(20 * hour + 5 * minute);
  await expect(desk.chip).toHaveAttribute('data-state', 'closing');
  practice.skip(3 * hour);
  await expect(desk.chip).toHaveAttribute('data-state', 'urgent');
  await expect(desk.row(id).locator('.window-chip')).toHaveText(/^5\d min$/);

  await desk.field.fill('It arrives tomorrow.');
  practice.skip(46 * minute);
  await expect(desk.chip).toHaveAttribute('data-state', 'last');
  await expect(desk.banner).toBeVisible();
  await expect(desk.button('Send now').first()).toBeVisible();

  // The only way on is a template: every key that would send opens the picker, and the text stays.
  const nothingLeaves = async (): Promise<void> => {
    for (const key of ['Enter', 'Control+Enter']) {
      await desk.field.press(key);
      await expect(app.page.getByRole('dialog')).toBeVisible();
      await app.page.keyboard.press('Escape');
      await expect(app.page.getByRole('dialog')).toBeHidden();
      await expect(desk.field).toHaveValue('It arrives tomorrow.');
    }
  };
  practice.skip(7 * minute + 40_000);
  await expect(desk.chip).toHaveAttribute('data-state', 'guard');
  await nothingLeaves();

  practice.skip(2 * minute);
  await expect(desk.chip).toHaveAttribute('data-state', 'closed');
  await expect(desk.banner).toContainText('WhatsApp only accepts a template now.');
  await nothingLeaves();
  expect(written(practice, id, 'replies')).toEqual([]);
  expect(await app.page.evaluate(() => 'sameDocument' in window)).toBe(true);
});

for (const how of ['/ key', '@ key', 'Note button'] as const) {
  test(`in a locked chat the ${how} opens a note, which reaches the team only`, async ({ app, practice }) => {
    const desk = new DeskPage(app.page);
    await desk.whenLive();
    const id = await customerWrites(practice, 'Are you there?');
    practice.skip(25 * hour);
    await desk.open(id);
    await expect(desk.chip).toHaveAttribute('data-state', 'closed');
    if (how === 'Note button') await desk.composer.getByRole('group', { name: 'Prefixes' }).getByText('Note').click();
    else await desk.field.press(how === '/ key' ? '/' : '@');
    await expect(desk.field).toHaveAttribute('aria-label', /Internal note/);
    if (how !== 'Note button') {
      await expect(app.page.getByRole('listbox', { name: how === '/ key' ? 'Commands' : 'Teammates' })).toBeVisible();
      await app.page.keyboard.press('Escape');
      await desk.field.fill('');
    }
    await desk.field.pressSequentially('Can somebody call her?');
    await desk.button('Add note').last().click();
    await expect(desk.message('Can somebody call her?')).toBeVisible();
    await expect.poll(() => written(practice, id, 'notes')).toEqual(['Can somebody call her?']);
    expect(written(practice, id, 'replies')).toEqual([]);
  });
}

test('a locked chat is answered by a template, found, filled in and sent from the keyboard-reachable picker', async ({
  app,
  practice,
}) => {
  const desk = new DeskPage(app.page);
  await desk.whenLive();
  const id = await customerWrites(practice, 'Hello?');
  practice.skip(25 * hour);
  await desk.open(id);
  await desk.banner.getByRole('button', { name: 'Choose template…' }).click();
  const picker = app.page.getByRole('dialog');
  await picker.getByRole('combobox', { name: /^Search/ }).fill('order_shipped');
  await picker.getByRole('listbox', { name: 'Templates' }).getByRole('option').first().click();
  for (const field of await picker.getByRole('textbox').all()) {
    if ((await field.inputValue()) === '') await field.fill('https://example.com/1');
  }
  await picker.getByRole('button', { name: 'Send template' }).click();
  await expect(picker).toBeHidden();
  await expect.poll(() => written(practice, id, 'replies').length, afterUndo).toBe(1);
  const sent = practice.state.messages.findLast((message) => message.conversationId === id && message.type === 1);
  expect(sent?.additionalAttributes['template_params']).toMatchObject({ name: 'order_shipped' });
  await expect(desk.banner).toContainText('You can write freely when Sheena Nelson answers.');

  // The customer answers, and the chat is open again without a touch.
  await customerWrites(practice, 'Thanks!');
  await expect(desk.chip).toHaveAttribute('data-state', 'open');
  await desk.writeReply('You are welcome.');
  await expect.poll(() => written(practice, id, 'replies').at(-1), afterUndo).toBe('You are welcome.');
});
