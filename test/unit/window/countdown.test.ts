import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countdown, type Countdown } from '../../../shared/window/countdown.ts';
import { windowState } from '../../../shared/window/window-state.ts';

const end = 1_790_086_400_000;
const day = 86_400_000;
const minute = 60_000;
const hour = 60 * minute;
const guard = 90_000;
const facts = { durationMs: day, openedAt: end - day, openedBy: 'message', refusedAt: null, complete: true } as const;

function see(nowMs: number): Countdown & { kind: string } {
  const state = windowState(facts, { nowMs, confidence: 'trusted', guardMs: guard });
  return { ...countdown(state, nowMs, guard), kind: state.kind };
}

describe('countdown', () => {
  it.each([
    [day, { unit: 'hours', hours: 24, minutes: 0 }],
    [day - 1, { unit: 'hours', hours: 23, minutes: 59 }],
    [hour, { unit: 'hours', hours: 1, minutes: 0 }],
    [hour - 1, { unit: 'minutes', minutes: 59 }],
    [10 * minute, { unit: 'minutes', minutes: 10 }],
    [10 * minute - 1, { unit: 'seconds', minutes: 9, seconds: 59 }],
    [guard + 1, { unit: 'seconds', minutes: 1, seconds: 30 }],
    [guard, null],
    [1, null],
    [0, null],
    [-1, null],
  ])('%i ms before the end', (remaining, text) => {
    expect(see(end - remaining).text).toEqual(text);
  });

  it('has nothing to wait for once it is closed, and waits for the end in the guard', () => {
    expect(see(end).nextChangeAt).toBeNull();
    expect(see(end - 5).nextChangeAt).toBe(end);
    expect(countdown({ kind: 'unverified', closesAt: end, remainingMs: 5 }, end - 5, guard)).toEqual({
      text: null,
      nextChangeAt: null,
    });
    expect(countdown({ kind: 'none', closesAt: null, remainingMs: null }, 0, guard).nextChangeAt).toBeNull();
  });

  it('names exactly the first moment at which text or kind is another one', () => {
    fc.assert(
      fc.property(fc.oneof(fc.nat(day), fc.nat(11 * minute)), (remaining) => {
        const now = end - remaining;
        const seen = see(now);
        const next = seen.nextChangeAt;
        if (next === null) {
          expect(seen.kind).toBe('closed');
          return;
        }
        expect(next).toBeGreaterThan(now);
        const picture = (nowMs: number): unknown => ({ text: see(nowMs).text, kind: see(nowMs).kind });
        expect(picture(next - 1)).toEqual(picture(now));
        expect(picture(next)).not.toEqual(picture(now));
      }),
      { numRuns: 1000 },
    );
  });

  it('passes through all kinds when one timer follows the next', () => {
    const kinds: string[] = [];
    let steps = 0;
    for (let now: number | null = end - day; now !== null && steps < 2100; now = see(now).nextChangeAt) {
      const { kind } = see(now);
      if (kinds.at(-1) !== kind) kinds.push(kind);
      steps += 1;
    }
    expect(kinds).toEqual(['open', 'closing', 'urgent', 'last', 'guard', 'closed']);
    expect(steps).toBeLessThan(2100);
  });
});
