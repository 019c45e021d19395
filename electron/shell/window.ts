/** The desk's window. One at a time; closed and opened again at will, while the core goes on working. */
import type { Log } from '../core/ports.ts';
import { guardNavigation } from './navigation.ts';
import { deskStart } from './origin.ts';
import { isTrustedSender } from './senders.ts';
import { deskPartition } from './session.ts';
import type { ElectronSurface, InvokeEvent, WindowLike } from './surface.ts';

/** Every window gets exactly these (security checklist, points 2 to 4 and 12); defaults are written out on purpose. */
export const SAFE_WEB_PREFERENCES = Object.freeze({
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  partition: deskPartition,
});

/** The page's ground in both themes, so that a new window does not flash. */
const ground = { light: '#ffffff', dark: '#171b21' } as const;
/** A page that dies again and again is not helped by loading it once more. */
const mostReloads = 3;

export interface DeskOptions {
  readonly surface: ElectronSurface;
  /** Absolute path of the bundled preload script. */
  readonly preload: string;
  readonly log: Log;
}

export interface Desk {
  /** Opens the window, or brings the one there is to the front. */
  show(): void;
  /** Does nothing while there is no window. */
  send(channel: string, ...args: readonly unknown[]): void;
  isTrusted(event: InvokeEvent): boolean;
}

export function createDesk({ surface, preload, log }: DeskOptions): Desk {
  const ourContents = new Set<number>();
  let current: WindowLike | null = null;

  function open(): WindowLike {
    const window = new surface.BrowserWindow({
      title: 'Latchkey',
      width: 1280,
      height: 800,
      minWidth: 720,
      minHeight: 560,
      show: false,
      backgroundColor: surface.nativeTheme.shouldUseDarkColors ? ground.dark : ground.light,
      webPreferences: { ...SAFE_WEB_PREFERENCES, preload },
    });
    // Kept here: after `closed` the window's own properties throw.
    const contentsId = window.webContents.id;
    let reloads = 0;
    ourContents.add(contentsId);
    guardNavigation(window.webContents, { openExternal: (url) => surface.shell.openExternal(url), log });
    window.on('ready-to-show', () => window.show());
    window.on('closed', () => {
      ourContents.delete(contentsId);
      if (current === window) current = null;
    });
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      log.write('error', 'the page died', { reason, reloads });
      if (reloads >= mostReloads || window.isDestroyed()) return;
      reloads += 1;
      window.reload();
    });
    window.loadURL(deskStart).catch((error: unknown) => {
      log.write('error', 'the page did not load', { error: String(error) });
    });
    return window;
  }

  return {
    show() {
      if (current === null) {
        current = open();
        return;
      }
      if (current.isMinimized()) current.restore();
      current.show();
      current.focus();
    },
    send(channel, ...args) {
      if (current === null || current.isDestroyed()) return;
      current.webContents.send(channel, ...args);
    },
    isTrusted: (event) => isTrustedSender(event, ourContents),
  };
}
