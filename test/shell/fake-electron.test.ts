/** Rules of the fake that are about the fake, or that nothing of ours relies on; the others are stated in test/conformance. */
import { describe, expect, test } from 'vitest';
import { createPageSide } from '../support/electron-fake/page-side.ts';
import { createFakeElectron, type FakeElectron } from '../support/electron-fake/fake-electron.ts';
import { FakeSession } from '../support/electron-fake/session.ts';

async function readyFake(): Promise<FakeElectron> {
  const fake = createFakeElectron();
  await fake.ready();
  return fake;
}

test('schemes are registered once', () => {
  const { surface } = createFakeElectron();
  surface.protocol.registerSchemesAsPrivileged([]);
  expect(() => surface.protocol.registerSchemesAsPrivileged([])).toThrow('only once');
});

test('a class cannot be subclassed', async () => {
  const { surface } = await readyFake();
  class Mine extends surface.BrowserWindow {}
  expect(() => new Mine({})).toThrow('Cannot subclass');
});

test('a scheme that was not registered as standard has no origin', async () => {
  const { surface } = await readyFake();
  surface.session.fromPartition('').protocol.handle('odd', () => new Response(''));
  const window = new surface.BrowserWindow({});
  await window.loadURL('odd://desk/x');
  expect(window.webContents.mainFrame.origin).toBe('null');
});

test('what crosses is copied with its dates, and what cannot be copied throws', async () => {
  const { surface, ipcMain } = await readyFake();
  const sender = { sender: { id: 1, mainFrame: { url: '', origin: '' } }, senderFrame: null };
  let got: unknown;
  surface.ipcMain.handle('a', async (_event, value) => (got = value));
  const argument = { when: new Date(0) };
  const answer = await ipcMain.receive(sender, 'a', [argument]);
  expect([got, answer]).toEqual([argument, argument]);
  expect([got === argument, answer === argument]).toEqual([false, false]);
  await expect(ipcMain.receive(sender, 'a', [() => 1])).rejects.toThrow('An object could not be cloned.');
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

describe('a session', () => {
  test('grants everything while nobody decides', async () => {
    const session = new FakeSession();
    expect(session.check('media', 'https://example.com')).toBe(true);
    expect(session.device()).toBe(true);
    await expect(session.displayMedia()).rejects.toThrow('NotSupportedError');
  });
});

test('the theme follows the system unless it was set', () => {
  const { nativeTheme } = createFakeElectron();
  nativeTheme.systemIsDark = true;
  expect(nativeTheme.shouldUseDarkColors).toBe(true);
  nativeTheme.themeSource = 'light';
  expect(nativeTheme.shouldUseDarkColors).toBe(false);
});
