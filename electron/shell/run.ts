/** The desktop app from Electron being ready to everything being closed again. */
import { join } from 'node:path';
import { ipcEventChannel } from '../../shared/contract/wire.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { createCore, type Core, type StartWith } from '../core/app.ts';
import { loadAssets } from '../core/assets.ts';
import { claimDataFolder } from '../core/data-folder.ts';
import { createNetwork } from '../core/network/network.ts';
import { createNodeLines } from '../core/network/node-lines.ts';
import { readPolicyFile } from '../core/policy/policy-file.ts';
import { startError } from '../core/start-error.ts';
import { diskFileStore } from '../core/files/disk-file-store.ts';
import { practiceAccess, type StartPractice } from '../core/practice-access.ts';
import type { Clock, DataFiles, Log, SettingsStore } from '../core/ports.ts';
import {
  createDataFiles,
  createSettingsDisk,
  createFileLog,
  logTailOf,
  platformName,
  createSystemClock,
  createSystemRandom,
  readAnyFile,
  readAssetsFrom,
  systemTimeZone,
} from '../core/system-ports.ts';
import { openSettings, type PreferencesFile } from '../core/settings/settings-store.ts';
import { answerCalls } from './ipc.ts';
import { followColdStart } from './cold-start.ts';
import { openDeskMemory } from './desk-memory.ts';
import { readFacts } from './facts.ts';
import { chooseClientCertificates } from './client-certificates.ts';
import { followLifecycle } from './lifecycle.ts';
import { registerLinks, type LinkDoor } from './links.ts';
import { createLoginItem, type AutostartFiles, type LoginItem } from './login-item.ts';
import { chromiumNetwork } from './network.ts';
import { createNotifier } from './notifier.ts';
import { createOutside, type Outside } from './outside.ts';
import { createSay } from './say.ts';
import { texts } from './texts.ts';
import { serveDesk } from './protocol.ts';
import { createSessionBus, type RunTool } from './session-bus.ts';
import { deskPartition, guardSession } from './session.ts';
import type { ElectronSurface } from './surface.ts';
import { createUpdater, type AutoUpdaterLike } from './updater.ts';
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
  readonly policyPath: string;
  readonly openPreferences: (folder: string) => PreferencesFile;
  /** Null: the practice workspace. */
  readonly server: { readonly url: string; readonly token: string } | null;
  /** For the person who started us from a terminal. */
  readonly tell: (line: string) => void;
  /** Folder of the images outside the page. */
  readonly icons: string;
  readonly links: LinkDoor;
  /** Started with the computer: the window stays away as long as there is a tray to open it from. */
  readonly startHidden: boolean;
  readonly isSigned: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly executable: string;
  readonly autostart: AutostartFiles;
  readonly runTool: RunTool;
  /** Electron's `process.resourcesPath`. */
  readonly resources: string;
  /** The text of a file; null: it is not there. */
  readonly readText: (path: string) => string | null;
  readonly openUpdater: () => AutoUpdaterLike;
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
  const { surface, platform, preload } = program;
  const folder = await claimDataFolder(surface.app.getPath('userData'));
  running.add({ stop: () => folder.release() });
  const clock = createSystemClock();
  const logFile = join(folder.path, 'logs', 'desk.log');
  const log = createFileLog(logFile, clock);
  const policy = await readPolicyFile({ path: program.policyPath, platform });
  const settings = openSettings({
    disk: createSettingsDisk(folder.path),
    open: () => program.openPreferences(folder.path),
    clock,
    log,
    policy,
  });
  const files = createDataFiles(folder.path);
  const memory = await openDeskMemory(files, log);
  running.add(memory);
  const say = createSay({
    setting: () => settings.read().language,
    systemLanguages: () => surface.app.getPreferredSystemLanguages(),
    timeZone: systemTimeZone,
    texts,
  });
  const loginItem = createLoginItem({ ...program, ...surface, files: program.autostart, log });
  const bus = createSessionBus({ run: program.runTool, clock, pid: process.pid });
  const hasTray = async (): Promise<boolean> => outside.lookForTray();
  const notifier = createNotifier({
    ...surface,
    platform,
    clock,
    log,
    say,
    facts: readFacts({ ...program, exists: program.autostart.exists, loginItem, hasTray, bus }),
    onActivation: (activation) => void outside.activate(activation),
  });
  const ports = await systemPorts(program, folder.path, { clock, log, files, logFile, policy });
  const network = createNetwork({
    ...chromiumNetwork(surface),
    nodeLines: createNodeLines,
    readFile: readAnyFile,
    settings,
    vault: ports.vault,
    log,
  });
  running.add(network);
  chooseClientCertificates({ ...surface, say });
  const core = createCore({
    ...ports,
    ...network,
    network,
    settings,
    policy,
    notifier,
    updater: createUpdater({
      ...program,
      isPackaged: surface.app.isPackaged,
      log,
      read: program.readText,
      exists: program.autostart.exists,
      open: program.openUpdater,
      quit: { leaveFor: (end) => quit.leaveFor(end) },
    }),
  });
  const session = surface.session.fromPartition(deskPartition);
  guardSession(session);
  serveDesk(session, await loadAssets(readAssetsFrom(program.rendererFolder)), core.fileRoutes);
  const desk = createDesk({
    surface,
    preload,
    clock,
    log,
    say,
    memory,
    onClose: () => outside.onClose(),
    onOpened: () => outside.redraw(),
    onLookAway: () => core.alerts.lookAway(),
  });
  const stop = (): Promise<void> => running.stop();
  const wake = (): void => core.wake();
  const quit = followLifecycle({
    surface,
    platform,
    desk,
    clock,
    log,
    say,
    wake,
    lock: (why) => core.lock(why),
    stop,
    unsent: () => core.alerts.unsent(),
  });
  const outside: Outside = createOutside({
    ...program,
    say,
    log,
    settings,
    memory,
    core,
    desk,
    quit,
    showsTray: () => bus.showsTray(),
  });

  connect(surface, core, desk, log);
  applySettings(surface, settings, loginItem, core);
  if (!(program.startHidden && (await outside.lookForTray())) || program.links.isAsked()) desk.show();
  registerLinks(surface.app, platform);
  program.links.follow((link) => {
    core.alerts.open(link);
    desk.show();
  });
  await startCore(program, core, policy, folder.path, running);
  followColdStart({
    ...surface,
    log,
    workspaceIds: () => core.alerts.workspaceIds(),
    onActivation: (activation) => void outside.activate(activation),
    onUnknown(text) {
      core.alerts.lost(text);
      desk.show();
    },
  });
}

interface Disk {
  readonly clock: Clock;
  readonly log: Log;
  readonly files: DataFiles;
  readonly logFile: string;
  readonly policy: Policy;
}

async function systemPorts({ surface, platform, storeWorkerUrl }: ShellProgram, dataFolder: string, disk: Disk) {
  const { clock, log, files, logFile, policy } = disk;
  return {
    about: {
      runsOn: `Electron ${process.versions.electron}, Chromium ${process.versions['chrome']}`,
      platform: platformName(),
      logTail: logTailOf(logFile),
      timeZone: systemTimeZone,
    },
    clock,
    random: createSystemRandom(),
    log,
    vault: await openSystemVault({
      safeStorage: surface.safeStorage,
      platform,
      files,
      log,
      mayUseFile: policy.fileVault,
    }),
    // Seconds of the whole system, also of what is typed into other programs.
    idleMs: () => surface.powerMonitor.getSystemIdleTime() * 1_000,
    files,
    openFileStore: diskFileStore,
    dataFolder,
    storeWorkerUrl,
  };
}

/** The core's two directions: calls in, events out. */
function connect(surface: ElectronSurface, core: Core, desk: Desk, log: Log): void {
  answerCalls({
    ipcMain: surface.ipcMain,
    isTrusted: (event) => desk.isTrusted(event),
    core,
    log,
    checkAnswers: !surface.app.isPackaged,
  });
  core.onEvent((event) => desk.send(ipcEventChannel, event.workspace, event.name, event.data));
}

/** What the settings change outside the page: now, and with every change. */
function applySettings(surface: ElectronSurface, settings: SettingsStore, loginItem: LoginItem, core: Core): void {
  const apply = (): void => {
    const { theme, startAtLogin } = settings.read();
    // The window's own parts (ground colour, scroll bars, menus) follow the chosen theme.
    surface.nativeTheme.themeSource = theme;
    void loginItem.set(startAtLogin);
  };
  apply();
  core.onEvent(({ name }) => {
    if (name === 'settings.changed') apply();
  });
}

async function startCore(
  program: ShellProgram,
  core: Core,
  policy: Policy,
  folder: string,
  running: Stack,
): Promise<void> {
  const how = await findServer(program, policy, folder, running);
  if (running.isStopping()) return;
  running.add(core);
  await core.start(how);
}

async function findServer(
  { server, startPractice }: ShellProgram,
  policy: Policy,
  folder: string,
  running: Stack,
): Promise<StartWith> {
  if (server !== null) return { practice: null, given: { serverUrl: server.url, token: server.token } };
  if (!policy.practice) return { practice: null, given: null };
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
