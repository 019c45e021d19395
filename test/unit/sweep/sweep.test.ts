import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../../shared/contract/entities.ts';
import { savableUntil, shiftMs, sweepQueue } from '../../../shared/sweep/sweep-queue.ts';
import {
  currentOf,
  isOver,
  returnedTo,
  settled,
  skippedAgain,
  startSweep,
  summaryOf,
  type SweepOutcome,
} from '../../../shared/sweep/sweep-machine.ts';
import { aConversation, hour, minute, serverNow, windowWithLeft } from '../../renderer/support/fixtures.ts';

const time = { nowMs: serverNow, confidence: 'trusted', guardMs: 90_000 } as const;
const waiting = (id: number, leftMs: number, change: Partial<Conversation> = {}): Conversation =>
  aConversation({ id, waitingSince: serverNow - hour, window: windowWithLeft(leftMs), ...change });

const anyConversation = fc.record({
  leftMs: fc.integer({ min: -hour, max: 24 * hour }),
  waitsMs: fc.option(fc.integer({ min: 0, max: 48 * hour })),
  status: fc.constantFrom('open', 'resolved', 'snoozed', 'pending'),
});
const anyInbox = fc
  .array(anyConversation, { maxLength: 60 })
  .map((all) =>
    all.map(({ leftMs, waitsMs, status }, index) =>
      waiting(index + 1, leftMs, { waitingSince: waitsMs === null ? null : serverNow - waitsMs, status }),
    ),
  );

describe('the queue of a sweep', () => {
  it('takes whoever waits and can still be answered, soonest end first', () => {
    const inbox = [
      waiting(1, 3 * hour),
      waiting(2, 20 * minute),
      waiting(3, 2 * hour, { waitingSince: null }),
      waiting(4, 9 * hour),
      waiting(5, 60_000),
      waiting(6, 30 * minute, { status: 'snoozed' }),
      waiting(7, 3 * hour, { waitingSince: serverNow - 2 * hour }),
      waiting(8, hour, { window: windowWithLeft(hour, { durationMs: null }) }),
    ];
    expect(sweepQueue(inbox, time, shiftMs).map(({ id }) => id)).toEqual([2, 7, 1]);
  });

  it('claims nothing while the clock is not known', () => {
    expect(sweepQueue([waiting(1, hour)], { ...time, confidence: 'unknown' }, shiftMs)).toEqual([]);
  });

  it('is sorted, complete and free of everything else', () => {
    fc.assert(
      fc.property(anyInbox, fc.integer({ min: 1, max: 24 }), (inbox, hours) => {
        const queue = sweepQueue(inbox, time, hours * hour);
        const ends = queue.map((conversation) => savableUntil(conversation, time));
        expect(ends).not.toContain(null);
        expect(ends).toEqual(ends.toSorted((a, b) => (a ?? 0) - (b ?? 0)));
        const within = inbox.filter((each) => (savableUntil(each, time) ?? Infinity) <= serverNow + hours * hour);
        expect(new Set(queue)).toEqual(new Set(within));
      }),
    );
  });

  it('does not depend on the order in which the inbox is read', () => {
    fc.assert(
      fc.property(anyInbox, (inbox) => {
        expect(sweepQueue(inbox.toReversed(), time, shiftMs)).toEqual(sweepQueue(inbox, time, shiftMs));
      }),
    );
  });
});

describe('a sweep', () => {
  const outcomes = fc.array(fc.constantFrom<SweepOutcome>('saved', 'parked', 'closed', 'skipped', 'gone'));

  it('shows each conversation once, in order, and every one of them ends up in the summary', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 99 })), outcomes, (ids, decisions) => {
        let sweep = startSweep(ids);
        const seen: (number | null)[] = [];
        for (const outcome of decisions.slice(0, ids.length)) {
          seen.push(currentOf(sweep));
          sweep = settled(sweep, outcome);
        }
        expect(seen).toEqual(ids.slice(0, decisions.length));
        const summary = summaryOf(sweep);
        expect(Object.values(summary).reduce((sum, count) => sum + count, 0)).toBe(ids.length);
        expect(isOver(sweep)).toBe(decisions.length >= ids.length);
      }),
    );
  });

  it('goes back to one that was undone, and then past those that are dealt with', () => {
    const before = settled(settled(startSweep([1, 2, 3]), 'saved'), 'skipped');
    const undone = returnedTo(before, 1);
    expect(currentOf(undone)).toBe(1);
    expect(summaryOf(undone)).toMatchObject({ saved: 0, skipped: 1, left: 2 });
    const again = settled(undone, 'parked');
    expect(currentOf(again)).toBe(3);
    expect(skippedAgain(settled(again, 'skipped')).ids).toEqual([2, 3]);
  });
});
