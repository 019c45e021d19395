/** What the workspace's own folder holds: files of messages that have not reached the customer yet, and of kept texts. */
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
