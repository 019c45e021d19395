import { useEffect, useState } from 'react';
import type { Conversation } from '../../../shared/contract/entities.ts';
import { useClient } from '../../api/client.tsx';
import { noFilter } from '../../state/store.ts';

/** The conversation whose window closes next, if one does in the next hours, whoever has it. `wanted`: somebody looks. */
export function useNextClosing(wanted: boolean): Conversation | null {
  const client = useClient();
  const [next, setNext] = useState<Conversation | null>(null);
  useEffect(() => {
    if (!wanted) return undefined;
    let current = true;
    const read = (): void => {
      const query = { view: 'closing', sort: 'closing', filter: noFilter, limit: 1, after: null } as const;
      client.call('conversations.list', query).then(
        ({ rows: [first] }) => current && setNext(first ?? null),
        // Without it, an empty list is still an empty list.
        () => current && setNext(null),
      );
    };
    read();
    const stop = client.on('conversations.changed', read);
    return () => {
      current = false;
      stop();
    };
  }, [client, wanted]);
  return wanted ? next : null;
}
