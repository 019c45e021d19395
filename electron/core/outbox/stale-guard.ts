/**
 * The stale-reply guard: a reply that answers something the conversation has moved past is held for a person. A
 * colleague's message always counts. The customer's count if the agent cannot have seen them: everything after a reply
 * that was written offline, and what only the pull brought to light. A customer who writes on while the agent looks at
 * the thread holds nothing back.
 */
import type { OutboxProblem } from '../../../shared/contract/outbox.ts';
import type { Connector } from '../connectors/connector.ts';
import type { Clock } from '../ports.ts';
import type { OutboxRecord } from '../store/call-types.ts';
import type { Applied } from '../store/records.ts';
import type { Store } from '../store/store-client.ts';
import { refreshMessages } from '../sync/message-sync.ts';
import { readUnknown } from '../sync/page-walk.ts';
import type { Freshness } from './freshness.ts';

export interface GuardPorts {
  readonly connector: Connector;
  readonly store: Store;
  readonly clock: Clock;
  readonly onApplied: (applied: Applied) => void;
  /** Our own agent; 0 before the first sign-in. */
  readonly meId: () => number;
}

/** Null: it may leave. At most one look at the server; rejects with its `ConnectorError`. */
export async function whyStale(
  ports: GuardPorts,
  freshness: Freshness,
  item: OutboxRecord,
): Promise<OutboxProblem | null> {
  const { store } = ports;
  const { conversationId } = item;
  const seen = item.seenMessageId ?? 0;
  const shown = (await store.call('conversation.syncInfo', { id: conversationId }))?.newestMessageId ?? 0;
  await pullFresh(ports, freshness, conversationId);
  return store.call('message.someoneWrote', {
    conversationId,
    meId: ports.meId(),
    colleagueAfter: seen,
    customerAfter: freshness.wasWrittenLive(item.clientId) ? Math.max(seen, shown) : seen,
  });
}

/**
 * A conversation that is not here, because the cache was begun anew or it is out of the list: without it neither its window
 * nor its templates can be judged. Rejects with a `ConnectorError`, of kind `not-found` if the server does not have it either.
 */
export async function pullUnknown(ports: GuardPorts, conversationId: number): Promise<void> {
  // No connection's own step: what comes back after its end is as true.
  await readUnknown({ ...ports, check: () => undefined }, conversationId);
}

/** At most one look at the server; rejects with its `ConnectorError`. */
export async function pullFresh(ports: GuardPorts, freshness: Freshness, conversationId: number): Promise<void> {
  if (freshness.isFresh(conversationId)) return;
  const askedAt = ports.clock.monotonicNow();
  await refreshMessages(ports, conversationId);
  freshness.pulled(conversationId, askedAt);
}
