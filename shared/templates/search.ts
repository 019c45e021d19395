/** Finding a template by what its name, its text or its buttons say: without case and accents, forgiving a slip of the finger. */
import type { Template } from '../contract/templates.ts';
import { editDistance } from '../composer/fuzzy.ts';
import { fold, score } from '../palette/score.ts';

/** The name says what the template is for; the header stands out more than the text below it. */
const weights = { name: 1, header: 0.6, body: 0.5, button: 0.5 } as const;

function parts({ name, header, body, footer, buttons }: Template): readonly (readonly [number, string])[] {
  return [
    // Names are written with underscores and looked for with spaces or without anything.
    [weights.name, name],
    [weights.name, name.replaceAll('_', ' ')],
    ...(header?.format === 'text' ? [[weights.header, header.text] as const] : []),
    [weights.body, body],
    ...(footer === null ? [] : [[weights.body, footer] as const]),
    ...buttons.map(({ text }) => [weights.button, text] as const),
  ];
}

/** Slips that a word of this length is forgiven. */
function slips(word: string): number {
  return word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
}

/** "refnd" is "refund". The first letter is hardly ever the wrong one, and this rules most words out at once. */
function isNearly(typed: string, word: string): boolean {
  const allowed = slips(typed);
  if (allowed === 0 || typed[0] !== word[0] || Math.abs(typed.length - word.length) > allowed) return false;
  return editDistance(typed, word) <= allowed;
}

const wordsIn = (text: string): readonly string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** null: not found. Otherwise the higher the better; only for comparing. Every word typed has to be somewhere. */
export function searchScore(template: Template, typed: string): number | null {
  const query = typed.trim();
  if (query === '') return 0;
  const all = parts(template);
  const whole = all.flatMap(([weight, text]) => {
    const points = score(query, text);
    return points === null ? [] : [points * weight];
  });
  if (whole.length > 0) return Math.max(...whole) + 1000;
  // Words from several parts, or with a slip.
  const words = wordsIn(all.map(([, text]) => text).join(' '));
  let points = 0;
  for (const word of wordsIn(query)) {
    if (words.some((other) => other.startsWith(word))) points += 20;
    else if (words.some((other) => isNearly(word, other))) points += 5;
    else return null;
  }
  return points > 0 ? points : null;
}
