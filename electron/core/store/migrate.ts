/** Brings a file to the newest schema, or refuses to touch it. */
import type { Database } from 'better-sqlite3';
import { StoreError } from './protocol.ts';

export interface Migration {
  /** Goes into `user_version`. */
  readonly version: number;
  readonly sql: string;
  /** What SQL cannot say, in the same transaction. */
  readonly fill?: (db: Database) => void;
}

/** All missing steps run in one transaction: a file is never between two versions. */
export function migrate(db: Database, steps: readonly Migration[]): void {
  assertMonotonic(steps);
  const newest = steps.at(-1)?.version ?? 0;
  const current = userVersion(db);
  if (current > newest) {
    throw new StoreError('newer-file', `${db.name} has version ${current}; this app knows versions up to ${newest}`);
  }
  if (current === newest) return;
  db.transaction(() => {
    for (const step of steps) {
      if (step.version <= current) continue;
      db.exec(step.sql);
      step.fill?.(db);
      db.pragma(`user_version = ${step.version}`);
    }
  }).immediate();
}

export function userVersion(db: Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}

function assertMonotonic(steps: readonly Migration[]): void {
  let previous = 0;
  for (const { version } of steps) {
    if (!Number.isInteger(version) || version <= previous) {
      throw new StoreError('logic', `migration ${version} must come after ${previous}`);
    }
    previous = version;
  }
}
