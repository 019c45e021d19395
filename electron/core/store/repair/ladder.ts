/**
 * What happens to damaged files. The cache is put aside and filled again from the server. Of the desk everything that can
 * be read goes into a fresh file, the rest comes from the newest backup, and the damaged one stays beside it. Never is
 * "delete everything" the only offer.
 */
import type { Database } from 'better-sqlite3';
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Repaired } from '../../../../shared/contract/entities.ts';
import type { Connect } from '../connect.ts';
import type { OpenLog } from '../open.ts';
import { openBackup } from './backup.ts';
import { isDamage, isSound } from './check.ts';
import { salvage } from './salvage.ts';

/** Stands in the folder from the moment a call met damage in the cache: opened anew, it is put aside. */
const damagedCacheMark = 'cache.damaged';
/** The new desk, until the damaged one is out of the way. */
const repairedDesk = 'desk-repaired.db';
const suffixes = ['', '-wal', '-shm'];

export function markCacheDamaged(folder: string): void {
  writeFileSync(join(folder, damagedCacheMark), '');
}

export function isCacheMarked(folder: string): boolean {
  return existsSync(join(folder, damagedCacheMark));
}

/** Only the newest damaged cache is kept: all of it is on the server. */
export function setCacheAside(folder: string, log: OpenLog): void {
  log('warn', 'the cache was damaged and is filled again from the server', {});
  moveFiles(folder, 'cache.db', 'cache-damaged.db');
  rmSync(join(folder, damagedCacheMark), { force: true });
}

export interface DeskRepair {
  readonly folder: string;
  readonly connect: Connect;
  /** Makes a file of today's shape. */
  readonly openFresh: (connect: Connect, path: string) => Database;
}

/** Every damaged desk is kept. The damaged one is closed. */
export function repairDesk({ folder, connect, openFresh }: DeskRepair, log: OpenLog): Repaired {
  const unfinished = join(folder, repairedDesk);
  for (const suffix of suffixes) rmSync(unfinished + suffix, { force: true });
  const damaged = openDamaged(connect, join(folder, 'desk.db'));
  const backup = openBackup(connect, folder);
  const fresh = openFresh(connect, unfinished);
  let repaired: Repaired;
  try {
    salvage(fresh, damaged, backup);
    repaired = repairedNow('desk', fresh);
  } finally {
    damaged?.close();
    backup?.close();
    fresh.close();
  }
  const aside = freeName(folder);
  moveFiles(folder, 'desk.db', aside);
  finishRepair(folder);
  const hadBackup = backup !== null;
  log('error', 'the desk file was damaged; what could be read is in a new one', { ...repaired, aside, hadBackup });
  return repaired;
}

/** A repair that was interrupted after the damaged file was put aside: the new one is complete. */
export function finishRepair(folder: string): void {
  if (existsSync(join(folder, repairedDesk)) && !existsSync(join(folder, 'desk.db'))) {
    moveFiles(folder, repairedDesk, 'desk.db');
  }
}

/** Whether a file of which some answer said "damaged" really is, all of it looked at. The file is closed. */
export function isFileSound(connect: Connect, path: string): boolean {
  try {
    const db = connect(path);
    try {
      return isSound(db);
    } finally {
      db.close();
    }
  } catch (error) {
    if (isDamage(error)) return false;
    throw error;
  }
}

/** What a person is told: what there is in the desk after it. */
export function repairedNow(what: Repaired['what'], desk: Database): Repaired {
  const count = (text: string): number => desk.prepare<[], { many: number }>(text).get()?.many ?? 0;
  return {
    what,
    drafts: count('SELECT count(*) AS many FROM draft'),
    messages: count(`SELECT count(*) AS many FROM outbox WHERE settled = 0 AND kind <> 'action'`),
  };
}

function openDamaged(connect: Connect, path: string): Database | null {
  try {
    const db = connect(path);
    db.pragma('user_version');
    return db;
  } catch {
    return null;
  }
}

/** With its log: commits that are only there belong to it. */
function moveFiles(folder: string, from: string, to: string): void {
  for (const suffix of suffixes) {
    rmSync(join(folder, to + suffix), { force: true });
    if (existsSync(join(folder, from + suffix))) renameSync(join(folder, from + suffix), join(folder, to + suffix));
  }
}

function freeName(folder: string): string {
  for (let number = 1; ; number += 1) {
    const name = `desk-damaged-${number}.db`;
    if (!existsSync(join(folder, name))) return name;
  }
}
