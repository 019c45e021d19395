import { expect, test } from '../fixtures.ts';
import { DeskPage } from '../models/desk-page.ts';
import { customerWrites, written } from '../models/server.ts';

test('killed with a draft and a queued reply: both are there at the next start, and the reply goes once', async ({
  launch,
  practice,
}) => {
  const first = await launch();
  let desk = new DeskPage(first.page);
  await desk.whenLive();
  const id = await customerWrites(practice, 'Do you deliver on Sundays?');
  await desk.open(id);
  practice.setOutage(true);
  await desk.whenCutOff();
  await desk.writeReply('We do, until noon.');
  await expect(desk.message('We do, until noon.')).toContainText('Queued');
  await desk.field.pressSequentially('And if you like, we');
  // The promise is about what is older than 250 ms, so that is what has to pass.
  await first.page.waitForTimeout(250);
  await first.kill();

  const second = await launch();
  desk = new DeskPage(second.page);
  await expect(desk.row(id)).toBeVisible({ timeout: 20_000 });
  await desk.open(id);
  await expect(desk.field).toHaveValue('And if you like, we');
  await expect(desk.message('We do, until noon.')).toContainText('Queued');
  practice.setOutage(false);
  await expect.poll(() => written(practice, id, 'replies'), { timeout: 30_000 }).toEqual(['We do, until noon.']);
  await expect(desk.field).toHaveValue('And if you like, we');
});
