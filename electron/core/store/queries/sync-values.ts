/** The sync engine's own notes (cursors, times), in the file they belong to. Keys with `store.` are the store's. */
import type { Database } from 'better-sqlite3';
import { sql, upsertText } from '../sql.ts';

/** Keys without a value are missing from the answer. */
export function getSyncValues(cache: Database, keys: readonly string[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const key of keys) {
    const row = sql<{ value: string }>(cache, 'SELECT value FROM sync_value WHERE key = ?').get(key);
    if (row !== undefined) found[key] = row.value;
  }
  return found;
}

export function setSyncValues(cache: Database, values: Readonly<Record<string, string>>): void {
  const text = upsertText('sync_value', ['key', 'value'], ['key']);
  cache.transaction(() => {
    for (const [key, value] of Object.entries(values)) sql(cache, text).run({ key, value });
  })();
}
