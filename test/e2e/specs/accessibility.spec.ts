import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '../fixtures.ts';
import { DeskPage } from '../models/desk-page.ts';
import { customerWrites } from '../models/server.ts';

const hour = 60 * 60_000;

test('axe finds nothing in the inbox, an open chat, a locked chat and the template picker', async ({
  app,
  driver,
  practice,
}) => {
  const { page } = app;
  // Every screen is looked at in both themes in the gallery; here each driver has one.
  const colorScheme = driver.name === 'host' ? 'light' : 'dark';
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  const desk = new DeskPage(page);
  const check = async (): Promise<void> => {
    // Legacy mode: without it axe opens a second page, which under Electron would be a second window.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect(violations.map(({ id, nodes }) => ({ id, where: nodes.map((node) => node.target) }))).toEqual([]);
  };
  await desk.whenLive();
  await check();
  const id = await customerWrites(practice, 'A question');
  await desk.open(id);
  await check();
  practice.skip(25 * hour);
  await expect(desk.chip).toHaveAttribute('data-state', 'closed');
  await check();
  await desk.banner.getByRole('button', { name: 'Choose template…' }).click();
  await page.getByRole('listbox', { name: 'Templates' }).getByRole('option').first().click();
  await check();
});

test('a screen reader finds every part of the desk by role and name, and is told what changes', async ({
  app,
  practice,
}) => {
  const { page } = app;
  const desk = new DeskPage(page);
  await desk.whenLive();
  const id = await customerWrites(practice, 'Can you read this?');
  await desk.open(id);
  const parts = [
    page.getByRole('navigation', { name: 'Views', exact: true }),
    page.getByRole('region', { name: 'Conversations: Open', exact: true }),
    page.getByRole('listbox', { name: 'Conversations: Open', exact: true }),
    page.getByRole('main'),
    page.getByRole('region', { name: 'Conversation with Sheena Nelson', exact: true }),
    page.getByRole('log', { name: 'Messages' }),
    page.getByRole('region', { name: 'Write', exact: true }),
    page.getByRole('radiogroup', { name: 'Who reads it', exact: true }),
    page.getByRole('textbox', { name: 'To Sheena Nelson · WhatsApp', exact: true }),
    page.getByRole('group', { name: 'Prefixes', exact: true }),
    page.getByRole('complementary', { name: 'Customer details', exact: true }),
    page.getByRole('button', { name: /^Free reply for 2[34]h .* Reply window closes in 23 hours/ }).first(),
  ];
  for (const part of parts) await expect(part).toBeVisible();
  await expect(desk.row(id)).toHaveAccessibleName(/Sheena Nelson.*Can you read this\?.*Reply window closes in/);
  // All in one moment: one by one, some would be gone when their turn comes.
  const described = await page.locator('body').ariaSnapshot();
  expect(described.match(/- button "/g)?.length).toBeGreaterThan(20);
  expect(described).not.toMatch(/- button(?! ")/);

  // What a person would see change is said, and the audience before the first letter.
  const said = page.locator('[aria-live]');
  await page.keyboard.press('n');
  await expect(said.filter({ hasText: 'Internal note. The customer will not see this.' }).first()).toBeAttached();
  await expect(page.getByRole('textbox', { name: 'Internal note · only your team', exact: true })).toBeFocused();
  practice.skip(25 * hour);
  await expect(said.filter({ hasText: /reply window has closed/ }).first()).toBeAttached();
});
