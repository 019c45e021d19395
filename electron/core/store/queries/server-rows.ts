/** The server's half of conversation rows: read, merged and written back as a whole. */
import type { Database } from 'better-sqlite3';
import type { ServerConversationRow } from '../row-types.ts';
import { sql, upsertText } from '../sql.ts';

const serverColumns = [
  'id',
  'channel_id',
  'versions',
  'updated_at',
  'created_at',
  'contact',
  'server_labels',
  'server_priority',
  'server_team_id',
  'waiting_since',
  'agent_seen_at',
  'can_reply',
  'can_reply_at',
  'server_status',
  'server_snoozed_until',
  'server_assignee_id',
  'server_unread',
  'server_last_activity_at',
  'contiguous_from',
  'contiguous_to',
  'messages_read_at',
  'server_mentioned_at',
] as const satisfies readonly (keyof ServerConversationRow)[];

const readServerText = `SELECT ${serverColumns.join(', ')} FROM conversation WHERE id = ?`;
const serverUpsert = upsertText('conversation', serverColumns, ['id']);

export function readServerRow(cache: Database, id: number): ServerConversationRow | null {
  return sql<ServerConversationRow>(cache, readServerText).get(id) ?? null;
}

/** Answers whether anything changed. */
export function writeServerRow(
  cache: Database,
  stored: ServerConversationRow | null,
  next: ServerConversationRow,
): boolean {
  if (stored !== null && serverColumns.every((column) => stored[column] === next[column])) return false;
  sql(cache, serverUpsert).run({ ...next });
  return true;
}
