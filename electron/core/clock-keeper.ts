/**
 * Keeps server time for the next start, which may happen without a network: now and then, whenever it moved by more than
 * a round trip explains, and when the computer's clock was set (the saved offset is meant against that clock).
 */
import { parseJson } from '../../shared/lang/json.ts';
import type { SavedClock } from '../../shared/clock/server-clock.ts';
import type { Log } from './ports.ts';
import type { ServerTime } from './server-time.ts';
import type { Store } from './store/store-client.ts';

export interface ClockKeeperPorts {
  readonly store: Store;
  readonly log: Log;
  readonly serverTime: ServerTime;
}

export interface ClockKeeper {
  /** Never rejects. What is not worth keeping (nothing is known) leaves the older one where it is. */
  save(): Promise<void>;
}

export async function restoreSavedClock({ store, log, serverTime }: ClockKeeperPorts): Promise<void> {
  const { clock } = await store.call('sync.get', { keys: ['clock'] });
  const saved = parseSaved(clock);
  if (saved !== null) serverTime.restore(saved);
  else if (clock !== undefined) log.write('warn', 'saved clock is unreadable', {});
}

export function keepClock({ store, log, serverTime }: ClockKeeperPorts): ClockKeeper {
  return {
    async save() {
      const saved = serverTime.save();
      if (saved === null) return;
      try {
        await store.call('sync.set', { values: { clock: JSON.stringify(saved) } });
      } catch (error) {
        log.write('warn', 'clock not saved', { detail: String(error) });
      }
    },
  };
}

/** Our own writing, but it decides about windows: half a clock is none. */
function parseSaved(text: string | undefined): SavedClock | null {
  const value = parseJson(text ?? '');
  if (typeof value !== 'object' || value === null) return null;
  const { offsetMs, newestSeenMs, uncertaintyMs, savedWallMs } = value as Record<keyof SavedClock, unknown>;
  const isWhole = [offsetMs, newestSeenMs, uncertaintyMs, savedWallMs].every((part) => Number.isFinite(part));
  return isWhole ? (value as SavedClock) : null;
}
