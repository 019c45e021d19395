/** Calls nobody should make, over both wires and into the real core (law 9). `FUZZ_CALLS=50000` for a hundred thousand. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startHost, type Host } from '../../electron/host/host-server.ts';
import { answerCalls } from '../../electron/shell/ipc.ts';
import type { InvokeEvent } from '../../electron/shell/surface.ts';
import type { CallName, Handlers } from '../../shared/contract/contract.ts';
import { CallError, errorCodes } from '../../shared/contract/errors.ts';
import { isAppWide } from '../../shared/contract/routing.ts';
import { ipcCallChannel, type HostServerFrame, type Reply } from '../../shared/contract/wire.ts';
import { openDesk } from '../support/desk.ts';
import { FakeIpcMain } from '../support/electron-fake/ipc-main.ts';
import { believable, callNames, pick, spoiled } from '../support/payloads.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { linkCode } from '../support/host-page.ts';
import { noFiles } from '../shell/setup.ts';

const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_122);
/** Over each of the two wires. */
const calls = Number(process.env['FUZZ_CALLS'] ?? 10_000);
const random = seededRandom(seed);
const log = { write: () => undefined };

/** Every call arrives parsed, or not at all. */
let arrived = 0;
const handlers = new Proxy({} as Handlers, {
  get: (_target, name) =>
    callNames.includes(name as CallName) ? () => Promise.resolve((arrived += 1)) : Reflect.get({}, name),
});
const core = {
  handlersOf: (workspace: string | null) => (workspace === null || workspace === 'w1' ? handlers : null),
  fileRoutes: noFiles,
  onEvent: () => () => undefined,
};

let rejections: unknown[];
const note = (reason: unknown): void => void rejections.push(reason);
beforeEach(() => {
  rejections = [];
  arrived = 0;
  process.on('unhandledRejection', note);
});
afterEach(() => {
  process.off('unhandledRejection', note);
  expect(rejections, `seed ${seed}`).toEqual([]);
  expect(Object.keys(Object.prototype), `seed ${seed}`).toEqual([]);
  expect(({} as Record<string, unknown>)['polluted'], `seed ${seed}`).toBeUndefined();
});

/** `foreignNames`: how often the name or the workspace is spoiled as well. */
function nextCall(foreignNames: number): { workspace: unknown; name: unknown; payload: unknown } {
  const real = pick(callNames, random);
  const name = random.next() < foreignNames ? spoiled(real, random) : real;
  const owner = isAppWide(real) ? null : 'w1';
  const workspace = random.next() < foreignNames ? spoiled('w1', random) : owner;
  const good = believable(real, random);
  return { workspace, name, payload: random.next() < 0.25 ? good : spoiled(good, random) };
}

function expectReply(reply: Reply): void {
  if (reply.ok) return;
  expect(errorCodes, `seed ${seed}`).toContain(reply.error.code);
  expect(reply.error.code, `seed ${seed}: ${reply.error.detail}`).not.toBe('internal');
}

it('over IPC: every one is answered', { timeout: 120_000 }, async () => {
  const ipcMain = new FakeIpcMain();
  answerCalls({ ipcMain, isTrusted: () => true, core, log, checkAnswers: false });
  for (let call = 0; call < calls; call += 1) {
    const { workspace, name, payload } = nextCall(0.1);
    const event = { sender: null, senderFrame: null } as unknown as InvokeEvent;
    expectReply((await ipcMain.receive(event, ipcCallChannel, [workspace, name, payload])) as Reply);
  }
  expect(arrived).toBeGreaterThan(calls / 10);
});

describe('over the WebSocket', () => {
  let folder: string;
  let host: Host;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'latchkey-fuzz-'));
    await mkdir(join(folder, 'page'));
    await writeFile(join(folder, 'page', 'index.html'), '');
    await writeFile(join(folder, 'page', 'manifest.json'), '{"/index.html":"text/html"}');
    host = await startHost({ core, rendererFolder: join(folder, 'page'), port: 0, log, checkAnswers: false });
  });
  afterEach(async () => {
    await host.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('every one is answered, or costs the sender its connection', { timeout: 120_000 }, async () => {
    let answers = 0;
    let closed = 0;
    for (let sent = 0; sent < calls;) {
      const socket = new WebSocket(`${host.url.replace('http', 'ws')}/rpc`, { origin: host.url });
      const over = new Promise<void>((resolve) => socket.once('close', () => resolve()));
      await new Promise((resolve) => socket.once('open', resolve));
      socket.send(JSON.stringify({ type: 'hello', token: linkCode(host) }));
      let expected = 0;
      let got = 0;
      const enough = Promise.withResolvers<void>();
      socket.on('message', (data: Buffer) => {
        const frame = JSON.parse(data.toString()) as HostServerFrame;
        if (frame.type !== 'reply') return;
        got += 1;
        expectReply(frame.reply);
        if (got === expected) enough.resolve();
      });
      // A few hundred a connection: a frame that is none of ours closes it, and what follows is not read.
      let alive = true;
      for (let turn = 0; turn < 400 && alive; turn += 1) {
        sent += 1;
        const call = nextCall(0.005);
        const frame = JSON.stringify({ type: 'call', id: turn, ...call });
        // As it travels: JSON makes null of NaN and leaves out what is undefined.
        const travels = JSON.parse(frame) as Record<string, unknown>;
        const isOwner = travels['workspace'] === null || typeof travels['workspace'] === 'string';
        const isFrame = isOwner && typeof travels['name'] === 'string' && 'payload' in travels;
        socket.send(frame);
        if (isFrame && frame.length < 1_000_000) expected += 1;
        else alive = false;
      }
      if (alive) {
        if (got < expected) await Promise.race([enough.promise, over]);
        expect(got, `seed ${seed}: the connection was closed`).toBe(expected);
        answers += got;
        socket.terminate();
      } else {
        closed += 1;
      }
      await over;
    }
    expect(answers + closed).toBeGreaterThan(calls / 50);
    expect(closed).toBeGreaterThan(10);
    expect(arrived).toBeGreaterThan(calls / 50);
  });
});

it('into the real core: six thousand believable and spoiled ones find no bug', { timeout: 120_000 }, async () => {
  const desk = await openDesk((server) => {
    for (let id = 1; id <= 5; id += 1) {
      server.addConversation(id);
      server.customerWrites(id, `Hello from ${id}`);
    }
  });
  try {
    const own = callNames.filter((name) => !isAppWide(name) || name.startsWith('settings.'));
    for (let call = 0; call < 6_000; call += 1) {
      const name = pick(own, random);
      const good = believable(name, random);
      const payload = random.next() < 0.7 ? good : spoiled(good, random);
      const asked = desk.call(name, payload as never).catch((error: unknown) => {
        // Anything else is a bug in a handler or a query.
        if (!(error instanceof CallError)) throw error;
        expect(['internal', 'storage'], `seed ${seed}, ${name}: ${error.message}`).not.toContain(error.code);
      });
      // The network is asked in virtual time.
      await Promise.race([asked, desk.clock.advance(50)]);
      await desk.clock.advance(1);
      if (call % 200 === 0) await desk.clock.advance(5_000);
    }
    await desk.clock.advance(60_000);
    expect((await desk.sync()).state).toBe('live');
  } finally {
    await desk.dispose();
  }
});
