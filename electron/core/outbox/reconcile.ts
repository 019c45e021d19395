/**
 * What became of a send that got no clear answer? The server keeps our client id in `content_attributes`, so the message
 * can be looked for. Chatwoot cuts requests after 15 s, hence a second look at 20 s and a last one at 100 s.
 */
import type { Connector } from '../connectors/connector.ts';
import type { Applied } from '../store/records.ts';
import type { OutboxRecord } from '../store/call-types.ts';
import type { Store } from '../store/store-client.ts';

/** Pause before each look: the first is at once. */
const lookDelaysMs = [0, 20_000, 80_000] as const;
const mostRequests = 20;

/** Pause before look number `step` (0-based); null: there is no further look. */
export function nextSettleDelayMs(step: number): number | null {
  return lookDelaysMs[step] ?? null;
}

export interface ReconcilePorts {
  readonly connector: Connector;
  readonly store: Store;
  readonly onApplied: (applied: Applied) => void;
}

/** Reads everything newer than what was known when the item was written, into the cache, and says if it was there. */
export async function isOnServer(ports: ReconcilePorts, item: OutboxRecord): Promise<boolean> {
  let cursor = item.baseMessageId ?? 0;
  for (let request = 0; request < mostRequests; request += 1) {
    const { messages, more } = await ports.connector.messagesAfter(item.conversationId, cursor);
    ports.onApplied(await ports.store.call('cache.apply', { messages }));
    if (messages.some((message) => message.clientId === item.clientId)) return true;
    if (!more) return false;
    cursor = messages.at(-1)?.id ?? cursor;
  }
  return false;
}
