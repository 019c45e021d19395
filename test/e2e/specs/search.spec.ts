import { expect, test } from '../fixtures.ts';
import { DeskPage } from '../models/desk-page.ts';
import { customerWrites } from '../models/server.ts';

test('a word from far back is found without a network, and Enter leads to the message itself', async ({
  app,
  practice,
}) => {
  const { page } = app;
  const desk = new DeskPage(page);
  await desk.whenLive();
  await customerWrites(practice, 'My number is kwazulu-48131');
  const id = await customerWrites(practice, 'And now something else');
  for (let each = 1; each <= 40; each += 1) await customerWrites(practice, `Line ${each}`);
  const other = await customerWrites(practice, 'Another chat', { name: 'Ada Byron', number: '16505552000' });
  await expect(desk.row(id)).toContainText('Line 40');
  await desk.open(other);
  practice.setOutage(true);
  await desk.whenCutOff();

  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+F');
  const search = page.getByRole('main').getByRole('searchbox').or(page.getByRole('main').getByRole('textbox'));
  await expect(search.first()).toBeFocused();
  await page.keyboard.type('kwazulu');
  const found = page.getByRole('group', { name: 'Found messages' }).getByRole('button');
  await expect(found).toHaveCount(1);
  await expect(found.locator('mark')).toHaveText('kwazulu');
  await page.keyboard.press('Enter');
  await expect(found).toBeFocused();
  await page.keyboard.press('Enter');

  await expect(page.getByRole('region', { name: 'Conversation with Sheena Nelson' })).toBeVisible();
  await expect(desk.message('My number is kwazulu-48131')).toBeInViewport();
  await expect(desk.message('Line 40')).not.toBeInViewport();
  await page.getByRole('button', { name: /^Jump to newest/ }).click();
  await expect(desk.message('Line 40')).toBeInViewport();
});
