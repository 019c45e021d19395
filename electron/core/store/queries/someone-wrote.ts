/** Who else wrote into a conversation since its agent last looked: what the stale-reply guard asks. */
import type { OutboxProblem } from '../../../../shared/contract/outbox.ts';
import type { SomeoneWroteArgs } from '../call-types.ts';
import type { MessageRow } from '../row-types.ts';
import { fromJson, sql } from '../sql.ts';
import type { Files } from '../sql.ts';

type SomeoneWrote = Extract<OutboxProblem, { kind: 'someone-wrote' }>;
type Candidate = Pick<MessageRow, 'id' | 'kind' | 'author' | 'client_id'>;
type StoredAuthor = { readonly kind: string; readonly id: number | null; readonly name: string };

export const writtenSinceText = `SELECT id, kind, author, client_id FROM message
  WHERE conversation_id = ? AND id > ? AND kind IN ('incoming', 'outgoing') ORDER BY id LIMIT 200`;

/** The first message that the agent cannot have read; null: there is none. Notes, activities and bots do not count. */
export function someoneWrote(files: Files, args: SomeoneWroteArgs): SomeoneWrote | null {
  const from = Math.min(args.customerAfter, args.colleagueAfter);
  for (const row of sql<Candidate>(files.cache, writtenSinceText).all(args.conversationId, from)) {
    const author = row.author === null ? null : fromJson<StoredAuthor>(row.author);
    if (row.kind === 'incoming' && row.id > args.customerAfter) {
      const name = author?.name ?? '';
      return {
        kind: 'someone-wrote',
        who: 'customer',
        name: name === '' ? contactName(files, args) : name,
        messageId: row.id,
      };
    }
    if (row.kind === 'outgoing' && row.id > args.colleagueAfter && !isOwn(files, row, author, args.meId)) {
      return { kind: 'someone-wrote', who: 'colleague', name: author?.name ?? '', messageId: row.id };
    }
  }
  return null;
}

/** From this device, by this agent on another one, or by no person at all. */
function isOwn({ desk }: Files, row: Candidate, author: StoredAuthor | null, meId: number): boolean {
  if (author !== null && (author.id === meId || author.kind === 'bot' || author.kind === 'system')) return true;
  if (row.client_id === null) return false;
  const text = `SELECT 1 FROM outbox WHERE client_id = @id UNION ALL SELECT 1 FROM outbox_history WHERE client_id = @id`;
  return sql(desk, text).get({ id: row.client_id }) !== undefined;
}

function contactName({ cache }: Files, { conversationId }: SomeoneWroteArgs): string {
  const text = 'SELECT contact FROM conversation WHERE id = ?';
  const contact = sql<{ contact: string | null }>(cache, text).get(conversationId)?.contact ?? null;
  return contact === null ? '' : fromJson<{ name: string }>(contact).name;
}
