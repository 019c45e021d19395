import { useEffect, useMemo, type ReactNode } from 'react';
import { createClient, type Client } from '../../../shared/contract/client.ts';
import type { Transport } from '../../../shared/contract/wire.ts';
import { LockScreen } from './lock-screen.tsx';
import { useDeskLock } from './use-desk-lock.ts';

export interface DeskLockProps {
  readonly transport: Transport;
  readonly children: ReactNode;
}

/**
 * While the desk is locked nothing of it is in the page at all. The core refuses content meanwhile; what was being typed is
 * saved as the composer goes, which it still accepts.
 */
export function DeskLock({ transport, children }: DeskLockProps) {
  const client = useMemo(() => createClient(transport, null), [transport]);
  const state = useDeskLock(client);
  useHere(client);
  if (state === null) return null;
  return state.locked ? <LockScreen client={client} waitMs={state.waitMs} /> : children;
}

/** More rarely than keys are pressed, and often enough for a limit of minutes. */
const reportEveryMs = 20_000;
const inputs = ['pointerdown', 'keydown', 'wheel'] as const;

function useHere(client: Client): void {
  useEffect(() => {
    let reportedAt = Number.NEGATIVE_INFINITY;
    const here = ({ timeStamp }: Event): void => {
      if (timeStamp - reportedAt < reportEveryMs) return;
      reportedAt = timeStamp;
      client.call('deskLock.here', {}).catch(() => undefined);
    };
    const options = { passive: true, capture: true };
    for (const name of inputs) window.addEventListener(name, here, options);
    return () => {
      for (const name of inputs) window.removeEventListener(name, here, options);
    };
  }, [client]);
}
