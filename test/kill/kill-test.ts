/** Kills a desk at every point, some rounds each. The points run beside each other, the rounds of one in a row. */
import { seededRandom } from '../support/seeded-random.ts';
import { killPoints, type KillPoint, type KillPointName } from './kill-points.ts';
import { Office } from './office.ts';
import { playRound, type RoundResult } from './round.ts';

export interface KillTestOptions {
  readonly rounds: number;
  readonly seed: number;
  /** How many points at a time: most of a round is waiting. */
  readonly atATime: number;
  readonly only?: KillPointName | undefined;
  readonly onPoint?: (result: PointResult) => void;
}

export interface PointResult {
  readonly point: KillPoint;
  readonly rounds: readonly RoundResult[];
  /** With the round they were found in. */
  readonly violations: readonly string[];
  readonly tookMs: number;
}

export async function runKillTest(options: KillTestOptions): Promise<readonly PointResult[]> {
  const points = killPoints.filter(({ name }) => options.only === undefined || name === options.only);
  const waiting = [...points];
  const results: PointResult[] = [];
  const takeOn = async (): Promise<void> => {
    for (let point = waiting.shift(); point !== undefined; point = waiting.shift()) {
      const result = await playPoint(point, options);
      results.push(result);
      options.onPoint?.(result);
    }
  };
  await Promise.all(Array.from({ length: options.atATime }, takeOn));
  return results.toSorted((a, b) => points.indexOf(a.point) - points.indexOf(b.point));
}

/** One office for all rounds: what an earlier death left behind must not hurt a later one. */
async function playPoint(point: KillPoint, { rounds, seed }: KillTestOptions): Promise<PointResult> {
  const startedAt = performance.now();
  const random = seededRandom(seed * 100 + killPoints.indexOf(point));
  const results: RoundResult[] = [];
  const violations: string[] = [];
  const office = await Office.open(random);
  try {
    for (let round = 1; round <= rounds; round += 1) {
      try {
        const result = await playRound({ office, random, point, name: `${point.name}.${round}` });
        results.push(result);
        violations.push(...result.violations.map((text) => `round ${round}: ${text}`));
      } catch (error) {
        // What is left in the office would only blame the rounds after it.
        violations.push(`round ${round}: ${String(error)}`);
        break;
      }
    }
  } finally {
    await office.close();
  }
  return { point, rounds: results, violations, tookMs: performance.now() - startedAt };
}
