/** What the workspace's own folder holds for messages that have not reached the customer yet. */
import type { Database } from 'better-sqlite3';
import type { LocalFile } from '../../../../shared/contract/files.ts';
import { sql } from '../sql.ts';

type FileRow = { id: string; name: string; type: string; size_bytes: number };

export function addLocalFile(desk: Database, { id, name, type, sizeBytes }: LocalFile): void {
  sql(desk, 'INSERT INTO local_file (id, name, type, size_bytes) VALUES (?, ?, ?, ?)').run(id, name, type, sizeBytes);
}

export function getLocalFile(desk: Database, id: string): LocalFile | null {
  const row = sql<FileRow>(desk, 'SELECT id, name, type, size_bytes FROM local_file WHERE id = ?').get(id);
  return row === undefined ? null : { id: row.id, name: row.name, type: row.type, sizeBytes: row.size_bytes };
}

export function localFileIds(desk: Database): string[] {
  return sql<{ id: string }>(desk, 'SELECT id FROM local_file')
    .all()
    .map(({ id }) => id);
}

/** Copied a moment ago: its draft is being written. */
const justCopied = `kept_at > CAST(unixepoch('subsec') * 1000 AS INTEGER) - 3600000`;
/** WhatsApp may still refuse it late, and then it is sent again; after this long nobody waits for that any more. */
const mayBeRefused = `state IN ('accepted', 'handed')
  AND kept_at > CAST(unixepoch('subsec') * 1000 AS INTEGER) - ${2 * 24 * 3_600_000}`;

/** Copies that no draft and no message under way refers to; forgotten here, so that their bytes can go. */
export function forgetUnusedFiles(desk: Database): string[] {
  const fileOf = `json_extract(content, '$.file.id')`;
  const used = `SELECT ${fileOf} FROM outbox WHERE ${fileOf} IS NOT NULL AND (settled = 0 OR arrived = 0 OR (${mayBeRefused}))
    UNION SELECT json_extract(file.value, '$.id') FROM draft, json_each(draft.files) AS file`;
  const text = `DELETE FROM local_file WHERE NOT (${justCopied}) AND id NOT IN (${used}) RETURNING id`;
  return sql<{ id: string }>(desk, text)
    .all()
    .map(({ id }) => id);
}
