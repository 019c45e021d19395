import { expect, test } from '../fixtures.ts';
import { DeskPage } from '../models/desk-page.ts';
import { afterUndo, customerWrites, sentTo, written } from '../models/server.ts';

const minute = 60_000;
const hour = 60 * minute;

test('answered six minutes before the end: it leaves at once, is delivered, and the lock that follows changes nothing', async ({
  app,
  practice,
}) => {
  const desk = new DeskPage(app.page);
  await desk.whenLive();
  const id = await customerWrites(practice, 'Can I still change the colour?');
  const opened = practice.now();
  await desk.open(id);
  practice.skip(23 * hour + 54 * minute);
  await expect(desk.chip).toHaveAttribute('data-state', 'last');
  await desk.field.fill('Yes, until tonight.');
  await desk.button('Send now').first().click();
  await expect.poll(() => written(practice, id, 'replies')).toEqual(['Yes, until tonight.']);
  const [reply] = sentTo(practice, id);
  expect(reply?.createdAt).toBeLessThan(opened + 24 * hour);
  await expect(desk.message('Yes, until tonight.')).toContainText(/Delivered|Read/, afterUndo);

  practice.skip(10 * minute);
  await expect(desk.chip).toHaveAttribute('data-state', 'closed');
  await expect(desk.message('Yes, until tonight.')).toContainText(/Delivered|Read/);
  await expect(desk.composer).not.toContainText('Your text is safe');
});

test('the window closes in the middle of a sentence: the text stays a reply, and a template takes it to the customer', async ({
  app,
  practice,
}) => {
  const { page } = app;
  const desk = new DeskPage(page);
  await desk.whenLive();
  const id = await customerWrites(practice, 'When does the parcel come?');
  await desk.open(id);
  practice.skip(23 * hour + 52 * minute);
  await expect(desk.chip).toHaveAttribute('data-state', 'last');
  await desk.field.focus();
  await page.keyboard.type('It comes on ');
  practice.skip(20 * minute);
  await expect(desk.chip).toHaveAttribute('data-state', 'closed');
  await page.keyboard.type('Friday morning');
  await expect(desk.field).toHaveValue('It comes on Friday morning');
  await expect(desk.field).toHaveAttribute('aria-label', /^To Sheena Nelson/);

  await page.keyboard.press('Enter');
  await expect(desk.picker).toContainText('It comes on Friday morning');
  await desk.chooseTemplate('continue_conversation');
  await desk.placeText('It comes on Friday morning');
  await desk.picker.getByRole('button', { name: 'Send template' }).click();
  await expect(desk.picker).toBeHidden();
  await expect.poll(() => sentTo(practice, id).length, afterUndo).toBe(1);
  const [sent] = sentTo(practice, id);
  expect(sent?.additionalAttributes['template_params']).toMatchObject({ name: 'continue_conversation' });
  expect(sent?.content).toContain('It comes on Friday morning');
  expect(written(practice, id, 'notes')).toEqual([]);
  await expect(desk.field).toHaveValue('');
});
