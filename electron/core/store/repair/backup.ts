/** Copies of the desk file beside it: what exists only on this computer survives its own file. */
import type { Database } from 'better-sqlite3';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Connect } from '../connect.ts';
import { isSound } from './check.ts';

const keep = 3;
const namePattern = /^desk-(\d+)\.db$/u;

/** When the newest one was made, computer's clock; null: there is none. */
export function newestBackupAt(folder: string): number | null {
  return backupsOf(folder)[0]?.at ?? null;
}

/** Copies a file that was found sound. `nowMs`: computer's clock, names the copy. */
export function backUp(desk: Database, nowMs: number): void {
  const folder = dirname(desk.name);
  mkdirSync(backupFolder(folder), { recursive: true });
  const unfinished = join(backupFolder(folder), 'unfinished');
  rmSync(unfinished, { force: true });
  desk.prepare('VACUUM INTO ?').run(unfinished);
  // SQLite does not wait for the disk here, and a copy that is half there is none.
  const file = openSync(unfinished, 'r+');
  fsyncSync(file);
  closeSync(file);
  renameSync(unfinished, join(backupFolder(folder), `desk-${Math.round(nowMs)}.db`));
  for (const { path } of backupsOf(folder).slice(keep)) rmSync(path, { force: true });
}

/** The newest copy that can be read; the caller closes it. */
export function openBackup(connect: Connect, folder: string): Database | null {
  for (const { path } of backupsOf(folder)) {
    try {
      const db = connect(path, { readonly: true });
      if (isSound(db)) return db;
      db.close();
    } catch {
      // The next older one, then.
    }
  }
  return null;
}

/** Newest first. */
function backupsOf(folder: string): { readonly path: string; readonly at: number }[] {
  if (!existsSync(backupFolder(folder))) return [];
  return readdirSync(backupFolder(folder))
    .flatMap((name) => {
      const at = namePattern.exec(name)?.[1];
      return at === undefined ? [] : [{ path: join(backupFolder(folder), name), at: Number(at) }];
    })
    .toSorted((a, b) => b.at - a.at);
}

function backupFolder(folder: string): string {
  return join(folder, 'backups');
}
