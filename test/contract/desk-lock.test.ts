/** A locked desk on a real core: what pages and addresses get, what goes on, and what a forgotten PIN costs. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { contract, type CallName } from '../../shared/contract/contract.ts';
import { isAppWide } from '../../shared/contract/routing.ts';
import type { PracticeServer } from '../../electron/practice/practice-server.ts';
import { customerWrites } from '../e2e/models/server.ts';
import { codeOf, filesWith, openCore, type TestCore } from './accounts-support.ts';
import { startQuiet } from './practice-client.ts';

let folder: string;
let server: PracticeServer;
let core: TestCore;
let id: string;
const draft = { conversationId: 1, audience: 'team' as const, text: 'half a thought', caret: 4 };

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-locked-'));
  server = await startQuiet({ random: Math.random });
  core = await openCore(folder, { vault: 'file' });
  id = await core.enter(server, true);
  await core.call(null, 'deskLock.choosePin', { current: null, pin: '2468' });
});
afterEach(async () => {
  await core.stop();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

it('answers no call of the contract that could show or change anything', async () => {
  await core.call(null, 'deskLock.now', {});
  const open = (name: string): boolean =>
    name.startsWith('deskLock.') || name === 'settings.get' || name === 'drafts.save';
  for (const name of (Object.keys(contract.calls) as CallName[]).filter((one) => !open(one))) {
    const handler = core.handlersOf(isAppWide(name) ? null : id)?.[name] as (args: object) => Promise<unknown>;
    // Whatever it is asked: the lock comes first.
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect(await codeOf(handler({})), name).toBe('locked');
  }
});

it('goes on syncing, keeps the draft that was being typed, and shows all of it after the PIN', async () => {
  await core.call(null, 'deskLock.now', {});
  await core.call(id, 'drafts.save', draft);
  const conversationId = await customerWrites(server, 'Written while you were away');
  await core.until('it arrived', () => core.events.some(({ name }) => name === 'messages.changed'));
  expect(await core.call(null, 'deskLock.unlock', { pin: '2468' })).toMatchObject({ ok: true });
  await core.until('it is there', async () => {
    const { rows } = await core.call(id, 'messages.list', { conversationId, before: null, limit: 5 });
    return rows.some(({ text }) => text === 'Written while you were away');
  });
  const { draft: kept } = await core.call(id, 'drafts.get', { conversationId: 1, audience: 'team' });
  expect(kept?.text).toBe('half a thought');
});

it('ends the addresses of files, and takes no files', async () => {
  const ask = async (address: string): Promise<number> => {
    const { pathname: path, searchParams: query } = new URL(address, 'http://page');
    return (await core.fileRoutes.respond({ method: 'GET', path, query, headers: {}, body: null })).status;
  };
  const query = new URLSearchParams({ workspace: id, name: 'a.txt' });
  const post = async () =>
    core.fileRoutes.respond({ method: 'POST', path: '/files', query, headers: {}, body: bytes('of a customer') });
  const { body } = await post();
  const { id: fileId } = JSON.parse(Buffer.from(body as Uint8Array).toString()) as { id: string };
  const { address } = await core.call(id, 'files.address', { file: { fileId } });
  expect(await ask(address)).toBe(200);
  await core.call(null, 'deskLock.now', {});
  expect([await ask(address), (await post()).status]).toEqual([404, 404]);
  await core.call(null, 'deskLock.unlock', { pin: '2468' });
  // Somebody else may have seen it meanwhile.
  expect(await ask(address)).toBe(404);
  expect(await ask((await core.call(id, 'files.address', { file: { fileId } })).address)).toBe(200);
});

async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

it('says of what arrives only that something did', async () => {
  const { alerts } = await core.call(null, 'settings.get', {});
  await core.call(null, 'settings.set', { alerts: { ...alerts, whose: 'all', privacy: 'text' } });
  await core.call(null, 'deskLock.now', {});
  await customerWrites(server, 'My number is 4111');
  await core.until('it was told', () => core.events.some(({ name }) => name === 'alerts.changed'));
  await core.call(null, 'deskLock.unlock', { pin: '2468' });
  const shown = (await core.call(null, 'alerts.list', {})).alerts;
  expect(shown.map(({ title }) => title.key)).toEqual(['notify.count.title']);
  expect(JSON.stringify(shown)).not.toMatch(/4111|name/);
});

it('starts locked, and a forgotten PIN costs signing in again: until then nothing of it is to be seen', async () => {
  await core.call(id, 'drafts.save', draft);
  const customer = server.state.contacts.find(({ name }) => name.includes(' '))?.name ?? '';
  await core.stop();
  core = await openCore(folder, { vault: 'file' });
  expect(await core.call(null, 'deskLock.get', {})).toMatchObject({ locked: true, hasPin: true });
  expect(await codeOf(core.call(null, 'workspaces.list', {}))).toBe('locked');
  await core.call(null, 'deskLock.forgotPin', {});
  expect(await core.call(null, 'deskLock.get', {})).toMatchObject({ locked: false, hasPin: false });
  expect(filesWith(folder, customer)).toEqual([]);
  expect(filesWith(folder, server.apiAccessToken)).toEqual([]);
  const own = { conversationId: 1, audience: 'team' as const };
  expect(await codeOf(core.call(id, 'drafts.get', own))).toBe('signed-out');
  // Also after a start.
  await core.stop();
  core = await openCore(folder, { vault: 'file' });
  expect(await core.entry(id)).toMatchObject({ signedIn: false });
  expect(await codeOf(core.call(id, 'outbox.list', { conversationId: null }))).toBe('signed-out');
  expect(await core.enter(server, true)).toBe(id);
  expect((await core.call(id, 'drafts.get', own)).draft?.text).toBe('half a thought');
});
