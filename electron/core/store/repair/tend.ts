/**
 * Housekeeping in small steps while nobody waits: the search index of an older file, one backup of the desk a day, and one
 * look through both files a day, a table at a time. None of it is on the way of a start.
 */
import { dirname } from 'node:path';
import { StoreError } from '../protocol.ts';
import { indexSlice } from '../queries/search-index.ts';
import { getSyncValues, setSyncValues } from '../queries/sync-values.ts';
import type { Files } from '../sql.ts';
import { sql } from '../sql.ts';
import { backUp, newestBackupAt } from './backup.ts';
import { isSound } from './check.ts';
import { markCacheDamaged } from './ladder.ts';

const day = 24 * 60 * 60 * 1000;
const checkedKey = 'store.checked-at';
const nextTableKey = 'store.check-from';

/** `nowMs`: computer's clock. `more`: there is another step to do now. Error: corrupted, if the desk file is damaged. */
export function tend(files: Files, { nowMs }: { readonly nowMs: number }): { readonly more: boolean } {
  if (indexSlice(files)) return { more: true };
  if (isDue(newestBackupAt(dirname(files.desk.name)), nowMs)) {
    // A copy of a damaged file would push out a good one.
    if (!isSound(files.desk)) throw new StoreError('corrupted', 'the desk file is damaged');
    backUp(files.desk, nowMs);
    return { more: true };
  }
  return { more: checkNextTable(files, nowMs) };
}

function isDue(lastMs: number | null, nowMs: number): boolean {
  // A clock that was set back must not stop it for good.
  return lastMs === null || nowMs - lastMs >= day || lastMs > nowMs + day;
}

function checkNextTable({ cache }: Files, nowMs: number): boolean {
  const known = getSyncValues(cache, [checkedKey, nextTableKey]);
  const from = known[nextTableKey] ?? '';
  const checkedAt = known[checkedKey] === undefined ? null : Number(known[checkedKey]);
  if (from === '' && !isDue(checkedAt, nowMs)) return false;
  const text = `SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 AND name > ? ORDER BY name LIMIT 1`;
  const table = sql<{ name: string }>(cache, text).get(from)?.name;
  if (table === undefined) {
    setSyncValues(cache, { [checkedKey]: String(Math.round(nowMs)), [nextTableKey]: '' });
    return false;
  }
  if (!isSound(cache, table)) {
    markCacheDamaged(dirname(cache.name));
    throw new StoreError('corrupted', `the cache is damaged in ${table}`);
  }
  setSyncValues(cache, { [nextTableKey]: table });
  return true;
}
