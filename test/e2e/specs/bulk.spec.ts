import { expect, test } from '../fixtures.ts';
import { DeskPage } from '../models/desk-page.ts';
import { colleagueSnoozes, conversationOf, customerWrites } from '../models/server.ts';

test('several conversations closed without a network; where a colleague decided otherwise meanwhile, a person is asked', async ({
  app,
  practice,
}) => {
  const { page } = app;
  const desk = new DeskPage(page);
  await desk.whenLive();
  const ids: number[] = [];
  for (const [index, name] of ['Ada Byron', 'Bea Curie', 'Cleo Dias'].entries()) {
    ids.push(await customerWrites(practice, `Thanks, ${name} here`, { name, number: `1650555200${index}` }));
  }
  const [first = 0, theirs = 0, last = 0] = ids;
  await expect(desk.rows.first()).toHaveAttribute('data-conversation-id', String(last));
  practice.setOutage(true);
  await desk.whenCutOff();

  await page.keyboard.press('j');
  await expect(desk.row(last)).toBeFocused();
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+J');
  await page.keyboard.press('Shift+J');
  await expect(page.getByRole('toolbar', { name: /selected conversations/ })).toContainText('3 selected');
  await page.keyboard.press('e');
  await expect(page.getByText(/^3 changed/).first()).toBeVisible();
  for (const id of ids) await expect(desk.row(id)).toHaveCount(0);
  expect(ids.map((id) => conversationOf(practice, id).status)).toEqual(['open', 'open', 'open']);

  // The server is there again, but not for us.
  practice.intercept = ({ body }) =>
    JSON.stringify(body) === '{"status":"snoozed"}' ? undefined : { kind: 'destroy' };
  practice.setOutage(false);
  await colleagueSnoozes(practice, theirs);
  practice.intercept = undefined;

  await expect.poll(() => conversationOf(practice, first).status, { timeout: 30_000 }).toBe('resolved');
  await expect.poll(() => conversationOf(practice, last).status).toBe('resolved');
  await expect(page.getByText(/1 message needs you/)).toBeVisible({ timeout: 15_000 });
  expect(conversationOf(practice, theirs).status).toBe('snoozed');

  await page.keyboard.press('Control+Shift+O');
  const waiting = page.getByRole('region', { name: 'Outbox' });
  await expect(waiting).toContainText(/Changed by Ana Costa while you were offline: now snoozed/);
  await waiting.getByRole('button', { name: 'Apply mine' }).click();
  await expect.poll(() => conversationOf(practice, theirs).status, { timeout: 15_000 }).toBe('resolved');
  await expect(waiting).toContainText('Everything has been sent');
});

test('several conversations closed and taken back with one key, also on the server', async ({ app, practice }) => {
  const { page } = app;
  const desk = new DeskPage(page);
  await desk.whenLive();
  const ids: number[] = [];
  for (const [index, name] of ['Dora Ebel', 'Enno Falk'].entries()) {
    ids.push(await customerWrites(practice, `Thanks, ${name} here`, { name, number: `1650555210${index}` }));
  }
  const statuses = () => ids.map((id) => conversationOf(practice, id).status);
  await expect(desk.rows.first()).toHaveAttribute('data-conversation-id', String(ids[1]));
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+J');
  await page.keyboard.press('e');
  await expect.poll(statuses, { timeout: 15_000 }).toEqual(['resolved', 'resolved']);
  // The server may know before the page does what there is to take back.
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText(/^2 changed back/).first()).toBeVisible();
  await expect.poll(statuses, { timeout: 15_000 }).toEqual(['open', 'open']);
  for (const id of ids) await expect(desk.row(id)).toBeVisible();
});
