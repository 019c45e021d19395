/** `npm run simulate -- --seeds N [--seed S]`: N runs from seed S on. Leaves with 1 at the first violation. */
import { kindOf, runPlan, shrink, type RunResult } from './run.ts';
import { planOf } from './plan.ts';

interface Wanted {
  readonly seeds: number;
  readonly first: number;
  /** Go on after a violation and count the kinds. */
  readonly keepGoing: boolean;
}

function readFlags(args: readonly string[]): Wanted {
  const value = (name: string): number | null => {
    const at = args.indexOf(name);
    const text =
      args.find((arg) => arg.startsWith(`${name}=`))?.slice(name.length + 1) ?? (at === -1 ? null : args[at + 1]);
    if (text === null) return null;
    if (text === undefined || !/^\d+$/.test(text)) throw new Error(`${name} needs a number.`);
    return Number(text);
  };
  const seed = value('--seed');
  return {
    seeds: value('--seeds') ?? (seed === null ? 200 : 1),
    first: seed ?? 1,
    keepGoing: args.includes('--keep-going'),
  };
}

function print(result: RunResult): void {
  const { plan, violations, log } = result;
  const lines = [
    `seed ${String(plan.seed)}: ${String(violations.length)} violations`,
    ...violations.map((violation) => `  ✗ ${violation}`),
    `plan: undo ${String(plan.undoSeconds)} s, clock ${String(plan.ppm)} ppm, ${String(plan.wallErrorMs)} ms`,
    ...plan.steps.map((step) => `  step ${JSON.stringify(step)}`),
    ...plan.faults.map((fault) => `  fault ${JSON.stringify(fault)}`),
    'last events (ms of virtual time):',
    ...log.slice(-60).map((line) => `  ${line.slice(0, 240)}`),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

const { seeds, first, keepGoing } = readFlags(process.argv.slice(2));
const startedAt = performance.now();
const kinds = new Map<string, number[]>();
let failures = 0;
let virtualMs = 0;
for (let seed = first; seed < first + seeds; seed += 1) {
  const result = await runPlan(planOf(seed));
  virtualMs += result.virtualMs;
  if (result.violations.length === 0) continue;
  failures += 1;
  if (!keepGoing) {
    print(result);
    process.stdout.write('\nsmaller plan that fails in the same way:\n');
    print(await shrink(result));
    break;
  }
  for (const kind of new Set(result.violations.map(kindOf))) kinds.set(kind, [...(kinds.get(kind) ?? []), seed]);
}
for (const [kind, found] of kinds)
  process.stdout.write(`${String(found.length).padStart(5)} × ${kind}  seeds ${found.slice(0, 6).join(', ')}\n`);
const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
const hours = (virtualMs / 3_600_000).toFixed(0);
process.stdout.write(
  `${String(seeds)} seeds, ${String(failures)} violations (${seconds} s, ${hours} h of virtual time)\n`,
);
process.exitCode = failures === 0 ? 0 : 1;
