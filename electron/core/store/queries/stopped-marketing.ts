/** Whether the customer of a conversation stopped marketing messages, as WhatsApp said when it refused one. */
import { stoppedMarketingCode } from '../../../../shared/templates/opt-out.ts';
import { failureOf } from '../rows.ts';
import type { Files } from '../sql.ts';
import { sql } from '../sql.ts';

/** They stop it for one number of the business: refusals in any conversation of theirs with it. CROSS keeps the order. */
export const refusalsText = `SELECT message.failure FROM conversation AS this
  CROSS JOIN conversation AS other INDEXED BY conversation_contact
    ON other.contact_id = this.contact_id AND other.channel_id = this.channel_id
  CROSS JOIN message INDEXED BY message_failed ON message.conversation_id = other.id AND message.status = 'failed'
  WHERE this.id = ? AND message.failure IS NOT NULL`;

export function stoppedMarketing({ cache }: Files, conversationId: number): boolean {
  return sql<{ failure: string }>(cache, refusalsText)
    .all(conversationId)
    .some(({ failure }) => failureOf(failure).code === stoppedMarketingCode);
}
