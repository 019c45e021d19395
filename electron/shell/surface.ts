/**
 * Everything Latchkey uses of Electron. `main.ts` proves at compile time that the real module fits; the fake under
 * test/support implements the same type. The rest of the shell gets it passed in, so nothing here loads Electron.
 */

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
> &
  Emits<{
    activate: () => void;
    'before-quit': (event: Preventable) => void;
    'second-instance': () => void;
    'window-all-closed': () => void;
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

export type WindowLike = Pick<
  Electron.BrowserWindow,
  'loadURL' | 'show' | 'focus' | 'restore' | 'isMinimized' | 'isDestroyed' | 'isVisible' | 'reload'
> & { readonly webContents: ContentsLike } & Emits<{ 'ready-to-show': () => void; closed: () => void }>;

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
  setDisplayMediaRequestHandler(handler: (request: unknown, answer: (streams: null) => void) => void): void;
}

export interface ElectronSurface {
  readonly app: AppLike;
  readonly BrowserWindow: new (options: Electron.BrowserWindowConstructorOptions) => WindowLike;
  readonly dialog: Pick<Electron.Dialog, 'showErrorBox'>;
  readonly ipcMain: IpcMainLike;
  readonly nativeTheme: Pick<Electron.NativeTheme, 'shouldUseDarkColors' | 'themeSource'>;
  readonly net: { fetch(url: string, init?: RequestInit): Promise<Response> };
  readonly powerMonitor: Emits<{ resume: () => void; 'unlock-screen': () => void }>;
  readonly protocol: Pick<Electron.Protocol, 'registerSchemesAsPrivileged'>;
  /** Only the asynchronous half: the other is deprecated. The backend's name exists on Linux alone. */
  readonly safeStorage: Pick<
    Electron.SafeStorage,
    'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
  >;
  readonly session: { fromPartition(partition: string): SessionLike };
  readonly shell: Pick<Electron.Shell, 'openExternal'>;
}

/** The page's side of Electron, as far as the preload uses it. */
export interface PreloadSurface {
  readonly contextBridge: Pick<Electron.ContextBridge, 'exposeInMainWorld'>;
  readonly ipcRenderer: Pick<Electron.IpcRenderer, 'invoke'> & {
    on(channel: string, listener: (event: unknown, ...args: unknown[]) => void): unknown;
  };
}
