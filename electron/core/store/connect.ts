/** The one place that opens a SQLite file, so that a key can be given to all of them: the two files, copies and repairs. */
import BetterSqlite3 from 'better-sqlite3';
import type { Database, Options } from 'better-sqlite3';
import { StoreError } from './protocol.ts';

/** Throws SQLite's own error, or a `StoreError`. */
export type Connect = (path: string, options?: Options) => Database;

/**
 * `key`: 32 bytes, or null for files that anybody can read. Plain SQLite knows no keys and ignores the statement that gives
 * one, which would leave the files open under the name of closed: that is refused before anything is written.
 */
export function connectWith(key: Uint8Array | null): Connect {
  if (key === null) return (path, options) => new BetterSqlite3(path, options);
  if (!canEncrypt()) {
    throw new StoreError('logic', 'a key was given, but this SQLite cannot encrypt; nothing was opened or written');
  }
  const literal = `"x'${Buffer.from(key).toString('hex')}'"`;
  return (path, options) => {
    const db = new BetterSqlite3(path, options);
    db.pragma(`key = ${literal}`);
    return db;
  };
}

/** SQLCipher says its version, SQLite3 Multiple Ciphers its cipher; plain SQLite answers neither. */
function canEncrypt(): boolean {
  const db = new BetterSqlite3(':memory:');
  try {
    return ['cipher_version', 'cipher'].some((pragma) => (db.pragma(pragma) as unknown[]).length > 0);
  } finally {
    db.close();
  }
}
