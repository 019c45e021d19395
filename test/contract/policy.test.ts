/** The organisation's rules, enforced by the core: the page may ask for whatever it likes. */
import { chmodSync, chownSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { policyPath, readPolicyFile } from '../../electron/core/policy/policy-file.ts';
import type { PracticeServer } from '../../electron/practice/practice-server.ts';
import { readPolicy, type Policy } from '../../shared/policy/policy.ts';
import { makeMemoryFolder } from '../support/memory-folder.ts';
import { codeOf, openCore, type TestCore } from './accounts-support.ts';
import { startQuiet } from './practice-client.ts';

let folder: string;
const cores: TestCore[] = [];
const servers: PracticeServer[] = [];
beforeEach(() => (folder = makeMemoryFolder('policy')));
afterEach(async () => {
  await Promise.all(cores.splice(0).map((core) => core.stop()));
  await Promise.all(servers.splice(0).map((server) => server.stop()));
  rmSync(folder, { recursive: true, force: true });
});

async function aCore(policy: object, how: Parameters<typeof openCore>[1] = {}): Promise<TestCore> {
  const core = await openCore(folder, { policy: readPolicy(JSON.stringify(policy)), ...how });
  cores.push(core);
  return core;
}

async function aServer(): Promise<PracticeServer> {
  const server = await startQuiet();
  servers.push(server);
  return server;
}

const givenBy = ({ url, apiAccessToken }: PracticeServer) => ({ serverUrl: url, token: apiAccessToken });

describe('a locked setting', () => {
  const rules = { settings: { theme: { value: 'dark' }, 'alerts.privacy': { value: 'count' } } };

  it('is refused by the core, and nothing else of the same change holds either', async () => {
    const core = await aCore(rules);
    const set = (change: object) => codeOf(core.call(null, 'settings.set', change));
    expect(await set({ theme: 'light', zoom: 125 })).toBe('policy');
    expect((await core.call(null, 'settings.get', {})).zoom).toBe(100);
    // Part of a group, beside others that are free.
    const alerts = (await core.call(null, 'settings.get', {})).alerts;
    expect(await set({ alerts: { ...alerts, privacy: 'text' } })).toBe('policy');
    expect(await set({ alerts: { ...alerts, sound: false } })).toBe('ok');
    expect(await set({ zoom: 125 })).toBe('ok');
  });

  it('is told to the page with the reason', async () => {
    const core = await aCore({ ...rules, contact: 'Ana in IT', later: 1 });
    expect((await core.call(null, 'computer.get', {})).policy).toEqual({
      state: 'applied',
      path: '',
      locked: ['theme', 'alerts.privacy'],
      servers: null,
      contact: 'Ana in IT',
      problems: ['"later" is not known to this version and does nothing.'],
    });
  });
});

describe('servers that the organisation names', () => {
  it('are the only ones at which one signs in; no other is even asked', async () => {
    const [allowed, other] = [await aServer(), await aServer()];
    const core = await aCore({ servers: [allowed.url] });
    const before = other.requests.length;
    expect(await codeOf(core.signIn(other.url, { kind: 'token', token: other.apiAccessToken }))).toBe('policy');
    const password = { kind: 'password', email: 'a@b.example', password: 'x' } as const;
    expect(await codeOf(core.signIn(other.url, password))).toBe('policy');
    expect(other.requests).toHaveLength(before);
    await core.enter(allowed);
  });

  it('leave a workspace of another readable, with its drafts and its token, and not connected', async () => {
    const other = await aServer();
    const first = await openCore(folder, { vault: 'file' });
    const id = await first.enter(other, true);
    const text = 'not lost';
    await first.call(id, 'drafts.save', { conversationId: 1, audience: 'team', text, caret: 0 });
    await first.stop();

    const core = await aCore({ servers: ['https://chat.example.com'] }, { vault: 'file' });
    expect(await core.entry(id)).toMatchObject({ signedIn: false });
    expect((await core.call(id, 'drafts.get', { conversationId: 1, audience: 'team' })).draft?.text).toBe(text);
    await core.stop();
    // The rule goes, and it goes on.
    const after = await aCore({}, { vault: 'file' });
    await after.untilLive(id);
  });

  it('hold for the command line, too', async () => {
    const other = await aServer();
    const core = await aCore({ servers: [] }, { given: givenBy(other) });
    const [entry] = await core.entries();
    expect(entry).toMatchObject({ signedIn: false });
    expect(other.requests.filter(({ path }) => path.startsWith('/api/v1'))).toEqual([]);
  });
});

describe('the practice workspace', () => {
  it.each([
    [true, 1],
    [false, 0],
  ])('%s: %i', async (practice, count) => {
    const core = await aCore({ practice }, { practice: givenBy(await aServer()) });
    expect(await core.entries()).toHaveLength(count);
  });
});

describe('the file of a policy', () => {
  it.each([
    ['linux', {}, '/etc/latchkey/policy.json'],
    ['darwin', {}, '/Library/Application Support/Latchkey/policy.json'],
    ['win32', { CommonProgramFiles: 'D:\\Common' }, 'D:\\Common\\Latchkey\\policy.json'],
    ['win32', {}, 'C:\\Program Files\\Common Files\\Latchkey\\policy.json'],
  ] as const)('lies on %s with %j at %s', (platform, env, path) => {
    expect(policyPath(platform, env)).toBe(path);
  });

  const place = (): string => join(folder, 'etc', 'policy.json');
  function write(text: string, mode = 0o644, folderMode = 0o755): void {
    mkdirSync(join(folder, 'etc'));
    writeFileSync(place(), text);
    chmodSync(place(), mode);
    chmodSync(join(folder, 'etc'), folderMode);
  }
  const read = (owner = process.getuid?.() ?? 0, platform: NodeJS.Platform = 'linux'): Promise<Policy> =>
    readPolicyFile({ path: place(), platform, owner });

  it('is not there on most computers', async () => {
    expect(await read()).toMatchObject({ state: 'none', path: place(), servers: 'any', practice: true });
  });

  it('is read, also with the mark that Windows puts in front', async () => {
    write('\uFEFF{"practice":false}');
    expect(await read()).toMatchObject({ state: 'applied', practice: false, path: place() });
  });

  it.each([
    ['everybody can write it', 0o666, 0o755, /write the file \(mode 666\)/],
    ['a group can write it', 0o664, 0o755, /write the file \(mode 664\)/],
    ['everybody can put another in its place', 0o644, 0o777, /write the folder \(mode 777\)/],
  ])('holds nothing if %s, and says so', async (_what, mode, folderMode, why) => {
    write('{"practice":false}', mode, folderMode);
    const policy = await read();
    expect(policy).toMatchObject({ state: 'unsafe', practice: true });
    expect(policy.problems[0]).toMatch(why);
    // Windows has other rights, which these bits do not tell.
    expect(await read(0, 'win32')).toMatchObject({ state: 'applied' });
  });

  it('holds nothing if it is not root’s', async ({ skip }) => {
    write('{"practice":false}');
    if (process.getuid?.() === 0) chownSync(place(), 1234, 0);
    else if (process.getuid === undefined) skip();
    const policy = await read(0);
    expect(policy).toMatchObject({ state: 'unsafe', practice: true });
    expect(policy.problems[0]).toMatch(/belongs to user \d+ and not to root/);
  });

  it.each([
    ['is no JSON', () => write('{')],
    ['is a folder', () => mkdirSync(place(), { recursive: true, mode: 0o755 })],
    ['is far too large', () => write(`{"contact":"${'x'.repeat(300_000)}"}`)],
  ])('that %s closes every way in', async (_what, make) => {
    make();
    expect(await read()).toMatchObject({ state: 'unreadable', practice: false, fileVault: false });
  });
});
