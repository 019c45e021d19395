/** A desk on the fake Electron, as far as a test of the shell needs one. */
import type { FileRoutes } from '../../electron/core/files/file-routes.ts';
import type { Log } from '../../electron/core/ports.ts';
import { createSay } from '../../electron/shell/say.ts';
import type { RememberedDesk } from '../../electron/shell/desk-memory.ts';
import { createDesk, type Desk, type DeskOptions } from '../../electron/shell/window.ts';
import type { DeskMemory } from '../../shared/desk/window-bounds.ts';
import { en } from '../../shared/i18n/en.ts';
import { must } from '../../shared/lang/assert.ts';
import { FakeClock } from '../support/fake-clock.ts';
import type { FakeWindow } from '../support/electron-fake/browser-window.ts';
import { createFakeElectron, type FakeElectron, type FakeOptions } from '../support/electron-fake/fake-electron.ts';
import { registerDeskScheme, serveDesk } from '../../electron/shell/protocol.ts';
import { deskPartition } from '../../electron/shell/session.ts';

export interface CollectedLog extends Log {
  readonly entries: readonly { readonly level: string; readonly what: string; readonly fields: string }[];
}

export function collectLog(): CollectedLog {
  const entries: { level: string; what: string; fields: string }[] = [];
  return {
    entries,
    write: (level, what, fields) => void entries.push({ level, what, fields: JSON.stringify(fields ?? {}) }),
  };
}

/** English, with times of UTC. */
export const say = createSay({
  setting: () => 'en',
  systemLanguages: () => ['en-GB'],
  timeZone: () => 'UTC',
  texts: { en },
});

/** A page of one file. */
export const onePage = {
  respond: () => ({ status: 200 as const, headers: { 'content-type': 'text/html' }, body: new Uint8Array() }),
};

/** No files behind it. */
export const noFiles: FileRoutes = {
  respond: () => Promise.resolve({ status: 404, headers: {}, body: new Uint8Array() }),
};

export interface ReadyDesk {
  readonly fake: FakeElectron;
  readonly desk: Desk;
  readonly log: CollectedLog;
  readonly clock: FakeClock;
}

/** Of a first start, or with these changes. */
export function memoryOf(change: Partial<DeskMemory> = {}): Pick<RememberedDesk, 'now' | 'change'> {
  let memory: DeskMemory = { bounds: null, isMaximized: false, toldNoTray: false, ...change };
  return { now: () => memory, change: (next) => void (memory = { ...memory, ...next }) };
}

/** Electron is ready and the page is served; no window yet. */
export async function readyDesk(
  options: FakeOptions = {},
  changes: Partial<Omit<DeskOptions, 'surface'>> = {},
): Promise<ReadyDesk> {
  const fake = createFakeElectron(options);
  // Otherwise the app would end with its first window; the product decides that in lifecycle.ts.
  fake.app.on('window-all-closed', () => undefined);
  registerDeskScheme(fake.surface.protocol);
  await fake.ready();
  serveDesk(fake.surface.session.fromPartition(deskPartition), onePage, noFiles);
  const log = collectLog();
  const clock = new FakeClock();
  const desk = createDesk({
    surface: fake.surface,
    preload: '/app/preload.cjs',
    clock,
    log,
    say,
    memory: memoryOf(),
    onClose: () => 'close',
    onOpened: () => undefined,
    onLookAway: () => undefined,
    ...changes,
  });
  return { fake, log, desk, clock };
}

/** The window made last, once its page is there. */
export async function shownWindow({ fake, desk }: ReadyDesk): Promise<FakeWindow> {
  desk.show();
  const window = must(fake.windows.at(-1), 'show() makes a window');
  if (!window.isVisible()) await new Promise<void>((resolve) => window.on('ready-to-show', () => resolve()));
  return window;
}
