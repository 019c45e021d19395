import type { InvokeEvent, IpcMainLike } from '../../../electron/shell/surface.ts';
import { cloneAcross } from './clone.ts';

type Handler = Parameters<IpcMainLike['handle']>[1];

export class FakeIpcMain implements IpcMainLike {
  readonly #handlers = new Map<string, Handler>();

  /** electron-store registers a listener for its renderer half; nothing of ours ever sends on it. */
  on(): this {
    return this;
  }

  /** Electron: lib/browser/ipc-main-impl.ts:17. */
  handle(channel: string, listener: Handler): void {
    if (this.#handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.#handlers.set(channel, listener);
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }

  channels(): readonly string[] {
    return [...this.#handlers.keys()];
  }

  /**
   * What `ipcRenderer.invoke` of a page comes to. Only the text of an error crosses, under a prefix; its class and its
   * properties are lost. Electron: lib/browser/ipc-dispatch.ts:121, lib/renderer/api/ipc-renderer.ts:24.
   */
  async receive(event: InvokeEvent, channel: string, args: readonly unknown[]): Promise<unknown> {
    const crossed = cloneAcross([...args]);
    try {
      const handler = this.#handlers.get(channel);
      if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
      return cloneAcross(await handler(event, ...crossed));
    } catch (error) {
      // oxlint-disable-next-line preserve-caught-error -- losing the cause is the behaviour
      throw new Error(`Error invoking remote method '${channel}': ${String(error)}`);
    }
  }
}
