import { expect, test } from '../fixtures.ts';
import { DeskPage } from '../models/desk-page.ts';
import { afterUndo, customerWrites } from '../models/server.ts';

test('a message from WhatsApp is at the top of the list within two seconds, with 24 hours on its chip', async ({
  app,
  practice,
}) => {
  const desk = new DeskPage(app.page);
  await desk.whenLive();
  const id = await customerWrites(practice, 'Does it come in another color?');
  await expect(desk.row(id)).toBeVisible({ timeout: 2_000 });
  await expect(desk.rows.first()).toHaveAttribute('data-conversation-id', String(id));
  await expect(desk.row(id)).toContainText('Sheena Nelson');
  await expect(desk.row(id)).toContainText('Does it come in another color?');
  await expect(desk.row(id).locator('.window-chip')).toHaveText(/^2[34]h \d+m$/);
});

test('a reply inside the window goes out once and its ticks move on', async ({ app, practice }) => {
  const desk = new DeskPage(app.page);
  await desk.whenLive();
  const id = await customerWrites(practice, 'Is the blue one in stock?');
  await desk.open(id);
  await desk.writeReply('It is, and it ships today.');
  const bubble = desk.message('It is, and it ships today.');
  await expect(bubble).toHaveCount(1);
  await expect(bubble).toContainText(/Delivered|Read/, afterUndo);
  const sent = practice.state.messages.filter((message) => message.content === 'It is, and it ships today.');
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({ isPrivate: false, conversationId: id });
});

test('a fresh start without any server shows the practice workspace', async ({ launch }) => {
  const app = await launch({ server: undefined });
  const desk = new DeskPage(app.page);
  await desk.whenLive();
  await expect(desk.list).toContainText('Latchkey Practice');
  expect(await desk.rows.count()).toBeGreaterThan(5);
});
