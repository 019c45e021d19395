/** How much there is, counted. */
import type { Database } from 'better-sqlite3';
import type { StoreFacts } from '../call-types.ts';
import { sql } from '../sql.ts';
import type { Files } from '../sql.ts';

export function storeFacts({ cache, desk }: Files): StoreFacts {
  const newest = sql<{ at: number | null }>(cache, 'SELECT max(last_activity_at) AS at FROM conversation').get();
  const messages = count(cache, 'SELECT count(*) AS many FROM message');
  return {
    conversations: count(cache, 'SELECT count(*) AS many FROM conversation'),
    messages,
    outbox: count(desk, 'SELECT count(*) AS many FROM outbox WHERE settled = 0'),
    drafts: count(desk, 'SELECT count(*) AS many FROM draft'),
    newestMessageAt: messages === 0 ? null : (newest?.at ?? null),
    sizeBytes: sizeOf(cache) + sizeOf(desk),
  };
}

function count(db: Database, text: string): number {
  return sql<{ many: number }>(db, text).get()?.many ?? 0;
}

/** Without what is still in the log beside it. */
function sizeOf(db: Database): number {
  return Number(db.pragma('page_count', { simple: true })) * Number(db.pragma('page_size', { simple: true }));
}
