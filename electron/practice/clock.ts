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
