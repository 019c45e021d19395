/** One change of many conversations at once: the agent marked them in the list. */
import type { AddToMany } from '../call-types.ts';
import { deriveConversations } from '../derive.ts';
import type { Files } from '../sql.ts';
import { sql } from '../sql.ts';
import { syncInfo } from './conversations.ts';
import { addOutbox } from './outbox.ts';

/** All of them in one transaction or, if one is not on this device, none. Answers those that are not. */
export function addToMany(files: Files, { targets, action, createdAt }: AddToMany): number[] {
  const known = sql(files.cache, 'SELECT 1 FROM conversation WHERE id = ?');
  const unknown = targets.filter(({ conversationId }) => known.get(conversationId) === undefined);
  if (unknown.length > 0) return unknown.map(({ conversationId }) => conversationId);
  try {
    files.desk.transaction(() => {
      for (const { conversationId, clientId } of targets) {
        addOutbox(files, {
          item: {
            clientId,
            conversationId,
            content: { kind: 'action', action },
            createdAt,
            mustLeaveBy: null,
            leavesAt: null,
            baseMessageId: syncInfo(files, conversationId)?.newestMessageId ?? null,
            state: 'queued',
          },
        });
      }
    })();
  } catch (error) {
    // The cache already shows what the desk took back.
    deriveConversations(
      files,
      targets.map(({ conversationId }) => conversationId),
    );
    throw error;
  }
  return [];
}
