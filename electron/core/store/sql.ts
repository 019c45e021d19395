/** Small helpers over better-sqlite3: cached statements, and SQLite's errors in the store's terms. */
import type { Database, RunResult } from 'better-sqlite3';
import type { Repaired } from '../../../shared/contract/entities.ts';
import { StoreError } from './protocol.ts';
import type { StoreErrorKind, WireError } from './protocol.ts';

export type SqlValue = string | number | null;
type SqlParameters = (SqlValue | Readonly<Record<string, SqlValue>>)[];

/** A compiled text; parameters by position, or one record by name. */
export interface Prepared<Row> {
  run(...parameters: SqlParameters): RunResult;
  get(...parameters: SqlParameters): Row | undefined;
  all(...parameters: SqlParameters): Row[];
}

/** Both files of one workspace, open for writing. */
export interface Files {
  readonly cache: Database;
  readonly desk: Database;
  /** Null: nothing had to be repaired since the start. */
  readonly repaired: Repaired | null;
}

const statements = new WeakMap<Database, Map<string, Prepared<unknown>>>();

/** Compiles each text once for each connection. `Row` is what the text selects. */
export function sql<Row = unknown>(db: Database, text: string): Prepared<Row> {
  let known = statements.get(db);
  if (known === undefined) {
    known = new Map();
    statements.set(db, known);
  }
  let statement = known.get(text);
  if (statement === undefined) {
    statement = db.prepare<SqlParameters>(text);
    known.set(text, statement);
  }
  return statement as Prepared<Row>;
}

/** `INSERT … ON CONFLICT(key) DO UPDATE` of all `columns` by name; those of the key stay as they are. */
export function upsertText(table: string, columns: readonly string[], key: readonly string[]): string {
  const changed = columns.filter((column) => !key.includes(column)).map((column) => `${column} = excluded.${column}`);
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})
    ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${changed.join(', ')}`;
}

/** JSON that this store wrote itself into one of its columns. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller knows what the column holds
export function fromJson<T>(text: string): T {
  return JSON.parse(text) as T;
}

export function toWireError(error: unknown): WireError {
  if (error instanceof StoreError) return { kind: error.kind, detail: error.message };
  if (!(error instanceof Error)) return { kind: 'logic', detail: String(error) };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return { kind: kindOf(code), detail: code === '' ? (error.stack ?? error.message) : `${code}: ${error.message}` };
}

/** By SQLite's primary result code; extended ones only add a suffix. */
function kindOf(code: string): StoreErrorKind {
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB')) return 'corrupted';
  if (code.startsWith('SQLITE_FULL')) return 'full';
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'busy';
  if (/^(?:SQLITE_(?:READONLY|CANTOPEN|PERM)|EACCES|EPERM|EROFS)/u.test(code)) return 'readonly';
  if (code.startsWith('ENOSPC')) return 'full';
  return 'logic';
}
