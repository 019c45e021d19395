/** Brings messages of an older version of the app into the search index, a slice at a time while nobody waits. */
import type { Files } from '../sql.ts';
import { sql } from '../sql.ts';
import { getSyncValues, setSyncValues } from './sync-values.ts';

/** Messages with a `seq` up to this one are not indexed yet; missing: all are. Set by migration 0040. */
const leftKey = 'store.search-left';

/** Some 10 ms. */
const sliceSize = 500;

// In the order of ids: out of order, the index would write a new segment for each row.
export const indexSliceText = `INSERT OR REPLACE INTO message_words (rowid, text, files, marks, conversation_id)
  SELECT id, text, files, marks, conversation_id FROM searchable_message WHERE seq > @from AND seq <= @to ORDER BY id`;

/** Newest first, so that search is soon of use. Answers whether there is more to do. */
export function indexSlice({ cache }: Files): boolean {
  const left = getSyncValues(cache, [leftKey])[leftKey];
  if (left === undefined) return false;
  const to = Number(left);
  const from = Math.max(to - sliceSize, 0);
  cache.transaction(() => {
    sql(cache, indexSliceText).run({ from, to });
    if (from === 0) sql(cache, 'DELETE FROM sync_value WHERE key = ?').run(leftKey);
    else setSyncValues(cache, { [leftKey]: String(from) });
  })();
  return from > 0;
}
