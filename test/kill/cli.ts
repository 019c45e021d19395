/** `npm run killtest`: prints a table with one row for each point and ends with the number of violations. */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { killPoints, type KillPointName } from './kill-points.ts';
import { runKillTest, type PointResult } from './kill-test.ts';

const usage = `Usage: npm run killtest [-- --rounds N] [--seed S] [--point ${killPoints.map(({ name }) => name).join('|')}]`;

interface Flags {
  readonly rounds: number;
  readonly seed: number;
  readonly only: KillPointName | undefined;
  readonly atATime: number;
}

function readFlags(argv: readonly string[]): Flags | null {
  try {
    const text = { type: 'string' } as const;
    const options = { rounds: text, seed: text, point: text, 'at-a-time': text };
    const { values } = parseArgs({ args: [...argv], options });
    const rounds = Number(values.rounds ?? 20);
    const seed = Number(values.seed ?? Date.now() % 1_000_000);
    const atATime = Number(values['at-a-time'] ?? Math.max(4, availableParallelism()));
    const only = killPoints.find(({ name }) => name === values.point)?.name;
    const isFine = [rounds, atATime].every((count) => Number.isInteger(count) && count > 0) && Number.isInteger(seed);
    return isFine && (values.point === undefined || only !== undefined) ? { rounds, seed, only, atATime } : null;
  } catch {
    return null;
  }
}

const columns = [
  'point',
  'rounds',
  'drafts',
  'sends',
  'on server',
  'asked',
  'slowest',
  'starved',
  'took',
  'broken',
] as const;

function cellsOf({ point, rounds, violations, tookMs }: PointResult): readonly string[] {
  const sum = (pick: (round: PointResult['rounds'][number]) => number): number =>
    rounds.reduce((total, round) => total + pick(round), 0);
  const slowest = Math.max(0, ...rounds.map(({ slowestDraftMs }) => slowestDraftMs));
  const starved = Math.max(0, ...rounds.map(({ starvedMs }) => starvedMs));
  return [
    point.name,
    String(rounds.length),
    String(sum(({ drafts }) => drafts)),
    String(sum(({ sends }) => sends)),
    String(sum(({ onServerAtDeath }) => onServerAtDeath)),
    String(sum(({ decided }) => decided)),
    `${Math.round(slowest)} ms`,
    `${Math.round(starved)} ms`,
    `${Math.round(tookMs / 1000)} s`,
    String(violations.length),
  ];
}

function line(cells: readonly string[], says = ''): string {
  const [first = '', ...others] = cells;
  return `${first.padEnd(16)}${others.map((cell) => cell.padStart(10)).join('')}   ${says}`.trimEnd();
}

async function main(): Promise<number> {
  const flags = readFlags(process.argv.slice(2));
  if (flags === null) {
    process.stderr.write(`${usage}\n`);
    return 1;
  }
  const print = (text: string): boolean => process.stdout.write(`${text}\n`);
  print(`seed ${flags.seed}\n`);
  print(line(columns));
  const onPoint = (result: PointResult): void => {
    print(line(cellsOf(result), result.point.says));
    for (const violation of result.violations) print(`  ${violation}`);
  };
  const startedAt = performance.now();
  const results = await runKillTest({ ...flags, onPoint });
  const count = results.reduce((sum, { violations }) => sum + violations.length, 0);
  print(
    `\nslowest: longest wait for the answer to a draft; asked: decisions a person had to make; on server: at the kill`,
  );
  print(
    `${results.length} points × ${flags.rounds} rounds, ${count} violations (seed ${flags.seed}, ${Math.round((performance.now() - startedAt) / 1000)} s)`,
  );
  return count === 0 ? 0 : 1;
}

process.exitCode = await main();
