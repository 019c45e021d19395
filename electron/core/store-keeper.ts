/**
 * Lets the store keep house while nobody waits for it: small steps with a pause after each, so that a call of the page never
 * waits for more than one; then a look once in an hour whether something is due again.
 */
import type { Clock, Log, Timer } from './ports.ts';
import type { Store } from './store/store-client.ts';

export interface StoreKeeperPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
}

export interface StoreKeeper {
  /** Resolves when nothing is under way any more. */
  stop(): Promise<void>;
}

/** After a start there is better to do. */
const firstMs = 5_000;
const pauseMs = 50;
const lookAgainMs = 60 * 60 * 1000;

export function keepStore({ store, clock, log }: StoreKeeperPorts): StoreKeeper {
  let timer: Timer | null = null;
  let underWay = Promise.resolve();
  let stopped = false;

  const later = (delayMs: number): void => {
    if (stopped) return;
    timer = clock.schedule(delayMs, () => {
      underWay = step();
    });
    timer.unref?.();
  };
  const step = async (): Promise<void> => {
    try {
      const { more } = await store.call('store.tend', { nowMs: clock.wallNow() });
      later(more ? pauseMs : lookAgainMs);
    } catch (error) {
      if (!stopped) log.write('warn', 'housekeeping failed', { detail: String(error) });
      later(lookAgainMs);
    }
  };

  later(firstMs);
  return {
    async stop() {
      stopped = true;
      timer?.cancel();
      await underWay;
    },
  };
}
