/** Which of the workspace's own copies may go. */
import type { Database } from 'better-sqlite3';
import { sql } from '../sql.ts';
import { keptFileIdsText } from './history.ts';

/** Copied a moment ago: its draft is being written. */
const justCopied = `kept_at > CAST(unixepoch('subsec') * 1000 AS INTEGER) - 3600000`;
/** WhatsApp may still refuse it late, and then it is sent again; after this long nobody waits for that any more. */
const mayBeRefused = `state IN ('accepted', 'handed')
  AND kept_at > CAST(unixepoch('subsec') * 1000 AS INTEGER) - ${2 * 24 * 3_600_000}`;

/** Copies that no draft, no message under way and no kept text refers to; forgotten here, so that their bytes can go. */
export function forgetUnusedFiles(desk: Database): string[] {
  const fileOf = `json_extract(content, '$.file.id')`;
  const used = `SELECT ${fileOf} FROM outbox WHERE ${fileOf} IS NOT NULL AND (settled = 0 OR arrived = 0 OR (${mayBeRefused}))
    UNION SELECT json_extract(file.value, '$.id') FROM draft, json_each(draft.files) AS file
    UNION ${keptFileIdsText}`;
  const text = `DELETE FROM local_file WHERE NOT (${justCopied}) AND id NOT IN (${used}) RETURNING id`;
  return sql<{ id: string }>(desk, text)
    .all()
    .map(({ id }) => id);
}
