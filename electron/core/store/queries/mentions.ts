/** Where I was, or one of my teams was, named: by the server's word, or by a note that is stored here. */
import type { Database } from 'better-sqlite3';
import { latest } from '../merge.ts';
import type { ServerConversationRow } from '../row-types.ts';
import { sql } from '../sql.ts';
import { readServerRow, writeServerRow } from './server-rows.ts';

/** Written by the core when it signs in: a note says whom it names by id. */
export const meIdKey = 'meId';

/** Chatwoot's form of a mention, `(mention://user/7/Asha%20K)` (chatwoot-api §6): the id ends at the slash. */
export const newestMentionText = `SELECT max(m.at) AS at FROM message AS m INDEXED BY message_mention
  WHERE m.conversation_id = ? AND m.kind = 'note' AND instr(m.text, 'mention://') > 0 AND m.deleted = 0 AND (
    instr(m.text, 'mention://user/' || (SELECT value FROM sync_value WHERE key = '${meIdKey}') || '/') > 0
    OR EXISTS (SELECT 1 FROM team AS t WHERE t.mine = 1 AND instr(m.text, 'mention://team/' || t.id || '/') > 0))`;

/** Server epoch ms; null: never, as far as this device knows. */
export function mentionedAt(cache: Database, row: ServerConversationRow): number | null {
  const noted = sql<{ at: number | null }>(cache, newestMentionText).get(row.id)?.at ?? null;
  return latest(noted, row.server_mentioned_at);
}

/** Answers whether anything changed. */
export function applyMention(cache: Database, conversationId: number, at: number): boolean {
  const stored = readServerRow(cache, conversationId);
  if (stored === null) return false;
  const next = { ...stored, server_mentioned_at: latest(Math.floor(at), stored.server_mentioned_at) };
  return writeServerRow(cache, stored, next);
}
