/** The envelope that both wires carry. Electron: one `invoke` channel and one event channel. Host: one WebSocket. */
import type { ErrorCode } from './errors.ts';

export type Reply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: { readonly code: ErrorCode; readonly detail: string } };

/** Channel names on Electron's IPC; nothing else is ever registered. */
export const ipcCallChannel = 'latchkey:call';
export const ipcEventChannel = 'latchkey:event';

/** Page → host. The first frame must be `hello` with the code of a link or the session of an earlier welcome. */
export type HostClientFrame =
  | { readonly type: 'hello'; readonly token: string }
  | {
      readonly type: 'call';
      readonly id: number;
      readonly workspace: string | null;
      readonly name: string;
      readonly payload: unknown;
    };

/** Host → page. */
export type HostServerFrame =
  /** `session`: from now on the page's secret; the code that it came with is used up. */
  | { readonly type: 'welcome'; readonly session: string }
  | { readonly type: 'reply'; readonly id: number; readonly reply: Reply }
  | { readonly type: 'event'; readonly workspace: string | null; readonly name: string; readonly data: unknown };

/** The page's session, on what it posts to `/files` of the browser host. */
export const pageKeyHeader = 'x-latchkey-key';

export type WireListener = (workspace: string | null, name: string, data: unknown) => void;

/**
 * What a wire implements for the page; `preload.cts` and the WebSocket client both have this shape. `workspace`: whose
 * call or event it is; null: the app's.
 */
export interface Transport {
  call(workspace: string | null, name: string, payload: unknown): Promise<Reply>;
  /** Calls `listener` for every event until the returned function is called. */
  on(listener: WireListener): () => void;
  /** The wire itself went down or came back (host only; Electron's never does). Returns an unsubscribe function. */
  onConnection(listener: (connected: boolean) => void): () => void;
}
