/** Several workspaces in one core: nothing of one reaches another, and no end of one is the end of its drafts. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { givenId } from '../../electron/core/accounts/workspaces.ts';
import type { PracticeServer } from '../../electron/practice/practice-server.ts';
import { CallError } from '../../shared/contract/errors.ts';
import type { LocalFile } from '../../shared/contract/files.ts';
import { codeOf, filesWith, openCore, type TestCore } from './accounts-support.ts';
import { chunksOf } from '../support/memory-file-store.ts';
import { startQuiet } from './practice-client.ts';

let folder: string;
const cores: TestCore[] = [];
const servers: PracticeServer[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-workspaces-'));
});
afterEach(async () => {
  await Promise.all(cores.splice(0).map((core) => core.stop()));
  await Promise.all(servers.splice(0).map((server) => server.stop()));
  rmSync(folder, { recursive: true, force: true });
});

async function aCore(how: Parameters<typeof openCore>[1] = {}): Promise<TestCore> {
  const core = await openCore(folder, how);
  cores.push(core);
  return core;
}

/** All have the same conversations with the same ids, and tokens of their own. */
async function aServer(): Promise<PracticeServer> {
  const server = await startQuiet({ random: Math.random });
  servers.push(server);
  return server;
}

const posted = (server: PracticeServer): string[] =>
  server.requests
    .filter(({ method, path }) => method === 'POST' && path.endsWith('/messages'))
    .map(({ body }) => String((body as { content?: unknown }).content));

const draft = (text: string) => ({ conversationId: 1, audience: 'team' as const, text, caret: 0 });
const note = (conversationId: number, text: string) => ({
  conversationId,
  clientId: crypto.randomUUID(),
  body: { audience: 'team' as const, text },
});

async function someConversation(core: TestCore, id: string): Promise<number> {
  const { rows } = await core.call(id, 'conversations.list', {
    view: 'open',
    sort: 'activity',
    after: null,
    limit: 50,
  });
  const [row] = rows;
  if (row === undefined) throw new Error('the seed has open conversations');
  return row.id;
}

/** Writes to the first customer whose window is open, in the one workspace; answers to whom. */
async function reply(core: TestCore, id: string, text: string): Promise<number> {
  const { rows } = await core.call(id, 'conversations.list', {
    view: 'open',
    sort: 'activity',
    after: null,
    limit: 50,
  });
  for (const { id: conversationId } of rows) {
    const body = { audience: 'customer' as const, text };
    // oxlint-disable-next-line no-await-in-loop -- until one can be written to
    const sent = await core
      .call(id, 'replies.send', { conversationId, clientId: crypto.randomUUID(), body })
      .catch((error: unknown) => {
        if (error instanceof CallError) return null;
        throw error;
      });
    if (sent !== null) return conversationId;
  }
  throw new Error('the seed has an open window');
}

describe('two workspaces', () => {
  it('with the same conversation ids: a reply of one never reaches the other, nor do its events', async () => {
    const [one, two] = [await aServer(), await aServer()];
    const core = await aCore();
    const [a, b] = [await core.enter(one), await core.enter(two)];
    expect(a).not.toBe(b);
    const seen = core.events.length;
    const conversationId = await reply(core, a, 'only for the first');
    await core.until('it was sent', () => posted(one).length > 0);
    expect(posted(one)).toEqual(['only for the first']);
    const { conversation } = await core.call(b, 'conversations.get', { conversationId });
    expect(conversation.id).toBe(conversationId);
    expect(posted(two)).toEqual([]);
    const outboxEvents = core.events.slice(seen).filter(({ name }) => name === 'outbox.changed');
    expect(new Set(outboxEvents.map(({ workspace }) => workspace))).toEqual(new Set([a]));
    expect(
      (await core.call(b, 'messages.list', { conversationId, before: null, limit: 50 })).rows.at(-1)?.text,
    ).not.toBe('only for the first');
  });

  it('have drafts and folders of their own, and the calls of one answer only of that one', async () => {
    const core = await aCore();
    const [a, b] = [await core.enter(await aServer()), await core.enter(await aServer())];
    await core.call(a, 'drafts.save', draft('of the first'));
    const inB = await core.call(b, 'drafts.get', { conversationId: 1, audience: 'team' });
    expect(inB.draft).toBeNull();
    expect(readdirSync(join(folder, 'workspaces')).toSorted()).toEqual([a, b].toSorted());
    expect(await codeOf(core.call('nobody', 'drafts.get', { conversationId: 1, audience: 'team' }))).toBe('not-found');
    expect(await codeOf(core.call(null, 'drafts.get', { conversationId: 1, audience: 'team' }))).toBe('bad-request');
    expect(await codeOf(core.call(a, 'workspaces.list', {}))).toBe('bad-request');
  });

  it('count what is unread and unsent by query, and say when that changes', async () => {
    const server = await aServer();
    const core = await aCore();
    const id = await core.enter(server);
    const conversationId = await someConversation(core, id);
    server.setOutage(true);
    await core.until('the line is down', async () => (await core.call(id, 'sync.get', {})).state !== 'live');
    const seen = core.events.length;
    await core.call(id, 'notes.add', note(conversationId, 'waits'));
    expect((await core.entry(id)).unsent).toBe(1);
    await core.until('the list is told', () =>
      core.events.slice(seen).some(({ name, workspace }) => name === 'workspaces.changed' && workspace === null),
    );
  });
});

describe('signing out', () => {
  it('keeps drafts and outbox, asks the server nothing, and goes on after signing in again', async () => {
    const server = await aServer();
    const core = await aCore();
    const id = await core.enter(server, true);
    const conversationId = await someConversation(core, id);
    await core.call(id, 'drafts.save', draft('half a thought'));
    server.setOutage(true);
    await core.until('the line is down', async () => (await core.call(id, 'sync.get', {})).state !== 'live');
    await core.call(id, 'notes.add', note(conversationId, 'written before signing out'));
    await core.call(null, 'workspaces.signOut', { id, forget: false });
    server.setOutage(false);
    expect(await core.entry(id)).toMatchObject({ signedIn: false, accountName: 'Harbour & Pine', unsent: 1 });
    const before = server.requests.length;
    const kept = await core.call(id, 'drafts.get', { conversationId: 1, audience: 'team' });
    expect(kept.draft?.text).toBe('half a thought');
    expect(await core.call(id, 'sync.get', {})).toMatchObject({ state: 'signed-out', problem: 'signed-out' });
    expect(server.requests.length).toBe(before);

    expect(await core.enter(server)).toBe(id);
    await core.until('the note went out', () => posted(server).length === 1);
    expect(posted(server)).toEqual(['written before signing out']);
    const again = await core.call(id, 'drafts.get', { conversationId: 1, audience: 'team' });
    expect(again.draft?.text).toBe('half a thought');
  });

  it('deletes from the disk what the server has as well, file by file, and keeps what exists only here', async () => {
    const server = await aServer();
    const core = await aCore({ vault: 'file' });
    const id = await core.enter(server, true);
    const own = join(folder, 'workspaces', id);
    const customer = server.state.contacts.find(({ name }) => name !== null && name.includes(' '))?.name ?? '';
    expect(filesWith(own, customer)).not.toEqual([]);
    const body = chunksOf('on its way');
    const query = new URLSearchParams({ workspace: id, name: 'a.txt' });
    const upload = await core.fileRoutes.respond({ method: 'POST', path: '/files', query, headers: {}, body });
    const file = JSON.parse(Buffer.from(upload.body as Uint8Array).toString()) as LocalFile;
    await core.call(id, 'drafts.save', { ...draft('half a thought'), files: [file] });
    // As if somebody had looked at a picture, and as after a repair.
    mkdirSync(join(own, 'media'), { recursive: true });
    for (const name of ['media/7', 'cache-damaged.db', 'cache-damaged.db-wal', 'cache.damaged']) {
      writeFileSync(join(own, name), `of ${customer}`);
    }
    await core.call(null, 'workspaces.signOut', { id, forget: false });
    expect(filesWith(folder, customer)).toEqual([]);
    expect(filesWith(folder, server.apiAccessToken)).toEqual([]);
    const left = readdirSync(own);
    for (const name of ['media', 'cache-damaged.db', 'cache-damaged.db-wal', 'cache.damaged']) {
      expect(left).not.toContain(name);
    }
    expect(left).toEqual(expect.arrayContaining(['desk.db', 'files']));
    expect(readdirSync(join(own, 'files'))).toEqual([file.id]);
    const { rows } = await core.call(id, 'conversations.list', {
      view: 'open',
      sort: 'activity',
      after: null,
      limit: 9,
    });
    expect(rows).toEqual([]);
    expect(await core.enter(server, true)).toBe(id);
    expect(await someConversation(core, id)).toBeGreaterThan(0);
    const again = await core.call(id, 'drafts.get', { conversationId: 1, audience: 'team' });
    expect(again.draft).toMatchObject({ text: 'half a thought', files: [{ id: file.id }] });
  });

  it('and removing deletes its files, its token and its entry, and nothing else', async () => {
    const [one, two] = [await aServer(), await aServer()];
    const core = await aCore({ vault: 'file' });
    const [a, b] = [await core.enter(one, true), await core.enter(two, true)];
    await core.call(null, 'workspaces.signOut', { id: a, forget: true });
    expect(readdirSync(join(folder, 'workspaces'))).toEqual([b]);
    expect(filesWith(folder, one.apiAccessToken)).toEqual([]);
    expect((await core.entries()).map(({ id }) => id)).toEqual([b]);
    expect(await codeOf(core.call(a, 'sync.get', {}))).toBe('not-found');
    expect((await core.call(b, 'sync.get', {})).state).toBe('live');
  });

  it('is not for the practice workspace', async () => {
    const server = await aServer();
    const core = await aCore({ practice: { serverUrl: server.url, token: server.apiAccessToken } });
    await core.untilLive('practice');
    expect(await codeOf(core.call(null, 'workspaces.signOut', { id: 'practice', forget: true }))).toBe('not-allowed');
    expect(await core.entry('practice')).toMatchObject({ kind: 'practice', signedIn: true });
    expect(await codeOf(core.call(null, 'workspaces.signOut', { id: 'none', forget: true }))).toBe('not-found');
  });
});

describe('a 401', () => {
  const answer401 = (server: PracticeServer, body: unknown, only = /./): void => {
    server.intercept = ({ path }) => (only.test(path) ? { kind: 'answer', status: 401, body } : undefined);
  };

  it('that means the token: signed out, everything is there to read, and what is sent waits', async () => {
    const server = await aServer();
    const core = await aCore();
    const id = await core.enter(server);
    const conversationId = await someConversation(core, id);
    answer401(server, { error: 'Invalid Access Token' });
    await core.call(id, 'messages.loadOlder', { conversationId });
    await core.until('it is signed out', async () => !(await core.entry(id)).signedIn);
    await core.call(id, 'notes.add', note(conversationId, 'later'));
    expect((await core.call(id, 'outbox.list', { conversationId: null })).items).toHaveLength(1);
    expect((await core.call(id, 'conversations.get', { conversationId })).conversation.id).toBe(conversationId);
    server.intercept = undefined;
    expect(await core.enter(server)).toBe(id);
    await core.until('it went out', () => posted(server).includes('later'));
  });

  it('that means a permission is no sign-out', async () => {
    const server = await aServer();
    const core = await aCore();
    const id = await core.enter(server);
    const conversationId = await someConversation(core, id);
    answer401(server, { error: 'You are not authorized to do this action' }, /\/messages$/);
    await core.call(id, 'messages.loadOlder', { conversationId });
    await core.call(id, 'sync.retry', {});
    await core.until('the server was asked', () =>
      server.requests.some(({ method, path }) => method === 'GET' && path.endsWith('/messages')),
    );
    expect((await core.entry(id)).signedIn).toBe(true);
    expect((await core.call(id, 'sync.get', {})).problem).not.toBe('signed-out');
  });
});

describe('another person', () => {
  const tokenOf = (server: PracticeServer, name: string): string =>
    server.state.users.find((user) => user.name.startsWith(name))?.accessToken ?? '';

  it('on the same server and account gets a workspace of their own, and sends nothing of the first', async () => {
    const server = await aServer();
    const core = await aCore();
    const sam = await core.enter(server);
    const conversationId = await someConversation(core, sam);
    server.setOutage(true);
    await core.until('the line is down', async () => (await core.call(sam, 'sync.get', {})).state !== 'live');
    await core.call(sam, 'notes.add', note(conversationId, 'from Sam'));
    await core.call(null, 'workspaces.signOut', { id: sam, forget: false });
    server.setOutage(false);
    const priya = await core.enter({ url: server.url, apiAccessToken: tokenOf(server, 'Priya') });
    expect(priya).not.toBe(sam);
    expect((await core.call(priya, 'outbox.list', { conversationId: null })).items).toEqual([]);
    expect((await core.call(sam, 'outbox.list', { conversationId: null })).items).toHaveLength(1);
    expect(posted(server)).toEqual([]);
  });

  it('with a token from the environment: the same, and their workspace is the one that is shown', async () => {
    const server = await aServer();
    const given = { serverUrl: server.url, token: server.apiAccessToken };
    const first = await aCore({ given });
    const id = givenId(server.url);
    await first.untilLive(id);
    const conversationId = await someConversation(first, id);
    server.setOutage(true);
    await first.until('the line is down', async () => (await first.call(id, 'sync.get', {})).state !== 'live');
    await first.call(id, 'notes.add', note(conversationId, 'from Sam'));
    await first.stop();
    server.setOutage(false);

    const second = await aCore({ given: { ...given, token: tokenOf(server, 'Priya') } });
    await second.until('Priya has a workspace', async () => (await second.entries()).length === 2);
    const priya = (await second.entries()).find((entry) => entry.id !== id);
    await second.untilLive(priya?.id ?? '');
    const { lastId } = await second.call(null, 'workspaces.list', {});
    expect(priya).toMatchObject({ agentName: 'Priya Nair', unsent: 0 });
    expect(lastId).toBe(priya?.id);
    expect(await second.entry(id)).toMatchObject({ agentName: 'Sam Rivera', signedIn: false, unsent: 1 });
    expect(posted(server)).toEqual([]);
  });
});

describe('the files', () => {
  it('of one that cannot be opened do not stop the others', async () => {
    const server = await aServer();
    mkdirSync(join(folder, 'workspaces'));
    writeFileSync(join(folder, 'workspaces', 'note.txt'), 'no workspace');
    mkdirSync(join(folder, 'workspaces', 'broken', 'desk.db'), { recursive: true });
    mkdirSync(join(folder, 'workspaces', 'broken', 'cache.db'), { recursive: true });
    const core = await aCore({ practice: { serverUrl: server.url, token: server.apiAccessToken } });
    await core.untilLive('practice');
    expect(await codeOf(core.call('broken', 'workspace.get', {}))).toBe('storage');
    expect((await core.entries()).map(({ id }) => id).toSorted()).toEqual(['broken', 'practice']);
  });

  it('of a list that was damaged are found again, with who and where from themselves', async () => {
    const server = await aServer();
    const first = await aCore();
    const id = await first.enter(server);
    await first.call(id, 'drafts.save', draft('still here'));
    await first.stop();
    writeFileSync(join(folder, 'workspaces.json'), '{"version":1,"workspaces":[{');
    const second = await aCore();
    expect(await second.entry(id)).toMatchObject({
      serverUrl: server.url,
      accountName: 'Harbour & Pine',
      agentName: 'Sam Rivera',
      signedIn: false,
    });
    expect((await second.call(id, 'drafts.get', { conversationId: 1, audience: 'team' })).draft?.text).toBe(
      'still here',
    );
    expect(readdirSync(folder)).toContain('workspaces.json.damaged');
    expect(await second.enter(server)).toBe(id);
  });
});
