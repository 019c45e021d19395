import { expect, test } from '../fixtures.ts';
import { DeskPage } from '../models/desk-page.ts';
import { afterUndo, customerWrites, written } from '../models/server.ts';

const hour = 60 * 60_000;
/** A whole shift over one driver; the same path over the others, but shorter. */
const manyOver = (driver: string): number => (driver === 'host' ? 50 : 12);

test('every window that closes within the hour is saved, one after the other, by keys alone', async ({
  launch,
  practice,
}, { project }) => {
  // Fifty screens take a quarter of a minute here, and several times that while a machine has other work.
  test.slow();
  const many = manyOver(project.name);
  const ids: number[] = [];
  for (let each = 0; each < many; each += 1) {
    const customer = { name: `Customer ${String(each + 1)}`, number: String(16_505_553_000 + each) };
    ids.push(await customerWrites(practice, `Question ${String(each + 1)}?`, customer));
  }
  practice.skip(23 * hour + 5 * 60_000);
  const { page } = await launch();
  const desk = new DeskPage(page);
  await desk.whenLive();

  await page.keyboard.press('w');
  const start = page.getByRole('dialog', { name: 'Save the window' });
  await expect(start.getByRole('button', { name: 'Start' })).toBeFocused();
  await start.getByRole('radio', { name: '1 hour' }).focus();
  await page.keyboard.press('Space');
  const found = start.getByRole('status');
  await expect(found).toContainText(/^\d+ conversations to save\./);
  // Some who have waited since before are on the way, too.
  const all = Number.parseInt((await found.textContent()) ?? '', 10);
  expect(all).toBeGreaterThanOrEqual(many);
  await page.keyboard.press('Enter');
  for (let at = 1; at <= all; at += 1) {
    const bar = page.getByRole('region', { name: `Save the window, ${at} of ${all}` });
    await expect(bar).toBeFocused();
    await page.keyboard.press('r');
    await expect(desk.field).toBeFocused();
    await page.keyboard.type(`OK ${at}`);
    await page.keyboard.press('Control+Enter');
  }
  await expect(page.getByRole('dialog', { name: 'Sweep finished' })).toContainText(`${all} saved`);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect
    .poll(() => ids.map((id) => written(practice, id, 'replies').length), afterUndo)
    .toEqual(ids.map(() => 1));
  const replies = ids.flatMap((id) => written(practice, id, 'replies'));
  expect(new Set(replies).size).toBe(many);
  expect(replies.filter((text) => !/^OK \d+$/.test(text))).toEqual([]);
});
