/**
 * Everything the core asks of the world. Nothing in `core` or `shared` reads the clock, the disk, the network or
 * randomness except through one of these, so that tests can pass time, cut the network and kill the process.
 */
import type { Settings } from '../../shared/contract/entities.ts';

export interface Timer {
  cancel(): void;
  /** Lets the process end although this timer still waits. Missing where a timer never holds a process. */
  unref?(): void;
}

export interface Clock {
  /** The computer's clock, epoch ms. May jump; never used to judge a window. */
  wallNow(): number;
  /** Milliseconds from an arbitrary start; never goes back and runs on through clock changes. */
  monotonicNow(): number;
  /** Calls `run` once after `delayMs` (clamped to 32 bits by the implementation). */
  schedule(delayMs: number, run: () => void): Timer;
}

export type FetchLike = (url: string, init: RequestInit) => Promise<Response>;

/** The part of the WebSocket standard that the cable uses; Node's and Electron's both fit. */
export interface WebSocketLike {
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number; reason: string }) => void) | null;
  onerror: (() => void) | null;
  send(data: string): void;
  close(code?: number, reason?: string): void;
}
export type OpenWebSocket = (url: string, protocols: readonly string[]) => WebSocketLike;

export interface Log {
  /** `fields` never hold message text, tokens or phone numbers. */
  write(level: 'info' | 'warn' | 'error', what: string, fields?: Readonly<Record<string, unknown>>): void;
}

export interface Random {
  /** In [0, 1). */
  next(): number;
  uuid(): string;
}

export interface SettingsStore {
  read(): Settings;
  write(settings: Settings): void;
}

/** Where this workspace lives and how to sign in. The token is a secret: it never reaches the database or the log. */
export interface WorkspaceAccess {
  /** Names the workspace's folder; `[a-z0-9-]`. */
  readonly id: string;
  /** Without a slash at the end. */
  readonly serverUrl: string;
  readonly token: string;
}

export interface CorePorts {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly fetch: FetchLike;
  readonly openWebSocket: OpenWebSocket;
  readonly settings: SettingsStore;
  /** Folder for the workspaces' databases; exists and is writable. */
  readonly dataFolder: string;
  /** The store worker's script: `.ts` from source, `.js` from a bundle. */
  readonly storeWorkerUrl: URL;
}
