/** What only the browser host has, and so runs in its project only: its links. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures.ts';
import { DeskPage } from '../models/desk-page.ts';
import { customerWrites } from '../models/server.ts';

const openLink = async (dataFolder: string): Promise<string> =>
  (await readFile(join(dataFolder, 'open-link'), 'utf8')).trim();

test('a link lets in one page, whose reloads go on; the next link is in the data folder', async ({
  launch,
  practice,
  dataFolder,
}) => {
  await customerWrites(practice, 'Is anybody there?');
  const { page } = await launch();
  const desk = new DeskPage(page);
  await desk.whenLive();
  expect(page.url()).not.toContain('#');
  await page.reload();
  await desk.whenLive();

  const link = await openLink(dataFolder);
  const second = await page.context().newPage();
  await second.goto(link);
  await new DeskPage(second).whenLive();
  await expect.poll(() => openLink(dataFolder)).not.toBe(link);

  const third = await page.context().newPage();
  await third.goto(link);
  await expect(third.getByRole('heading', { name: 'This address was used already' })).toBeVisible();
  await expect(third.getByText('it prints a new address')).toBeVisible();
  await third.goto(await openLink(dataFolder));
  await new DeskPage(third).whenLive();
});
