/** Which conversations have something unsent, for the view "drafts" and its count. */
import type { Database } from 'better-sqlite3';
import { sql } from '../sql.ts';

/** Text or files, for either audience: a draft without both is deleted. */
export function draftConversationIds(desk: Database): number[] {
  return sql<{ id: number }>(desk, 'SELECT DISTINCT conversation_id AS id FROM draft')
    .all()
    .map(({ id }) => id);
}
