import { describe, expect, it } from 'vitest';
import { leavesAt, undoRemainingMs } from '../../../electron/core/outbox/undo.ts';

const now = Date.UTC(2026, 0, 14, 12, 0, 0);
const minute = 60_000;
const day = 24 * 60 * minute;
const time = { nowMs: now, confidence: 'trusted', guardMs: 90_000 } as const;

/** A window that ends so long from now. */
const endsIn = (ms: number) => ({
  durationMs: day,
  openedAt: now + ms - day,
  openedBy: 'message' as const,
  refusedAt: null,
  complete: true,
});

describe('until when a text is kept back', () => {
  it.each([
    ['off', endsIn(day), 0, null, null],
    ['open', endsIn(day), 5, now + day, now + 5_000],
    ['urgent', endsIn(11 * minute), 20, now + 9 * minute, now + 20_000],
    ['last', endsIn(9 * minute), 20, now + 7 * minute, null],
    ['the deadline would pass', endsIn(day), 20, now + 20_000, null],
    ['no deadline (template)', endsIn(day), 10, null, now + 10_000],
    ['closed (template)', endsIn(-minute), 10, null, now + 10_000],
    ['no window on this channel', { ...endsIn(day), durationMs: null }, 10, null, now + 10_000],
  ])('%s', (_, facts, seconds, mustLeaveBy, expected) => {
    expect(leavesAt(facts, time, seconds, mustLeaveBy)).toBe(expected);
  });
});

describe('how long it still stays', () => {
  it.each([
    ['nothing to wait for', null, null, 0],
    ['a while', now + 3_000, now + day, 3_000],
    ['over', now - 1, now + day, 0],
    ['the deadline comes first', now + 20_000, now + 10_000, 9_000],
    ['the deadline is there', now + 20_000, now + 500, 0],
    ['server time was corrected backwards', now + 60 * minute, null, 0],
  ])('%s', (_, at, mustLeaveBy, expected) => {
    expect(undoRemainingMs({ leavesAt: at, mustLeaveBy }, now)).toBe(expected);
  });
});
