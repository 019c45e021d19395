import { afterEach, beforeEach, expect, test } from 'vitest';
import { sections } from '../gallery/gallery.tsx';
import { emulate, overSection } from './gallery-support.tsx';
import { axeFindings } from './support/axe.ts';

/** About a whole page, which a shelf of components is not; app.test.tsx asks them of the desk. */
const aboutPages = ['region', 'page-has-heading-one', 'heading-order', 'landmark-unique', 'landmark-no-duplicate-main'];
const rules = Object.fromEntries(
  [
    ...aboutPages,
    'landmark-main-is-top-level',
    'landmark-contentinfo-is-top-level',
    'landmark-no-duplicate-contentinfo',
    'landmark-complementary-is-top-level',
  ].map((rule) => [rule, { enabled: false }]),
);

/** What fades in has other colours on its way. */
beforeEach(() => emulate({ 'prefers-reduced-motion': 'reduce' }));
afterEach(() => emulate({}));

for (const theme of ['light', 'dark'] as const) {
  test.each(sections)(`axe finds nothing in $name (${theme})`, { timeout: 120_000 }, async (section) => {
    const found: string[] = [];
    await overSection(section, { looks: { theme } }, async (where) => {
      found.push(...(await axeFindings(document, { rules })).map((finding) => `${where}: ${finding}`));
    });
    expect(found).toEqual([]);
  });
}
