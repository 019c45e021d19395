/**
 * An Electron that behaves: it throws where Electron throws, loses what Electron loses, and grants what Electron grants.
 * Each rule names the place in Electron it was read from. It is evidence about our code, not about Electron.
 */
import { EventEmitter } from 'node:events';
import type { ElectronSurface } from '../../../electron/shell/surface.ts';
import { FakeApp, type Machine } from './app.ts';
import { browserWindowClass, type FakeWindow } from './browser-window.ts';
import { FakeIpcMain } from './ipc-main.ts';
import { FakeNativeTheme } from './native-theme.ts';
import { FakeProtocol } from './protocol.ts';
import { FakeSafeStorage, usualKeyRing, type KeyRing } from './safe-storage.ts';
import { FakeSessions } from './session.ts';
import type { Display, World } from './world.ts';

export interface FakeOptions {
  readonly platform?: NodeJS.Platform;
  readonly userData?: string;
  readonly isPackaged?: boolean;
  readonly display?: Display;
  /** Pass the same one to two fakes and they are two processes on one machine. */
  readonly machine?: Machine;
  /** Left out: one that works. */
  readonly keyRing?: KeyRing;
  /** What happens when the process would be gone; in tests nothing. */
  readonly onExit?: (code: number) => void;
}

export interface FakeElectron {
  readonly surface: ElectronSurface;
  readonly world: World;
  readonly app: FakeApp;
  readonly ipcMain: FakeIpcMain;
  readonly nativeTheme: FakeNativeTheme;
  readonly powerMonitor: EventEmitter;
  readonly sessions: FakeSessions;
  /** Every window ever made. */
  readonly windows: readonly FakeWindow[];
  /** Becomes ready and lets everything that waited for it run. */
  ready(): Promise<void>;
}

export function createFakeElectron(options: FakeOptions = {}): FakeElectron {
  const world: World = {
    platform: options.platform ?? 'linux',
    display: options.display ?? null,
    isReady: false,
    exitCode: null,
    onExit: options.onExit ?? (() => undefined),
    schemes: new Map(),
    openedOutside: [],
    errorBoxes: [],
  };
  const windows: FakeWindow[] = [];
  const app = new FakeApp({
    world,
    machine: options.machine ?? new Map(),
    userData: options.userData ?? '/nonexistent/latchkey',
    isPackaged: options.isPackaged ?? false,
    closeWindows: () => {
      for (const window of windows) if (!window.isDestroyed()) window.close();
    },
  });
  const sessions = new FakeSessions(world);
  const ipcMain = new FakeIpcMain();
  const nativeTheme = new FakeNativeTheme((isDark) => world.display?.theme(isDark));
  const powerMonitor = new EventEmitter();
  const surface: ElectronSurface = {
    app,
    BrowserWindow: browserWindowClass({ world, app, sessions, made: windows }),
    dialog: { showErrorBox: (title, content) => void world.errorBoxes.push({ title, content }) },
    ipcMain,
    nativeTheme,
    net: {
      // Electron: lib/browser/api/net.ts:16.
      fetch: (url, init) => {
        if (!world.isReady) throw new Error('net module can only be used after app is ready');
        return fetch(url, init);
      },
    },
    powerMonitor,
    protocol: new FakeProtocol(world),
    safeStorage: new FakeSafeStorage(world, options.keyRing ?? usualKeyRing()),
    session: sessions,
    shell: {
      openExternal: (url) => {
        world.openedOutside.push(url);
        return Promise.resolve();
      },
    },
  };
  return {
    surface,
    world,
    app,
    ipcMain,
    nativeTheme,
    powerMonitor,
    sessions,
    windows,
    async ready() {
      app.becomeReady();
      await app.whenReady();
    },
  };
}
