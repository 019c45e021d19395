/**
 * Times something over and over, and prints it as figures and as a ratio to a baseline. The ratio is of processor time: it
 * outlives the machine, and whatever else the machine is doing.
 */

export interface Figures {
  readonly name: string;
  readonly p50: number;
  readonly p95: number;
  readonly worst: number;
  /** Processor time of one round, on average. */
  readonly cpu: number;
}

/** Milliseconds. The first rounds warm the caches and do not count. */
export function measure(name: string, rounds: number, run: (round: number) => void): Figures {
  for (let round = 0; round < Math.min(5, rounds); round += 1) run(round);
  const times: number[] = [];
  const before = process.threadCpuUsage();
  for (let round = 0; round < rounds; round += 1) {
    const startedAt = performance.now();
    run(round + 5);
    times.push(performance.now() - startedAt);
  }
  const { user, system } = process.threadCpuUsage(before);
  times.sort((a, b) => a - b);
  const at = (part: number): number => times[Math.min(Math.floor(times.length * part), times.length - 1)] ?? 0;
  return { name, p50: at(0.5), p95: at(0.95), worst: at(1), cpu: (user + system) / 1_000 / rounds };
}

export function print(figures: Figures, baseline: Figures): void {
  const ms = (value: number): string => value.toFixed(3).padStart(10);
  const ratio = `${(figures.cpu / baseline.cpu).toFixed(1)}×`.padStart(10);
  process.stdout.write(
    `${figures.name.padEnd(58)}${ms(figures.p50)}${ms(figures.p95)}${ms(figures.worst)}${ms(figures.cpu)}${ratio}\n`,
  );
}

export function printHead(): void {
  const heads = ['p50 ms', 'p95 ms', 'worst ms', 'cpu ms', '× one row'].map((head) => head.padStart(10));
  process.stdout.write(`${''.padEnd(58)}${heads.join('')}\n`);
}
