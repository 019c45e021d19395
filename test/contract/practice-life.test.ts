import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startPractice } from '../../electron/practice/practice-server.ts';
import type { PracticeServer } from '../../electron/practice/practice-server.ts';
import {
  call,
  conversationWith,
  fixedRandom,
  get,
  joinRoom,
  post,
  startQuiet,
  textWebhook,
} from './practice-client.ts';
import type { Wire } from './practice-client.ts';

let folder: string;
const servers: PracticeServer[] = [];
async function start(options: Parameters<typeof startQuiet>[0] = {}): Promise<PracticeServer> {
  const server = await startQuiet(options);
  servers.push(server);
  return server;
}
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-practice-'));
});
afterEach(async () => {
  for (const server of servers.splice(0)) {
    expect(server.problems).toEqual([]);
    await server.stop();
  }
  rmSync(folder, { recursive: true, force: true });
});

describe('memory', () => {
  it('keeps everything that was answered, the skipped clock and what was still to come', async () => {
    const dataFile = join(folder, 'deep', 'practice.json');
    const first = await startQuiet({ dataFile });
    first.skip(5 * 60_000);
    const id = conversationWith(first, 'Mateus Oliveira');
    const sent = await post(first, `/conversations/${String(id)}/messages`, { content: 'Pronto!' });
    await first.stop();
    const second = await start({ dataFile });
    expect(second.now()).toBeGreaterThanOrEqual(Date.now() + 5 * 60_000 - 1_000);
    expect(second.apiAccessToken).toBe(first.apiAccessToken);
    const cable = await joinRoom(second);
    // The send job was waiting when the server stopped.
    second.skip(10_000);
    await cable.waitFor('ping', (frame) => frame.type === 'ping');
    const listed: Wire[] = (await get(second, `/conversations/${String(id)}/messages`)).payload;
    expect(listed.find((message) => message.id === sent.id)).toMatchObject({ content: 'Pronto!', status: 'read' });
    cable.close();
  });

  it('loses nothing that was answered to kill -9', async () => {
    const cli = fileURLToPath(new URL('../../electron/practice/cli.ts', import.meta.url));
    const child = spawn(process.execPath, [cli, '--port', '0', '--data', folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line]: string[] = await once(createInterface(child.stdout), 'line');
    const ready: Wire = JSON.parse(line ?? '');
    expect(Object.keys(ready)).toEqual(['url', 'accountId', 'email', 'password', 'apiAccessToken', 'webhook']);
    const answer = await fetch(ready.webhook, {
      method: 'POST',
      body: JSON.stringify(textWebhook('16505551234', 'Sheena Nelson', 'wamid.K9', 'survives')),
    });
    expect(answer.status).toBe(200);
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    const server = await start({ dataFile: join(folder, 'practice.json') });
    expect(server.state.messages.some((message) => message.sourceId === 'wamid.K9')).toBe(true);
  });

  it('keeps a file it cannot read aside and starts anew', async () => {
    const dataFile = join(folder, 'practice.json');
    writeFileSync(dataFile, '{"version":1,"us');
    const server = await start({ dataFile });
    expect(server.state.conversations.length).toBeGreaterThan(40);
    expect(readdirSync(folder).toSorted()).toEqual([
      'practice.json',
      expect.stringMatching(/^practice\.json\.bad-\d+$/),
    ]);
  });

  it('has windows in every stage again after a long pause', async () => {
    const dataFile = join(folder, 'practice.json');
    const first = await startQuiet({ dataFile });
    await first.stop();
    const later = Date.now() + 3 * 24 * 3_600_000;
    const server = await start({ dataFile, lively: true, wallNow: () => later });
    const remaining = server.state.conversations.flatMap((conversation) => {
      const last = server.state.messages.findLast(
        (other) => other.conversationId === conversation.id && other.type === 0,
      );
      return last === undefined ? [] : [(last.createdAt + 86_400_000 - server.now()) / 60_000];
    });
    for (const [low, high] of [
      [4, 10],
      [10, 60],
      [60, 240],
      [240, 1440],
      [-100_000, 0],
    ] as const)
      expect(
        remaining.some((minutes) => minutes > low && minutes <= high),
        `${String(low)}–${String(high)} min`,
      ).toBe(true);
  });
});

it('begins with a window in every stage, and with people of several languages', async () => {
  const server = await start();
  const open = server.state.conversations.filter((conversation) => conversation.status === 'open');
  const remaining = open.map((conversation) => {
    const last = server.state.messages.findLast(
      (other) => other.conversationId === conversation.id && other.type === 0,
    );
    return last === undefined ? null : (last.createdAt + 86_400_000 - server.now()) / 60_000;
  });
  expect(remaining).toContain(null);
  for (const [low, high] of [
    [1, 4],
    [4, 10],
    [10, 60],
    [60, 240],
    [240, 1440],
    [-100_000, 0],
  ] as const)
    expect(remaining.some((minutes) => minutes !== null && minutes > low && minutes <= high)).toBe(true);
  expect(new Set(server.state.contacts.map((contact) => contact.language)).size).toBeGreaterThanOrEqual(8);
  expect(server.state.messages.every((message) => message.createdAt <= server.now())).toBe(true);
  const ids = server.state.messages.map((message) => message.id);
  expect(ids).toEqual(ids.toSorted((a, b) => a - b));
  const guide = conversationWith(server, 'Latchkey Practice');
  const lines = server.state.messages.filter((message) => message.conversationId === guide);
  expect(lines.some((message) => message.content?.includes(`${server.url}/practice`))).toBe(true);
});

describe('outage', () => {
  it('cuts everything but the controls until it ends', async () => {
    const server = await start();
    const cable = await joinRoom(server);
    await call(server, 'POST', '/practice/outage', { on: true }, {});
    await cable.closed;
    await expect(fetch(`${server.url}/api`)).rejects.toThrow();
    await expect(joinRoom(server)).rejects.toThrow();
    expect((await call(server, 'GET', '/practice/state', undefined, {})).body.outage).toBe(true);
    await call(server, 'POST', '/practice/outage', { on: false }, {});
    expect((await fetch(`${server.url}/api`)).status).toBe(200);
    (await joinRoom(server)).close();
  });

  it('ends by itself when it was given a length', async () => {
    const server = await start();
    await call(server, 'POST', '/practice/outage', { on: true, forMs: 50 }, {});
    await expect
      .poll(async () => (await call(server, 'GET', '/practice/state', undefined, {})).body.outage)
      .toBe(false);
    expect((await fetch(`${server.url}/api`)).status).toBe(200);
  });
});

describe('fault plans', () => {
  it('answer instead of the server, lose its answer after the work, or cut the line before it', async () => {
    const server = await start();
    const path = `/conversations/${String(conversationWith(server, 'Emma Clarke'))}/messages`;
    const stored = (text: string): boolean => server.state.messages.some((message) => message.content === text);
    server.intercept = () => ({ kind: 'answer', status: 429, body: 'Retry later\n' });
    expect((await call(server, 'GET', '/api', undefined, {})).body).toBe('Retry later\n');
    server.intercept = () => ({ kind: 'lose-answer' });
    await expect(post(server, path, { content: 'lost', private: true })).rejects.toThrow();
    expect(stored('lost')).toBe(true);
    server.intercept = (request) => (request.method === 'POST' ? { kind: 'destroy' } : undefined);
    await expect(post(server, path, { content: 'cut', private: true })).rejects.toThrow();
    expect(stored('cut')).toBe(false);
    server.intercept = () => ({ kind: 'replace-answer', status: 500, body: {} });
    await post(server, path, { content: 'late 500', private: true });
    expect(stored('late 500')).toBe(true);
    expect(
      server.requests.filter((request) => request.method === 'POST').map((request) => request.body),
    ).toContainEqual({
      content: 'cut',
      private: true,
    });
  });
});

describe('life', () => {
  it('has customers write and answer when it is lively', async () => {
    const server = await startPractice({ port: 0, dataFile: null, random: fixedRandom() });
    servers.push(server);
    const cable = await joinRoom(server);
    server.skip(60_000);
    await cable.event('message.created', (data) => data.message_type === 0);
    const { body } = await call(server, 'POST', '/practice/customer', {}, {});
    expect(body.said).toMatch(/ has written\.$/);
    const id = conversationWith(server, 'Mateus Oliveira');
    // Seven of ten answer: eight tries without one would be a fault, not bad luck.
    for (let round = 0; round < 8; round += 1) {
      const sent = await post(server, `/conversations/${String(id)}/messages`, {
        content: `Tudo certo? ${String(round)}`,
      });
      server.skip(60_000);
      const answered = server.state.messages.some(
        (other) => other.conversationId === id && other.type === 0 && other.id > sent.id,
      );
      if (answered) break;
      expect(round).toBeLessThan(7);
    }
    cable.close();
  });

  it('lets a window that is about to end run out', async () => {
    const server = await startPractice({ port: 0, dataFile: null, random: fixedRandom() });
    servers.push(server);
    const body = JSON.stringify(
      textWebhook('16505551234', 'Sheena Nelson', 'wamid.S1', 'Does it come in another color?'),
    );
    await fetch(server.webhook, { method: 'POST', body });
    const id = conversationWith(server, 'Sheena Nelson');
    server.skip(85_800_000);
    for (let minute = 0; minute < 11; minute += 1) {
      expect((await get(server, `/conversations/${String(id)}`)).can_reply).toBe(minute < 10);
      server.skip(60_000);
    }
    expect(server.state.messages.filter((message) => message.conversationId === id)).toHaveLength(1);
  });

  it('stands still when it is not', async () => {
    const server = await start();
    const before = server.state.messages.length;
    server.skip(30 * 60_000);
    expect(server.state.messages.length).toBe(before);
  });
});

it('refuses a taken port with its code and a sentence', async () => {
  const server = await start();
  const port = Number(new URL(server.url).port);
  await expect(startQuiet({ port })).rejects.toMatchObject({
    code: 'EADDRINUSE',
    message: expect.stringContaining('in use'),
  });
});

it('does not let another site press the buttons, and checks the number', async () => {
  const server = await start();
  const foreign = await call(server, 'POST', '/practice/clock', { skipMs: 1 }, { origin: 'https://evil.example' });
  expect(foreign.status).toBe(403);
  expect((await call(server, 'POST', '/practice/clock', { skipMs: -1 }, {})).status).toBe(422);
  const page = await call(server, 'GET', '/practice', undefined, {});
  expect(page.body).toContain('wamid.HBgLMTY1MDM4Nzk0MzkVAgASGBQzQTRBNjU5OUFFRTAzODEwMTQ0RgA=');
  expect(page.body).toContain(server.webhook);
});

describe('command line', () => {
  const cli = fileURLToPath(new URL('../../electron/practice/cli.ts', import.meta.url));
  const run = async (...flags: string[]): Promise<{ code: number | null; out: string; err: string }> => {
    const child = spawn(process.execPath, [cli, ...flags]);
    let out = '';
    let err = '';
    child.stdout.on('data', (data: Buffer) => (out += data.toString()));
    child.stderr.on('data', (data: Buffer) => (err += data.toString()));
    const [code] = await once(child, 'close');
    return { code: typeof code === 'number' ? code : null, out, err };
  };

  it('says one clear sentence for a wrong flag or a taken port', async () => {
    const server = await start();
    const port = new URL(server.url).port;
    const wrong = [['--bogus'], ['--port', port], ['--data', '/dev/null/x']];
    for (const { code, out, err } of await Promise.all(wrong.map((flags) => run(...flags)))) {
      expect([code, out, err.trim().split('\n').length]).toEqual([1, '', 1]);
      expect(err).not.toContain('    at ');
    }
  });

  it('leaves cleanly on SIGTERM', async () => {
    const child = spawn(process.execPath, [cli, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(createInterface(child.stdout), 'line');
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    expect((await gone)[0]).toBe(0);
  });
});
