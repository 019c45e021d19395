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

test('killed while a template is being filled in: its values are there at the next start, and go when it is sent', async ({
  launch,
  practice,
}) => {
  const first = await launch();
  let desk = new DeskPage(first.page);
  await desk.whenLive();
  const id = await customerWrites(practice, 'Do you have offers?');
  practice.skip(25 * 60 * 60_000);
  await desk.open(id);
  await desk.banner.getByRole('button', { name: 'Choose template…' }).click();
  await desk.chooseTemplate('autumn_offer');
  await desk.fillTemplate({ 'Address of the image': 'https://cdn.example.com/autumn.jpg', 'Text {{1}}': 'Sheena' });
  await first.page.waitForTimeout(250);
  await first.kill();

  const second = await launch();
  desk = new DeskPage(second.page);
  await expect(desk.row(id)).toContainText('Draft', { timeout: 20_000 });
  await desk.open(id);
  await desk.banner.getByRole('button', { name: 'Choose template…' }).click();
  await expect(desk.picker.getByRole('textbox', { name: 'Text {{1}}' })).toHaveValue('Sheena');
  await expect(desk.picker.getByRole('textbox', { name: 'Address of the image' })).toHaveValue(/autumn\.jpg$/);
  await desk.fillTemplate({ 'Code of “Copy code”': 'AUTUMN15' });
  await desk.picker.getByRole('button', { name: /^(Send|Queue) template/ }).click();
  await expect(desk.picker).toBeHidden();
  await expect(desk.message('Hi Sheena')).toContainText(/Sent|Delivered|Read/, { timeout: 20_000 });
  await expect(desk.row(id)).not.toContainText('Draft');
});
