/** The whole shell on the fake, with the real core and its real database, from ready to gone. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { givenId } from '../../electron/core/accounts/workspaces.ts';
import { claimDataFolder } from '../../electron/core/data-folder.ts';
import { exposeBridge } from '../../electron/shell/bridge.ts';
import type { ShellProgram } from '../../electron/shell/run.ts';
import type { Transport } from '../../shared/contract/wire.ts';
import { must } from '../../shared/lang/assert.ts';
import type { FakeElectron } from '../support/electron-fake/fake-electron.ts';
import { createPageSide } from '../support/electron-fake/page-side.ts';
import { deadServer, leaveHome, makeHome, quit, startShell, type Run } from './whole-shell.ts';

let home = '';
beforeEach(() => {
  home = makeHome();
});
afterEach(() => leaveHome(home));

const workspace = givenId(deadServer.url);
const start = (changes: Partial<ShellProgram> = {}, isPackaged = false): Run =>
  startShell(home, changes, { isPackaged });

/** What the window's page would have: the bridge, on the real handlers; and the names of the events it gets. */
function pageOf(fake: FakeElectron): { call: Transport['call']; next: (name: string) => Promise<void> } {
  const window = must(fake.windows[0], 'the window is open');
  const page = createPageSide(fake.ipcMain, window.webContents, window.webContents.mainFrame);
  exposeBridge(page.preload);
  const transport = page.window['latchkey'] as Transport;
  const waiting = new Map<string, () => void>();
  transport.on((_workspace, name) => waiting.get(name)?.());
  // The fake keeps what was sent; a display would deliver it.
  const { sent } = window.webContents;
  const deliver = sent.push.bind(sent);
  sent.push = (...messages) => {
    for (const { channel, args } of messages) page.receive(channel, args);
    return deliver(...messages);
  };
  return {
    call: (workspace, name, payload) => transport.call(workspace, name, payload),
    next: (name) => new Promise((resolve) => waiting.set(name, resolve)),
  };
}

describe('the shell', () => {
  test('does nothing before Electron is ready, then opens one window that answers without a network', async () => {
    const run = start();
    expect([run.fake.windows.length, run.fake.ipcMain.channels()]).toEqual([0, []]);
    await run.fake.ready();
    await run.running;
    expect(run.fake.windows).toHaveLength(1);
    const page = pageOf(run.fake);
    const reply = await page.call(workspace, 'conversations.counts', {});
    expect(reply).toMatchObject({ ok: true, value: { counts: { open: 0 } } });
    expect(await quit(run)).toBe(0);
  });

  test('events of the core reach the page, and the theme reaches the window', async () => {
    const run = start();
    await run.fake.ready();
    await run.running;
    expect(run.fake.nativeTheme.themeSource).toBe('dark');
    const page = pageOf(run.fake);
    const changed = page.next('settings.changed');
    await page.call(null, 'settings.set', { theme: 'light' });
    await changed;
    expect(run.fake.nativeTheme.themeSource).toBe('light');
    expect(await quit(run)).toBe(0);
  });

  test('what was written before quitting is there after the next start', async () => {
    const first = start();
    await first.fake.ready();
    await first.running;
    await pageOf(first.fake).call(workspace, 'drafts.save', {
      conversationId: 7,
      audience: 'team',
      text: 'remember',
      caret: 8,
    });
    expect(await quit(first)).toBe(0);

    const second = start();
    await second.fake.ready();
    await second.running;
    const reply = await pageOf(second.fake).call(workspace, 'drafts.get', { conversationId: 7, audience: 'team' });
    expect(reply).toMatchObject({ ok: true, value: { draft: { text: 'remember', caret: 8 } } });
    expect(await quit(second)).toBe(0);
  });

  test('the token is in no file of the data folder', async () => {
    const run = start({ server: { url: deadServer.url, token: 'tok-4f0c-secret' } });
    await run.fake.ready();
    await run.running;
    expect(await quit(run)).toBe(0);
    const files = readdirSync(join(home, 'data'), { recursive: true, withFileTypes: true }).filter((e) => e.isFile());
    expect(files.length).toBeGreaterThan(0);
    for (const { parentPath, name } of files) {
      expect(readFileSync(join(parentPath, name)).includes('tok-4f0c-secret'), name).toBe(false);
    }
  });

  test('quit while it is still starting leaves cleanly and stops what starts late', async () => {
    const practice = Promise.withResolvers<Awaited<ReturnType<ShellProgram['startPractice']>>>();
    let stops = 0;
    let isAsked = (): void => undefined;
    const asked = new Promise<void>((resolve) => (isAsked = resolve));
    const run = start({
      server: null,
      startPractice: () => {
        isAsked();
        return practice.promise;
      },
    });
    await run.fake.ready();
    await asked;
    expect(await quit(run)).toBe(0);
    const stop = (): Promise<void> => {
      stops += 1;
      return Promise.resolve();
    };
    practice.resolve({ url: 'http://127.0.0.1:9', apiAccessToken: 'x', webhook: '', stop });
    await run.running;
    expect(stops).toBe(1);
  });
});

describe('when it cannot start', () => {
  test('a folder in use by the browser host: one sentence, exit code 1', async () => {
    const other = await claimDataFolder(join(home, 'data'));
    const run = start();
    await run.fake.ready();
    expect(await run.exited).toBe(1);
    expect(run.told).toEqual([expect.stringMatching(/^The data folder .* is in use by another Latchkey.*\.$/)]);
    expect([run.fake.windows.length, run.fake.world.errorBoxes]).toEqual([0, []]);
    await other.release();
  });

  test('installed, it also says so in a dialog', async () => {
    const other = await claimDataFolder(join(home, 'data'));
    const run = start({}, true);
    await run.fake.ready();
    expect(await run.exited).toBe(1);
    expect(run.fake.world.errorBoxes).toEqual([{ title: 'Latchkey could not start', content: run.told[0] }]);
    await other.release();
  });

  test('a page that was not built: exit code 1, and the folder is free again', async () => {
    const run = start({ rendererFolder: join(home, 'nothing') });
    await run.fake.ready();
    expect(await run.exited).toBe(1);
    expect(run.told).toHaveLength(1);
    expect(run.told[0]).not.toContain('\n');
    await (await claimDataFolder(join(home, 'data'))).release();
  });

  test('a practice workspace that does not start', async () => {
    const run = start({ server: null, startPractice: () => Promise.reject(new Error('no port is free')) });
    await run.fake.ready();
    expect(await run.exited).toBe(1);
    expect(run.told).toEqual(['Latchkey could not start: no port is free']);
  });
});
