/** The desktop app from Electron being ready to everything being closed again. */
import { join } from 'node:path';
import { ipcEventChannel } from '../../shared/contract/wire.ts';
import { createCore, type Core, type StartWith } from '../core/app.ts';
import { loadAssets } from '../core/assets.ts';
import { claimDataFolder } from '../core/data-folder.ts';
import { startError } from '../core/start-error.ts';
import { diskFileStore } from '../core/files/disk-file-store.ts';
import { practiceAccess, type StartPractice } from '../core/practice-access.ts';
import type { Log, SettingsStore } from '../core/ports.ts';
import {
  createDataFiles,
  createFileLog,
  logTailOf,
  platformName,
  createSystemClock,
  createSystemRandom,
  openSystemWebSocket,
  readAssetsFrom,
} from '../core/system-ports.ts';
import { answerCalls } from './ipc.ts';
import { followLifecycle } from './lifecycle.ts';
import { serveDesk } from './protocol.ts';
import { deskPartition, guardSession } from './session.ts';
import type { ElectronSurface } from './surface.ts';
import { openSystemVault } from './vault.ts';
import { createDesk, type Desk } from './window.ts';

export interface ShellProgram {
  readonly surface: ElectronSurface;
  readonly platform: NodeJS.Platform;
  /** Absolute paths of the bundles. */
  readonly preload: string;
  readonly rendererFolder: string;
  readonly storeWorkerUrl: URL;
  readonly startPractice: StartPractice;
  readonly openSettings: (folder: string) => SettingsStore;
  /** Null: the practice workspace. */
  readonly server: { readonly url: string; readonly token: string } | null;
  /** For the person who started us from a terminal. */
  readonly tell: (line: string) => void;
}

interface Stoppable {
  stop(): Promise<void>;
}

/** Resolves when the desk answers calls, or after the app was told to exit because it could not start. */
export async function runShell(program: ShellProgram): Promise<void> {
  const { surface } = program;
  const running = createStack();
  await surface.app.whenReady();
  try {
    await start(program, running);
  } catch (error) {
    if (running.isStopping()) return;
    const text = startError(error);
    program.tell(text);
    // Started from a menu there is no terminal to read.
    if (surface.app.isPackaged) surface.dialog.showErrorBox('Latchkey could not start', text);
    // What was half started is closed as far as that goes; the first error is the one to tell.
    await running.stop().catch(() => undefined);
    surface.app.exit(1);
  }
}

async function start(program: ShellProgram, running: Stack): Promise<void> {
  const { surface, platform } = program;
  const folder = await claimDataFolder(surface.app.getPath('userData'));
  running.add({ stop: () => folder.release() });
  const clock = createSystemClock();
  const logFile = join(folder.path, 'logs', 'desk.log');
  const log = createFileLog(logFile, clock);
  const settings = program.openSettings(folder.path);
  const files = createDataFiles(folder.path);
  const vault = await openSystemVault({ safeStorage: surface.safeStorage, platform, files, log });
  const core = createCore({
    about: {
      runsOn: `Electron ${process.versions.electron}, Chromium ${process.versions['chrome']}`,
      platform: platformName(),
      logTail: logTailOf(logFile),
    },
    clock,
    random: createSystemRandom(),
    log,
    // Electron's own network: the system's proxy and certificates.
    fetch: (url, init) => surface.net.fetch(url, init),
    openWebSocket: openSystemWebSocket,
    settings,
    vault,
    files,
    openFileStore: diskFileStore,
    dataFolder: folder.path,
    storeWorkerUrl: program.storeWorkerUrl,
  });

  const session = surface.session.fromPartition(deskPartition);
  guardSession(session);
  const assets = await loadAssets(readAssetsFrom(program.rendererFolder));
  serveDesk(session, assets, core.fileRoutes);
  // The window's own parts (ground colour, scroll bars, menus) follow the chosen theme.
  surface.nativeTheme.themeSource = settings.read().theme;
  const desk = createDesk({ surface, preload: program.preload, log });
  connect(surface, core, desk, settings, log);
  const stop = (): Promise<void> => running.stop();
  followLifecycle({ surface, platform, desk, clock, log, wake: () => core.wake(), stop });
  desk.show();

  await startCore(program, core, folder.path, running);
}

/** The core's two directions: calls in, events out. */
function connect(surface: ElectronSurface, core: Core, desk: Desk, settings: SettingsStore, log: Log): void {
  answerCalls({
    ipcMain: surface.ipcMain,
    isTrusted: (event) => desk.isTrusted(event),
    core,
    log,
    checkAnswers: !surface.app.isPackaged,
  });
  core.onEvent((event) => {
    if (event.name === 'settings.changed') surface.nativeTheme.themeSource = settings.read().theme;
    desk.send(ipcEventChannel, event.workspace, event.name, event.data);
  });
}

async function startCore(program: ShellProgram, core: Core, folder: string, running: Stack): Promise<void> {
  const how = await findServer(program, folder, running);
  if (running.isStopping()) return;
  running.add(core);
  await core.start(how);
}

async function findServer({ server, startPractice }: ShellProgram, folder: string, running: Stack): Promise<StartWith> {
  if (server !== null) return { practice: null, given: { serverUrl: server.url, token: server.token } };
  const practice = await practiceAccess(startPractice, folder);
  running.add(practice);
  return { practice: practice.server, given: null };
}

interface Stack {
  /** Something that has to be stopped; at once if everything else already was. */
  add(part: Stoppable): void;
  isStopping(): boolean;
  /** In reverse order of adding. One part that fails does not keep the others running; rejects with its error. */
  stop(): Promise<void>;
}

function createStack(): Stack {
  const parts: Stoppable[] = [];
  let stopping: Promise<void> | null = null;
  async function stopAll(): Promise<void> {
    const failures: unknown[] = [];
    for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
      // oxlint-disable-next-line no-await-in-loop -- in order on purpose
      await part.stop().catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw new AggregateError(failures, failures.map(String).join('; '));
  }
  return {
    add(part) {
      if (stopping === null) parts.push(part);
      else part.stop().catch(() => undefined);
    },
    isStopping: () => stopping !== null,
    stop: () => (stopping ??= stopAll()),
  };
}
