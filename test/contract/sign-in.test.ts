/** Signing in to a server that speaks Chatwoot's dialect: every way in, every way it is refused, and what stays on disk. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDataFiles } from '../../electron/core/system-ports.ts';
import { practiceBackupCode, practiceOtp } from '../../electron/practice/auth-api.ts';
import { practicePassword } from '../../electron/practice/practice.ts';
import type { PracticeServer } from '../../electron/practice/practice-server.ts';
import { codeOf, filesWith, openCore, type TestCore } from './accounts-support.ts';
import { startQuiet } from './practice-client.ts';

let folder: string;
let server: PracticeServer;
let core: TestCore;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-sign-in-'));
  server = await startQuiet();
  core = await openCore(folder);
});
afterEach(async () => {
  await core.stop();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const password = (email: string, text = practicePassword) => ({ kind: 'password' as const, email, password: text });

describe('signing in', () => {
  it('with a token: a workspace of its own, live, and shown from now on', async () => {
    const id = await core.enter(server);
    expect(await core.entry(id)).toMatchObject({
      kind: 'server',
      serverUrl: server.url,
      accountName: 'Harbour & Pine',
      agentName: 'Sam Rivera',
      signedIn: true,
    });
    expect((await core.call(null, 'workspaces.list', {})).lastId).toBe(id);
    expect((await core.call(id, 'workspace.get', {})).workspace?.me.name).toBe('Sam Rivera');
  });

  it('with a password: goes on with the permanent token, and keeps the password nowhere', async () => {
    const answer = await core.signIn(`${server.url}/app/accounts/1/dashboard`, password(server.email));
    const id = answer.kind === 'signed-in' ? answer.workspaceId : '';
    await core.untilLive(id);
    const asked = server.requests.filter(({ path }) => path !== '/auth/sign_in');
    expect(asked.length).toBeGreaterThan(0);
    expect(filesWith(folder, practicePassword)).toEqual([]);
    expect(core.log.join('\n')).not.toContain(practicePassword);
  });

  it.each([
    ['the code of an app', '246 810'],
    ['a backup code', practiceBackupCode],
  ])('with a second proof: %s', async (_what, code) => {
    const first = await core.signIn(server.url, password('jonas@practice.example'));
    if (first.kind !== 'needs-code') throw new Error(first.kind);
    expect(first.challenge).not.toContain('.');
    const proof = { kind: 'code' as const, challenge: first.challenge, code };
    const second = await core.signIn('', proof);
    expect(second.kind).toBe('signed-in');
    expect(await codeOf(core.signIn('', proof))).toBe('sign-in-refused');
  });

  it('a wrong code may be typed again, five minutes long', async () => {
    const first = await core.signIn(server.url, password('jonas@practice.example'));
    if (first.kind !== 'needs-code') throw new Error(first.kind);
    const proof = { kind: 'code' as const, challenge: first.challenge, code: '000000' };
    expect(await codeOf(core.signIn('', proof))).toBe('sign-in-refused');
    expect((await core.signIn('', { ...proof, code: practiceOtp })).kind).toBe('signed-in');
    const late = await core.signIn(server.url, password('jonas@practice.example'));
    if (late.kind !== 'needs-code') throw new Error(late.kind);
    server.skip(5 * 60_000);
    expect(await codeOf(core.signIn('', { ...proof, challenge: late.challenge, code: practiceOtp }))).toBe(
      'sign-in-refused',
    );
  });

  it('with several accounts: the person chooses, and each is a workspace of its own', async () => {
    server.intercept = ({ path }) => {
      if (path !== '/api/v1/profile') return undefined;
      const accounts = [
        { id: 1, name: 'Harbour & Pine', availability: 'online' },
        { id: 7, name: 'Second Shop', availability: 'online' },
      ];
      const body = { id: 4, name: 'Sam Rivera', account_id: 7, pubsub_token: 'p', accounts };
      return { kind: 'replace-answer', status: 200, body };
    };
    const choose = async (accountId: number): Promise<string> => {
      const first = await core.signIn(server.url, { kind: 'token', token: server.apiAccessToken });
      if (first.kind !== 'choose-account') throw new Error(first.kind);
      expect(first.accounts.map(({ name }) => name)).toEqual(['Harbour & Pine', 'Second Shop']);
      const chosen = await core.signIn('', { kind: 'account', challenge: first.challenge, accountId });
      return chosen.kind === 'signed-in' ? chosen.workspaceId : '';
    };
    const ids = [await choose(1), await choose(7), await choose(1)];
    expect(new Set(ids).size).toBe(2);
    expect(ids[2]).toBe(ids[0]);
    expect((await core.entries()).map(({ accountName }) => accountName)).toEqual(['Harbour & Pine', 'Second Shop']);
  });
});

describe('is refused', () => {
  it.each([
    ['a wrong token', () => ({ kind: 'token' as const, token: 'nonsense' })],
    ['a wrong password', () => password(server.email, 'Practice2!')],
    ['an unknown person', () => password('nobody@practice.example')],
    ['a challenge that does not exist', () => ({ kind: 'code' as const, challenge: 'none', code: '123456' })],
  ])('%s', async (_what, proof) => {
    expect(await codeOf(core.signIn(server.url, proof()))).toBe('sign-in-refused');
    expect(await core.entries()).toEqual([]);
    expect(filesWith(folder, server.apiAccessToken)).toEqual([]);
  });

  it('too many tries, and the server wants a pause', async () => {
    for (let tries = 0; tries < 5; tries += 1) await codeOf(core.signIn(server.url, password(server.email, 'guess')));
    const last = core.signIn(server.url, password(server.email));
    await expect(last).rejects.toMatchObject({ code: 'rate-limited' });
    server.skip(5 * 60_000);
    expect((await core.signIn(server.url, password(server.email))).kind).toBe('signed-in');
  });

  it.each([
    ['a page that is no Chatwoot', () => (server.intercept = () => ({ kind: 'answer', status: 200, body: '<html>' }))],
    ['an address where nothing is', () => (server.intercept = () => ({ kind: 'answer', status: 404, body: '<html>' }))],
    [
      'a redirect, which would carry the password elsewhere',
      () =>
        (server.intercept = () => ({
          kind: 'answer',
          status: 302,
          body: '',
          headers: { location: 'http://127.0.0.1:9/' },
        })),
    ],
  ])('%s: no Chatwoot there', async (_what, prepare) => {
    prepare();
    expect(await codeOf(core.signIn(server.url, password(server.email)))).toBe('not-chatwoot');
    expect(await codeOf(core.signIn(server.url, { kind: 'token', token: server.apiAccessToken }))).toBe('not-chatwoot');
  });

  it('a server that is down: unreachable', async () => {
    server.setOutage(true);
    expect(await codeOf(core.signIn(server.url, password(server.email)))).toBe('unreachable');
    expect(await codeOf(core.signIn(server.url, { kind: 'token', token: server.apiAccessToken }))).toBe('unreachable');
  });

  it.each([
    '',
    'http://chat.example.com',
    'https://sam:pw@chat.example.com',
    'ftp://chat.example.com',
    'not an address',
  ])('the address "%s": bad-request, and nobody is asked', async (address) => {
    expect(await codeOf(core.signIn(address, { kind: 'token', token: 'x' }))).toBe('bad-request');
  });
});

describe('the token', () => {
  it('is in no file when it may not stay, nor in the log', async () => {
    await core.enter(server, true);
    await core.stop();
    expect(filesWith(folder, server.apiAccessToken)).toEqual([]);
    expect(core.log.join('\n')).not.toContain(server.apiAccessToken);
  });

  it('with consent is in one file of mode 0600, and signs in after a restart', async () => {
    await core.stop();
    core = await openCore(folder, { vault: 'file' });
    const id = await core.enter(server, true);
    await core.stop();
    expect(filesWith(folder, server.apiAccessToken)).toEqual(['secrets.json']);
    expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
    core = await openCore(folder, { vault: 'file' });
    await core.untilLive(id);
    expect(await core.entry(id)).toMatchObject({ signedIn: true, agentName: 'Sam Rivera' });
  });

  it('without consent is not, and the workspace waits signed out', async () => {
    await core.stop();
    core = await openCore(folder, { vault: 'file' });
    const id = await core.enter(server, false);
    await core.stop();
    expect(filesWith(folder, server.apiAccessToken)).toEqual([]);
    const before = server.requests.length;
    core = await openCore(folder, { vault: 'file' });
    expect(await core.entry(id)).toMatchObject({ signedIn: false, accountName: 'Harbour & Pine' });
    expect((await core.call(id, 'conversations.counts', {})).counts.open).toBeGreaterThan(0);
    expect(server.requests.length).toBe(before);
  });

  it('goes only to the server that it was made for, whatever the list says', async () => {
    await core.stop();
    core = await openCore(folder, { vault: 'file' });
    const id = await core.enter(server, true);
    await core.stop();
    const thief = await startQuiet();
    const files = createDataFiles(folder);
    const list = (await files.read('workspaces.json')) ?? '';
    await files.write('workspaces.json', list.replaceAll(server.url, thief.url));
    core = await openCore(folder, { vault: 'file' });
    await core.untilLive(id);
    expect(thief.requests).toEqual([]);
    await thief.stop();
  });
});
