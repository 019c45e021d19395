/** The tray, the cross of the window and starting with the computer, on each system. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { DeskAlerts } from '../../electron/core/alerts/desk-alerts.ts';
import { createOutside, type Outside } from '../../electron/shell/outside.ts';
import { createLoginItem } from '../../electron/shell/login-item.ts';
import { openDeskMemory } from '../../electron/shell/desk-memory.ts';
import { memorySettings } from '../support/settings.ts';
import { must } from '../../shared/lang/assert.ts';
import { trayState, type TrayState } from '../../shared/notify/tray.ts';
import { createFakeElectron } from '../support/electron-fake/fake-electron.ts';
import { collectLog, memoryOf, readyDesk, say, shownWindow, type ReadyDesk } from './setup.ts';

interface Room extends ReadyDesk {
  readonly outside: Outside;
  readonly ran: unknown[];
  render(state: TrayState): void;
}

async function room(platform: NodeJS.Platform, hasHost: boolean, closeToTray = true): Promise<Room> {
  let outside: Outside | null = null;
  const memory = memoryOf();
  const ready = await readyDesk(
    { platform },
    { memory, onClose: () => must(outside, 'made below').onClose(), onOpened: () => outside?.redraw() },
  );
  const ran: unknown[] = [];
  let render: (state: TrayState) => void = () => undefined;
  const alerts: DeskAlerts = {
    onTray(listener) {
      render = listener;
      return () => undefined;
    },
    activate: async () => 'show',
    run: (command) => void ran.push(command),
    open: () => undefined,
    lost: () => undefined,
    workspaceIds: () => [],
    lookAway: () => undefined,
    unsent: async () => 0,
    heard: () => undefined,
    stop: () => undefined,
  };
  outside = createOutside({
    surface: ready.fake.surface,
    platform,
    icons: fileURLToPath(new URL('../../electron/shell/icons', import.meta.url)),
    isSigned: false,
    say,
    log: ready.log,
    settings: memorySettings({ closeToTray }),
    memory,
    core: { alerts },
    desk: ready.desk,
    quit: { isLeaving: () => false },
    showsTray: async () => hasHost,
  });
  await outside.lookForTray();
  return { ...ready, outside, ran, render: (state) => render(state) };
}

const busy = trayState({
  unread: 3,
  closing: [],
  unsent: 0,
  stuck: 0,
  signedOut: false,
  offline: false,
  doNotDisturb: false,
  locked: false,
});

describe('the cross of the window', () => {
  test.each(['linux', 'win32'] as const)('%s, with a tray: hides, and the tray brings it back', async (platform) => {
    const life = await room(platform, true);
    const window = await shownWindow(life);
    life.render(busy);
    window.close();
    expect([window.isDestroyed(), window.isVisible()]).toEqual([false, false]);
    life.fake.trays[0]?.menu?.choose('Open Latchkey');
    expect([window.isVisible(), life.fake.windows.length]).toEqual([true, 1]);
  });

  test('GNOME without a tray: never hides, and says so once', async () => {
    const life = await room('linux', false);
    const window = await shownWindow(life);
    for (let time = 0; time < 2; time += 1) {
      window.close();
      expect([window.isDestroyed(), window.isVisible(), window.isMinimized()]).toEqual([false, true, true]);
    }
    expect(life.fake.world.questions.map(({ message }) => message)).toEqual(['Latchkey stays in the task bar']);
  });

  test.each(['linux', 'win32'] as const)('%s: closes if the person wants it so', async (platform) => {
    const life = await room(platform, true, false);
    const window = await shownWindow(life);
    window.close();
    expect(window.isDestroyed()).toBe(true);
  });

  test('a new window has the overlay of the old one', async () => {
    const life = await room('win32', true, false);
    const first = await shownWindow(life);
    life.render(busy);
    expect(first.overlay?.text).toBe('3 unread conversations');
    first.close();
    expect((await shownWindow(life)).overlay?.text).toBe('3 unread conversations');
  });
});

describe('starting with the computer', () => {
  function item(platform: NodeJS.Platform, env: Record<string, string> = {}, isPackaged = true) {
    const { app } = createFakeElectron({ platform, isPackaged });
    const written = new Map<string, string>();
    const login = createLoginItem({
      app,
      platform,
      env: { HOME: '/people/mara', ...env },
      executable: '/opt/Latch key/latchkey',
      files: {
        exists: (path) => written.has(path),
        write: async (path, text) => void written.set(path, text),
        remove: async (path) => void written.delete(path),
      },
      log: collectLog(),
    });
    return { app, login, written };
  }

  test.each(['win32', 'darwin'] as const)('%s: a login item that starts hidden', async (platform) => {
    const { app, login } = item(platform);
    await login.set(true);
    expect([app.loginItem, login.isSet()]).toEqual([{ openAtLogin: true, args: ['--hidden'] }, true]);
    await login.set(false);
    expect(login.isSet()).toBe(false);
  });

  test.each([
    [{}, '/people/mara/.config/autostart/latchkey.desktop', 'Exec="/opt/Latch key/latchkey" --hidden'],
    [{ XDG_CONFIG_HOME: '/cfg' }, '/cfg/autostart/latchkey.desktop', 'Exec="/opt/Latch key/latchkey" --hidden'],
    [
      { APPIMAGE: '/people/mara/100% "new".AppImage' },
      '/people/mara/.config/autostart/latchkey.desktop',
      String.raw`Exec="/people/mara/100%% \\"new\\".AppImage" --hidden`,
    ],
  ])('Linux: a file of the desktop (%j)', async (env, path, exec) => {
    const { login, written } = item('linux', env);
    await login.set(true);
    expect(written.get(path)?.split('\n')).toContain(exec);
    expect(login.isSet()).toBe(true);
    await login.set(false);
    expect(written.size).toBe(0);
  });

  test.each([
    ['from source', {}, false],
    ['in a Flatpak', { FLATPAK_ID: 'x' }, true],
    ['in a snap', { SNAP: '/snap/x' }, true],
  ])('%s: not offered', async (_what, env, isPackaged) => {
    const { login, written } = item('linux', env, isPackaged);
    await login.set(true);
    expect([login.isSet(), written.size]).toEqual([null, 0]);
  });
});

describe('what the window remembers', () => {
  const files = (text: string | null) => {
    let kept = text;
    return {
      read: async () => kept,
      write: async (_name: string, next: string) => void (kept = next),
      setAside: async () => undefined,
      remove: async () => undefined,
      folders: async () => [],
    };
  };

  test('is there in the next run; a file that makes no sense is a first start', async () => {
    const disk = files('{"bounds":"somewhere"}');
    const memory = await openDeskMemory(disk, collectLog());
    expect(memory.now()).toEqual({ bounds: null, isMaximized: false, toldNoTray: false });
    const bounds = { x: 10, y: 20, width: 1000, height: 700 };
    memory.change({ bounds });
    memory.change({ toldNoTray: true });
    await memory.stop();
    expect((await openDeskMemory(disk, collectLog())).now()).toEqual({ bounds, isMaximized: false, toldNoTray: true });
  });

  test('the window opens where it was closed, clamped to the screens there are', async () => {
    const memory = memoryOf({ bounds: { x: 1800, y: 0, width: 1000, height: 700 } });
    const ready = await readyDesk({}, { memory });
    const window = await shownWindow(ready);
    expect(window.options).toMatchObject({ x: 920, y: 0, width: 1000, height: 700 });
    window.moveTo({ x: 5, y: 6, width: 900, height: 600 });
    window.close();
    expect(memory.now().bounds).toEqual({ x: 5, y: 6, width: 900, height: 600 });
  });
});

describe('a page in trouble', () => {
  test('that dies now and then is always loaded again; again and again within a minute, not', async () => {
    const ready = await readyDesk();
    const window = await shownWindow(ready);
    let reloads = 0;
    window.webContents.on('reloaded', () => (reloads += 1));
    const die = () => window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    for (let death = 0; death < 5; death += 1) {
      die();
      await ready.clock.advance(61_000);
    }
    expect(reloads).toBe(5);
    for (let death = 0; death < 4; death += 1) die();
    expect(reloads).toBe(8);
    expect(ready.fake.world.questions).toMatchObject([{ detail: expect.stringContaining('Nothing is lost') }]);
  });

  test.each([
    [0, 0],
    [1, 1],
  ])('that hangs is the choice of the person (%i), who is asked once at a time', async (answer, expected) => {
    const ready = await readyDesk();
    const window = await shownWindow(ready);
    let reloads = 0;
    window.webContents.on('reloaded', () => (reloads += 1));
    ready.fake.world.answers.push(answer);
    window.emit('unresponsive');
    window.emit('unresponsive');
    await new Promise((resolve) => setImmediate(resolve));
    expect([ready.fake.world.questions.length, reloads]).toEqual([1, expected]);
  });
});
