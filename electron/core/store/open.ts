/** Opens the two files of a workspace: locks, settings, migrations, and what a crash may have left between them. */
import BetterSqlite3 from 'better-sqlite3';
import type { Database } from 'better-sqlite3';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { deriveConversations, pendingConversationIds } from './derive.ts';
import { migrate } from './migrate.ts';
import { cacheSteps } from './migrations/cache/steps.ts';
import { deskSteps } from './migrations/desk/steps.ts';
import { forgetOldHistory } from './queries/history.ts';
import { matchAllOutbox } from './queries/outbox-match.ts';
import { StoreError } from './protocol.ts';
import type { LogFields } from './protocol.ts';
import { toWireError } from './sql.ts';
import type { Files } from './sql.ts';

export type OpenLog = (level: 'info' | 'warn' | 'error', what: string, fields: LogFields) => void;

/** How long a second start waits for the first process to go, ms. */
const busyTimeoutMs = 1_000;

/** Throws a `StoreError`; nothing stays open then. */
export function openFiles(folder: string, log: OpenLog): Files {
  try {
    mkdirSync(folder, { recursive: true });
    const desk = openDesk(join(folder, 'desk.db'));
    try {
      const files = { desk, cache: openCache(join(folder, 'cache.db'), log) };
      recover(files);
      return files;
    } catch (error) {
      desk.close();
      throw error;
    }
  } catch (error) {
    const { kind, detail } = toWireError(error);
    throw new StoreError(kind, kind === 'busy' ? `another process has this workspace open (${detail})` : detail);
  }
}

export function closeFiles(files: Files): void {
  files.cache.pragma('optimize');
  files.cache.close();
  files.desk.close();
}

/**
 * The exclusive lock on this file is the lock on the workspace: the operating system gives it back when the process
 * dies, however it dies, so it never goes stale. Each commit reaches the disk before the call answers (FULL; on macOS
 * fullfsync, without which the drive's own cache may still lose it).
 */
function openDesk(path: string): Database {
  const db = new BetterSqlite3(path, { timeout: busyTimeoutMs });
  return setUp(db, () => {
    db.pragma('locking_mode = EXCLUSIVE');
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('fullfsync = ON');
    db.pragma('checkpoint_fullfsync = ON');
    // Locks are taken with the first use, not with the pragma.
    db.exec('BEGIN IMMEDIATE; COMMIT');
    migrate(db, deskSteps);
  });
}

/** A damaged cache is thrown away: the server has everything that was in it. */
function openCache(path: string, log: OpenLog): Database {
  try {
    return openCacheFile(path);
  } catch (error) {
    if (toWireError(error).kind !== 'corrupted') throw error;
    log('warn', 'the cache was damaged and is filled again from the server', {});
    for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
    return openCacheFile(path);
  }
}

function openCacheFile(path: string): Database {
  const db = new BetterSqlite3(path, { timeout: busyTimeoutMs });
  return setUp(db, () => {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = NORMAL');
    db.pragma('cache_size = -16000');
    migrate(db, cacheSteps);
  });
}

function setUp(db: Database, run: () => void): Database {
  try {
    run();
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** The two files commit one after the other; whatever a crash left between them is derived again. */
function recover(files: Files): void {
  const moved = matchAllOutbox(files);
  deriveConversations(files, new Set([...moved, ...pendingConversationIds(files)]));
  forgetOldHistory(files.desk);
}
