import { expect, test } from '../fixtures.ts';
import { DeskPage } from '../models/desk-page.ts';
import { afterUndo, customerWrites, written } from '../models/server.ts';

test('undo takes a reply back before it leaves: the server never sees it, and the corrected one goes once', async ({
  app,
  practice,
}) => {
  const desk = new DeskPage(app.page);
  await desk.whenLive();
  const id = await customerWrites(practice, 'When do you open?');
  await desk.open(id);
  await desk.writeReply('We open at 8.');
  await expect(desk.message('We open at 8.')).toContainText(/Leaves in \d s/);
  await app.page.keyboard.press('Control+z');
  await expect(desk.field).toHaveValue('We open at 8.');
  await expect(desk.field).toBeFocused();
  await expect(desk.message('We open at 8.')).toHaveCount(0);

  // The second one passes through the same queue, so what was taken back would have come before it.
  await desk.field.press('End');
  await app.page.keyboard.type('30');
  await app.page.keyboard.press('Enter');
  await expect.poll(() => written(practice, id, 'replies'), afterUndo).toEqual(['We open at 8.30']);
  const posted = practice.requests.filter(({ method, path }) => method === 'POST' && path.endsWith(`/${id}/messages`));
  expect(posted).toHaveLength(1);
});

test('a queued reply is edited with the arrow key, and discarded texts are found again', async ({ app, practice }) => {
  const desk = new DeskPage(app.page);
  await desk.whenLive();
  const id = await customerWrites(practice, 'Do you repair bags?');
  await desk.open(id);
  practice.setOutage(true);
  await desk.whenCutOff();
  await desk.writeReply('We do.');
  await expect(desk.message('We do.')).toContainText('Queued');
  await desk.field.press('ArrowUp');
  await expect(desk.field).toHaveValue('We do.');
  await expect(desk.message('We do.')).toHaveCount(0);
  await app.page.keyboard.press('Enter');
  await expect(desk.field).toHaveValue('');
  await desk.message('We do.').getByRole('button', { name: 'Cancel' }).click();
  await expect(desk.message('We do.')).toHaveCount(0);
  await desk.button('Earlier texts').click();
  const history = app.page.getByRole('dialog', { name: 'Earlier texts' });
  await history
    .getByRole('listitem')
    .filter({ hasText: 'We do.' })
    .first()
    .getByRole('button', { name: 'Put into the reply' })
    .click();
  await expect(desk.field).toHaveValue('We do.');
  expect(written(practice, id, 'replies')).toEqual([]);
});
