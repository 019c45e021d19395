/** A desk on the fake Electron, as far as a test of the shell needs one. */
import type { FileRoutes } from '../../electron/core/files/file-routes.ts';
import type { Log } from '../../electron/core/ports.ts';
import { createDesk, type Desk } from '../../electron/shell/window.ts';
import { must } from '../../shared/lang/assert.ts';
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
}

/** Electron is ready and the page is served; no window yet. */
export async function readyDesk(options: FakeOptions = {}): Promise<ReadyDesk> {
  const fake = createFakeElectron(options);
  // Otherwise the app would end with its first window; the product decides that in lifecycle.ts.
  fake.app.on('window-all-closed', () => undefined);
  registerDeskScheme(fake.surface.protocol);
  await fake.ready();
  serveDesk(fake.surface.session.fromPartition(deskPartition), onePage, noFiles);
  const log = collectLog();
  return { fake, log, desk: createDesk({ surface: fake.surface, preload: '/app/preload.cjs', log }) };
}

/** The window made last, once its page is there. */
export async function shownWindow({ fake, desk }: ReadyDesk): Promise<FakeWindow> {
  desk.show();
  const window = must(fake.windows.at(-1), 'show() makes a window');
  if (!window.isVisible()) await new Promise<void>((resolve) => window.on('ready-to-show', () => resolve()));
  return window;
}
