import { useEffect, useMemo, useState } from 'react';
import type { UpdateStatus } from '../../../shared/contract/updates.ts';
import { useClient } from '../../api/client.tsx';
import { coalesce } from '../../state/coalesce.ts';

/** Null: not known yet. */
export function useUpdates(): UpdateStatus | null {
  const client = useClient();
  const [status, setStatus] = useState<UpdateStatus | null>(null);
  const read = useMemo(() => coalesce(async () => setStatus(await client.call('updates.get', {}))), [client]);
  useEffect(() => {
    // What is on the screen stays true; the next event reads again.
    const quietly = (): void => void read().catch(() => undefined);
    quietly();
    // Whether something is on its way decides what is offered.
    const stops = [client.on('updates.changed', quietly), client.on('outbox.changed', quietly)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [client, read]);
  return status;
}
