import type { Client } from '../../../shared/contract/client.ts';
import type { CallResult } from '../../../shared/contract/contract.ts';
import { useKeptFresh } from '../../state/use-kept-fresh.ts';

export type DeskLockState = CallResult<'deskLock.get'>;

const events = ['deskLock.changed'] as const;
const ask = (client: Client): Promise<DeskLockState> => client.call('deskLock.get', {});

/** Null: not known yet. */
export function useDeskLock(client: Client): DeskLockState | null {
  return useKeptFresh(client, events, ask).value;
}
