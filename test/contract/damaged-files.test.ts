/** A disk that damages a workspace's files while the core runs on them. */
import BetterSqlite3 from 'better-sqlite3';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PracticeServer } from '../../electron/practice/practice-server.ts';
import { damagePages } from '../support/damage-pages.ts';
import { openCore, type TestCore } from './accounts-support.ts';
import { startQuiet } from './practice-client.ts';

let folder: string;
let core: TestCore;
let server: PracticeServer;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-damage-'));
  server = await startQuiet({ random: Math.random });
  core = await openCore(folder);
});
afterEach(async () => {
  await core.stop();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Through a connection of our own, whose commit makes the core's read the disk again. */
function damageCache(id: string): void {
  const cache = new BetterSqlite3(join(folder, 'workspaces', id, 'cache.db'));
  cache.pragma(`user_version = ${String(cache.pragma('user_version', { simple: true }))}`);
  damagePages(cache);
  cache.close();
}

const listed = async (id: string): Promise<readonly number[]> => {
  const page = await core.call(id, 'conversations.list', { view: 'open', sort: 'activity', after: null, limit: 50 });
  return page.rows.map((row) => row.id);
};
const isBack = async (id: string): Promise<boolean> => {
  try {
    return (await core.call(id, 'workspace.get', {})).repaired !== null;
  } catch {
    return false;
  }
};

it('begins a damaged cache anew: everything comes back from the server, and what was typed was never gone', async () => {
  const id = await core.enter(server);
  const before = await listed(id);
  const [conversationId = 0] = before;
  const draft = { conversationId, audience: 'team' as const, text: 'half a thought', caret: 3 };
  await core.call(id, 'drafts.save', draft);
  damageCache(id);
  await expect(listed(id)).rejects.toMatchObject({ code: 'storage' });
  await core.until('the page is told', () => isBack(id));
  await core.untilLive(id);
  expect((await core.call(id, 'workspace.get', {})).repaired).toEqual({ what: 'cache', drafts: 1, messages: 0 });
  expect(await listed(id)).toEqual(before);
  expect((await core.call(id, 'drafts.get', { conversationId, audience: 'team' })).draft).toMatchObject(draft);
  expect(existsSync(join(folder, 'workspaces', id, 'cache-damaged.db'))).toBe(true);
  const body = { audience: 'team' as const, text: 'and it goes on' };
  await core.call(id, 'notes.add', { conversationId, clientId: crypto.randomUUID(), body });
  await core.until('the note is at the server', () => JSON.stringify(server.requests).includes('and it goes on'));
});

it('gives up on a disk that damages every new cache, and says so in every answer', async () => {
  const id = await core.enter(server);
  for (let times = 0; times < 3; times += 1) {
    const renewed = core.events.filter(({ name }) => name === 'workspace.changed').length;
    damageCache(id);
    await expect(listed(id)).rejects.toMatchObject({ code: 'storage' });
    await core.until(
      'it begins anew',
      () => core.events.filter(({ name }) => name === 'workspace.changed').length > renewed,
    );
    await core.untilLive(id);
  }
  damageCache(id);
  await expect(listed(id)).rejects.toMatchObject({ code: 'storage' });
  await expect(listed(id)).rejects.toMatchObject({ code: 'storage' });
  await core.call(id, 'drafts.save', { conversationId: 1, audience: 'team', text: 'still kept', caret: 0 });
});
