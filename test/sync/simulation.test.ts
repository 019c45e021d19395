/** The whole system under faults, in virtual time: `npm run simulate` with a fixed number of seeds. */
import { describe, expect, it } from 'vitest';
import { planOf } from '../simulation/plan.ts';
import { runPlan, shrink } from '../simulation/run.ts';

const seeds = 100;
/** One test for each block, so that a failure says roughly where and the others still run. */
const perTest = 25;

describe('simulation: nothing lost, nothing doubled, nothing sent too late', () => {
  for (let first = 1; first <= seeds; first += perTest) {
    it(`seeds ${String(first)} to ${String(first + perTest - 1)}`, { timeout: 120_000 }, async () => {
      for (let seed = first; seed < first + perTest; seed += 1) {
        const result = await runPlan(planOf(seed));
        if (result.violations.length === 0) continue;
        const { plan } = await shrink(result, 40);
        const repeat = `npm run simulate -- --seed ${String(seed)}`;
        expect.fail([...result.violations, `repeat: ${repeat}`, `shrunk plan: ${JSON.stringify(plan)}`].join('\n'));
      }
    });
  }

  it('runs the same way twice from the same seed', { timeout: 30_000 }, async () => {
    for (const seed of [3, 11]) {
      const once = await runPlan(planOf(seed));
      const twice = await runPlan(planOf(seed));
      expect(twice.log).toEqual(once.log);
      expect(twice.hash).toBe(once.hash);
    }
  });
});
