/** How this device and the server stand. */
import { z } from 'zod';
import { EpochMs } from './entities.ts';

export const SyncState = z.enum(['signed-out', 'connecting', 'catching-up', 'live', 'backing-off']);
export type SyncState = z.infer<typeof SyncState>;

export const SyncProblem = z.enum([
  'offline', // no route to the server
  'server-down', // it answered with 5xx or not in time
  'rate-limited',
  'bad-response', // not the JSON we expect: something between, or a wrong address
  'captive-portal', // this network answers in place of the server and wants a sign-in of its own
  'proxy', // a proxy on the way wants a sign-in, or cannot be reached
  'refused', // the server answers, but refuses this agent: account suspended, no longer a member, …
  'signed-out',
]);
export type SyncProblem = z.infer<typeof SyncProblem>;

export const SyncStatus = z.object({
  state: SyncState,
  problem: SyncProblem.nullable(),
  /** When the server was last known to agree with this device; null: never. */
  lastLiveAt: EpochMs.nullable(),
  /** Since when the device has been cut off; null: connected. */
  offlineSince: EpochMs.nullable(),
  /** First sync: conversations stored, and how many there are (null: not known yet). */
  progress: z.object({ done: z.number().int(), total: z.number().int().nullable() }).nullable(),
  /** When the next try starts, in server time; null: none planned. */
  retryAt: EpochMs.nullable(),
  /** What the last failure was, for the details and the diagnostics page; technical English, no user text, no token. */
  lastError: z.string().nullable().default(null),
});
export type SyncStatus = z.infer<typeof SyncStatus>;
