import { describe, expect, it } from 'vitest';
import { createPageClock, type PageClockPorts } from '../../renderer/state/clock.ts';
import { aClock, serverNow } from './support/fixtures.ts';

function handClock() {
  let monotonicMs = 5_000;
  let hidden = false;
  let nextId = 1;
  const timers = new Map<number, { readonly at: number; readonly run: () => void }>();
  const visibility = new Set<() => void>();
  const ports: PageClockPorts = {
    monotonicMs: () => monotonicMs,
    wallMs: () => 1_000,
    setTimer: (run, ms) => {
      timers.set(nextId, { at: monotonicMs + ms, run });
      return nextId++;
    },
    clearTimer: (id) => void timers.delete(id),
    isHidden: () => hidden,
    onVisibility: (listener) => {
      visibility.add(listener);
      return () => visibility.delete(listener);
    },
  };
  return {
    clock: createPageClock(ports),
    timers,
    advance(ms: number) {
      const end = monotonicMs + ms;
      for (;;) {
        const due = [...timers].filter(([, timer]) => timer.at <= end).toSorted((a, b) => a[1].at - b[1].at)[0];
        if (due === undefined) break;
        timers.delete(due[0]);
        monotonicMs = Math.max(monotonicMs, due[1].at);
        due[1].run();
      }
      monotonicMs = end;
    },
    setHidden(value: boolean) {
      hidden = value;
      for (const listener of visibility) listener();
    },
  };
}

describe('page clock', () => {
  it('carries server time on with the monotonic clock', () => {
    const { clock, advance } = handClock();
    expect(clock.read()).toEqual({ nowMs: 1_000, confidence: 'unknown', guardMs: 0 });
    clock.set(aClock());
    advance(1_234);
    expect(clock.read()).toEqual({ nowMs: serverNow + 1_234, confidence: 'trusted', guardMs: 90_000 });
  });

  it('wakes all countdowns with one timer, never early', () => {
    const { clock, timers, advance } = handClock();
    clock.set(aClock());
    const woken: number[] = [];
    for (let index = 0; index < 30; index += 1) {
      clock.wakeAt(serverNow + 1_001 + index, () => woken.push(clock.read().nowMs - serverNow));
    }
    expect(timers.size).toBe(1);
    advance(1_000);
    expect(woken).toEqual([]);
    advance(100);
    expect(woken).toHaveLength(30);
    expect(Math.min(...woken)).toBeGreaterThanOrEqual(1_001);
    expect(new Set(woken).size).toBe(1);
    expect(timers.size).toBe(0);
  });

  it('does not tick while hidden and catches up when shown', () => {
    const { clock, timers, advance, setHidden } = handClock();
    clock.set(aClock());
    let woken = 0;
    clock.wakeAt(serverNow + 1_000, () => (woken += 1));
    setHidden(true);
    expect(timers.size).toBe(0);
    advance(5_000);
    expect(woken).toBe(0);
    setHidden(false);
    expect(woken).toBe(1);
  });

  it('wakes everyone when the clock itself changes', () => {
    const { clock } = handClock();
    let woken = 0;
    clock.wakeAt(null, () => (woken += 1));
    clock.set(aClock());
    expect(woken).toBe(1);
  });
});
