import { expect, test } from '../fixtures.ts';
import { DeskPage } from '../models/desk-page.ts';
import { afterUndo, conversationOf, customerWrites, sentTo, written } from '../models/server.ts';

const hour = 60 * 60_000;

test('unplugged: read, note, reply, snooze and assign; plugged in again everything arrives once, in order', async ({
  app,
  practice,
}) => {
  const desk = new DeskPage(app.page);
  await desk.whenLive();
  const id = await customerWrites(practice, 'Can I change my address?');
  await desk.open(id);
  practice.setOutage(true);
  await desk.whenCutOff();

  await desk.writeReply('Yes, of course.');
  await desk.writeReply('Please send me the new one.');
  await desk.composer.getByRole('group', { name: 'Prefixes' }).getByText('Note').click();
  await desk.field.fill('Waiting for the new address.');
  await desk.button('Add note').last().click();
  await app.page.getByRole('button', { name: /Assign to me/ }).click();
  await app.page.getByRole('button', { name: 'Snooze', exact: true }).click();
  await app.page.getByRole('option', { name: /^In 1 hour/ }).click();
  await expect(desk.message('Yes, of course.')).toContainText('Queued');
  await expect(app.page.getByText('Snoozed until')).toBeVisible();
  expect(conversationOf(practice, id).status).toBe('open');

  practice.setOutage(false);
  await expect.poll(() => conversationOf(practice, id).status, { timeout: 30_000 }).toBe('snoozed');
  await expect
    .poll(() => written(practice, id, 'replies'), { timeout: 15_000 })
    .toEqual(['Yes, of course.', 'Please send me the new one.']);
  expect(written(practice, id, 'notes')).toEqual(['Waiting for the new address.']);
  expect(conversationOf(practice, id).assigneeId).toBe(practice.userId);
  await expect(app.page.getByText('Up to date')).toBeVisible();
  await expect(desk.message('Yes, of course.')).toHaveCount(1);
});

test('a reply whose window closed meanwhile is parked with its text, one step from a template', async ({
  app,
  practice,
}) => {
  const desk = new DeskPage(app.page);
  await desk.whenLive();
  const id = await customerWrites(practice, 'Is it ready?');
  await desk.open(id);
  practice.setOutage(true);
  await desk.whenCutOff();
  await desk.writeReply('Your repair is ready.');
  practice.skip(25 * hour);
  practice.setOutage(false);
  await expect(desk.composer).toContainText('The window closed before this could go.', { timeout: 30_000 });
  await expect(desk.message('Your repair is ready.')).toContainText('Window closed before it could go');
  expect(written(practice, id, 'replies')).toEqual([]);

  await desk.button('Put my text in a template').click();
  await expect(desk.picker).toContainText('Your repair is ready.');
  await desk.chooseTemplate('continue_conversation');
  await desk.placeText('Your repair is ready.');
  await desk.picker.getByRole('button', { name: 'Send template' }).click();
  await expect(desk.picker).toBeHidden();
  await expect.poll(() => sentTo(practice, id).length, afterUndo).toBe(1);
  const [sent] = sentTo(practice, id);
  expect(sent?.additionalAttributes['template_params']).toMatchObject({ name: 'continue_conversation' });
  expect(sent?.content).toContain('Your repair is ready.');
  // Nothing is left of the parked one.
  await expect(desk.composer).not.toContainText('The window closed before this could go.');
  await expect(app.page.getByText('Window closed before it could go')).toHaveCount(0);
});

test('what somebody else did meanwhile is there after the outage', async ({ app, practice }) => {
  const desk = new DeskPage(app.page);
  await desk.whenLive();
  const id = await customerWrites(practice, 'First message');
  await desk.open(id);
  practice.setOutage(true);
  await desk.whenCutOff();
  practice.setOutage(false);
  await customerWrites(practice, 'Written while you were away');
  await expect(desk.message('Written while you were away')).toBeVisible({ timeout: 20_000 });
});
