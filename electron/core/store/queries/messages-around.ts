/** A window of one thread around a message, for jumping to it. */
import type { MessagePage } from '../../../../shared/contract/entities.ts';
import type { Files } from '../sql.ts';
import { sql } from '../sql.ts';
import { messagePage } from './messages.ts';

export type MessagesAround = MessagePage & { readonly hasNewer: boolean };

const newerText = 'SELECT id FROM message WHERE conversation_id = ? AND id >= ? ORDER BY id LIMIT ?';

/**
 * Half of `limit` is older than the anchor; the anchor itself and what is newer make the other half, and what is missing at
 * one end is not taken from the other. Without the anchor (deleted, or before a hole) it is where it would stand.
 */
export function messagesAround(
  files: Files,
  { conversationId, messageId, limit }: { conversationId: number; messageId: number; limit: number },
): MessagesAround {
  const half = Math.max(Math.floor(limit / 2), 1);
  const newer = sql<{ id: number }>(files.cache, newerText).all(conversationId, messageId, limit - half + 1);
  const beyond = newer[limit - half];
  const page = messagePage(files, {
    conversationId,
    before: beyond?.id ?? null,
    limit: Math.min(newer.length, limit - half) + half,
  });
  return { ...page, hasNewer: beyond !== undefined };
}
