import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookAheadMs, radarSteps, sweepRadar, type RadarMark, type RadarTarget } from '../../../shared/notify/radar.ts';

const minute = 60_000;
const hour = 60 * minute;
const noon = 1_795_000_000_000;
const target = (conversationId: number, leftMs: number): RadarTarget => ({
  conversationId,
  name: `Customer ${conversationId}`,
  closesAt: noon + leftMs,
});

/** Runs the radar the way the core does: sleeping until `nextAt`, remembering its marks. */
function watch(targets: readonly RadarTarget[], fromMs: number, untilMs: number) {
  let marks: readonly RadarMark[] = [];
  const said: { atMs: number; ids: number[]; steps: number[] }[] = [];
  for (let atMs: number | null = fromMs; atMs !== null && atMs <= untilMs;) {
    const sweep = sweepRadar(targets, marks, atMs);
    ({ marks } = sweep);
    if (sweep.warnings.length > 0) {
      said.push({
        atMs,
        ids: sweep.warnings.map((one) => one.conversationId),
        steps: sweep.warnings.map((one) => one.stepMs),
      });
    }
    expect(sweep.nextAt ?? Infinity).toBeGreaterThan(atMs);
    atMs = sweep.nextAt;
  }
  return said;
}

describe('the radar', () => {
  it('warns once at 4 h, 1 h and 15 min', () => {
    const said = watch([target(1, 20 * hour)], noon, noon + 24 * hour);
    expect(said.map(({ atMs, steps }) => [noon + 20 * hour - atMs, ...steps])).toEqual([
      [4 * hour, 4 * hour],
      [hour, hour],
      [15 * minute, 15 * minute],
    ]);
  });

  it('says forty windows that close within ten minutes in one warning for each step', () => {
    const targets = Array.from({ length: 40 }, (_, index) => target(index + 1, 5 * hour + index * 15_000));
    const said = watch(targets, noon, noon + 6 * hour);
    expect(said.map(({ ids }) => ids.length)).toEqual([40, 40, 40]);
  });

  it('after a sleep across three deadlines says only how much is left now', () => {
    const sleeper = target(1, 5 * hour);
    const before = sweepRadar([sleeper], [], noon);
    const after = sweepRadar([sleeper], before.marks, noon + 5 * hour - 10 * minute);
    expect(after.warnings.map(({ stepMs }) => stepMs)).toEqual([15 * minute]);
    expect(after.nextAt).toBeNull();
  });

  it('is silent about a window that closed meanwhile', () => {
    expect(sweepRadar([target(1, -1)], [], noon)).toEqual({ warnings: [], marks: [], nextAt: null });
  });

  it('starts anew when the customer wrote and the window is another one', () => {
    const first = sweepRadar([target(1, 10 * minute)], [], noon);
    const again = sweepRadar([target(1, 24 * hour)], first.marks, noon);
    expect(again.warnings).toEqual([]);
    expect(again.marks).toEqual([]);
    expect(again.nextAt).toBe(noon + 20 * hour);
  });

  it('forgets a conversation that was answered', () => {
    const first = sweepRadar([target(1, 10 * minute)], [], noon);
    expect(first.marks).toHaveLength(1);
    expect(sweepRadar([], first.marks, noon + 1).marks).toEqual([]);
  });

  const lefts = fc.array(fc.integer({ min: 1, max: 30 * hour }), { minLength: 1, maxLength: 30 });
  it('warns of every window at most once per step, and never later than the step', () => {
    fc.assert(
      fc.property(lefts, (list) => {
        const targets = list.map((leftMs, index) => target(index, leftMs));
        const said = watch(targets, noon, noon + 31 * hour);
        for (const one of targets) {
          const heard = said.flatMap(({ atMs, ids, steps }) =>
            ids.flatMap((id, index) => (id === one.conversationId ? [{ atMs, step: steps[index] ?? 0 }] : [])),
          );
          expect(new Set(heard.map(({ step }) => step)).size).toBe(heard.length);
          for (const { atMs, step } of heard) {
            expect(one.closesAt - atMs).toBeLessThanOrEqual(step + lookAheadMs);
          }
          // The last warning that was possible has been given, and not after its moment.
          const leftAtStart = one.closesAt - noon;
          const smallest = radarSteps.findLast((step) => step <= Math.max(leftAtStart, 15 * minute)) ?? 15 * minute;
          const last = heard.find(({ step }) => step === Math.min(smallest, 15 * minute));
          expect(last?.atMs).toBeLessThanOrEqual(Math.max(noon, one.closesAt - 15 * minute));
        }
      }),
      { numRuns: 300 },
    );
  });
});
