/** The computer's own clock and timers, behind the port. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSystemClock } from '../../electron/core/system-ports.ts';

const day = 24 * 3_600_000;
/** Where `setTimeout` counts no further: 24.8 days. Past it Node runs the callback at once. */
const longest = 2 ** 31 - 1;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test.each([25 * day, 400 * day, Number.MAX_SAFE_INTEGER, Infinity])(
  'a timer of %d ms never runs at once, but after 24.8 days at the latest',
  (delayMs) => {
    let runs = 0;
    createSystemClock().schedule(delayMs, () => (runs += 1));
    vi.advanceTimersByTime(longest - 1);
    expect(runs).toBe(0);
    vi.advanceTimersByTime(1);
    expect(runs).toBe(1);
  },
);

test.each([-1, 0, Number.NEGATIVE_INFINITY])('a moment that is past (%d ms) is the next one', (delayMs) => {
  let runs = 0;
  createSystemClock().schedule(delayMs, () => (runs += 1));
  expect(runs).toBe(0);
  vi.advanceTimersByTime(1);
  expect(runs).toBe(1);
});
