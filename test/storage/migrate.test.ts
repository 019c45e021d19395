import BetterSqlite3 from 'better-sqlite3';
import { join } from 'node:path';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { applyBatch } from '../../electron/core/store/apply.ts';
import { migrate, userVersion } from '../../electron/core/store/migrate.ts';
import { cacheSteps } from '../../electron/core/store/migrations/cache/steps.ts';
import { deskSteps } from '../../electron/core/store/migrations/desk/steps.ts';
import { closeFiles, openFiles } from '../../electron/core/store/open.ts';
import { saveDraft, getDraft } from '../../electron/core/store/queries/drafts.ts';
import { conversationIds } from '../../electron/core/store/queries/conversations.ts';
import { conversation, draft, openForTest, temporaryFolder, whatsapp } from './support/fixtures.ts';

describe('migrations', () => {
  test.each([
    ['cache', cacheSteps],
    ['desk', deskSteps],
  ])('bring an empty %s file to the newest version, and leave it there', (_, steps) => {
    const db = new BetterSqlite3(':memory:');
    migrate(db, steps);
    expect(userVersion(db)).toBe(steps.at(-1)?.version);
    expect(() => migrate(db, steps)).not.toThrow();
  });

  test('run only the missing steps', () => {
    const db = new BetterSqlite3(':memory:');
    const first = { version: 10, sql: 'CREATE TABLE a (x)' };
    migrate(db, [first]);
    migrate(db, [first, { version: 20, sql: 'ALTER TABLE a ADD COLUMN y' }]);
    expect(db.prepare('SELECT x, y FROM a').all()).toEqual([]);
    expect(userVersion(db)).toBe(20);
  });

  test('leave nothing behind when a step fails', () => {
    const db = new BetterSqlite3(':memory:');
    const steps = [
      { version: 10, sql: 'CREATE TABLE a (x)' },
      { version: 20, sql: 'no such statement' },
    ];
    expect(() => migrate(db, steps)).toThrow('syntax error');
    expect(userVersion(db)).toBe(0);
    expect(db.prepare('SELECT count(*) AS many FROM sqlite_schema').get()).toEqual({ many: 0 });
  });

  test.each([[[20, 10]], [[10, 10]], [[0]], [[10.5]]])('refuse steps in the order %j', (versions) => {
    const db = new BetterSqlite3(':memory:');
    const steps = versions.map((version) => ({ version, sql: '' }));
    expect(() => migrate(db, steps)).toThrow(expect.objectContaining({ kind: 'logic' }));
  });

  test.each(['cache.db', 'desk.db'])('refuse a newer %s, and leave it as it is', (name) => {
    const folder = temporaryFolder();
    closeFiles(openFiles(folder, () => undefined));
    const db = new BetterSqlite3(join(folder, name));
    db.pragma('user_version = 99990');
    db.close();
    expect(() => openFiles(folder, () => undefined)).toThrow(expect.objectContaining({ kind: 'newer-file' }));
    const after = new BetterSqlite3(join(folder, name));
    expect(userVersion(after)).toBe(99_990);
    after.close();
  });
});

describe('opening', () => {
  test('sets FULL on the desk and NORMAL on the cache, both WAL', () => {
    const { cache, desk } = openForTest();
    const read = (db: typeof desk, name: string): unknown => db.pragma(name, { simple: true });
    expect([read(desk, 'synchronous'), read(desk, 'journal_mode')]).toEqual([2, 'wal']);
    expect([read(cache, 'synchronous'), read(cache, 'journal_mode')]).toEqual([1, 'wal']);
    expect([read(desk, 'fullfsync'), read(desk, 'locking_mode')]).toEqual([1, 'exclusive']);
  });

  test('throws a damaged cache away and keeps the desk', () => {
    const folder = temporaryFolder();
    const files = openFiles(folder, () => undefined);
    applyBatch(files, { channels: [whatsapp], conversations: [conversation(1)] });
    saveDraft(files.desk, draft({ conversationId: 1, audience: 'customer', text: 'half a thought', caret: 3 }));
    closeFiles(files);
    writeFileSync(join(folder, 'cache.db'), Buffer.alloc(8192, 7));
    const logged: string[] = [];
    const again = openFiles(folder, (_, what) => logged.push(what));
    expect(conversationIds(again)).toEqual([]);
    expect(getDraft(again.desk, 1, 'customer')?.text).toBe('half a thought');
    expect(logged).toHaveLength(1);
    closeFiles(again);
  });

  test('puts a desk aside of which nothing can be read, instead of deleting it', () => {
    const folder = temporaryFolder();
    const garbage = Buffer.alloc(8192, 7);
    writeFileSync(join(folder, 'desk.db'), garbage);
    const files = openForTest(folder);
    expect(files.repaired).toEqual({ what: 'desk', drafts: 0, messages: 0 });
    expect(readFileSync(join(folder, 'desk-damaged-1.db'))).toEqual(garbage);
  });
});
