import BetterSqlite3 from 'better-sqlite3';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../electron/core/store/store-client.ts';
import type { Store } from '../../electron/core/store/store-client.ts';
import { StoreError } from '../../electron/core/store/protocol.ts';
import { damagePages } from '../support/damage-pages.ts';
import { anything, conversation, incoming, item, look, noon, temporaryFolder, whatsapp } from './support/fixtures.ts';

const workerUrl = new URL('../../electron/core/store/worker.ts', import.meta.url);
const childScript = fileURLToPath(new URL('support/child.ts', import.meta.url));
const quiet = { write: () => undefined };
const onDamage = (): void => undefined;

async function open(folder: string): Promise<Store> {
  const store = await openStore({ workerUrl, folder, log: quiet, onDamage });
  onTestFinished(() => store.close());
  return store;
}

/** Through a connection of our own, whose commit makes the worker's read the disk again. */
function damageBehindItsBack(folder: string): void {
  const other = new BetterSqlite3(join(folder, 'cache.db'));
  other.pragma(`user_version = ${Number(other.pragma('user_version', { simple: true }))}`);
  damagePages(other);
  other.close();
}

/** Starts another process on this folder and waits for its one line. */
async function child(folder: string, ...more: string[]): Promise<{ process: ChildProcess; said: unknown }> {
  const started = spawn(process.execPath, [childScript, folder, ...more], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void started.kill('SIGKILL'));
  const [line] = (await once(started.stdout, 'data')) as [Buffer];
  return { process: started, said: JSON.parse(line.toString()) };
}

describe('the store behind its worker thread', () => {
  test('answers typed calls in the order they were made', async () => {
    const store = await open(temporaryFolder());
    const applied = store.call('cache.apply', {
      channels: [whatsapp],
      conversations: [conversation(1)],
      messages: [incoming(1, 10, noon)],
      sync: { cursor: '5' },
    });
    const page = store.call('conversation.page', {
      ...look,
      view: 'open',
      filter: anything,
      sort: 'activity',
      after: null,
      limit: 10,
    });
    expect(await applied).toEqual({ conversations: [1], messages: [1], outbox: [] });
    expect((await page).rows).toMatchObject([{ id: 1, window: { openedAt: noon } }]);
    expect(await store.call('sync.get', { keys: ['cursor', 'other'] })).toEqual({ cursor: '5' });
    expect(await store.call('reference.channels', {})).toEqual([whatsapp]);
    expect(await store.call('store.facts', {})).toEqual({
      conversations: 1,
      messages: 1,
      outbox: 0,
      drafts: 0,
      newestMessageAt: noon,
      sizeBytes: expect.any(Number),
    });
    expect(await store.call('store.repaired', {})).toBeNull();
  });

  test('a failing call rejects with its kind, and the next one works', async () => {
    const store = await open(temporaryFolder());
    const bad = { clientId: 'a', newClientId: 'b', now: 1 };
    await store.call('outbox.add', {
      item: { ...item(1, 1, { kind: 'action', action: { kind: 'mark-read' } }), clientId: 'a' },
    });
    const failure = await store.call('outbox.replaceWithNote', bad).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StoreError);
    expect(failure).toMatchObject({ kind: 'logic' });
    expect(await store.call('outbox.due', {})).toHaveLength(1);
  });

  test('a call that meets damage in the desk is answered from the repaired one', async () => {
    const folder = temporaryFolder();
    const first = await open(folder);
    const text = 'some words '.repeat(50);
    for (let id = 1; id <= 40; id += 1) {
      await first.call('draft.save', {
        conversationId: id,
        audience: 'customer',
        text,
        caret: 0,
        files: [],
        quotedId: null,
      });
    }
    await first.call('store.tend', { nowMs: noon });
    await first.close();
    const bytes = readFileSync(join(folder, 'desk.db'));
    const page = Math.floor(bytes.indexOf(text) / 4096);
    writeFileSync(join(folder, 'desk.db'), bytes.fill(255, page * 4096, (page + 1) * 4096));
    const store = await open(folder);
    for (let id = 1; id <= 40; id += 1) {
      expect(await store.call('draft.get', { conversationId: id, audience: 'customer' })).toMatchObject({ text });
    }
    expect(await store.call('store.repaired', {})).toEqual({ what: 'desk', drafts: 40, messages: 0 });
  });

  test('a cache that is damaged while it is open is told of once, and opened anew it is empty and the desk as it was', async () => {
    const folder = temporaryFolder();
    const told: string[] = [];
    const store = await openStore({ workerUrl, folder, log: quiet, onDamage: (what) => void told.push(what) });
    await store.call('cache.apply', { channels: [whatsapp], conversations: [conversation(1)] });
    const text = 'still here';
    const draft = { conversationId: 1, audience: 'customer' as const, text, caret: 0, files: [], quotedId: null };
    await store.call('draft.save', draft);
    damageBehindItsBack(folder);
    for (let times = 0; times < 2; times += 1) {
      await expect(store.call('conversation.ids', {})).rejects.toMatchObject({ kind: 'corrupted' });
    }
    expect(told).toEqual(['cache']);
    expect(await store.call('draft.get', { conversationId: 1, audience: 'customer' })).toEqual(draft);
    await store.close();
    const again = await open(folder);
    expect(await again.call('conversation.ids', {})).toEqual([]);
    expect(await again.call('draft.get', { conversationId: 1, audience: 'customer' })).toEqual(draft);
    expect(await again.call('store.repaired', {})).toEqual({ what: 'cache', drafts: 1, messages: 0 });
  });

  test('closing finishes the calls already made, and refuses later ones', async () => {
    const folder = temporaryFolder();
    const store = await open(folder);
    const saved = store.call('sync.set', { values: { a: '1' } });
    await store.close();
    await saved;
    await expect(store.call('sync.get', { keys: ['a'] })).rejects.toMatchObject({ kind: 'logic' });
    const again = await open(folder);
    expect(await again.call('sync.get', { keys: ['a'] })).toEqual({ a: '1' });
  });

  test('a folder that cannot be made is refused with a kind', async () => {
    const opening = openStore({ workerUrl, folder: '/dev/null/nowhere', log: quiet, onDamage });
    await expect(opening).rejects.toBeInstanceOf(StoreError);
  });
});

describe('a key for the files', () => {
  const key = new Uint8Array(32).fill(7);

  test('is refused by a SQLite that would ignore it, before anything is written, and is not repeated', async () => {
    const folder = temporaryFolder();
    const error: unknown = await openStore({ workerUrl, folder, key, log: quiet, onDamage }).catch(
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ kind: 'logic', message: expect.stringMatching(/this SQLite cannot encrypt/) });
    expect(String(error)).not.toContain('0707');
    expect(readdirSync(folder)).toEqual([]);
    // Nothing holds the folder, and without the key it opens.
    await open(folder);
  });
});

describe('one workspace, one process', () => {
  test('a second process is told that the folder is busy, and gets in once the first has gone', async () => {
    const folder = temporaryFolder();
    const store = await open(folder);
    expect((await child(folder)).said).toEqual({ open: false, kind: 'busy' });
    await store.close();
    expect((await child(folder)).said).toEqual({ open: true });
  });

  test('a second store in the same process is refused, too', async () => {
    const folder = temporaryFolder();
    await open(folder);
    await expect(openStore({ workerUrl, folder, log: quiet, onDamage })).rejects.toMatchObject({ kind: 'busy' });
  });
});

describe('law 3', () => {
  test('drafts and outbox survive kill -9, which leaves no lock behind', async () => {
    const folder = temporaryFolder();
    const writer = await child(folder, 'write');
    expect(writer.said).toEqual({ open: true });
    const exited = once(writer.process, 'exit');
    writer.process.kill('SIGKILL');
    expect(await exited).toEqual([null, 'SIGKILL']);
    const store = await open(folder);
    const draft = await store.call('draft.get', { conversationId: 1, audience: 'customer' });
    expect(draft).toMatchObject({ text: 'half a thought', caret: 4 });
    expect(await store.call('outbox.due', {})).toMatchObject([
      { content: { kind: 'reply', text: 'On its way' }, state: 'queued', attempts: 0 },
    ]);
  });
});
