/** The rules of the fake, stated so that the same file could be run inside the real Electron. */
import { describe, expect, test } from 'vitest';
import { createPageSide } from '../support/electron-fake/page-side.ts';
import { createFakeElectron, type FakeElectron } from '../support/electron-fake/fake-electron.ts';
import { FakeSession } from '../support/electron-fake/session.ts';

async function readyFake(): Promise<FakeElectron> {
  const fake = createFakeElectron();
  await fake.ready();
  return fake;
}

describe('before and after ready', () => {
  test.each<readonly [string, (fake: FakeElectron) => unknown, string]>([
    [
      'BrowserWindow',
      ({ surface }) => new surface.BrowserWindow({}),
      'Cannot create BrowserWindow before app is ready',
    ],
    ['session', ({ surface }) => surface.session.fromPartition('x'), 'Session can only be received when app is ready'],
    ['net.fetch', ({ surface }) => surface.net.fetch('http://127.0.0.1'), 'only be used after app is ready'],
  ])('%s is too early before', (_what, use, message) => {
    expect(() => use(createFakeElectron())).toThrow(message);
  });

  test.each<readonly [string, (fake: FakeElectron) => unknown]>([
    ['enableSandbox', ({ surface }) => surface.app.enableSandbox()],
    ['registerSchemesAsPrivileged', ({ surface }) => surface.protocol.registerSchemesAsPrivileged([])],
  ])('%s is too late after', async (_what, use) => {
    const fake = await readyFake();
    expect(() => use(fake)).toThrow('before app is ready');
  });

  test('schemes are registered once', () => {
    const { surface } = createFakeElectron();
    surface.protocol.registerSchemesAsPrivileged([]);
    expect(() => surface.protocol.registerSchemesAsPrivileged([])).toThrow('only once');
  });

  test('userData can only be moved to a folder that exists', () => {
    const { surface } = createFakeElectron();
    expect(() => surface.app.setPath('userData', '/nonexistent/folder')).toThrow('Failed to set path');
    expect(() => surface.app.setPath('userData', 'relative')).toThrow('Path must be absolute');
  });
});

describe('windows', () => {
  test('the class cannot be subclassed', async () => {
    const { surface } = await readyFake();
    class Mine extends surface.BrowserWindow {}
    expect(() => new Mine({})).toThrow('Cannot subclass');
  });

  test('a destroyed one throws on use, but still says that it is destroyed', async () => {
    const fake = await readyFake();
    fake.app.on('window-all-closed', () => undefined);
    const window = new fake.surface.BrowserWindow({});
    const { webContents } = window;
    fake.windows[0]?.close();
    expect(window.isDestroyed()).toBe(true);
    expect(() => window.show()).toThrow('Object has been destroyed');
    expect(() => webContents.send('x')).toThrow('Object has been destroyed');
  });

  test('a page of a scheme that nobody serves does not load; a handler counts in its own session only', async () => {
    const { surface } = await readyFake();
    surface.session.fromPartition('persist:one').protocol.handle('app', () => new Response('hello'));
    const inOne = new surface.BrowserWindow({ webPreferences: { partition: 'persist:one' } });
    const inOther = new surface.BrowserWindow({});
    await expect(inOne.loadURL('app://desk/')).resolves.toBeUndefined();
    await expect(inOther.loadURL('app://desk/')).rejects.toThrow('ERR_UNKNOWN_URL_SCHEME');
  });

  test('a scheme has an origin only if it was registered as standard', async () => {
    const fake = createFakeElectron();
    fake.surface.protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true } }]);
    await fake.ready();
    const window = new fake.surface.BrowserWindow({});
    const { session } = fake.surface;
    for (const scheme of ['app', 'odd']) session.fromPartition('').protocol.handle(scheme, () => new Response(''));
    await window.loadURL('app://desk/x');
    expect(window.webContents.mainFrame.origin).toBe('app://desk');
    await window.loadURL('odd://desk/x');
    expect(window.webContents.mainFrame.origin).toBe('null');
  });

  test('when the last one closes and nobody listens, the app quits', async () => {
    const fake = await readyFake();
    const window = new fake.surface.BrowserWindow({});
    expect(window.isDestroyed()).toBe(false);
    fake.windows[0]?.close();
    expect(fake.world.exitCode).toBe(0);
  });

  test('exit asks nobody, quit does', async () => {
    const asked = { quit: false, exit: false };
    const quitting = await readyFake();
    quitting.app.on('before-quit', () => (asked.quit = true));
    quitting.app.quit();
    const leaving = await readyFake();
    leaving.app.on('before-quit', () => (asked.exit = true));
    leaving.app.exit(3);
    expect(asked).toEqual({ quit: true, exit: false });
    expect([quitting.world.exitCode, leaving.world.exitCode]).toEqual([0, 3]);
  });
});

describe('IPC', () => {
  const sender = { sender: { id: 1, mainFrame: { url: '', origin: '' } }, senderFrame: null };

  test('a second handler for a channel throws; after removal there is room again', async () => {
    const { surface } = await readyFake();
    const handler = (): Promise<unknown> => Promise.resolve(1);
    surface.ipcMain.handle('a', handler);
    expect(() => surface.ipcMain.handle('a', handler)).toThrow("Attempted to register a second handler for 'a'");
    surface.ipcMain.removeHandler('a');
    expect(() => surface.ipcMain.handle('a', handler)).not.toThrow();
  });

  test('without a handler the caller gets an error', async () => {
    const { ipcMain } = await readyFake();
    await expect(ipcMain.receive(sender, 'a', [])).rejects.toThrow(
      "Error invoking remote method 'a': Error: No handler registered for 'a'",
    );
  });

  test('of an error only its text crosses', async () => {
    const { surface, ipcMain } = await readyFake();
    surface.ipcMain.handle('a', () => Promise.reject(Object.assign(new TypeError('no'), { code: 'kept?' })));
    const error: unknown = await ipcMain.receive(sender, 'a', []).catch((reason: unknown) => reason);
    expect(error).toEqual(new Error("Error invoking remote method 'a': TypeError: no"));
    expect(error).not.toHaveProperty('code');
  });

  test('arguments and results are copies, and what cannot be copied throws', async () => {
    const { surface, ipcMain } = await readyFake();
    const result = { list: [1] };
    let got: unknown;
    surface.ipcMain.handle('a', (_event, value) => {
      got = value;
      return Promise.resolve(result);
    });
    const argument = { when: new Date(0) };
    const answer = await ipcMain.receive(sender, 'a', [argument]);
    expect([got, answer]).toEqual([argument, result]);
    expect([got === argument, answer === result]).toEqual([false, false]);
    await expect(ipcMain.receive(sender, 'a', [() => 1])).rejects.toThrow('An object could not be cloned.');
    const window = new surface.BrowserWindow({});
    expect(() => window.webContents.send('a', () => 1)).toThrow('An object could not be cloned.');
  });

  test('the bridge copies, freezes, drops prototypes and symbols, and takes a name once', async () => {
    const fake = await readyFake();
    const window = new fake.surface.BrowserWindow({});
    expect(window.isDestroyed()).toBe(false);
    const contents = fake.windows[0]?.webContents;
    const page = createPageSide(fake.ipcMain, contents as never, null);
    class Api {
      readonly own = { deep: [1] };
      inherited(): number {
        return 1;
      }
    }
    const api = Object.assign(new Api(), { [Symbol('hidden')]: 1, twice: (list: number[]) => list });
    page.preload.contextBridge.exposeInMainWorld('api', api);
    const seen = page.window['api'] as typeof api;
    expect(Object.keys(seen).toSorted()).toEqual(['own', 'twice']);
    expect(Object.getOwnPropertySymbols(seen)).toEqual([]);
    expect([Object.isFrozen(seen), Object.isFrozen(seen.own.deep)]).toEqual([true, true]);
    const list = [1, 2];
    expect(seen.twice(list)).toEqual(list);
    expect(seen.twice(list)).not.toBe(list);
    expect(() => page.preload.contextBridge.exposeInMainWorld('api', {})).toThrow('Cannot bind an API on top');
  });
});

describe('sessions', () => {
  test('grant everything while nobody decides', async () => {
    const session = new FakeSession();
    expect(session.check('media', 'https://example.com')).toBe(true);
    expect(session.device()).toBe(true);
    await expect(session.displayMedia()).rejects.toThrow('NotSupportedError');
  });

  test('a scheme is handled once in each', () => {
    const session = new FakeSession();
    session.protocol.handle('app', () => new Response(''));
    expect(() => session.protocol.handle('app', () => new Response(''))).toThrow('Failed to register protocol: app');
  });
});

test('the theme follows the system unless it was set', () => {
  const { nativeTheme } = createFakeElectron();
  nativeTheme.systemIsDark = true;
  expect(nativeTheme.shouldUseDarkColors).toBe(true);
  nativeTheme.themeSource = 'light';
  expect(nativeTheme.shouldUseDarkColors).toBe(false);
});
