import { expect, test } from 'vitest';
import tokens from '../../renderer/styles/tokens.css?raw';

type Theme = Readonly<Record<string, string>>;

const colours = [...tokens.matchAll(/--color-([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/gu)];
const themes: Readonly<Record<'light' | 'dark', Theme>> = {
  light: Object.fromEntries(colours.map(([, name, light]) => [name, light])),
  dark: Object.fromEntries(colours.map(([, name, , dark]) => [name, dark])),
};

/** WCAG 2.2, relative luminance of sRGB. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** agent-desk-ui §4.3: what is read needs 4.5 to 1, what is only seen 3 to 1. */
const pairs: Readonly<Record<string, { readonly text?: readonly string[]; readonly shape?: readonly string[] }>> = {
  surface: {
    text: [
      'text',
      'text2',
      'text3',
      'accent',
      'link',
      'danger',
      'open-fg',
      'closing-fg',
      'urgent-fg',
      'lock-fg',
      'unk-fg',
    ],
    shape: [
      'focus',
      'border-control',
      'note-accent',
      'open-bd',
      'closing-bd',
      'urgent-bd',
      'last-bd',
      'last-bg',
      'lock-bd',
      'unk-bd',
      'err-bd',
    ],
  },
  app: { text: ['text', 'text2', 'text3'], shape: ['focus', 'border-control'] },
  hover: { text: ['text', 'text2', 'text3'] },
  sunken: { text: ['text', 'text2', 'text3'] },
  selected: {
    text: ['text', 'text2', 'text3', 'open-fg', 'closing-fg', 'urgent-fg', 'danger'],
    shape: ['focus', 'accent'],
  },
  accent: { text: ['on-accent'] },
  'in-bubble': { text: ['text', 'link'] },
  'out-bubble': { text: ['text', 'text2', 'text3', 'link'] },
  'note-bg': { text: ['note-text', 'note-accent', 'link'] },
  'note-accent': { text: ['note-bg'] },
  'open-bg': { text: ['open-fg'], shape: ['open-bd'] },
  'closing-bg': { text: ['closing-fg'], shape: ['closing-bd'] },
  'urgent-bg': { text: ['urgent-fg'], shape: ['urgent-bd'] },
  'last-bg': { text: ['last-fg'] },
  'lock-bg': { text: ['lock-fg'], shape: ['lock-bd'] },
  'unk-bg': { text: ['unk-fg'], shape: ['unk-bd'] },
  'off-bg': { text: ['off-fg'] },
  'err-bg': { text: ['err-fg'] },
  'ok-bg': { text: ['ok-fg'] },
  'info-bg': { text: ['info-fg'] },
};

const cases = Object.entries(themes).flatMap(([theme, known]) =>
  Object.entries(pairs).flatMap(([under, { text = [], shape = [] }]) =>
    [...text.map((over) => ({ over, least: 4.5 })), ...shape.map((over) => ({ over, least: 3 }))].map(
      ({ over, least }) => ({
        theme,
        over,
        under,
        least,
        ratio: contrast(known[over] ?? '', known[under] ?? ''),
      }),
    ),
  ),
);

test('every pair of tokens that stands on each other can be read, in both themes', () => {
  expect(cases.length).toBeGreaterThan(2 * 62);
  const missing = cases.filter(({ ratio }) => Number.isNaN(ratio));
  expect(missing).toEqual([]);
  expect(cases.filter(({ ratio, least }) => ratio < least)).toEqual([]);
});

test('every colour names both themes', () => {
  const names = [...tokens.matchAll(/^ {2}--(?:color|shadow)-[\w-]+:/gmu)];
  expect(names.length).toBeGreaterThan(40);
  expect([...tokens.matchAll(/light-dark\(/gu)]).toHaveLength(names.length);
});

test('the formula is the one of WCAG', () => {
  expect(contrast('#ffffff', '#000000')).toBe(21);
  expect(contrast('#14181F', '#FFFFFF')).toBeCloseTo(17.79, 2);
  expect(contrast('#5D6776', '#E2E9FF')).toBeCloseTo(4.73, 2);
});
