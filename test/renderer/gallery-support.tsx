/** Draws a part of the state gallery and waits until every one of its states is there. */
import { expect } from 'vitest';
import { cdp } from 'vitest/browser';
import { render } from './support/render.tsx';
import '../../renderer/styles/tokens.css';
import '../../renderer/styles/reset.css';
import '../../renderer/styles/base.css';
import { Gallery, type GalleryProps } from '../gallery/gallery.tsx';
import type { GallerySection, GalleryState } from '../gallery/state.tsx';

export type Shown = Omit<GalleryProps, 'section' | 'states'>;

/** Names of the states that are not there yet. */
function waiting(): readonly string[] {
  return [...document.querySelectorAll<HTMLElement>('.gallery-stage')]
    .filter((stage) => {
      const { ready } = stage.dataset;
      // The live region and the mark of the language are always there.
      return ready === undefined ? stage.childElementCount < 3 : stage.querySelector(ready) === null;
    })
    .map((stage) => stage.closest<HTMLElement>('.gallery-cell')?.dataset['state'] ?? '');
}

async function draw(section: GallerySection, states: readonly GalleryState[], shown: Shown) {
  document.documentElement.dataset['theme'] = shown.looks.theme ?? 'light';
  const screen = await render(<Gallery section={section} states={states} {...shown} />);
  await expect.poll(waiting, { timeout: 10_000 }).toEqual([]);
  // Only the longer words of another language come later than the first picture.
  if (shown.looks.language === 'pseudo') {
    const marks = [...document.querySelectorAll('.gallery-language')];
    await expect.poll(() => marks.filter(({ textContent }) => !textContent.startsWith('['))).toEqual([]);
  }
  return screen;
}

/** Runs `check` over the section: at once, or state by state where they are modal. `where` names what is on the screen. */
export async function overSection(
  section: GallerySection,
  shown: Shown,
  check: (where: string) => Promise<void> | void,
) {
  const parts = section.alone === true ? section.states.map((state) => [state]) : [section.states];
  for (const states of parts) {
    const screen = await draw(section, states, shown);
    await check(section.alone === true ? `${section.name}: ${states[0]?.name ?? ''}` : section.name);
    await screen.unmount();
  }
}

/** Which state of the gallery an element belongs to, and what it is. */
export function nameOf(element: Element): string {
  const state = element.closest<HTMLElement>('.gallery-cell')?.dataset['state'] ?? 'page';
  const words = (element.textContent ?? '').trim().slice(0, 40);
  return `${state}: ${element.tagName.toLowerCase()}.${[...element.classList].join('.')} “${words}”`;
}

/** What the person's system says, as Chromium would hear it. Empty: nothing special. */
export async function emulate(features: Readonly<Record<string, string>>): Promise<void> {
  await cdp().send('Emulation.setEmulatedMedia', {
    features: Object.entries(features).map(([name, value]) => ({ name, value })),
  });
}

/** Laid out on the screen, not hidden and not only for screen readers. */
export function isShown(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
}
