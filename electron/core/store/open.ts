/** Opens the two files of a workspace: locks, settings, migrations, and what a crash may have left between them. */
import type { Database } from 'better-sqlite3';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Repaired } from '../../../shared/contract/entities.ts';
import { connectWith, type Connect } from './connect.ts';
import { deriveConversations, pendingConversationIds } from './derive.ts';
import { migrate } from './migrate.ts';
import { cacheSteps } from './migrations/cache/steps.ts';
import { deskSteps } from './migrations/desk/steps.ts';
import { forgetOldHistory } from './queries/history.ts';
import { matchAllOutbox } from './queries/outbox-match.ts';
import { isDamage, isSound } from './repair/check.ts';
import {
  finishRepair,
  isCacheMarked,
  isFileSound,
  markCacheDamaged,
  repairDesk,
  repairedNow,
  setCacheAside,
} from './repair/ladder.ts';
import { StoreError } from './protocol.ts';
import type { LogFields } from './protocol.ts';
import { toWireError } from './sql.ts';
import type { Files } from './sql.ts';

export type OpenLog = (level: 'info' | 'warn' | 'error', what: string, fields: LogFields) => void;

/** How long a second start waits for the first process to go, ms. */
const busyTimeoutMs = 1_000;

/**
 * Throws a `StoreError`; nothing stays open then. Damaged files are repaired on the way (`repair/ladder.ts`). `key`: as in
 * `connectWith`.
 */
export function openFiles(folder: string, log: OpenLog, key: Uint8Array | null = null): Files {
  try {
    const connect = connectWith(key);
    mkdirSync(folder, { recursive: true });
    finishRepair(folder);
    const wasMarked = isCacheMarked(folder);
    if (wasMarked) setCacheAside(folder, log);
    try {
      return openBoth(connect, folder, wasMarked ? 'cache' : null);
    } catch (error) {
      if (!isDamage(error)) throw error;
      return openAfterDamage(connect, folder, log);
    }
  } catch (error) {
    const { kind, detail } = toWireError(error);
    throw new StoreError(kind, kind === 'busy' ? `another process has this workspace open (${detail})` : detail);
  }
}

/** A call met damage: the desk is repaired; null: it is the cache, which is marked to be put aside when it is opened anew. */
export function repairWhileOpen(
  files: Files,
  folder: string,
  log: OpenLog,
  key: Uint8Array | null = null,
): Files | null {
  if (isCacheMarked(folder)) return null;
  if (isSound(files.desk)) {
    markCacheDamaged(folder);
    log('error', 'the cache is damaged and has to be opened anew', {});
    return null;
  }
  for (const db of [files.cache, files.desk]) db.close();
  const connect = connectWith(key);
  return openBoth(connect, folder, repairDesk({ folder, connect, openFresh: openDesk }, log));
}

/** `repaired`: what was done before; `cache`: it was put aside. */
function openBoth(connect: Connect, folder: string, repaired: Repaired | 'cache' | null): Files {
  const desk = openDesk(connect, join(folder, 'desk.db'));
  let cache: Database | null = null;
  try {
    cache = openCache(connect, join(folder, 'cache.db'));
    const files = { desk, cache, repaired: repaired === 'cache' ? repairedNow('cache', desk) : repaired };
    recover(files);
    return files;
  } catch (error) {
    cache?.close();
    desk.close();
    throw error;
  }
}

function openAfterDamage(connect: Connect, folder: string, log: OpenLog): Files {
  const desk = { folder, connect, openFresh: openDesk };
  const deskIsSound = isFileSound(connect, join(folder, 'desk.db'));
  const repaired = deskIsSound ? null : repairDesk(desk, log);
  // If neither says so, the one that the server has a copy of is taken to be the damaged one.
  if (deskIsSound || !isFileSound(connect, join(folder, 'cache.db'))) setCacheAside(folder, log);
  try {
    return openBoth(connect, folder, repaired ?? 'cache');
  } catch (error) {
    if (!isDamage(error) || repaired !== null) throw error;
    return openBoth(connect, folder, repairDesk(desk, log));
  }
}

export function closeFiles(files: Files): void {
  try {
    files.cache.pragma('optimize');
  } catch (error) {
    if (!isDamage(error)) throw error;
    markCacheDamaged(dirname(files.cache.name));
  } finally {
    files.cache.close();
    files.desk.close();
  }
}

/**
 * The exclusive lock on this file is the lock on the workspace: the operating system gives it back when the process
 * dies, however it dies, so it never goes stale. Each commit reaches the disk before the call answers (FULL; on macOS
 * fullfsync, without which the drive's own cache may still lose it).
 */
function openDesk(connect: Connect, path: string): Database {
  const db = connect(path, { timeout: busyTimeoutMs });
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

function openCache(connect: Connect, path: string): Database {
  const db = connect(path, { timeout: busyTimeoutMs });
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
