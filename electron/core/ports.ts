/**
 * Everything the core asks of the world. Nothing in `core` or `shared` reads the clock, the disk, the network or
 * randomness except through one of these, so that tests can pass time, cut the network and kill the process.
 */
import type { VaultKind } from '../../shared/contract/accounts.ts';
import type { SettingsTrouble } from '../../shared/contract/computer.ts';
import type { Settings } from '../../shared/contract/settings.ts';
import type { Announcement } from '../../shared/notify/announce.ts';
import type { NotificationFacts, ShowResult } from '../../shared/notify/doctor.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import type { UpdateObstacle } from '../../shared/contract/updates.ts';
import type { UpdateList } from '../../shared/updates/update-list.ts';
import type { FileStore } from './files/file-store.ts';
import type { NetworkControl } from './network/network.ts';

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
  /** What of the file could not be used, and where it is now. */
  troubles(): readonly SettingsTrouble[];
}

/** Where this workspace lives and how to sign in. The token is a secret: it never reaches the database or the log. */
export interface WorkspaceAccess {
  /** Names the workspace's folder; `[a-z0-9-]`. */
  readonly id: string;
  /** Without a slash at the end. */
  readonly serverUrl: string;
  /** Null: signed out. It reads and queues, and asks the server nothing. */
  readonly token: string | null;
  /** Whose files these are; null: the first answer of the server says it. */
  readonly accountId: number | null;
  readonly agentId: number | null;
}

/** Keeps the secrets of this computer. Nothing else of Latchkey writes one anywhere. */
export interface Vault {
  /** Where a secret that may stay is kept. `memory`: nowhere, it is gone with this run. */
  readonly kind: VaultKind;
  /** Null: there is none, or it cannot be read any more. */
  get(name: string): Promise<string | null>;
  /** `stay`: a person agreed that it outlives this run. Without it, nothing is written and what was kept is removed. */
  set(name: string, secret: string, stay: boolean): Promise<void>;
  delete(name: string): Promise<void>;
}

/** Small files and whole folders of the data folder. Names are relative and come from us, never from a page or server. */
export interface DataFiles {
  /** Null: there is no such file. */
  read(name: string): Promise<string | null>;
  /** The whole file or none of it, readable by this user only. */
  write(name: string, text: string): Promise<void>;
  /** Renames a file that makes no sense, so that a person can still look at it. */
  setAside(name: string): Promise<void>;
  remove(name: string): Promise<void>;
  /** Names of the folders in one; empty if it is not there. */
  folders(name: string): Promise<readonly string[]>;
}

/** What the app runs on, for the page that says so to whoever helps. */
export interface About {
  /** Such as `Electron 45, Chromium 156` or `Node 24 (browser host)`. */
  readonly runsOn: string;
  readonly platform: string;
  /** The newest lines of the log, oldest first. */
  logTail(lines: number): Promise<readonly string[]>;
  /** IANA name of the zone in which the person lives. */
  timeZone(): string;
}

/** Shows what an agent should hear of while they do not look at the page. */
export interface Notifier {
  /** Resolves when the system has shown it, refused it, or said nothing for a while. The same id replaces what is shown. */
  show(workspaceId: string, announcement: Announcement): Promise<ShowResult>;
  /** It was read or answered elsewhere. */
  withdraw(workspaceId: string, id: string): void;
  /** What this system knows of itself. */
  facts(): Promise<Omit<NotificationFacts, 'test' | 'seen'>>;
}

/** Replaces this program by a newer one. */
export interface Updater {
  /** Why this installation does not; null: it does. */
  readonly obstacle: UpdateObstacle | null;
  /** PEM; what lists of updates have to be signed with. */
  readonly publicKey: string;
  /** The list of the newest version, whatever it is; null: there is none. Rejects. */
  check(): Promise<UpdateList | null>;
  /** Fetches what `check` found and compares it with the hashes of the list; it is put in place when the program ends. Rejects. */
  download(onPercent: (percent: number) => void): Promise<void>;
  /** Whether `check` or `download` failed for want of a network. */
  isOffline(error: unknown): boolean;
  /** Saves everything, ends the program and starts the new one. */
  restart(): void;
}

export interface CorePorts {
  /** What the organisation decided for this computer. */
  readonly policy: Policy;
  readonly about: About;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly fetch: FetchLike;
  readonly openWebSocket: OpenWebSocket;
  /** Of the way that those two take. */
  readonly network: NetworkControl;
  readonly settings: SettingsStore;
  readonly vault: Vault;
  readonly files: DataFiles;
  /** Left out: there is nothing beside the page, which then says everything itself. */
  readonly notifier?: Notifier;
  /** Left out: nothing here replaces itself. */
  readonly updater?: Updater;
  /** How long nobody has touched the computer, ms. Left out: only what the pages report is known. */
  readonly idleMs?: () => number;
  /** For the larger files of a workspace, in a folder of their own. */
  readonly openFileStore: (folder: string) => FileStore;
  /** Folder for the workspaces' databases; exists and is writable. */
  readonly dataFolder: string;
  /** The store worker's script: `.ts` from source, `.js` from a bundle. */
  readonly storeWorkerUrl: URL;
}
