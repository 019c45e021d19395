/** The desk's window. One at a time; closed and opened again at will, while the core goes on working. */
import { placeWindow, smallest, usual } from '../../shared/desk/window-bounds.ts';
import type { MessageKey } from '../../shared/i18n/en.ts';
import { words } from '../../shared/notify/words.ts';
import type { Clock, Log } from '../core/ports.ts';
import type { RememberedDesk } from './desk-memory.ts';
import { guardNavigation } from './navigation.ts';
import { deskStart } from './origin.ts';
import type { Say } from './say.ts';
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
/** A page that dies again and again is not helped by loading it once more: so often within a minute. */
const mostReloads = 3;
const reloadsWithinMs = 60_000;

export interface DeskOptions {
  readonly surface: ElectronSurface;
  /** Absolute path of the bundled preload script. */
  readonly preload: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly say: Say;
  readonly memory: Pick<RememberedDesk, 'now' | 'change'>;
  /** What closing the window does now. */
  readonly onClose: () => 'close' | 'hide' | 'minimise';
  /** There is a new window. */
  readonly onOpened: () => void;
  /** Nobody looks at the page any more. */
  readonly onLookAway: () => void;
}

export interface Desk {
  /** Opens the window, or brings the one there is to the front. */
  show(): void;
  /** Does nothing while there is no window. */
  send(channel: string, ...args: readonly unknown[]): void;
  isTrusted(event: InvokeEvent): boolean;
  /** The window there is; null: none. */
  window(): WindowLike | null;
}

export function createDesk(options: DeskOptions): Desk {
  const { surface, preload, log, memory } = options;
  const ourContents = new Set<number>();
  let current: WindowLike | null = null;

  function open(): WindowLike {
    const window = new surface.BrowserWindow({
      title: 'Latchkey',
      ...usual,
      ...placeWindow(
        memory.now().bounds,
        surface.screen.getAllDisplays().map(({ workArea }) => workArea),
      ),
      minWidth: smallest.width,
      minHeight: smallest.height,
      show: false,
      backgroundColor: surface.nativeTheme.shouldUseDarkColors ? ground.dark : ground.light,
      webPreferences: { ...SAFE_WEB_PREFERENCES, preload },
    });
    // Kept here: after `closed` the window's own properties throw.
    const contentsId = window.webContents.id;
    ourContents.add(contentsId);
    guardNavigation(window.webContents, { openExternal: (url) => surface.shell.openExternal(url), log });
    window.on('ready-to-show', () => {
      if (memory.now().isMaximized) window.maximize();
      window.show();
    });
    window.on('close', (event) => {
      memory.change({ bounds: window.getNormalBounds(), isMaximized: window.isMaximized() });
      const answer = options.onClose();
      if (answer === 'close') return;
      event.preventDefault();
      if (answer === 'hide') window.hide();
      else window.minimize();
    });
    window.on('blur', options.onLookAway);
    window.on('closed', () => {
      ourContents.delete(contentsId);
      if (current === window) current = null;
      options.onLookAway();
    });
    keepAlive(window, options);
    window.loadURL(deskStart).catch((error: unknown) => {
      log.write('error', 'the page did not load', { error: String(error) });
    });
    return window;
  }

  return {
    show() {
      if (current === null) {
        current = open();
        options.onOpened();
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
    window: () => current,
    isTrusted: (event) => isTrustedSender(event, ourContents),
  };
}

/** A page that died is loaded again, and one that hangs if the person says so; nothing of theirs lives in it alone. */
function keepAlive(window: WindowLike, { surface, clock, log, say, onLookAway }: DeskOptions): void {
  const deaths: number[] = [];
  const tell = (title: MessageKey, text: MessageKey, choices: readonly MessageKey[]): Promise<number> =>
    surface.dialog
      .showMessageBox({
        type: 'warning',
        message: say(words(title)),
        detail: say(words(text)),
        buttons: choices.map((key) => say(words(key))),
        cancelId: 0,
      })
      .then(({ response }) => response);
  const failed = (error: unknown): void => log.write('warn', 'a question was not asked', { error: String(error) });

  window.webContents.on('render-process-gone', (_event, { reason }) => {
    const now = clock.monotonicNow();
    deaths.push(now);
    const recent = deaths.filter((at) => now - at < reloadsWithinMs).length;
    log.write('error', 'the page died', { reason, recent });
    if (window.isDestroyed()) return;
    onLookAway();
    if (recent <= mostReloads) window.reload();
    else tell('crash.again.title', 'crash.again.text', ['tray.none.understood']).catch(failed);
  });
  let isAsking = false;
  window.on('unresponsive', () => {
    log.write('warn', 'the page hangs');
    if (isAsking) return;
    isAsking = true;
    tell('hang.title', 'hang.text', ['hang.wait', 'hang.reload'])
      .then((choice) => choice === 1 && !window.isDestroyed() && window.reload())
      .catch(failed)
      .finally(() => (isAsking = false));
  });
}
