import { useEffect, useMemo, useState } from 'react';
import type { Client } from '../../shared/contract/client.ts';
import type { EventName } from '../../shared/contract/contract.ts';
import { coalesce } from './coalesce.ts';

export interface KeptFresh<T> {
  /** Null: nothing was answered so far. */
  readonly value: T | null;
  /** The last time it could not be read. What is on the screen stays true, and the next event asks again. */
  readonly failed: boolean;
  readonly readAgain: () => void;
}

/**
 * What `ask` answers: asked now, after each of `events`, and when a broken wire is back. `ask` and `events` are the same in every
 * render.
 */
export function useKeptFresh<T>(
  client: Client,
  events: readonly EventName[],
  ask: (client: Client) => Promise<T>,
): KeptFresh<T> {
  const [value, setValue] = useState<T | null>(null);
  const [failed, setFailed] = useState(false);
  const readAgain = useMemo(() => {
    const read = coalesce(async () => {
      try {
        const answer = await ask(client);
        setValue(() => answer);
        setFailed(false);
      } catch {
        setFailed(true);
      }
    });
    return () => void read();
  }, [client, ask]);
  useEffect(() => {
    const stops = [
      ...events.map((event) => client.on(event, readAgain)),
      client.onConnection((connected) => {
        if (connected) readAgain();
      }),
    ];
    readAgain();
    return () => {
      for (const stop of stops) stop();
    };
  }, [client, events, readAgain]);
  return { value, failed, readAgain };
}
