/** Reading and writing messages. */
import type { Database } from 'better-sqlite3';
import type { Attachment, Message, MessagePage } from '../../../../shared/contract/entities.ts';
import { mergeMessage } from '../merge.ts';
import type { MessagePatch } from '../records.ts';
import type { MessageRow } from '../row-types.ts';
import { attachmentOf, messageOf } from '../rows.ts';
import { fromJson, sql, upsertText } from '../sql.ts';
import type { Files } from '../sql.ts';
import { gapsBetween, runsOf } from './message-runs.ts';

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
  'quoted_id',
  'updated_at',
] as const satisfies readonly (keyof MessageRow)[];

const columnList = messageColumns.join(', ');
const messageUpsert = upsertText('message', messageColumns, ['conversation_id', 'id']);
const byIdText = `SELECT ${columnList} FROM message WHERE conversation_id = ? AND id = ?`;
export const byClientIdText = `SELECT ${columnList} FROM message INDEXED BY message_client WHERE client_id = ?
  ORDER BY seq LIMIT 1`;
export const messagePageText = `SELECT ${columnList} FROM message
  WHERE conversation_id = ? AND id < ? ORDER BY id DESC LIMIT ?`;

export function messagePage(
  { cache }: Files,
  args: { readonly conversationId: number; readonly before: number | null; readonly limit: number },
): MessagePage {
  const before = args.before ?? Number.MAX_SAFE_INTEGER;
  const rows = sql<MessageRow>(cache, messagePageText).all(args.conversationId, before, args.limit + 1);
  return {
    rows: withQuoted(cache, rows.slice(0, args.limit).toReversed()),
    hasOlder: rows.length > args.limit,
    ...holesAround(cache, args.conversationId, rows),
  };
}

/** `rows`: newest first, with the one before the page where there is one, so that no hole lies between two pages. */
export function holesAround(
  cache: Database,
  conversationId: number,
  rows: readonly Pick<MessageRow, 'id'>[],
): Pick<MessagePage, 'gaps' | 'serverHasOlder'> {
  const runs = runsOf(cache, conversationId);
  const ids = rows.map(({ id }) => id).toReversed();
  return { gaps: gapsBetween(runs, ids), serverHasOlder: runs[0]?.from !== 0 };
}

/** Each with what it answers, as far as that is on this device. */
export function withQuoted(cache: Database, rows: readonly MessageRow[]): Message[] {
  const byId = sql<MessageRow>(cache, byIdText);
  return rows.map((row) =>
    messageOf(row, row.quoted_id === null ? null : (byId.get(row.conversation_id, row.quoted_id) ?? null)),
  );
}

/** Null: no message on this device has it. */
export function getAttachment(cache: Database, id: number): Attachment | null {
  const row = sql<{ entity: string }>(cache, 'SELECT entity FROM attachment WHERE id = ?').get(id);
  return row === undefined ? null : attachmentOf(fromJson(row.entity));
}

export function hasMessage({ cache }: Files, args: { readonly conversationId: number; readonly id: number }): boolean {
  return sql(cache, byIdText).get(args.conversationId, args.id) !== undefined;
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
