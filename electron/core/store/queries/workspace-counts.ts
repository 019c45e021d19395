/** What the list of workspaces says of each. */
import type { Files } from '../sql.ts';
import { sql } from '../sql.ts';

export const unreadOfMineText = `SELECT count(*) AS many FROM conversation INDEXED BY conversation_shelf
  WHERE shelf = 'open' AND assignee_id = ? AND unread > 0`;
export const unsentText = `SELECT count(*) AS many FROM outbox INDEXED BY outbox_unsettled
  WHERE settled = 0 AND server_id IS NULL`;

export function workspaceCounts({ cache, desk }: Files, meId: number): { unread: number; unsent: number } {
  return {
    unread: sql<{ many: number }>(cache, unreadOfMineText).get(meId)?.many ?? 0,
    unsent: sql<{ many: number }>(desk, unsentText).get()?.many ?? 0,
  };
}
