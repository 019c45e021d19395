import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rank, score } from '../../../shared/palette/score.ts';

const candidates = [
  'Assign to me',
  'Assign…',
  'Close or reopen',
  'Snooze…',
  'Settings',
  'Go to snoozed',
  'Jürgen Weiß',
  'Choose a template',
].map((label) => ({ label, alias: label === 'Jürgen Weiß' ? '+4915112345678' : '' }));
const found = (query: string) => rank(query, candidates, 9).map(({ label }) => label);

describe('what the palette finds', () => {
  it.each([
    ['assign', ['Assign…', 'Assign to me']],
    ['atm', ['Assign to me', 'Choose a template']],
    ['me assign', ['Assign to me']],
    ['jurgen', ['Jürgen Weiß']],
    ['4915', ['Jürgen Weiß']],
    ['snooze', ['Snooze…', 'Go to snoozed']],
    ['temp', ['Choose a template']],
    ['zzz', []],
  ])('%s', (query, expected) => {
    expect(found(query)).toEqual(expected);
  });

  it('everything for nothing', () => {
    expect(found('')).toHaveLength(candidates.length);
  });

  it('a text always finds itself, and no other text better', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-zé][a-zé ]{0,18}[a-z]$/u),
        fc.stringMatching(/^[a-zé][a-zé ]{0,18}[a-z]$/u),
        (a, b) => {
          const own = score(a, a);
          expect(own).not.toBeNull();
          expect(own ?? 0).toBeGreaterThanOrEqual(score(a, b) ?? Number.NEGATIVE_INFINITY);
        },
      ),
      // Lost once to a text that differs by a space only.
      { examples: [['é  u', 'é u']] },
    );
  });
});
