/**
 * Reads what can be read of a damaged desk file into a fresh one, and what is missing then from a backup. Nothing comes back
 * in a state in which it would leave by itself: what a backup calls unsent may have been sent since (law 4).
 */
import type { Database } from 'better-sqlite3';
import type { SqlValue } from '../sql.ts';
import { isDamage } from './check.ts';

type Row = Readonly<Record<string, SqlValue>>;

interface DeskTable {
  readonly name: string;
  /** In its order the rows are read, from both ends. */
  readonly order: readonly string[];
  /** Its key is a number that can be probed where neither end reaches. */
  readonly probe: boolean;
  readonly json: readonly string[];
}

/** Files before what names them. */
const tables: readonly DeskTable[] = [
  { name: 'local_file', order: ['id'], probe: false, json: [] },
  { name: 'draft', order: ['conversation_id', 'audience'], probe: false, json: ['files', 'templates'] },
  { name: 'outbox', order: ['position'], probe: true, json: ['content', 'problem'] },
  { name: 'draft_history', order: ['seq'], probe: true, json: ['files'] },
  { name: 'outbox_history', order: ['seq'], probe: true, json: ['content'] },
  { name: 'template_use', order: ['channel_id', 'name', 'language'], probe: false, json: ['last_values'] },
];

/** How far beyond the last row that could be read the next one is looked for. */
const probes = 2_000;

/** `damaged`: null if it cannot even be opened. */
export function salvage(fresh: Database, damaged: Database | null, backup: Database | null): void {
  fresh.transaction(() => {
    for (const table of tables) {
      const read = damaged === null ? { rows: [], whole: false } : readRows(damaged, table);
      for (const row of read.rows) put(fresh, table, row);
      // What is missing in a table that could be read to its end was deleted, not lost.
      if (read.whole || backup === null) continue;
      for (const row of readRows(backup, table).rows) {
        const restored = asRestored(table, row);
        if (restored !== null && !isKnown(fresh, table, restored)) put(fresh, table, restored);
      }
    }
  })();
}

function readRows(db: Database, table: DeskTable): { readonly rows: Row[]; readonly whole: boolean } {
  const rows = new Map<string, Row>();
  const keep = (row: Row): void => void rows.set(JSON.stringify(table.order.map((column) => row[column])), row);
  const up = readUntilDamage(db, `SELECT * FROM ${table.name} ORDER BY ${table.order.join(', ')}`, keep);
  if (up.whole) return { rows: [...rows.values()], whole: true };
  const down = table.order.map((column) => `${column} DESC`).join(', ');
  const fromEnd = readUntilDamage(db, `SELECT * FROM ${table.name} ORDER BY ${down}`, keep);
  if (table.probe) {
    const [key] = table.order;
    const first = Number(up.last?.[key ?? ''] ?? 0) + 1;
    const last = Math.min(Number(fromEnd.last?.[key ?? ''] ?? first + probes), first + probes);
    const text = `SELECT * FROM ${table.name} WHERE ${key} = ?`;
    for (let at = first; at < last; at += 1) readUntilDamage(db, text, keep, at);
  }
  return { rows: [...rows.values()], whole: false };
}

function readUntilDamage(
  db: Database,
  text: string,
  keep: (row: Row) => void,
  ...parameters: number[]
): { readonly whole: boolean; readonly last: Row | null } {
  let last: Row | null = null;
  try {
    for (const row of db.prepare<number[], Row>(text).iterate(...parameters)) {
      keep(row);
      last = row;
    }
    return { whole: true, last };
  } catch {
    // Damage; or a version of the file from before this table.
    return { whole: false, last };
  }
}

/** Null: better not. An action of yesterday is not what the agent wants today, and the server knows how things are. */
function asRestored({ name }: DeskTable, row: Row): Row | null {
  if (name !== 'outbox' || row['settled'] === 1) return row;
  if (row['kind'] === 'action') return null;
  const left = row['state'] === 'needs-template' || row['state'] === 'failed';
  // Looked for on the server under its client id first, and only then offered again.
  return left ? row : { ...row, state: 'uncertain', settle_step: 0 };
}

/** It is there under the same client id, or went from the outbox into the history since. */
function isKnown(fresh: Database, { name }: DeskTable, row: Row): boolean {
  if (name !== 'outbox') return false;
  const text =
    'SELECT 1 FROM outbox WHERE client_id = @id UNION ALL SELECT 1 FROM outbox_history WHERE client_id = @id';
  return fresh.prepare(text).get({ id: row['client_id'] }) !== undefined;
}

/** Garbage is not put in: the columns have types, and what should be JSON must be. */
function put(fresh: Database, table: DeskTable, row: Row): void {
  if (!table.json.every((column) => isJson(row[column]))) return;
  const known = new Set(columnsOf(fresh, table));
  const columns = Object.keys(row).filter((column) => known.has(column));
  const text = `INSERT OR IGNORE INTO ${table.name} (${columns.join(', ')})
    VALUES (${columns.map((column) => `@${column}`).join(', ')})`;
  try {
    fresh.prepare(text).run(row);
  } catch (error) {
    if (isDamage(error)) throw error;
  }
}

function columnsOf(db: Database, { name }: DeskTable): string[] {
  return db
    .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)')
    .all(name)
    .map((row) => row.name);
}

function isJson(value: SqlValue | undefined): boolean {
  if (value === null || value === undefined) return true;
  try {
    JSON.parse(String(value));
    return true;
  } catch {
    return false;
  }
}
