import { expect, test } from '../fixtures.ts';
import { DeskPage } from '../models/desk-page.ts';
import { afterUndo, colleagueReplies, customerWrites, written } from '../models/server.ts';

test('a colleague answers while we are offline: our reply is held beside theirs until a person decides', async ({
  app,
  practice,
}) => {
  const desk = new DeskPage(app.page);
  await desk.whenLive();
  const id = await customerWrites(practice, 'Is the lamp still there?');
  await desk.open(id);
  await expect(desk.message('Is the lamp still there?')).toBeVisible();
  practice.setOutage(true);
  await desk.whenCutOff();
  await desk.writeReply('Sorry, it is sold.');
  await expect(desk.message('Sorry, it is sold.')).toContainText('Queued');

  // The server is there again, but not for us.
  const theirs = 'Yes, and I put it aside for you.';
  practice.intercept = ({ body }) => (JSON.stringify(body).includes(theirs) ? undefined : { kind: 'destroy' });
  practice.setOutage(false);
  await colleagueReplies(practice, id, theirs);
  practice.intercept = undefined;

  await expect(desk.message('Sorry, it is sold.')).toContainText(/Held: .+ replied first/, { timeout: 30_000 });
  await expect(desk.message(theirs)).toContainText('Arrived before your reply left');
  await expect(desk.message('Sorry, it is sold.').getByRole('button')).toHaveText([
    'Show what arrived',
    'Send anyway',
    'Edit',
    'Discard',
  ]);
  expect(written(practice, id, 'replies')).toEqual([theirs]);

  await desk.message('Sorry, it is sold.').getByRole('button', { name: 'Edit' }).click();
  await expect(desk.field).toHaveValue('Sorry, it is sold.');
  await desk.writeReply('See you soon.');
  await expect
    .poll(() => written(practice, id, 'replies'), afterUndo)

    .toEqual([theirs, 'See you soon.']);
});
