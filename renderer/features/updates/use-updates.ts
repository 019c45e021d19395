import type { Client } from '../../../shared/contract/client.ts';
import type { UpdateStatus } from '../../../shared/contract/updates.ts';
import { useClient } from '../../api/client.tsx';
import { useKeptFresh } from '../../state/use-kept-fresh.ts';

/** Whether something is on its way decides what is offered. */
const events = ['updates.changed', 'outbox.changed'] as const;
const ask = (client: Client): Promise<UpdateStatus> => client.call('updates.get', {});

/** Null: not known yet. */
export function useUpdates(): UpdateStatus | null {
  return useKeptFresh(useClient(), events, ask).value;
}
