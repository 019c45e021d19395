import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '../fixtures.ts';
import { DeskPage } from '../models/desk-page.ts';
import { customerWrites } from '../models/server.ts';

const hour = 60 * 60_000;

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the inbox, an open chat, a locked chat and the template picker (${theme})`, async ({
    app,
    practice,
  }) => {
    const { page } = app;
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
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
}
