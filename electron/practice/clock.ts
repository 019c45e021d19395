/** The practice clock: the computer's clock plus everything that was skipped. Epoch milliseconds. */
export interface PracticeClock {
  now(): number;
  skip(ms: number): void;
  readonly skippedMs: number;
}

export function createPracticeClock(wallNow: () => number, skippedMs = 0): PracticeClock {
  let skipped = skippedMs;
  return {
    now: () => wallNow() + skipped,
    skip(ms) {
      skipped += ms;
    },
    get skippedMs() {
      return skipped;
    },
  };
}

/** The passing of time, so that tests can let hours pass in a moment. */
export interface PracticeTimers {
  /** Calls `run` once after `delayMs`, unless it is cancelled first. */
  schedule(delayMs: number, run: () => void): { cancel(): void };
  /** Calls `run` after everything that is being done right now. */
  soon(run: () => void): void;
}

/** Node's timers overflow beyond this. */
const longestTimerMs = 2_147_483_647;

export const systemTimers: PracticeTimers = {
  schedule(delayMs, run) {
    const timer = setTimeout(run, Math.min(Math.max(delayMs, 0), longestTimerMs));
    return { cancel: () => clearTimeout(timer) };
  },
  soon: (run) => void setImmediate(run),
};
