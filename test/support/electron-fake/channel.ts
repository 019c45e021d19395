/**
 * Between the process of the fake (which runs the real main.js) and the process that owns the Chromium. It travels over
 * Node's own child-process channel with structured clone, so bodies stay bytes.
 */
import type { ShownWindow } from './world.ts';

/** From the app. */
export type FromApp =
  | { readonly type: 'open'; readonly window: ShownWindow }
  | { readonly type: 'send'; readonly windowId: number; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly type: 'reload'; readonly windowId: number }
  | { readonly type: 'close'; readonly windowId: number }
  | { readonly type: 'theme'; readonly isDark: boolean }
  | { readonly type: 'answer'; readonly id: number; readonly result: Result };

export type Result = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };

/** Where in a page something happened. */
export interface Place {
  readonly windowId: number;
  readonly url: string;
  readonly isMainFrame: boolean;
}

export type Question =
  | {
      readonly kind: 'fetch';
      readonly windowId: number;
      readonly url: string;
      readonly method: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: Uint8Array<ArrayBuffer> | null;
    }
  | { readonly kind: 'invoke'; readonly from: Place; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly kind: 'may-navigate'; readonly to: Place }
  | { readonly kind: 'window-open'; readonly windowId: number; readonly url: string };

/** From the owner of the Chromium. */
export type ToApp =
  | { readonly type: 'ask'; readonly id: number; readonly question: Question }
  | { readonly type: 'shown'; readonly windowId: number; readonly url: string }
  | { readonly type: 'closed-by-user'; readonly windowId: number };

/** The answer to `fetch`. */
export interface FetchedPage {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}
