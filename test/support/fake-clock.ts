/**
 * A clock for tests: time passes only when the test says so, and the wall clock can be changed without time passing,
 * as when somebody sets the computer's clock. Timers follow monotonic time, like the real ones.
 */
import type { Clock, Timer } from '../../electron/core/ports.ts';

interface Scheduled {
  readonly dueMs: number;
  readonly order: number;
  readonly run: () => void;
}

// Taken at load, so that a test which replaces the global timers does not stop this one.
const nextTurn: (run: () => void) => void =
  typeof setImmediate === 'function' ? (run) => void setImmediate(run) : (run) => void setTimeout(run, 0);

/** Lets everything run that needs no time to pass: promise chains, stream reads, message ports. */
export async function settled(turns = 2): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) {
    await new Promise<void>((resolve) => nextTurn(resolve));
  }
}

export class FakeClock implements Clock {
  #wallMs: number;
  #monotonicMs = 1_000;
  #order = 0;
  readonly #timers = new Set<Scheduled>();

  /** `wallStart` is epoch ms. */
  constructor(wallStart: number = Date.UTC(2026, 0, 14, 12, 0, 0)) {
    this.#wallMs = wallStart;
  }

  wallNow(): number {
    return this.#wallMs;
  }

  monotonicNow(): number {
    return this.#monotonicMs;
  }

  schedule(delayMs: number, run: () => void): Timer {
    const timer: Scheduled = { dueMs: this.#monotonicMs + Math.max(0, delayMs), order: this.#order, run };
    this.#order += 1;
    this.#timers.add(timer);
    return { cancel: () => void this.#timers.delete(timer) };
  }

  /** Lets `ms` pass on both clocks. Timers run in order, each at its own time, and promises settle in between. */
  async advance(ms: number): Promise<void> {
    const endMs = this.#monotonicMs + ms;
    await settled();
    for (let timer = this.#soonest(endMs); timer !== null; timer = this.#soonest(endMs)) {
      this.#timers.delete(timer);
      this.#passTo(timer.dueMs);
      timer.run();
      await settled();
    }
    this.#passTo(endMs);
    await settled();
  }

  /** Changes the computer's clock by `ms` (may be negative) while no time passes. */
  jumpWall(ms: number): void {
    this.#wallMs += ms;
  }

  /**
   * The computer sleeps: time passes and no timer runs. Those that became due run with the next `advance`. With
   * `stopped: 'monotonic'` that clock stands still meanwhile, as Linux's does.
   */
  sleep(ms: number, stopped: 'none' | 'monotonic' = 'none'): void {
    this.#wallMs += ms;
    if (stopped === 'none') this.#monotonicMs += ms;
  }

  /** How many timers are waiting: 0 after everything was stopped. */
  get pending(): number {
    return this.#timers.size;
  }

  #passTo(monotonicMs: number): void {
    const passed = Math.max(0, monotonicMs - this.#monotonicMs);
    this.#monotonicMs += passed;
    this.#wallMs += passed;
  }

  #soonest(untilMs: number): Scheduled | null {
    let best: Scheduled | null = null;
    for (const timer of this.#timers) {
      if (timer.dueMs > untilMs) continue;
      if (best === null || timer.dueMs < best.dueMs || (timer.dueMs === best.dueMs && timer.order < best.order))
        best = timer;
    }
    return best;
  }
}
