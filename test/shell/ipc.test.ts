import { describe, expect, test } from 'vitest';
import { exposeBridge } from '../../electron/shell/bridge.ts';
import { answerCalls } from '../../electron/shell/ipc.ts';
import type { CallName, Handlers } from '../../shared/contract/contract.ts';
import { CallError } from '../../shared/contract/errors.ts';
import { ipcCallChannel, type Reply, type Transport } from '../../shared/contract/wire.ts';
import type { FakeWindow } from '../support/electron-fake/browser-window.ts';
import { createPageSide, type PageSide } from '../support/electron-fake/page-side.ts';
import { FakeFrame } from '../support/electron-fake/web-contents.ts';
import { readyDesk, shownWindow, type ReadyDesk } from './setup.ts';

/** Calls without a handler of their own answer as if there were nothing. */
function handlers(some: Partial<Handlers>): Handlers {
  return new Proxy(some as Handlers, {
    get: (target, name) => target[name as CallName] ?? (() => Promise.resolve({})),
  });
}

interface Wired extends ReadyDesk {
  readonly window: FakeWindow;
  readonly page: PageSide;
  readonly transport: Transport;
}

async function wired(some: Partial<Handlers> = {}): Promise<Wired> {
  const ready = await readyDesk();
  const { fake, desk, log } = ready;
  answerCalls({
    ipcMain: fake.surface.ipcMain,
    isTrusted: (event) => desk.isTrusted(event),
    core: { handlersOf: (workspace) => (workspace === 'other' ? null : handlers(some)) },
    log,
    checkAnswers: true,
  });
  const window = await shownWindow(ready);
  const page = createPageSide(fake.ipcMain, window.webContents, window.webContents.mainFrame);
  exposeBridge(page.preload);
  return { ...ready, window, page, transport: page.window['latchkey'] as Transport };
}

const code = (reply: unknown): string => {
  const answer = reply as Reply;
  return answer.ok ? 'ok' : answer.error.code;
};

describe('who may call', () => {
  test('the page in our window', async () => {
    const { transport } = await wired({ 'workspace.get': () => Promise.resolve({ workspace: null, repaired: null }) });
    expect(await transport.call('w1', 'workspace.get', {})).toEqual({
      ok: true,
      value: { workspace: null, repaired: null },
    });
  });

  test.each([
    ['a frame that has navigated away', () => null],
    ['a frame inside our page', (wire: Wired) => new FakeFrame(wire.fake.world, 'app://desk/inner.html')],
    [
      'a page of another origin',
      (wire: Wired) => Object.assign(wire.window.webContents.mainFrame, { url: 'https://evil.example/' }),
    ],
    [
      'a page whose address only starts like ours',
      (wire: Wired) => Object.assign(wire.window.webContents.mainFrame, { url: 'app://desk.evil/' }),
    ],
    [
      'a page without an origin',
      (wire: Wired) => Object.assign(wire.window.webContents.mainFrame, { url: 'data:text/html,x' }),
    ],
  ])('not %s', async (_who, frame) => {
    let called = false;
    const wire = await wired({
      'sync.retry': () => {
        called = true;
        return Promise.resolve({});
      },
    });
    const event = { sender: wire.window.webContents, senderFrame: frame(wire) };
    const reply = await wire.fake.ipcMain.receive(event, ipcCallChannel, ['w1', 'sync.retry', {}]);
    expect(code(reply)).toBe('forbidden-sender');
    expect(called).toBe(false);
  });

  test('not a window that we did not make, even with our page in it', async () => {
    const { fake } = await wired();
    const stranger = new fake.surface.BrowserWindow({ webPreferences: { partition: 'persist:desk' } });
    await stranger.loadURL('app://desk/index.html');
    const { webContents } = stranger;
    const event = { sender: webContents, senderFrame: webContents.mainFrame };
    expect(code(await fake.ipcMain.receive(event, ipcCallChannel, ['w1', 'sync.get', {}]))).toBe('forbidden-sender');
  });

  test('not a window of ours that was closed', async () => {
    const { fake, window } = await wired();
    const { webContents } = window;
    const event = {
      sender: { id: webContents.id, mainFrame: webContents.mainFrame },
      senderFrame: webContents.mainFrame,
    };
    window.close();
    expect(code(await fake.ipcMain.receive(event, ipcCallChannel, ['w1', 'sync.get', {}]))).toBe('forbidden-sender');
  });
});

describe('what a call answers', () => {
  test.each([
    ['no such call', 'conversations.explode', {}],
    ['a name from the prototype', 'constructor', {}],
    ['a name that is no text', 7, {}],
    ['a payload that does not parse', 'conversations.get', { conversationId: 'seven' }],
    ['no payload', 'conversations.get', undefined],
  ])('%s: bad-request', async (_why, name, payload) => {
    const { transport } = await wired();
    expect(code(await transport.call('w1', name as string, payload))).toBe('bad-request');
  });

  test.each([
    ['a call of a workspace, without one', null, 'sync.get'],
    ["the app's own call, for a workspace", 'w1', 'settings.get'],
    ['a workspace whose name is a path', '../w1', 'sync.get'],
    ['a workspace that is no text', 7, 'sync.get'],
    ['no workspace at all', undefined, 'sync.get'],
  ])('%s: bad-request', async (_why, workspace, name) => {
    const { transport } = await wired();
    expect(code(await transport.call(workspace as string, name, {}))).toBe('bad-request');
  });

  test('a workspace that is not there: not-found', async () => {
    const { transport } = await wired();
    expect(code(await transport.call('other', 'sync.get', {}))).toBe('not-found');
  });

  test("a refusal keeps its code, which an error thrown across Electron's wire would lose", async () => {
    const { transport } = await wired({
      'replies.send': () => Promise.reject(new CallError('window-closed', 'The window closed at noon.')),
    });
    const payload = { conversationId: 1, clientId: crypto.randomUUID(), body: { audience: 'customer', text: 'Hello' } };
    expect(await transport.call('w1', 'replies.send', payload)).toEqual({
      ok: false,
      error: { code: 'window-closed', detail: 'The window closed at noon.' },
    });
  });

  test('a bug is logged in full and tells the page nothing', async () => {
    const { transport, log } = await wired({ 'sync.retry': () => Promise.reject(new Error('secret path /home/x')) });
    const reply = await transport.call('w1', 'sync.retry', {});
    expect(code(reply)).toBe('internal');
    expect(JSON.stringify(reply)).not.toContain('secret');
    expect(log.entries.find(({ what }) => what === 'call failed')?.fields).toContain('secret path');
  });

  test('what cannot be cloned never arrives', async () => {
    const { page } = await wired();
    expect(() => page.preload.ipcRenderer.invoke(ipcCallChannel, 'w1', 'sync.get', { run: () => 1 })).toThrow(
      'An object could not be cloned.',
    );
  });

  test('one channel takes calls, and no other', async () => {
    const { fake } = await wired();
    expect(fake.ipcMain.channels()).toEqual([ipcCallChannel]);
  });
});

describe('the bridge', () => {
  test('gives the page three functions, frozen, and nothing of Electron', async () => {
    const { transport, page } = await wired();
    expect(Object.keys(page.window)).toEqual(['latchkey']);
    expect(Object.keys(transport).toSorted()).toEqual(['call', 'on', 'onConnection']);
    expect(Object.isFrozen(transport)).toBe(true);
  });

  test('passes workspace, name and data of an event to every listener, until it unsubscribes', async () => {
    const { transport, page } = await wired();
    const heard: unknown[][] = [];
    const listener = (...args: unknown[]): void => void heard.push(args);
    const first = transport.on(listener);
    const second = transport.on(listener);
    page.receive('latchkey:event', ['w1', 'sync.changed', { revision: 1 }]);
    first();
    page.receive('latchkey:event', ['w1', 'sync.changed', { revision: 2 }]);
    second();
    page.receive('latchkey:event', ['w1', 'sync.changed', { revision: 3 }]);
    expect(heard).toEqual([
      ['w1', 'sync.changed', { revision: 1 }],
      ['w1', 'sync.changed', { revision: 1 }],
      ['w1', 'sync.changed', { revision: 2 }],
    ]);
  });

  test("never reports a broken wire, because Electron's cannot break", async () => {
    const { transport } = await wired();
    const off = transport.onConnection(() => expect.unreachable());
    expect(off()).toBeUndefined();
  });
});
