import { expect, test } from '../fixtures.ts';
import { DeskPage } from '../models/desk-page.ts';
import { customerWrites, sentTo } from '../models/server.ts';
import { drawPicture } from '../../../electron/practice/files.ts';

test('a picture with a text, and the program killed before it could leave: the customer gets one photo with its caption', async ({
  launch,
  practice,
}) => {
  const first = await launch();
  let desk = new DeskPage(first.page);
  await desk.whenLive();
  const id = await customerWrites(practice, 'What does it look like?');
  await desk.open(id);
  practice.setOutage(true);
  await desk.whenCutOff();
  const picture = drawPicture(210);
  const chooser = first.page.waitForEvent('filechooser');
  await desk.button('Attach files').click();
  await (await chooser).setFiles({ name: 'parcel.png', mimeType: 'image/png', buffer: picture });
  await expect(desk.composer.getByRole('list', { name: 'Attached files' })).toContainText('parcel.png');
  await desk.field.fill('Like this.');
  await expect(desk.composer).toContainText(/gets one message: photo with your text/);
  await desk.button('Queue').click();
  await expect(desk.message('Like this.')).toContainText('Queued');
  await first.kill();

  const second = await launch();
  desk = new DeskPage(second.page);
  await expect(desk.row(id)).toBeVisible({ timeout: 20_000 });
  await desk.open(id);
  await expect(desk.message('Like this.')).toContainText('Queued');
  practice.setOutage(false);
  await expect.poll(() => sentTo(practice, id).length, { timeout: 30_000 }).toBe(1);
  const [sent] = sentTo(practice, id);
  expect(sent).toMatchObject({ content: 'Like this.', attachments: [{ fileName: 'parcel.png', fileType: 'image' }] });
  const source = sent?.attachments[0]?.source;
  expect(source?.kind === 'uploaded' && Buffer.from(source.base64, 'base64').equals(picture)).toBe(true);
  await expect(desk.message('Like this.')).toContainText(/Sent|Delivered|Read/, { timeout: 20_000 });
  await expect(desk.message('Like this.').getByRole('button', { name: 'Open Photo: parcel.png' })).toBeVisible();
  await expect(desk.message('Like this.')).toHaveCount(1);
});
