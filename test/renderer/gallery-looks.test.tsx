import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { sections } from '../gallery/gallery.tsx';
import { windows } from '../gallery/window-states.tsx';
import { must } from '../../shared/lang/assert.ts';
import { emulate, isShown, nameOf, overSection } from './gallery-support.tsx';

const section = (name: string) =>
  must(
    sections.find((each) => each.name === name),
    `the gallery has ${name}`,
  );

beforeEach(() => page.viewport(1280, 800));
afterEach(() => emulate({}));

/** What is left of a chip without its colours. */
function looksOfChips(): ReadonlyMap<string, string> {
  const chips = [...document.querySelectorAll<HTMLElement>('.window-chip')];
  return new Map(
    chips.map((chip) => {
      const { borderTopWidth, borderTopStyle } = getComputedStyle(chip);
      const shape = chip.querySelector('svg')?.innerHTML ?? '';
      return [chip.dataset['state'] ?? '', `${shape} ${borderTopWidth} ${borderTopStyle}`];
    }),
  );
}

describe('window chips', () => {
  const kinds = Object.keys(windows).length;

  test.each(['window-chips-list', 'window-chips-header'])('%s can be told apart in greyscale', async (name) => {
    await overSection(section(name), { looks: {} }, () => {
      const looks = looksOfChips();
      expect(looks.size).toBe(kinds);
      expect(new Set(looks.values()).size).toBe(kinds);
    });
  });

  test('keep icon, border and words in forced colours', async () => {
    const borders = async () => {
      const found = new Map<string, string>();
      await overSection(section('window-chips-list'), { looks: {} }, () => {
        for (const [kind, look] of looksOfChips()) found.set(kind, look);
      });
      return found;
    };
    const usual = await borders();
    await emulate({ 'forced-colors': 'active' });
    expect(matchMedia('(forced-colors: active)').matches).toBe(true);
    expect(await borders()).toEqual(usual);
  });
});

test('forced colours leave the composer, the selected row and the focus a line', async () => {
  await emulate({ 'forced-colors': 'active' });
  await overSection(section('composer'), { looks: {} }, () => {
    const cards = [...document.querySelectorAll<HTMLElement>('.composer-card')];
    const styles = cards.map((card) => [card.dataset['mode'], getComputedStyle(card).borderTopStyle]);
    expect(new Set(styles.map(String))).toEqual(new Set(['reply,solid', 'note,dashed']));
  });
  await overSection(section('rows'), { looks: {} }, () => {
    const chosen = [...document.querySelectorAll<HTMLElement>('.row[aria-selected="true"]')];
    expect(chosen.length).toBeGreaterThan(0);
    expect(chosen.map((row) => getComputedStyle(row).outlineStyle)).toEqual(chosen.map(() => 'solid'));
  });
});

/** ms */
function longest(times: string): number {
  return Math.max(...times.split(',').map((time) => Number.parseFloat(time) * (time.trim().endsWith('ms') ? 1 : 1000)));
}

test.each(sections)('nothing in $name moves for longer than 80 ms where less motion is asked for', async (each) => {
  await emulate({ 'prefers-reduced-motion': 'reduce' });
  const found: string[] = [];
  await overSection(each, { looks: {} }, () => {
    for (const element of document.querySelectorAll('.gallery-stage *')) {
      for (const pseudo of [null, '::before', '::after']) {
        const { transitionDuration, animationDuration, animationName } = getComputedStyle(element, pseudo);
        const moves = animationName === 'none' ? 0 : longest(animationDuration);
        if (Math.max(moves, longest(transitionDuration)) > 80) found.push(nameOf(element));
      }
    }
  });
  expect(found).toEqual([]);
});

/** Cut off without a sign of it, or a button whose words do not fit. What may be shortened ends in “…” and is not a control. */
function clipped(): readonly string[] {
  return [...document.querySelectorAll<HTMLElement>('.gallery-stage *')]
    .filter((element) => isShown(element) && (element.textContent ?? '').trim() !== '')
    .filter((element) => {
      const { overflowX, overflowY, textOverflow, webkitLineClamp } = getComputedStyle(element);
      if (element.closest('svg, .visually-hidden, [class*=list-rows]') !== null) return false;
      const scrolls = ['auto', 'scroll'].includes(overflowX);
      const tooWide =
        element.scrollWidth > element.clientWidth + 1 && !['inline'].includes(getComputedStyle(element).display);
      const tooHigh = element.scrollHeight > element.clientHeight + 1 && ['hidden', 'clip'].includes(overflowY);
      const shortened =
        textOverflow === 'ellipsis' && element.closest('button:not([class*=row]), [role=radio]') === null;
      if (tooWide && scrolls) return true;
      return (tooWide && !shortened) || (tooHigh && !shortened && webkitLineClamp === 'none');
    })
    .map(nameOf);
}

test.each(sections)(
  'the words of $name fit, from right to left and in longer words',
  { timeout: 60_000 },
  async (each) => {
    const found: string[] = [];
    for (const shown of [{ looks: {}, direction: 'rtl' }, { looks: { language: 'pseudo' } }] as const) {
      await overSection(each, shown, () => {
        found.push(...clipped().map((what) => `${'direction' in shown ? 'rtl' : 'pseudo'} ${what}`));
      });
    }
    expect(found).toEqual([]);
  },
);

test('the theme is the system’s, whatever it is, until a person chooses one', async () => {
  const { dataset } = document.documentElement;
  const probe = document.body.appendChild(document.createElement('p'));
  probe.style.color = 'var(--color-text)';
  const shown = { light: 'rgb(20, 24, 31)', dark: 'rgb(238, 241, 245)' };
  try {
    for (const system of ['light', 'dark'] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one system after the other
      await emulate({ 'prefers-color-scheme': system });
      delete dataset['theme'];
      expect(getComputedStyle(probe).color).toBe(shown[system]);
      for (const theme of ['light', 'dark'] as const) {
        dataset['theme'] = theme;
        expect(getComputedStyle(probe).color).toBe(shown[theme]);
      }
    }
  } finally {
    probe.remove();
    delete dataset['theme'];
  }
});

/** A link inside a sentence may be as small as its words (WCAG 2.5.8). */
const inSentence = 'p a, .message-text a';
const least = 24;

test.each(sections)('what can be pressed in $name is at least 24 px wide and high', async (each) => {
  const found: string[] = [];
  await overSection(each, { looks: {} }, () => {
    const targets = document.querySelectorAll(
      '.gallery-stage :is(a, button, input, select, textarea, summary, [role=option], [role=menuitem], [role=radio])',
    );
    for (const target of targets) {
      if (!isShown(target) || target.matches(inSentence)) continue;
      // A box is as large as the label around it.
      const box = (target.closest('label') ?? target).getBoundingClientRect();
      if (Math.min(box.width, box.height) < least - 0.1) {
        found.push(`${nameOf(target)} ${box.width.toFixed(0)} × ${box.height.toFixed(0)}`);
      }
    }
  });
  expect(found).toEqual([]);
});
