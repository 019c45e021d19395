/**
 * What a rule about Electron is given. Two drivers make such a room: on the fake, in this process (fake-room.ts), and on real Electron,
 * in a process of its own (real/main.ts). Where a rule holds in one and not in the other, the fake is wrong.
 */
import type { ElectronSurface, PreloadSurface, SessionLike, WindowLike } from '../../electron/shell/surface.ts';

/** Address → answer, for pages of `app://desk` and what they ask for. */
export type Site = (request: Request) => Response | Promise<Response>;

/** What a person and a script can do in a page. */
export interface Page {
  /** The page goes somewhere by itself. True: it is there. */
  goTo(url: string): Promise<boolean>;
  /** `window.open`. True: there is a window. */
  open(url: string): Promise<boolean>;
  /** The text of an answer. */
  fetch(path: string, init: { method: string; body: string; headers: Record<string, string> }): Promise<string>;
  /** Through the preload's bridge; an error keeps its message. */
  invoke(channel: string, ...args: readonly unknown[]): Promise<unknown>;
  /** Whether it may show notifications: only looked up, or asked for. */
  mayNotify(how: 'check' | 'request'): Promise<boolean>;
  /** Its process dies. */
  die(): void;
  /** Real Electron only: runs in the page's own world; the result as JSON. */
  run(script: string): Promise<unknown>;
}

export interface OpenPage {
  readonly window: WindowLike;
  readonly session: SessionLike;
  readonly page: Page;
}

export interface Room {
  readonly electron: ElectronSurface;
  readonly platform: NodeJS.Platform;
  /** Empty, and gone afterwards; it is `userData` as well. */
  readonly folder: string;
  /** Absolute path of a picture. */
  readonly picture: string;
  /** For what happens in an order: a rule that leaves is judged by what it said. */
  say(word: string): void;
  /** Starts the app once more with the same data folder, as a person does. True: that one has the lock. */
  startAgain(data: Record<string, unknown>): Promise<boolean>;
  /** A window as the desk makes them, on a page that `site` serves at `app://desk/`. */
  open(site?: Site): Promise<OpenPage>;
}

export interface Rule {
  readonly name: string;
  /** The page of Electron's documents, or the file of its sources, that says so. */
  readonly evidence: string;
  /** Why the fake cannot show it; then it is looked at on real Electron only. */
  readonly realOnly?: string;
  readonly platforms?: readonly NodeJS.Platform[];
  /** Synchronously in the app's first turn, before it is ready. */
  early?(room: Room): void;
  /** Once it is ready; rejects if the rule does not hold. */
  check?(room: Room): Promise<void>;
  /** The rule ends the app itself: with this code, after these words. */
  readonly leaves?: { readonly code: number; readonly said: readonly string[] };
}

/** What both preloads leave in their page. */
export function exposeLab({ contextBridge, ipcRenderer }: PreloadSurface): void {
  contextBridge.exposeInMainWorld('lab', {
    invoke: (channel: string, ...args: readonly unknown[]) => ipcRenderer.invoke(channel, ...args),
  });
}

export const emptyPage = (): Response =>
  new Response('<!doctype html><title>Conformance</title>', { headers: { 'content-type': 'text/html' } });

/** Until it is so; rejects with `what` after five seconds. */
export async function eventually(what: string, isSo: () => boolean): Promise<void> {
  const until = performance.now() + 5_000;
  while (!isSo()) {
    if (performance.now() > until) throw new Error(`${what}: not within five seconds`);
    // oxlint-disable-next-line no-await-in-loop -- a look at a time
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
