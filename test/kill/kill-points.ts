/** The moments at which the desk's process ends itself with SIGKILL, and what it is told when it starts. */

/** How many times the moment has to come before it is the one: drawn from 1 to `within`. */
export interface KillPoint {
  readonly name: KillPointName;
  readonly within: number;
  readonly says: string;
}

export type KillPointName =
  | 'adding'
  | 'added'
  | 'answered'
  | 'uploaded'
  | 'marked-sending'
  | 'before-post'
  | 'post-under-way'
  | 'before-apply'
  | 'before-accepted'
  | 'draft'
  | 'sync-page'
  | 'between-files'
  | 'closing';

export const killPoints: readonly KillPoint[] = [
  { name: 'adding', within: 4, says: 'a send has reached the store, nothing is written' },
  { name: 'added', within: 4, says: 'a send is written, its answer has not left the store' },
  { name: 'answered', within: 4, says: 'the page was told that its send is in the outbox' },
  {
    name: 'uploaded',
    within: 4,
    says: 'the server has the bytes of a file; the item does not know (odd), or does (even)',
  },
  { name: 'marked-sending', within: 4, says: 'an item is marked as sending, no request was made' },
  { name: 'before-post', within: 4, says: 'the request is made, nothing has left' },
  { name: 'post-under-way', within: 4, says: 'the request has left, its answer was not read' },
  { name: 'before-apply', within: 4, says: 'the answer is there, the cache does not have it' },
  { name: 'before-accepted', within: 4, says: 'the cache has the message, the item is not marked as accepted' },
  { name: 'draft', within: 30, says: 'inside a burst of drafts: in the middle of one (odd) or right after one (even)' },
  { name: 'sync-page', within: 4, says: 'inside the transaction of a page of conversations' },
  { name: 'between-files', within: 4, says: 'cache.db has the message, desk.db does not know' },
  { name: 'closing', within: 2, says: 'before the first or the second file is closed' },
];

/** Where and when; null: it lives on. */
export interface Death {
  readonly point: KillPointName;
  /** The how-manieth time. */
  readonly nth: number;
  /** For the point at which a network decides: how long after the request has left. */
  readonly pauseMs: number;
}

export interface DeskConfig {
  readonly folder: string;
  readonly serverUrl: string;
  readonly token: string;
  readonly death: Death | null;
  /** How far the server's clock and this computer's have been moved ahead of the real one. */
  readonly skippedMs: number;
}

/** Names the environment variable with the `DeskConfig`: the store's worker inherits it. */
export const configVariable = 'LATCHKEY_KILL_TEST';

export function readConfig(): DeskConfig {
  return JSON.parse(process.env[configVariable] ?? '') as DeskConfig;
}

/** One request of the page's route for bytes; the body is text in Latin-1. */
export interface BytesCall {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: string | null;
}

export interface BytesAnswer {
  readonly status: number;
  readonly text: string;
}

export type ToDesk =
  | { readonly type: 'call'; readonly id: number; readonly name: string; readonly args: unknown }
  | { readonly type: 'bytes'; readonly id: number; readonly ask: BytesCall }
  | { readonly type: 'skip'; readonly ms: number }
  | { readonly type: 'stop' };

export type FromDesk =
  | { readonly type: 'started' }
  | { readonly type: 'not-started'; readonly detail: string }
  | { readonly type: 'answer'; readonly id: number; readonly reply: unknown }
  | { readonly type: 'stopped' }
  | { readonly type: 'log'; readonly line: string };
