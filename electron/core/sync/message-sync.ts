/**
 * Brings the messages of one conversation up to date, and keeps track of which of them this device has without a hole:
 * a thread with a gap must show the gap.
 */
import { ConnectorError } from '../connectors/connector.ts';
import type { Applied, Contiguous, MessagePatch } from '../store/records.ts';
import type { Store } from '../store/store-client.ts';
import type { Reads } from './request-budget.ts';

/** A conversation that grew by more than this many messages while we were away is shown with a gap instead. */
const mostCatchUpRequests = 10;
/** Of up to a thousand messages each. What a gap holds beyond that stays a gap. */
const mostGapRequests = 10;

export interface MessageSyncPorts {
  readonly connector: Reads;
  readonly store: Store;
  readonly onApplied: (applied: Applied) => void;
}

/**
 * Reads the newest page (which also tells new statuses and deletions of rows we have) and, if that does not reach back
 * to the unbroken run we have, everything in between. A conversation the server does not know any more is removed.
 */
export async function refreshMessages(ports: MessageSyncPorts, conversationId: number): Promise<void> {
  const known = await ports.store.call('conversation.syncInfo', { id: conversationId });
  // Not the newest message stored: single ones arrive ahead of the rest, with a list or by the live channel.
  const runEnd = known?.contiguousTo ?? null;
  // What changes while we ask has a newer version, and is asked for again.
  const asOf = known?.updatedAt === null || known === null ? {} : { readAt: known.updatedAt };
  try {
    const newest = await ports.connector.newestMessages(conversationId);
    const firstId = newest.more ? (newest.messages[0]?.id ?? 0) : 0;
    const between = runEnd === null || firstId <= runEnd ? [] : await messagesSince(ports, conversationId, runEnd);
    const fromId = between === null ? firstId : Math.min(firstId, runEnd ?? firstId);
    await apply(ports, [...(between ?? []), ...newest.messages], { conversationId, fromId, ...asOf });
  } catch (error) {
    if (!(error instanceof ConnectorError) || error.kind !== 'not-found') throw error;
    ports.onApplied(await ports.store.call('cache.apply', { removed: [conversationId] }));
  }
}

/** Everything after a message; null if that is so much that the thread is better shown with a gap. */
async function messagesSince(
  ports: MessageSyncPorts,
  conversationId: number,
  messageId: number,
): Promise<readonly MessagePatch[] | null> {
  const messages: MessagePatch[] = [];
  for (let request = 0; request < mostCatchUpRequests; request += 1) {
    const batch = await ports.connector.messagesAfter(conversationId, messages.at(-1)?.id ?? messageId);
    messages.push(...batch.messages);
    if (!batch.more) return messages;
  }
  return null;
}

/** Asks for the page before the oldest message on this device. Returns false if there is nothing older. */
export async function loadOlderMessages(ports: MessageSyncPorts, conversationId: number): Promise<boolean> {
  const known = await ports.store.call('conversation.syncInfo', { id: conversationId });
  if (known === null || known.reachesStart) return false;
  const before = known.oldestMessageId;
  if (before === null) {
    await refreshMessages(ports, conversationId);
    return true;
  }
  const batch = await ports.connector.messagesBefore(conversationId, before);
  const fromId = batch.more ? (batch.messages[0]?.id ?? 0) : 0;
  await apply(ports, batch.messages, { conversationId, fromId, toId: before });
  return true;
}

/** Reads what lies between two stored messages, from the older one on. */
export async function fillGap(
  ports: MessageSyncPorts,
  conversationId: number,
  afterId: number,
  beforeId: number,
): Promise<void> {
  let fromId = afterId;
  for (let request = 0; request < mostGapRequests; request += 1) {
    const { messages, more } = await ports.connector.messagesBetween(conversationId, fromId, beforeId);
    const toId = more ? (messages.at(-1)?.id ?? fromId) : beforeId;
    await apply(ports, messages, { conversationId, fromId, toId });
    if (!more || toId <= fromId) return;
    fromId = toId;
  }
}

async function apply(
  ports: MessageSyncPorts,
  messages: readonly MessagePatch[],
  contiguous: Contiguous,
): Promise<void> {
  ports.onApplied(await ports.store.call('cache.apply', { messages, contiguous: [contiguous] }));
}
