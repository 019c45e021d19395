import { describe, expect, test } from 'vitest';
import { Events } from '../../electron/core/events.ts';
import type { AnyEvent } from '../../shared/contract/contract.ts';
import { FakeClock } from '../support/fake-clock.ts';

function heard() {
  const clock = new FakeClock();
  const events = new Events(clock);
  const told: { readonly at: number; readonly event: AnyEvent }[] = [];
  events.listen((event) => told.push({ at: clock.monotonicNow(), event }));
  return { clock, events, told };
}

const idsOf = (told: readonly { readonly event: AnyEvent }[]): number[] =>
  told.flatMap(({ event }) => ('ids' in event.data ? (event.data.ids ?? []) : []));

describe('what the page is told of', () => {
  test('a burst of syncing is told at once and then at most ten times a second, with every id', async () => {
    const { clock, events, told } = heard();
    const startedAt = clock.monotonicNow();
    for (let id = 1; id <= 90; id += 1) {
      events.applied({ conversations: [id], messages: [], outbox: [] });
      await clock.advance(10);
    }
    await clock.advance(200);
    expect(told[0]?.at).toBeLessThanOrEqual(startedAt + 20);
    expect(told.length).toBeLessThanOrEqual(11);
    expect(idsOf(told).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 90 }, (_, index) => index + 1));
  });

  test('what the agent did does not wait for it, and takes along what is waiting', async () => {
    const { clock, events, told } = heard();
    events.applied({ conversations: [1], messages: [], outbox: [] });
    await clock.advance(20);
    events.applied({ conversations: [2], messages: [2], outbox: [] });
    events.changedIn('outbox.changed', [3]);
    await clock.advance(12);
    expect(idsOf(told)).toEqual([1, 2, 2, 3]);
  });

  test('a single message after a quiet moment is told after 12 ms', async () => {
    const { clock, events, told } = heard();
    events.applied({ conversations: [1], messages: [], outbox: [] });
    await clock.advance(500);
    events.applied({ conversations: [], messages: [2], outbox: [] });
    await clock.advance(12);
    expect(idsOf(told)).toEqual([1, 2]);
  });
});
