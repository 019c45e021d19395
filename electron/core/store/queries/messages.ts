/** Reading and writing messages. */
import type { Database } from 'better-sqlite3';
import type { MessagePage } from '../../../../shared/contract/entities.ts';
import { mergeMessage } from '../merge.ts';
import type { MessagePatch } from '../records.ts';
import type { MessageRow } from '../row-types.ts';
import { messageOf } from '../rows.ts';
import { sql, upsertText } from '../sql.ts';
import type { Files } from '../sql.ts';

const messageColumns = [
  'id',
  'conversation_id',
  'kind',
  'text',
  'at',
  'provider_at',
  'status',
  'source_id',
  'failure',
  'author',
  'attachments',
  'deleted',
  'client_id',
  'is_template',
  'opens_window',
  'updated_at',
] as const satisfies readonly (keyof MessageRow)[];

const columnList = messageColumns.join(', ');
const messageUpsert = upsertText('message', messageColumns, ['conversation_id', 'id']);
const byIdText = `SELECT ${columnList} FROM message WHERE conversation_id = ? AND id = ?`;
export const byClientIdText = `SELECT ${columnList} FROM message INDEXED BY message_client WHERE client_id = ?
  ORDER BY seq LIMIT 1`;
export const messagePageText = `SELECT ${columnList} FROM message
  WHERE conversation_id = ? AND id < ? AND id >= ? ORDER BY id DESC LIMIT ?`;

export function messagePage(
  { cache }: Files,
  args: { readonly conversationId: number; readonly before: number | null; readonly limit: number },
): MessagePage {
  const before = args.before ?? Number.MAX_SAFE_INTEGER;
  const conversation = sql<{ contiguous_from: number | null }>(
    cache,
    'SELECT contiguous_from FROM conversation WHERE id = ?',
  ).get(args.conversationId);
  // What lies before a hole is shown once the hole is filled: a thread must not join what does not belong together.
  const from = conversation?.contiguous_from ?? 0;
  const rows = sql<MessageRow>(cache, messagePageText).all(args.conversationId, before, from, args.limit + 1);
  return {
    rows: rows.slice(0, args.limit).toReversed().map(messageOf),
    hasOlder: rows.length > args.limit,
    serverHasOlder: conversation?.contiguous_from !== 0,
  };
}

export function messageByClientId(cache: Database, clientId: string): MessageRow | null {
  return sql<MessageRow>(cache, byClientIdText).get(clientId) ?? null;
}

/** Merges one message in; answers whether anything changed. */
export function applyMessage(cache: Database, patch: MessagePatch): boolean {
  const stored = sql<MessageRow>(cache, byIdText).get(patch.conversationId, patch.id) ?? null;
  const merged = mergeMessage(stored, patch);
  if (stored !== null && messageColumns.every((column) => stored[column] === merged[column])) return false;
  sql(cache, messageUpsert).run({ ...merged });
  if (merged.kind === 'incoming' && merged.opens_window !== 0) keepOpening(cache, merged);
  return true;
}

/** Only adds, and lets a known event's times become earlier (REST has no provider time). */
function keepOpening(cache: Database, row: MessageRow): void {
  const text = `INSERT INTO opening_event (conversation_id, message_id, kind, at, provider_at)
    VALUES (@conversation, @message, 'message', @at, @providerAt)
    ON CONFLICT (message_id) DO UPDATE SET at = excluded.at, provider_at = excluded.provider_at`;
  sql(cache, text).run({
    conversation: row.conversation_id,
    message: row.id,
    at: row.at,
    providerAt: row.provider_at,
  });
}
