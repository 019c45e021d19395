/** The whole shell on the fake, with the real core and its real database, in a folder of its own. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepareBeforeReady } from '../../electron/shell/early.ts';
import { openLinkDoor } from '../../electron/shell/links.ts';
import { runShell, type ShellProgram } from '../../electron/shell/run.ts';
import { createFakeElectron, type FakeElectron, type FakeOptions } from '../support/electron-fake/fake-electron.ts';

/** A folder with a page of one file; delete it with `rmSync`. */
export function makeHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'latchkey-shell-'));
  mkdirSync(join(home, 'renderer'));
  writeFileSync(join(home, 'renderer', 'index.html'), '<!doctype html><title>Latchkey</title>');
  writeFileSync(join(home, 'renderer', 'manifest.json'), '{"/index.html":"text/html; charset=utf-8"}');
  return home;
}

/** Where the shell left early, what had begun to write may still be at it: with a real process that would be gone as well. */
export function leaveHome(home: string): void {
  rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
}

export interface Run {
  readonly fake: FakeElectron;
  readonly told: string[];
  /** Settles when `runShell` does. */
  readonly running: Promise<void>;
  /** Settles with the exit code. */
  readonly exited: Promise<number>;
}

/** A server that nobody answers at: the desk has to work without. */
export const deadServer = { url: 'http://127.0.0.1:9', token: 'secret' };

export function startShell(home: string, changes: Partial<ShellProgram> = {}, options: FakeOptions = {}): Run {
  const exited = Promise.withResolvers<number>();
  const fake = createFakeElectron({ onExit: exited.resolve, ...options });
  const { platform } = fake.world;
  prepareBeforeReady(fake.surface, { platform, dataFolder: join(home, 'data'), link: null });
  const told: string[] = [];
  const running = runShell({
    surface: fake.surface,
    platform,
    preload: '/app/preload.cjs',
    rendererFolder: join(home, 'renderer'),
    storeWorkerUrl: new URL('../../electron/core/store/worker.ts', import.meta.url),
    startPractice: () => Promise.reject(new Error('not in this test')),
    policyPath: join(home, 'no-policy.json'),
    openPreferences: () => ({ store: { theme: 'dark' } }),
    server: deadServer,
    tell: (line) => void told.push(line),
    icons: fileURLToPath(new URL('../../electron/shell/icons', import.meta.url)),
    links: openLinkDoor(fake.surface.app, []),
    startHidden: false,
    isSigned: false,
    env: { HOME: home },
    executable: '/opt/latchkey/latchkey',
    autostart: { exists: () => false, write: async () => undefined, remove: async () => undefined },
    runTool: () => Promise.reject(new Error('there is no bus')),
    resources: join(home, 'resources'),
    readText: () => null,
    openUpdater: () => {
      throw new Error('not in this test');
    },
    ...changes,
  });
  return { fake, told, running, exited: exited.promise };
}

export async function quit({ fake, exited }: Run): Promise<number> {
  fake.app.quit();
  return exited;
}
