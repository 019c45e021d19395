import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addSample,
  guardMs,
  readClock,
  restoreClock,
  saveClock,
  unknownClock,
  type ClockSample,
  type ServerClock,
} from '../../../shared/clock/server-clock.ts';

const t0 = 1_790_000_000_000;
const hour = 3_600_000;

function sample(serverMs: number, monotonicMs: number, uncertaintyMs = 500, wallMs = serverMs): ClockSample {
  return { serverMs, uncertaintyMs, monotonicMs, wallMs, source: 'ping' };
}
function after(...samples: readonly ClockSample[]): ServerClock {
  return samples.reduce(addSample, unknownClock);
}

describe('server clock', () => {
  it('is the unknown wall clock before the first sample', () => {
    const reading = readClock(unknownClock, { monotonicMs: 5, wallMs: t0 });
    expect(reading).toMatchObject({ nowMs: t0, confidence: 'unknown', confirmedAt: null, computerClockErrorMs: 0 });
    expect(saveClock(unknownClock, { monotonicMs: 5, wallMs: t0 })).toBeNull();
  });

  it('is carried by the monotonic clock and tells how wrong the computer is', () => {
    const clock = after(sample(t0, 1000, 500, t0 + 240_000));
    const reading = readClock(clock, { monotonicMs: 1000 + hour, wallMs: t0 + hour + 240_000 });
    expect(reading).toMatchObject({ nowMs: t0 + hour, confidence: 'trusted', computerClockErrorMs: 240_000 });
    expect(reading.confirmedAt).toBe(t0);
    expect(reading.uncertaintyMs).toBeCloseTo(500 + hour * 50e-6);
  });

  it('prefers the sharper sample until age has made it the blunter one', () => {
    const clock = after(sample(t0, 0, 20), sample(t0 + 60_000 + 400, 60_000, 500));
    expect(readClock(clock, { monotonicMs: 60_000, wallMs: 0 }).nowMs).toBe(t0 + 60_000);
    const tenHours = 10 * hour;
    const later = addSample(clock, sample(t0 + tenHours + 400, tenHours, 500));
    expect(readClock(later, { monotonicMs: tenHours, wallMs: 0 }).nowMs).toBe(t0 + tenHours + 400);
  });

  it('follows a server that skips ahead at once', () => {
    const clock = after(sample(t0, 0), sample(t0 + 1000, 1000), sample(t0 + 23 * hour, 2000));
    expect(readClock(clock, { monotonicMs: 3000, wallMs: t0 }).nowMs).toBe(t0 + 23 * hour + 1000);
  });

  it('believes a server that goes back only after three samples that agree', () => {
    const known = after(sample(t0, 0), sample(t0 + 1000, 1000));
    const once = addSample(known, sample(t0 - hour, 2000));
    const twice = addSample(once, sample(t0 - hour + 1000, 3000));
    for (const clock of [once, twice]) {
      expect(readClock(clock, { monotonicMs: 3000, wallMs: 0 }).nowMs).toBe(t0 + 3000);
    }
    const thrice = addSample(twice, sample(t0 - hour + 2000, 4000));
    expect(readClock(thrice, { monotonicMs: 4000, wallMs: 0 }).nowMs).toBe(t0 - hour + 2000);
  });

  it('forgets backward samples that contradict each other or are followed by a good one', () => {
    const scattered = after(sample(t0, 0), sample(t0 - hour, 1), sample(t0 - 9 * hour, 2), sample(t0 - 20 * hour, 3));
    expect(readClock(scattered, { monotonicMs: 3, wallMs: 0 }).nowMs).toBe(t0 + 3);
    const back = (m: number): ClockSample => sample(t0 - hour + m, m);
    const interrupted = after(sample(t0, 0), back(1), back(2), sample(t0 + 3, 3), back(4), back(5));
    expect(readClock(interrupted, { monotonicMs: 5, wallMs: 0 }).nowMs).toBe(t0 + 5);
  });
});

describe('server clock over a restart', () => {
  const saved = saveClock(after(sample(t0, 0, 500, t0 + 7000)), { monotonicMs: 0, wallMs: t0 + 7000 });
  if (saved === null) throw new Error('a trusted clock can be saved');

  it('is carried by the wall clock and the saved offset, through JSON', () => {
    const clock = restoreClock(JSON.parse(JSON.stringify(saved)) as typeof saved, {
      monotonicMs: 9,
      wallMs: t0 + hour + 7000,
    });
    const reading = readClock(clock, { monotonicMs: 9 + 1000, wallMs: t0 });
    expect(reading).toMatchObject({ nowMs: t0 + hour + 1000, confidence: 'carried', confirmedAt: null });
  });

  it.each([
    [-hour, 'unknown'],
    [-1, 'unknown'],
    [0, 'carried'],
    [1, 'carried'],
  ])('at %i ms after the moment of saving, the wall clock makes it %s', (offset, confidence) => {
    const reading = readClock(restoreClock(saved, { monotonicMs: 0, wallMs: saved.savedWallMs + offset }), {
      monotonicMs: 0,
      wallMs: 0,
    });
    expect(reading.confidence).toBe(confidence);
    expect(reading.nowMs).toBeGreaterThanOrEqual(saved.newestSeenMs);
  });

  it('is corrected by the first sample, also backwards, because it was a guess', () => {
    const fast = restoreClock(saved, { monotonicMs: 0, wallMs: saved.savedWallMs + 365 * 24 * hour });
    const clock = addSample(fast, sample(t0 + hour, 0));
    expect(readClock(clock, { monotonicMs: 0, wallMs: 0 })).toMatchObject({ nowMs: t0 + hour, confidence: 'trusted' });
  });

  it('does not turn a wall clock set ahead into a time that was seen', () => {
    const at = { monotonicMs: 0, wallMs: saved.savedWallMs + 365 * 24 * hour };
    expect(saveClock(restoreClock(saved, at), at)?.newestSeenMs).toBe(saved.newestSeenMs);
  });

  it('needs three samples to go back before what the server had told', () => {
    const restored = restoreClock(saved, { monotonicMs: 0, wallMs: saved.savedWallMs });
    const old = (m: number): ClockSample => sample(t0 - 5 * hour + m, m);
    const two = addSample(addSample(restored, old(0)), old(1));
    expect(readClock(two, { monotonicMs: 1, wallMs: 0 }).confidence).toBe('carried');
    expect(readClock(addSample(two, old(2)), { monotonicMs: 2, wallMs: 0 }).nowMs).toBe(t0 - 5 * hour + 2);
  });
});

describe('server clock, always', () => {
  it('does not move when the computer clock jumps', () => {
    const jumps = fc.array(fc.record({ stepMs: fc.nat(hour), wallMs: fc.integer({ min: 0, max: 2 * t0 }) }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(jumps, (steps) => {
        let monotonicMs = 0;
        let clock = unknownClock;
        for (const { stepMs, wallMs } of steps) {
          monotonicMs += stepMs;
          clock = addSample(clock, sample(t0 + monotonicMs, monotonicMs, 500, wallMs));
          const nowMs = [0, wallMs, 2 * wallMs].map((wall) => readClock(clock, { monotonicMs, wallMs: wall }).nowMs);
          expect(nowMs).toEqual([t0 + monotonicMs, t0 + monotonicMs, t0 + monotonicMs]);
        }
      }),
    );
  });

  it('stays inside its uncertainty and never runs back further than that, whatever the samples measure', () => {
    const measured = fc.record({
      stepMs: fc.nat(60_000),
      uncertaintyMs: fc.integer({ min: 1, max: 3000 }),
      error: fc.double({ min: -1, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(measured, { minLength: 1, maxLength: 40 }), (steps) => {
        let monotonicMs = 0;
        let clock = unknownClock;
        let before: { nowMs: number; uncertaintyMs: number } | null = null;
        for (const { stepMs, uncertaintyMs, error } of steps) {
          monotonicMs += stepMs;
          clock = addSample(clock, sample(t0 + monotonicMs + error * uncertaintyMs, monotonicMs, uncertaintyMs));
          const reading = readClock(clock, { monotonicMs, wallMs: 0 });
          expect(Math.abs(reading.nowMs - t0 - monotonicMs)).toBeLessThanOrEqual(reading.uncertaintyMs + 1e-3);
          const slack = reading.uncertaintyMs + (before?.uncertaintyMs ?? 0) + 1;
          expect(reading.nowMs).toBeGreaterThanOrEqual((before?.nowMs ?? 0) - slack);
          before = reading;
        }
      }),
    );
  });
});

describe('guard', () => {
  it.each([
    [[], 0, 90_000],
    [[200, 300], 500, 90_000],
    [[44_750], 500, 90_000],
    [[44_751], 500, 90_002],
    [[60_000], 500, 120_500],
    [[600_000], 0, 300_000],
    [[], 86_400_000, 300_000],
  ])('round trips %j with uncertainty %i give %i ms', (trips, uncertainty, expected) => {
    expect(guardMs(trips, uncertainty)).toBe(expected);
  });

  it('takes the 95th percentile, not the worst', () => {
    const trips = [...Array.from({ length: 95 }, () => 50_000), ...Array.from({ length: 5 }, () => 140_000)];
    expect(guardMs(trips, 0)).toBe(100_000);
    expect(guardMs([...trips.slice(1), 140_000], 0)).toBe(280_000);
  });
});
