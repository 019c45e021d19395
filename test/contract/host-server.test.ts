import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { contract, type CallName, type Handlers } from '../../shared/contract/contract.ts';
import { CallError } from '../../shared/contract/errors.ts';
import type { RoutedEvent } from '../../shared/contract/routing.ts';
import { defaultSettings } from '../../shared/contract/default-settings.ts';
import type { HostClientFrame, HostServerFrame } from '../../shared/contract/wire.ts';
import { startHost, type Host } from '../../electron/host/host-server.ts';
import { linkCode } from '../support/host-page.ts';
import { noFiles } from '../shell/setup.ts';

const page = '<!doctype html><title>Latchkey</title>';
const log = { write: () => undefined };

const ownerOf = (name: string): string | null => (name.startsWith('settings.') ? null : 'w1');

/** Answers settings, throws for agents, and says "internal" for everything else. */
function createStubCore() {
  const listeners = new Set<(event: RoutedEvent) => void>();
  const refuse = () => Promise.reject(new Error('a secret of the inside'));
  const names = Object.keys(contract.calls) as CallName[];
  const handlers = {
    ...(Object.fromEntries(names.map((name) => [name, refuse])) as unknown as Handlers),
    'settings.get': () => Promise.resolve(defaultSettings),
    'agents.list': () => Promise.reject(new CallError('storage', 'no disk')),
  } satisfies Handlers;
  return {
    handlersOf: (workspace: string | null) => (workspace === 'none' ? null : handlers),
    fileRoutes: noFiles,
    onEvent(listener: (event: RoutedEvent) => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    emit: (event: RoutedEvent) => listeners.forEach((listener) => listener(event)),
    listenerCount: () => listeners.size,
  };
}

let folder: string;
let core: ReturnType<typeof createStubCore>;
let host: Host;
const sockets: Wire[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-host-'));
  await mkdir(join(folder, 'page', 'assets'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'not for the page');
  await writeFile(join(folder, 'page', 'unlisted.txt'), 'not in the manifest');
  await writeFile(join(folder, 'page', 'index.html'), page);
  await writeFile(join(folder, 'page', 'assets', 'app.js'), 'export {};');
  const manifest = { '/index.html': 'text/html; charset=utf-8', '/assets/app.js': 'text/javascript; charset=utf-8' };
  await writeFile(join(folder, 'page', 'manifest.json'), JSON.stringify(manifest));
  core = createStubCore();
  host = await startHost({
    core,
    rendererFolder: join(folder, 'page'),
    port: 0,
    log,
    helloTimeoutMs: 150,
    checkAnswers: true,
  });
});

afterEach(async () => {
  for (const wire of sockets.splice(0)) wire.socket.terminate();
  await host.stop();
  await rm(folder, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  readonly body: string;
}

/** Sends the path as it is: `fetch` would tidy up the dots before they reach the server. */
function get(path: string, options: { method?: string; host?: string } = {}): Promise<Answer> {
  const { port, host: authority } = new URL(host.url);
  return new Promise((resolve, reject) => {
    const headers = { host: options.host ?? authority };
    const asked = request({ host: '127.0.0.1', port, path, method: options.method ?? 'GET', headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => (body += text));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    asked.on('error', reject);
    asked.end();
  });
}

interface Wire {
  readonly socket: WebSocket;
  send(frame: HostClientFrame): void;
  /** The next frame that has not been taken yet. */
  next(): Promise<HostServerFrame>;
  /** Resolves with the close code. */
  readonly closed: Promise<number>;
}

/** Rejects with the refusing answer's status if the connection is not made. */
function connect(options: { origin?: string | undefined; host?: string; path?: string } = {}): Promise<Wire> {
  const headers = { ...('origin' in options ? {} : { origin: host.url }), ...(options.host && { host: options.host }) };
  const socket = new WebSocket(`${host.url.replace('http', 'ws')}${options.path ?? '/rpc'}`, {
    headers,
    ...(options.origin !== undefined && { origin: options.origin }),
  });
  const frames: HostServerFrame[] = [];
  const waiting: ((frame: HostServerFrame) => void)[] = [];
  socket.on('message', (data: Buffer) => {
    const frame = JSON.parse(data.toString()) as HostServerFrame;
    const taker = waiting.shift();
    if (taker === undefined) frames.push(frame);
    else taker(frame);
  });
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  const wire: Wire = {
    socket,
    closed,
    send: (frame) => socket.send(JSON.stringify(frame)),
    next: () => {
      const frame = frames.shift();
      return frame === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(frame);
    },
  };
  sockets.push(wire);
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve(wire));
    socket.once('unexpected-response', (_request, response) => reject(new Error(String(response.statusCode))));
    socket.once('error', reject);
  });
}

async function welcomed(token = linkCode(host)): Promise<Wire & { readonly session: string }> {
  const wire = await connect();
  wire.send({ type: 'hello', token });
  const welcome = await wire.next();
  if (welcome.type !== 'welcome') throw new Error(`welcomed with ${welcome.type}`);
  return { ...wire, session: welcome.session };
}

/** The close code. */
async function refused(token: string): Promise<number> {
  const wire = await connect();
  wire.send({ type: 'hello', token });
  return wire.closed;
}

describe('page files', () => {
  it('serves the page and what it needs, with its type and policy', async () => {
    const answer = await get('/');
    expect(answer).toMatchObject({ status: 200, body: page });
    expect(answer.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-cache',
    });
    const policy = String(answer.headers['content-security-policy']).split('; ');
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' blob: data:",
        "connect-src 'self'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
      ]),
    );
    expect(policy.join()).not.toMatch(/unsafe|\*|https?:/);
    expect(await get('/assets/app.js?v=1')).toMatchObject({ status: 200, body: 'export {};' });
    expect(await get('/', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
  });

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..\\secret.txt',
    '//secret.txt',
    '/unlisted.txt',
    '/manifest.json',
    '/__proto__',
    '/constructor',
  ])('has nothing at %s', async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(404);
    expect(answer.headers['content-security-policy']).toBeDefined();
  });

  it('reads its files once: a rebuild under it changes nothing', async () => {
    await rm(join(folder, 'page'), { recursive: true });
    expect(await get('/')).toMatchObject({ status: 200, body: page });
  });

  it('answers no other method and no other host name', async () => {
    expect((await get('/', { method: 'POST' })).status).toBe(405);
    const { port } = new URL(host.url);
    for (const foreign of [`localhost:${port}`, `evil.example:${port}`, '127.0.0.1', `127.0.0.1:${Number(port) + 1}`]) {
      expect((await get('/', { host: foreign })).status, foreign).toBe(421);
    }
  });

  it('starts with a reason when the page was not built, and when the port is taken', async () => {
    const port = Number(new URL(host.url).port);
    const rendererFolder = join(folder, 'page');
    await expect(startHost({ core, rendererFolder, port, log })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await expect(startHost({ core, rendererFolder: folder, port: 0, log })).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('the wire', () => {
  it('has links and sessions of 192 bits that open only the host that made them', async () => {
    const code = linkCode(host);
    const { session } = await welcomed(code);
    for (const secret of [code, session]) expect(Buffer.from(secret, 'base64url')).toHaveLength(24);
    const other = await startHost({ core, rendererFolder: join(folder, 'page'), port: 0, log });
    const foreign = linkCode(other);
    await other.stop();
    expect(await refused(foreign)).toBe(4401);
  });

  it('lets in one page for one link, and that page again by its session', async () => {
    const used: string[] = [];
    const code = new URL(host.newLink(() => used.push('first'))).hash.slice('#t='.length);
    const second = linkCode(host);
    const wire = await welcomed(code);
    expect(used).toEqual(['first']);
    expect(wire.session).not.toBe(code);
    expect(await refused(code)).toBe(4401);
    wire.socket.close();
    await wire.closed;
    expect((await welcomed(wire.session)).session).toBe(wire.session);
    expect(await refused(code)).toBe(4401);
    expect((await welcomed(second)).session).not.toBe(wire.session);
    expect(used).toEqual(['first']);
  });

  it('gives a link to the faster of two pages', async () => {
    const code = linkCode(host);
    const wires = await Promise.all([connect(), connect()]);
    for (const wire of wires) wire.send({ type: 'hello', token: code });
    const ends = await Promise.all(wires.map((wire) => Promise.race([wire.closed, wire.next().then(() => 'welcome')])));
    expect(ends.map(String).toSorted()).toEqual(['4401', 'welcome']);
  });

  it.each([
    { why: 'a foreign page', options: { origin: 'https://evil.example' }, status: '403' },
    { why: 'another port of this computer', options: { origin: 'http://127.0.0.1:1' }, status: '403' },
    { why: 'a sandboxed frame', options: { origin: 'null' }, status: '403' },
    { why: 'no origin at all', options: { origin: undefined }, status: '403' },
    { why: 'a rebound name', options: { host: 'evil.example' }, status: '421' },
    { why: 'another path', options: { path: '/other' }, status: '404' },
  ])('is refused to $why', async ({ options, status }) => {
    await expect(connect(options)).rejects.toThrow(status);
  });

  it.each([
    { why: 'a wrong token', frame: JSON.stringify({ type: 'hello', token: 'x'.repeat(32) }) },
    { why: 'an empty token', frame: JSON.stringify({ type: 'hello', token: '' }) },
    { why: 'no token', frame: JSON.stringify({ type: 'hello' }) },
    {
      why: 'a call before hello',
      frame: JSON.stringify({ type: 'call', id: 1, workspace: null, name: 'settings.get', payload: {} }),
    },
    { why: 'something that is not JSON', frame: 'hello' },
    { why: 'a binary frame', frame: Buffer.from('{}') },
  ])('closes with 4401 after $why', async ({ frame }) => {
    const wire = await connect();
    wire.socket.send(frame);
    expect(await wire.closed).toBe(4401);
  });

  it('closes with 4401 on a connection that says nothing', async () => {
    const wire = await connect();
    expect(await wire.closed).toBe(4401);
  });

  it('answers calls, with the codes of the contract and nothing from the inside', async () => {
    const wire = await welcomed();
    const ask = async (id: number, name: string, payload: unknown, workspace = ownerOf(name)) => {
      wire.send({ type: 'call', id, workspace, name, payload });
      return wire.next();
    };
    expect(await ask(1, 'settings.get', {})).toEqual({
      type: 'reply',
      id: 1,
      reply: { ok: true, value: defaultSettings },
    });
    expect(await ask(2, 'agents.list', {})).toMatchObject({ id: 2, reply: { ok: false, error: { code: 'storage' } } });
    expect(await ask(3, 'no.such', {})).toMatchObject({ id: 3, reply: { error: { code: 'bad-request' } } });
    expect(await ask(4, 'constructor', {})).toMatchObject({ id: 4, reply: { error: { code: 'bad-request' } } });
    expect(await ask(5, 'conversations.get', { conversationId: -1 })).toMatchObject({
      id: 5,
      reply: { error: { code: 'bad-request' } },
    });
    const inside = await ask(6, 'labels.list', {});
    expect(inside).toMatchObject({ id: 6, reply: { error: { code: 'internal' } } });
    expect(JSON.stringify(inside)).not.toContain('secret');
    expect(await ask(7, 'labels.list', {}, 'none')).toMatchObject({ id: 7, reply: { error: { code: 'not-found' } } });
    expect(await ask(8, 'labels.list', {}, null)).toMatchObject({ id: 8, reply: { error: { code: 'bad-request' } } });
    expect(await ask(9, 'settings.get', {}, 'w1')).toMatchObject({ id: 9, reply: { error: { code: 'bad-request' } } });
  });

  it('sends every event to every welcomed page and to nobody else', async () => {
    const [first, second] = [await welcomed(), await welcomed()];
    const stranger = await connect();
    let strangerHeard = 0;
    stranger.socket.on('message', () => (strangerHeard += 1));
    core.emit({ workspace: 'w1', name: 'messages.changed', data: { ids: [7], revision: 3 } });
    const expected = { type: 'event', workspace: 'w1', name: 'messages.changed', data: { ids: [7], revision: 3 } };
    expect(await first.next()).toEqual(expected);
    expect(await second.next()).toEqual(expected);
    expect(await stranger.closed).toBe(4401);
    expect(strangerHeard).toBe(0);
  });

  it('counts the pages that were let in, and no others', async () => {
    const counts: number[] = [];
    const onPages = (count: number): void => void counts.push(count);
    await host.stop();
    host = await startHost({ core, rendererFolder: join(folder, 'page'), port: 0, log, onPages });
    const [first, second] = [await welcomed(), await welcomed()];
    expect(await refused('x'.repeat(32))).toBe(4401);
    for (const wire of [first, second]) {
      wire.socket.close();
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await wire.closed;
    }
    await vi.waitFor(() => expect(counts).toEqual([1, 2, 1, 0]));
  });

  it('cuts off frames that are no calls, and frames over 1 MiB', async () => {
    const odd = await welcomed();
    odd.socket.send(JSON.stringify({ type: 'event', name: 'x' }));
    expect(await odd.closed).toBe(1008);
    const big = await welcomed();
    big.socket.send(
      JSON.stringify({ type: 'call', id: 1, workspace: null, name: 'settings.get', payload: 'x'.repeat(1024 * 1024) }),
    );
    expect(await big.closed).toBe(1009);
  });

  it('leaves nothing behind when it stops', async () => {
    const wire = await welcomed();
    await host.stop();
    expect(await wire.closed).toBe(1006);
    expect(core.listenerCount()).toBe(0);
    await expect(get('/')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});
