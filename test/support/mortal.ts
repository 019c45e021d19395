/**
 * Ports of a process that can be killed: from then on no timer of it fires, no answer reaches it and nothing it asks
 * for happens. What it had written to disk is all that is left.
 */
import type { Connector } from '../../electron/core/connectors/connector.ts';
import type { Clock } from '../../electron/core/ports.ts';

export interface Life {
  alive: boolean;
}

export function mortalClock(clock: Clock, life: Life): Clock {
  return {
    wallNow: () => clock.wallNow(),
    monotonicNow: () => clock.monotonicNow(),
    schedule: (delayMs, run) =>
      clock.schedule(delayMs, () => {
        if (life.alive) run();
      }),
  };
}

export function mortalConnector(connector: Connector, life: Life): Connector {
  const ifAlive = <A extends readonly unknown[]>(run: (...args: A) => void) => {
    return (...args: A): void => {
      if (life.alive) run(...args);
    };
  };
  return new Proxy(connector, {
    get(target, name: keyof Connector) {
      if (name === 'roundTrips') return () => target.roundTrips();
      if (name === 'live') {
        const live: Connector['live'] = (handlers) => {
          const entries = Object.entries(handlers) as [string, (...args: never[]) => void][];
          const wrapped = Object.fromEntries(entries.map(([key, run]) => [key, ifAlive(run)]));
          return target.live(wrapped as unknown as typeof handlers);
        };
        return live;
      }
      return async (...args: never[]) => {
        if (!life.alive) return new Promise(() => {});
        try {
          return await (target[name] as (...args: never[]) => Promise<unknown>)(...args);
        } finally {
          // The answer of a request that was under way when the process died reaches nobody.
          if (!life.alive) await new Promise(() => {});
        }
      };
    },
  });
}
