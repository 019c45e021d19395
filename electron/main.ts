/**
 * Electron's entry: the only file that loads Electron. What has to happen before `ready` happens here synchronously,
 * before anything is awaited; the rest is shell/run.ts.
 */
import electron from 'electron';
import Store from 'electron-store';
import electronUpdater from 'electron-updater';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DataFolderError } from './core/data-folder.ts';
import { policyPath } from './core/policy/policy-file.ts';
import { parseStartFlags, UsageError } from './host/flags.mjs';
import { startPractice } from './practice/practice-server.ts';
import { linkIn, openLinkDoor } from './shell/links.ts';
import { hiddenFlag } from './shell/login-item.ts';
import { prepareBeforeReady } from './shell/early.ts';
import { ownFlags } from './shell/own-flags.ts';
import { runSystemTool } from './shell/session-bus.ts';
import { runShell } from './shell/run.ts';
import type { ElectronSurface } from './shell/surface.ts';

/** The proof that the real module fits what the shell, and the fake, call Electron. */
const surface: ElectronSurface = electron;

const tell = (line: string): void => void process.stderr.write(`${line}\n`);
/** Missing where the fake runs us in plain Node. */
const resources = process.resourcesPath ?? '';
const inBundle = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

function main(): void {
  const flags = parseStartFlags(ownFlags(process.argv), process.env);
  const dataFolder = flags.data === null ? null : resolve(flags.data);
  const { platform } = process;
  const links = openLinkDoor(surface.app, process.argv);
  if (!prepareBeforeReady(surface, { platform, dataFolder, link: linkIn(process.argv) })) {
    surface.app.quit();
    return;
  }
  const token = process.env['LATCHKEY_TOKEN'] ?? '';
  // No process that we start has any business with it.
  delete process.env['LATCHKEY_TOKEN'];
  void runShell({
    surface,
    platform,
    preload: inBundle('./preload.cjs'),
    rendererFolder: inBundle('../renderer/'),
    storeWorkerUrl: new URL('./store-worker.js', import.meta.url),
    startPractice,
    policyPath: policyPath(platform, process.env),
    openPreferences: (folder) => new Store({ cwd: folder, name: 'settings', clearInvalidConfig: true }),
    server: flags.server === null ? null : { url: flags.server, token },
    tell,
    icons: inBundle('./icons/'),
    links,
    startHidden: process.argv.includes(hiddenFlag),
    // scripts/after-pack.mjs leaves this file in a program that gets a signature.
    isSigned: existsSync(join(resources, 'signed')),
    env: process.env,
    executable: process.execPath,
    autostart: {
      exists: existsSync,
      remove: (path) => rm(path, { force: true }),
      async write(path, text) {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, text);
      },
    },
    runTool: runSystemTool,
    resources,
    readText: (path) => (existsSync(path) ? readFileSync(path, 'utf8') : null),
    openUpdater: () => electronUpdater.autoUpdater,
  });
}

try {
  main();
} catch (error) {
  const isSentence = error instanceof UsageError || error instanceof DataFolderError;
  tell(isSentence ? error.message : `Latchkey could not start: ${String(error)}`);
  surface.app.exit(1);
}
