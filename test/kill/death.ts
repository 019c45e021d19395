/** Counts the moments of one point and ends the process at the chosen one, as abruptly as the system can. */
import { writeSync } from 'node:fs';
import type { Death, KillPointName } from './kill-points.ts';

export interface Reaper {
  /** Call it at the moment itself. Does not return if this is the one. */
  reach(point: KillPointName): void;
  /** True if the next `reach` of this point is the one. */
  isNext(point: KillPointName): boolean;
}

export function createReaper(death: Death | null): Reaper {
  let count = 0;
  const isNext = (point: KillPointName): boolean => death?.point === point && count + 1 === death.nth;
  return {
    isNext,
    reach(point) {
      const isTheOne = isNext(point);
      if (death?.point === point) count += 1;
      if (isTheOne) dieAt(point);
    },
  };
}

/** Tells through the file descriptor itself: a stream of Node would still be waiting for its turn. */
export function dieAt(point: KillPointName): void {
  writeSync(1, `killed at ${point}\n`);
  process.kill(process.pid, 'SIGKILL');
  // The signal is on its way to every thread; nothing of this one may run on until it is there.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}
