/**
 * Everything Latchkey uses of Electron. `main.ts` proves at compile time that the real module fits; the fake under
 * test/support implements the same type. The rest of the shell gets it passed in, so nothing here loads Electron.
 */

import type { StandardSocket } from '../core/system-ports.ts';
import type { Bounds } from '../../shared/desk/window-bounds.ts';

type Listener = (...args: never[]) => unknown;
type AsOverloads<U> = (U extends unknown ? (each: U) => void : never) extends (each: infer All) => void ? All : never;

/** `on` for the named events only. `Pick<App, 'on'>` would not do: it returns `this`, so a fake had to be a whole App. */
export type Emits<E extends Record<string, Listener>> = {
  readonly on: AsOverloads<{ [K in keyof E & string]: (event: K, listener: E[K]) => unknown }[keyof E & string]>;
};

export interface Preventable {
  preventDefault(): void;
}

/** A navigation about to happen; `url` is where to. */
export interface NavigationEvent extends Preventable {
  readonly url: string;
}

export type AppLike = Pick<
  Electron.App,
  | 'enableSandbox'
  | 'requestSingleInstanceLock'
  | 'setAppUserModelId'
  | 'setDesktopName'
  | 'setPath'
  | 'getPath'
  | 'getVersion'
  | 'isPackaged'
  | 'whenReady'
  | 'quit'
  | 'exit'
  | 'setAsDefaultProtocolClient'
  | 'setBadgeCount'
  | 'setToastActivatorCLSID'
  | 'getPreferredSystemLanguages'
> & {
  /** macOS only. */
  readonly dock?: Pick<Electron.Dock, 'setBadge'> | undefined;
  setLoginItemSettings(settings: { openAtLogin: boolean; args: string[] }): void;
  getLoginItemSettings(options: { args: string[] }): { readonly openAtLogin: boolean };
} & Emits<{
    activate: () => void;
    'before-quit': (event: Preventable) => void;
    'open-url': (event: Preventable, url: string) => void;
    'second-instance': (event: unknown, argv: string[], folder: string, data: unknown) => void;
    'window-all-closed': () => void;
    'select-client-certificate': (
      event: Preventable,
      contents: unknown,
      url: string,
      list: Electron.Certificate[],
      answer: (certificate?: Electron.Certificate) => void,
    ) => void;
  }>;

/** One frame of a page. `origin` is Chromium's: `app://desk`, or `null` for an opaque one. */
export type FrameLike = Pick<Electron.WebFrameMain, 'origin' | 'url'>;

export type ContentsLike = Pick<Electron.WebContents, 'id' | 'send' | 'isDestroyed'> & {
  readonly mainFrame: FrameLike;
  setWindowOpenHandler(handler: (details: { readonly url: string }) => { action: 'deny' }): void;
} & Emits<{
    'will-navigate': (event: NavigationEvent) => void;
    'will-redirect': (event: NavigationEvent) => void;
    'will-frame-navigate': (event: NavigationEvent) => void;
    'will-attach-webview': (event: Preventable) => void;
    'render-process-gone': (event: unknown, details: { readonly reason: string }) => void;
  }>;

/** `index` counts the buttons; a reply comes with what was typed. */
export type NotificationLike = Pick<Electron.Notification, 'show' | 'close'> &
  Emits<{
    show: () => void;
    click: () => void;
    reply: (event: unknown, text: string) => void;
    action: (event: unknown, index: number) => void;
    failed: (event: unknown, error: string) => void;
    close: (details: { readonly reason?: string }) => void;
  }>;

export interface NotificationClass {
  new (options: Electron.NotificationConstructorOptions): NotificationLike;
  isSupported(): boolean;
  /** macOS. */
  remove(id: string): void;
  /** Windows: the only word of a notification that outlived its process. */
  handleActivation(callback: (details: Electron.ActivationArguments) => void): void;
}

export type MenuLike = Pick<Electron.Menu, 'closePopup'>;
export type ImageLike = Pick<Electron.NativeImage, 'isEmpty'>;

export interface TrayLike extends Emits<{ click: () => void }> {
  setImage(image: string): void;
  setToolTip(text: string): void;
  setContextMenu(menu: MenuLike | null): void;
}

export type WindowLike = Pick<
  Electron.BrowserWindow,
  | 'loadURL'
  | 'show'
  | 'focus'
  | 'restore'
  | 'isMinimized'
  | 'isDestroyed'
  | 'isVisible'
  | 'reload'
  | 'hide'
  | 'minimize'
  | 'isMaximized'
  | 'maximize'
> & {
  readonly webContents: ContentsLike;
  setOverlayIcon(image: ImageLike | null, text: string): void;
  getNormalBounds(): Bounds;
} & Emits<{
    'ready-to-show': () => void;
    close: (event: Preventable) => void;
    closed: () => void;
    blur: () => void;
    focus: () => void;
    unresponsive: () => void;
  }>;

/** What an `ipcMain.handle` listener sees. `senderFrame` is null when the frame has navigated away or is gone. */
export interface InvokeEvent {
  readonly sender: Pick<ContentsLike, 'id' | 'mainFrame'>;
  readonly senderFrame: FrameLike | null;
}

export interface IpcMainLike {
  handle(channel: string, listener: (event: InvokeEvent, ...args: unknown[]) => Promise<unknown>): void;
  removeHandler(channel: string): void;
}

export type PermissionName = Parameters<NonNullable<Parameters<Electron.Session['setPermissionCheckHandler']>[0]>>[1];

export type PermissionCheck = (
  contents: ContentsLike | null,
  permission: PermissionName,
  requestingOrigin: string,
  details: { readonly isMainFrame: boolean },
) => boolean;

export type PermissionRequest = (
  contents: ContentsLike,
  permission: PermissionName,
  answer: (granted: boolean) => void,
  details: { readonly isMainFrame: boolean; readonly requestingUrl: string },
) => void;

export interface SessionLike {
  readonly protocol: Pick<Electron.Protocol, 'handle'>;
  setPermissionCheckHandler(handler: PermissionCheck): void;
  setPermissionRequestHandler(handler: PermissionRequest): void;
  setDevicePermissionHandler(handler: () => boolean): void;
  fetch(url: string, init?: RequestInit): Promise<Response>;
  setProxy(config: Electron.ProxyConfig): Promise<void>;
  resolveProxy(url: string): Promise<string>;
  closeAllConnections(): Promise<void>;
  setDisplayMediaRequestHandler(handler: (request: unknown, answer: (streams: null) => void) => void): void;
}

export interface ElectronSurface {
  readonly app: AppLike;
  readonly BrowserWindow: new (options: Electron.BrowserWindowConstructorOptions) => WindowLike;
  readonly crashReporter: Pick<Electron.CrashReporter, 'start'>;
  readonly dialog: Pick<Electron.Dialog, 'showErrorBox'> & {
    showMessageBox(options: Electron.MessageBoxOptions): Promise<{ readonly response: number }>;
  };
  readonly ipcMain: IpcMainLike;
  readonly Menu: { buildFromTemplate(template: Electron.MenuItemConstructorOptions[]): MenuLike };
  readonly nativeImage: { createFromPath(path: string): ImageLike };
  readonly nativeTheme: Pick<
    Electron.NativeTheme,
    'shouldUseDarkColors' | 'shouldUseDarkColorsForSystemIntegratedUI' | 'themeSource'
  > &
    Emits<{ updated: () => void }>;
  readonly Notification: NotificationClass;
  readonly net: { WebSocket: new (url: string, options: { protocols: string[]; partition: string }) => StandardSocket };
  readonly powerMonitor: Pick<Electron.PowerMonitor, 'getSystemIdleTime'> &
    Emits<{
      resume: () => void;
      suspend: () => void;
      'lock-screen': () => void;
      'unlock-screen': () => void;
      shutdown: () => void;
    }>;
  readonly protocol: Pick<Electron.Protocol, 'registerSchemesAsPrivileged'>;
  /** Only the asynchronous half: the other is deprecated. The backend's name exists on Linux alone. */
  readonly safeStorage: Pick<
    Electron.SafeStorage,
    'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
  >;
  readonly session: { fromPartition(partition: string): SessionLike };
  readonly screen: { getAllDisplays(): readonly { readonly workArea: Bounds }[] };
  readonly shell: Pick<Electron.Shell, 'openExternal'>;
  readonly Tray: new (image: string, guid?: string) => TrayLike;
}

/** The page's side of Electron, as far as the preload uses it. */
export interface PreloadSurface {
  readonly contextBridge: Pick<Electron.ContextBridge, 'exposeInMainWorld'>;
  readonly ipcRenderer: Pick<Electron.IpcRenderer, 'invoke'> & {
    on(channel: string, listener: (event: unknown, ...args: unknown[]) => void): unknown;
  };
}
