import type { StoreStats } from '../call-types.ts';
import { sql } from '../sql.ts';
import type { Files } from '../sql.ts';

export function storeStats({ cache, desk }: Files): StoreStats {
  const newest = sql<{ at: number | null }>(cache, 'SELECT max(last_activity_at) AS at FROM conversation').get();
  const messages = sql<{ many: number }>(cache, 'SELECT count(*) AS many FROM message').get()?.many ?? 0;
  return {
    conversations: sql<{ many: number }>(cache, 'SELECT count(*) AS many FROM conversation').get()?.many ?? 0,
    messages,
    outbox: sql<{ many: number }>(desk, 'SELECT count(*) AS many FROM outbox WHERE settled = 0').get()?.many ?? 0,
    drafts: sql<{ many: number }>(desk, 'SELECT count(*) AS many FROM draft').get()?.many ?? 0,
    newestMessageAt: messages === 0 ? null : (newest?.at ?? null),
  };
}
