/**
 * The page's half of Electron inside a Chromium page: a script that runs before the page's own, defines what a
 * sandboxed preload may `require`, and runs the real bundled preload. One JavaScript world, so it proves nothing about
 * isolation; what crosses is copied and frozen as `contextBridge` does it (docs/api/context-bridge.md).
 */

/** Names of the two doors to the driver; the page has no business with them. */
export const invokeDoor = '__electronFakeInvoke';
export const receiveDoor = '__electronFakeReceive';

/** Runs in the page: everything it needs is inside it. */
function installPreload(doors: { invoke: string; receive: string }): void {
  // `nodeIntegrationInSubFrames` is off: preloads run in the top frame only.
  if (window.top !== window.self) return;
  type AnyFunction = (...args: readonly unknown[]) => unknown;
  const scope = globalThis as unknown as Record<string, unknown>;
  const invokeMain = scope[doors.invoke] as (channel: string, args: readonly unknown[]) => Promise<unknown>;
  const listeners = new Map<string, AnyFunction[]>();

  function cross(value: unknown): unknown {
    if (typeof value === 'function') {
      const target = value as AnyFunction;
      return (...args: readonly unknown[]) => cross(target(...args.map(cross)));
    }
    if (value instanceof Promise) return value.then(cross);
    if (Array.isArray(value)) return Object.freeze(value.map(cross));
    if (typeof value !== 'object' || value === null) return value;
    if (value instanceof Error || value instanceof Date || ArrayBuffer.isView(value)) return structuredClone(value);
    return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, part]) => [key, cross(part)])));
  }

  const electron = {
    contextBridge: {
      exposeInMainWorld(key: string, api: unknown) {
        if (Object.hasOwn(window, key)) {
          throw new Error('Cannot bind an API on top of an existing property on the window object');
        }
        Object.defineProperty(window, key, { value: cross(api), enumerable: true });
      },
    },
    ipcRenderer: {
      async invoke(channel: string, ...args: readonly unknown[]) {
        const answer = (await invokeMain(channel, structuredClone(args))) as
          { ok: true; value: unknown } | { ok: false; message: string };
        if (!answer.ok) throw new Error(answer.message);
        return answer.value;
      },
      on(channel: string, listener: AnyFunction) {
        listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      },
    },
  };
  Object.defineProperty(window, doors.receive, {
    value: (channel: string, args: readonly unknown[]) => {
      for (const listener of listeners.get(channel) ?? []) listener({}, ...args);
    },
  });
  // What a sandboxed preload may require. docs/tutorial/sandbox.md.
  const require = (name: string): unknown => {
    if (name === 'electron') return electron;
    throw new Error(`module not found: ${name}`);
  };
  PRELOAD_GOES_HERE(require, { exports: {} }, {});
}

declare function PRELOAD_GOES_HERE(require: unknown, module: unknown, exports: unknown): void;

/** The script for `addInitScript`. The preload is written into it: the page's policy forbids `eval`. */
export function preloadScript(preload: string): string {
  const withPreload = installPreload
    .toString()
    .replace('PRELOAD_GOES_HERE', () => `(function (require, module, exports) {${preload}\n})`);
  return `(${withPreload})(${JSON.stringify({ invoke: invokeDoor, receive: receiveDoor })});`;
}
