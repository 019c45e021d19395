/** Whether SQLite itself finds a file in order. */
import type { Database } from 'better-sqlite3';
import { toWireError } from '../sql.ts';

/** Of one table, or of all. Rethrows what is not damage. */
export function isSound(db: Database, table?: string): boolean {
  try {
    const problems = db.pragma(table === undefined ? 'quick_check' : `quick_check('${table}')`, { simple: true });
    return problems === 'ok';
  } catch (error) {
    if (isDamage(error)) return false;
    throw error;
  }
}

export function isDamage(error: unknown): boolean {
  return toWireError(error).kind === 'corrupted';
}
