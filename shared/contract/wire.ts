/** The envelope that both wires carry. Electron: one `invoke` channel and one event channel. Host: one WebSocket. */
import type { ErrorCode } from './errors.ts';

export type Reply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: { readonly code: ErrorCode; readonly detail: string } };

/** Channel names on Electron's IPC; nothing else is ever registered. */
export const ipcCallChannel = 'latchkey:call';
export const ipcEventChannel = 'latchkey:event';

/** Page → host. The first frame must be `hello` with the token of the address or the secret of an earlier welcome. */
export type HostClientFrame =
  | { readonly type: 'hello'; readonly token: string }
  | { readonly type: 'call'; readonly id: number; readonly name: string; readonly payload: unknown };

/** Host → page. */
export type HostServerFrame =
  | { readonly type: 'welcome' }
  | { readonly type: 'reply'; readonly id: number; readonly reply: Reply }
  | { readonly type: 'event'; readonly name: string; readonly data: unknown };

/** The two functions a wire implements for the page; `preload.cts` and the WebSocket client both have this shape. */
export interface Transport {
  call(name: string, payload: unknown): Promise<Reply>;
  /** Calls `listener` for every event until the returned function is called. */
  on(listener: (name: string, data: unknown) => void): () => void;
  /** The wire itself went down or came back (host only; Electron's never does). Returns an unsubscribe function. */
  onConnection(listener: (connected: boolean) => void): () => void;
}
