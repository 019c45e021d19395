/** Law 3 and law 4 against `kill -9`, once at every point. `npm run killtest` does it twenty times. */
import { expect, it } from 'vitest';
import { killPoints } from '../kill/kill-points.ts';
import { runKillTest } from '../kill/kill-test.ts';

const seed = 24;

it(
  'a desk that is killed at any point loses no text and no file, and sends nothing twice',
  { timeout: 300_000 },
  async () => {
    const results = await runKillTest({ rounds: 1, seed, atATime: 4 });
    expect(
      results.flatMap(({ point, violations }) => violations.map((text) => `${point.name}: ${text}`)),
      `seed ${seed}`,
    ).toEqual([]);
    expect(results.map(({ point, rounds }) => [point.name, rounds.length])).toEqual(
      killPoints.map(({ name }) => [name, 1]),
    );
  },
);
