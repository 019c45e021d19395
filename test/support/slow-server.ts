/** Makes calls of a fake server take time, or no time ever, by wrapping them: the server itself knows nothing of it. */
import type { Connector } from '../../electron/core/connectors/connector.ts';
import type { FakeClock } from './fake-clock.ts';

type Call = Exclude<keyof Connector, 'live' | 'roundTrips'>;
type AnyCall = (...args: never[]) => Promise<unknown>;

export const reads = [
  'reference',
  'conversationPage',
  'conversationsChangedWithin',
  'conversation',
  'newestMessages',
  'messagesAfter',
  'messagesBefore',
  'messagesBetween',
  'mentions',
] as const satisfies readonly Call[];

/** Replaces a call; `real` is what it was. Returns the way back. */
export function wrapCall(server: Connector, name: Call, wrapped: (real: AnyCall, args: never[]) => Promise<unknown>) {
  const real = (server[name] as AnyCall).bind(server);
  Object.assign(server, { [name]: (...args: never[]) => wrapped(real, args) });
  return () => void Object.assign(server, { [name]: real });
}

/** What was asked of the server, when it started and how many were under way. Monotonic ms. */
export interface Traffic {
  readonly starts: { readonly name: Call; readonly detail: string; readonly atMs: number }[];
  atOnce: number;
  mostAtOnce: number;
}

/** Every answer of `names` takes `ms`. */
export function slowDown(server: Connector, clock: FakeClock, names: readonly Call[], ms: number): Traffic {
  const traffic: Traffic = { starts: [], atOnce: 0, mostAtOnce: 0 };
  for (const name of names) {
    wrapCall(server, name, async (real, args) => {
      traffic.starts.push({ name, detail: args.join(' '), atMs: clock.monotonicNow() });
      traffic.atOnce += 1;
      traffic.mostAtOnce = Math.max(traffic.mostAtOnce, traffic.atOnce);
      try {
        await new Promise<void>((resolve) => void clock.schedule(ms, resolve));
        return await real(...args);
      } finally {
        traffic.atOnce -= 1;
      }
    });
  }
  return traffic;
}

/** Never answers, like a line that swallows packets. */
export function swallow(server: Connector, name: Call): () => void {
  return wrapCall(server, name, () => new Promise(() => {}));
}

export function mostInAnySecond(starts: readonly number[]): number {
  return Math.max(0, ...starts.map((from) => starts.filter((at) => at >= from && at < from + 1_000).length));
}
