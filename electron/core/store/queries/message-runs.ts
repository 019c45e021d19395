/** Which of a conversation's stored messages follow each other without a hole, and where one may be missing. */
import type { Database } from 'better-sqlite3';
import type { MessagePage } from '../../../../shared/contract/entities.ts';
import { latest, mergeRuns, type Run } from '../merge.ts';
import type { Contiguous } from '../records.ts';
import { sql } from '../sql.ts';
import { readServerRow, writeServerRow } from './server-rows.ts';

const newestText = 'SELECT contiguous_from AS "from", contiguous_to AS "to" FROM conversation WHERE id = ?';
const olderText = 'SELECT from_id AS "from", to_id AS "to" FROM older_run WHERE conversation_id = ? ORDER BY from_id';

/** Oldest first. */
export function runsOf(cache: Database, conversationId: number): readonly Run[] {
  const newest = sql<{ from: number | null; to: number | null }>(cache, newestText).get(conversationId);
  if (newest === undefined || newest.from === null || newest.to === null) return [];
  return [...sql<Run>(cache, olderText).all(conversationId), { from: newest.from, to: newest.to }];
}

/** Answers whether what is known to follow each other changed. */
export function applyContiguous(cache: Database, claim: Contiguous): boolean {
  const id = claim.conversationId;
  const stored = readServerRow(cache, id);
  if (stored === null) return false;
  const before = runsOf(cache, id);
  const after = mergeRuns(before, { from: claim.fromId, to: claim.toId ?? newestIdFrom(cache, id, claim.fromId) });
  const newest = after.at(-1);
  writeServerRow(cache, stored, {
    ...stored,
    contiguous_from: newest?.from ?? null,
    contiguous_to: newest?.to ?? null,
    messages_read_at: latest(stored.messages_read_at, claim.readAt),
  });
  forgetOlderRuns(cache, id);
  for (const run of after.slice(0, -1)) {
    sql(cache, 'INSERT INTO older_run (conversation_id, from_id, to_id) VALUES (?, ?, ?)').run(id, run.from, run.to);
  }
  return JSON.stringify(before) !== JSON.stringify(after);
}

export function forgetOlderRuns(cache: Database, conversationId: number): void {
  sql(cache, 'DELETE FROM older_run WHERE conversation_id = ?').run(conversationId);
}

function newestIdFrom(cache: Database, conversationId: number, fromId: number): number {
  const text = 'SELECT max(id) AS id FROM message WHERE conversation_id = ?';
  return Math.max(fromId, sql<{ id: number | null }>(cache, text).get(conversationId)?.id ?? 0);
}

/**
 * `ids`: of messages that follow each other on this device, oldest first. A message newer than the newest run is taken
 * to continue it: it came by itself a moment ago.
 */
export function gapsBetween(runs: readonly Run[], ids: readonly number[]): MessagePage['gaps'] {
  const last = runs.at(-1);
  const isJoined = (older: number, newer: number): boolean =>
    runs.some((run) => run.from <= older && (newer <= run.to || run === last));
  return ids.flatMap((beforeId, index) => {
    const afterId = ids[index - 1];
    return afterId === undefined || isJoined(afterId, beforeId) ? [] : [{ afterId, beforeId }];
  });
}
