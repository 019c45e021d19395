/** Overwrites the pages of an open SQLite file behind the back of whoever has it open. */
import type { Database } from 'better-sqlite3';
import { closeSync, fstatSync, openSync, writeSync } from 'node:fs';

const pageSize = 4096;

/** All but the first one. What of them was in memory, or only in the log, is read from the disk again. */
export function damagePages(db: Database): void {
  db.pragma('wal_checkpoint(TRUNCATE)');
  const file = openSync(db.name, 'r+');
  try {
    const garbage = Buffer.alloc(pageSize, 0xa5);
    const { size } = fstatSync(file);
    for (let at = pageSize; at < size; at += pageSize) writeSync(file, garbage, 0, pageSize, at);
  } finally {
    closeSync(file);
  }
  db.pragma('shrink_memory');
}
