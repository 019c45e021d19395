import { useEffect, useMemo, useState } from 'react';
import type { Client } from '../../../shared/contract/client.ts';
import type { Message } from '../../../shared/contract/entities.ts';
import { useClient } from '../../api/client.tsx';
import { useApp } from '../../state/app-provider.tsx';

const pageRows = 200;

export interface AllMessages {
  /** Oldest first; what the thread shows is always among them. */
  readonly messages: readonly Message[];
  /** True once everything on this device has been read. */
  readonly complete: boolean;
}

const none: readonly Message[] = [];

/** All messages of the open conversation on this device, read page by page while `wanted`. */
export function useAllMessages(conversationId: number, wanted: boolean): AllMessages {
  const client = useClient();
  const [older, setOlder] = useState<AllMessages>({ messages: none, complete: false });
  const shown = useApp((state) => (state.thread?.conversationId === conversationId ? state.thread.messages : none));
  useEffect(() => {
    if (!wanted) return undefined;
    const control = new AbortController();
    void readBack(client, conversationId, control.signal, setOlder);
    return () => control.abort();
  }, [client, conversationId, wanted]);
  const messages = useMemo(() => {
    const byId = new Map([...older.messages, ...shown].map((message) => [message.id, message]));
    return [...byId.values()].toSorted((a, b) => a.id - b.id);
  }, [older.messages, shown]);
  return { messages, complete: older.complete };
}

async function readBack(
  client: Client,
  conversationId: number,
  signal: AbortSignal,
  set: (found: AllMessages) => void,
): Promise<void> {
  let messages: readonly Message[] = [];
  let before: number | null = null;
  try {
    while (!signal.aborted) {
      const page: { rows: Message[]; hasOlder: boolean } = await client.call('messages.list', {
        conversationId,
        before,
        limit: pageRows,
      });
      if (signal.aborted) return;
      messages = [...page.rows, ...messages];
      const complete = !page.hasOlder || page.rows.length === 0;
      set({ messages, complete });
      if (complete) return;
      before = page.rows[0]?.id ?? null;
    }
  } catch {
    // What was found stays; `complete` goes on saying that it is not everything.
  }
}
