import { useEffect, useMemo, useState } from 'react';
import type { Client } from '../../../shared/contract/client.ts';
import type { CallResult } from '../../../shared/contract/contract.ts';
import { coalesce } from '../../state/coalesce.ts';

export type DeskLockState = CallResult<'deskLock.get'>;

/** Null: not known yet. */
export function useDeskLock(client: Client): DeskLockState | null {
  const [state, setState] = useState<DeskLockState | null>(null);
  const read = useMemo(
    () =>
      coalesce(async () => {
        // A broken wire: asked again when it is back.
        const answer = await client.call('deskLock.get', {}).catch(() => null);
        if (answer !== null) setState(answer);
      }),
    [client],
  );
  useEffect(() => {
    const stops = [
      client.on('deskLock.changed', () => void read()),
      client.onConnection((connected) => {
        if (connected) void read();
      }),
    ];
    void read();
    return () => {
      for (const stop of stops) stop();
    };
  }, [client, read]);
  return state;
}
