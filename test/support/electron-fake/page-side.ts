/** The page's half of Electron, in the same process: what a preload sees and what it leaves in the page's world. */
import type { PreloadSurface } from '../../../electron/shell/surface.ts';
import { cloneAcross } from './clone.ts';
import type { FakeIpcMain } from './ipc-main.ts';
import type { FakeContents, FakeFrame } from './web-contents.ts';

type AnyFunction = (...args: readonly unknown[]) => unknown;

/**
 * Values are copied, functions become proxies whose arguments and results are copied, prototypes and symbols are
 * dropped, the result is frozen. docs/api/context-bridge.md.
 */
export function crossBridge(value: unknown): unknown {
  if (typeof value === 'function') {
    const target = value as AnyFunction;
    return (...args: readonly unknown[]) => crossBridge(target(...args.map(crossBridge)));
  }
  if (value instanceof Promise) return value.then(crossBridge);
  if (Array.isArray(value)) return Object.freeze(value.map(crossBridge));
  if (typeof value !== 'object' || value === null) {
    if (typeof value === 'symbol') throw new TypeError('An object could not be cloned.');
    return value;
  }
  if (value instanceof Error || value instanceof Date || ArrayBuffer.isView(value)) return cloneAcross(value);
  return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, part]) => [key, crossBridge(part)])));
}

export interface PageSide {
  /** What `require('electron')` gives a preload. */
  readonly preload: PreloadSurface;
  /** The page's own `window`, as far as the bridge wrote to it. */
  readonly window: Readonly<Record<string, unknown>>;
  /** Delivers to `ipcRenderer.on`; connected to `webContents.send` by whoever makes the page. */
  receive(channel: string, args: readonly unknown[]): void;
}

/** `frame`: who is calling; null if it has navigated away before the message arrived. docs/tutorial/security.md §17. */
export function createPageSide(ipcMain: FakeIpcMain, contents: FakeContents, frame: FakeFrame | null): PageSide {
  const listeners = new Map<string, ((event: unknown, ...args: unknown[]) => void)[]>();
  const window: Record<string, unknown> = {};
  return {
    window,
    preload: {
      contextBridge: {
        exposeInMainWorld(key, api) {
          // Electron: lib/renderer/api/context-bridge.ts and shell/renderer/api/electron_api_context_bridge.cc.
          if (Object.hasOwn(window, key)) {
            throw new Error('Cannot bind an API on top of an existing property on the window object');
          }
          Object.defineProperty(window, key, { value: crossBridge(api), enumerable: true });
        },
      },
      ipcRenderer: {
        invoke: (channel, ...args) =>
          ipcMain.receive({ sender: contents, senderFrame: frame }, channel, cloneAcross(args)),
        on(channel, listener) {
          listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
        },
      },
    },
    receive(channel, args) {
      for (const listener of listeners.get(channel) ?? []) listener({ sender: 'ipcRenderer' }, ...args);
    },
  };
}
