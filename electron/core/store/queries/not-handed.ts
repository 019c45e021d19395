/** Messages that the server accepted and never gave to WhatsApp: its job was lost or hangs (chatwoot-api §3.6 e). */
import type { OutboxProblem } from '../../../../shared/contract/outbox.ts';
import type { OutboxRow } from '../row-types.ts';
import { sql } from '../sql.ts';
import type { Files } from '../sql.ts';
import { messageByClientId } from './messages.ts';

const problem: OutboxProblem = { kind: 'not-handed-over' };

export const acceptedText = `SELECT * FROM outbox INDEXED BY outbox_under_way
  WHERE state IN ('accepted', 'handed') AND state = 'accepted' AND kind IN ('reply', 'template') AND problem IS NULL AND created_at > ?`;

/** What is older was accepted by a channel that never tells, or marked long ago. */
const lookBackMs = 24 * 3_600_000;

/**
 * Gives those accepted before `acceptedBefore` (server epoch ms) this problem. Answers their conversations, and the
 * time of the oldest one that is still given time. Only WhatsApp's channels say when they handed something over.
 */
export function markNotHanded(
  { cache, desk }: Files,
  { acceptedBefore }: { readonly acceptedBefore: number },
): { conversationIds: number[]; nextAt: number | null } {
  const kindOf = sql<{ kind: string }>(
    cache,
    'SELECT channel.kind FROM conversation JOIN channel ON channel.id = channel_id WHERE conversation.id = ?',
  );
  const marked = new Set<number>();
  let nextAt: number | null = null;
  for (const row of sql<OutboxRow>(desk, acceptedText).all(acceptedBefore - lookBackMs)) {
    const message = messageByClientId(cache, row.client_id);
    if (message === null || kindOf.get(row.conversation_id)?.kind !== 'whatsapp') continue;
    if (message.at > acceptedBefore) {
      nextAt = Math.min(nextAt ?? message.at, message.at);
      continue;
    }
    sql(desk, 'UPDATE outbox SET problem = ? WHERE client_id = ?').run(JSON.stringify(problem), row.client_id);
    marked.add(row.conversation_id);
  }
  return { conversationIds: [...marked], nextAt };
}
