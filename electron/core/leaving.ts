/** The last chance, before Latchkey ends, for what has not left this computer. */
import type { Clock } from './ports.ts';

/** How long what has not left may still try to. */
export const lastChanceMs = 2000;
const askEveryMs = 250;

export interface LeavingOptions {
  readonly clock: Clock;
  /** Tries to send at once. */
  readonly wake: () => void;
  /** By query: what has not left this computer. */
  readonly unsent: () => Promise<number>;
}

/** What is still here when all of it left, or time is up. Never rejects. */
export async function lastChance({ clock, wake, ...options }: LeavingOptions): Promise<number> {
  const until = clock.monotonicNow() + lastChanceMs;
  const unsent = async (): Promise<number> => {
    const { promise, resolve } = Promise.withResolvers<number>();
    // A database that does not answer cannot be waited for; what is in it stays in it.
    const limit = clock.schedule(lastChanceMs, () => resolve(0));
    options.unsent().then(resolve, () => resolve(0));
    return promise.finally(() => limit.cancel());
  };
  let left = await unsent();
  if (left > 0) wake();
  while (left > 0 && clock.monotonicNow() < until) {
    // oxlint-disable-next-line no-await-in-loop -- a look at a time
    await new Promise<void>((resolve) => void clock.schedule(askEveryMs, resolve));
    // oxlint-disable-next-line no-await-in-loop
    left = await unsent();
  }
  return left;
}
