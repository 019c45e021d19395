/**
 * An Electron that behaves: it throws where Electron throws, loses what Electron loses, and grants what Electron grants.
 * Each rule names the place in Electron it was read from. It is evidence about our code, not about Electron.
 */
import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import type { ElectronSurface } from '../../../electron/shell/surface.ts';
import type { Bounds } from '../../../shared/desk/window-bounds.ts';
import { FakeApp, type Machine } from './app.ts';
import { browserWindowClass, type FakeWindow } from './browser-window.ts';
import { FakeIpcMain } from './ipc-main.ts';
import { FakeNativeTheme } from './native-theme.ts';
import { FakeProtocol } from './protocol.ts';
import { FakeSafeStorage, usualKeyRing, type KeyRing } from './safe-storage.ts';
import { FakeSessions } from './session.ts';
import { webSocketClass } from './web-socket.ts';
import { FakeMenu, trayClass, type FakeTray } from './tray.ts';
import { notificationClass, usualNotifications, type NotificationSystem } from './notification.ts';
import type { Display, World } from './world.ts';

export interface FakeOptions {
  readonly platform?: NodeJS.Platform;
  readonly userData?: string;
  readonly isPackaged?: boolean;
  readonly display?: Display;
  /** Pass the same one to two fakes and they are two processes on one machine. */
  readonly machine?: Machine;
  /** Screens; left out: one of 1920 × 1080 with a task bar. */
  readonly displays?: readonly { readonly workArea: Bounds }[];
  /** Left out: one that works. */
  readonly keyRing?: KeyRing;
  /** Left out: no proxy. */
  readonly systemProxy?: (url: string) => string;
  /** What happens when the process would be gone; in tests nothing. */
  readonly onExit?: (code: number) => void;
}

/** docs/api/power-monitor.md: whole seconds since somebody touched the computer. */
export class FakePowerMonitor extends EventEmitter {
  idleSeconds = 0;
  getSystemIdleTime(): number {
    return this.idleSeconds;
  }
}

export interface FakeElectron {
  readonly surface: ElectronSurface;
  readonly world: World;
  readonly app: FakeApp;
  readonly ipcMain: FakeIpcMain;
  readonly nativeTheme: FakeNativeTheme;
  readonly powerMonitor: FakePowerMonitor;
  readonly sessions: FakeSessions;
  readonly notifications: NotificationSystem;
  readonly trays: readonly FakeTray[];
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
    systemProxy: options.systemProxy ?? (() => 'DIRECT'),
    exitCode: null,
    onExit: options.onExit ?? (() => undefined),
    schemes: new Map(),
    openedOutside: [],
    errorBoxes: [],
    questions: [],
    answers: [],
    crashReports: null,
  };
  const windows: FakeWindow[] = [];
  const trays: FakeTray[] = [];
  const notifications = usualNotifications();
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
  const powerMonitor = new FakePowerMonitor();
  const surface: ElectronSurface = {
    app,
    BrowserWindow: browserWindowClass({ world, app, sessions, made: windows }),
    crashReporter: {
      start: (how) => {
        // docs/api/crash-reporter.md: as early as possible; what crashed before is not reported.
        if (world.isReady) throw new Error('crashReporter.start() came too late');
        world.crashReports = how;
      },
    },
    dialog: {
      showErrorBox: (title, content) => void world.errorBoxes.push({ title, content }),
      showMessageBox: async (question) => {
        world.questions.push(question);
        return { response: world.answers.shift() ?? 0 };
      },
    },
    ipcMain,
    Menu: { buildFromTemplate: (template) => new FakeMenu(template) },
    nativeImage: { createFromPath: (path) => ({ isEmpty: () => !existsSync(path), path }) },
    nativeTheme,
    Notification: notificationClass(world, notifications),
    net: { WebSocket: webSocketClass(sessions) },
    powerMonitor,
    protocol: new FakeProtocol(world),
    safeStorage: new FakeSafeStorage(world, options.keyRing ?? usualKeyRing()),
    screen: { getAllDisplays: () => options.displays ?? [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }] },
    session: sessions,
    Tray: trayClass(world, trays),
    shell: {
      openExternal: (url) => {
        world.openedOutside.push(url);
        return Promise.resolve();
      },
    },
  };
  return {
    surface,
    trays,
    notifications,
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
