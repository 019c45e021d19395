/** The lock of the whole desk: chosen, closed over half a word, and opened again. */
import { expect, test } from '../fixtures.ts';
import { DeskPage } from '../models/desk-page.ts';
import { customerWrites } from '../models/server.ts';

test('locked in the middle of a word: nothing is to be seen, nothing is lost, and a restart does not open it', async ({
  launch,
  practice,
}) => {
  const first = await launch();
  const { page } = first;
  const desk = new DeskPage(page);
  await desk.whenLive();
  const id = await customerWrites(practice, 'My order is 4711, where is it?');
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await page.getByRole('button', { name: 'Choose a PIN…' }).click();
  await page.getByLabel('New PIN', { exact: true }).fill('2468');
  await page.getByLabel('New PIN again', { exact: true }).fill('2468');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Lock now' })).toBeVisible();
  await page.getByRole('button', { name: 'Back to the inbox' }).click();

  await desk.open(id);
  await desk.field.pressSequentially('It left yester');
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await page.getByRole('button', { name: 'Lock now' }).click();
  await expect(page.getByRole('heading', { name: 'Latchkey is locked' })).toBeVisible();
  await expect(page.getByText('4711')).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Latchkey is locked' })).toBeVisible();
  await first.stop();

  const second = await launch();
  await expect(second.page.getByRole('heading', { name: 'Latchkey is locked' })).toBeVisible();
  await second.page.getByLabel('PIN', { exact: true }).fill('2468');
  await second.page.keyboard.press('Enter');
  const again = new DeskPage(second.page);
  await expect(again.row(id)).toBeVisible({ timeout: 20_000 });
  await again.open(id);
  await expect(again.field).toHaveValue('It left yester');
});
