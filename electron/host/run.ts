/** The browser host from command line to exit: practice server, core, page server and window, and all of it back. */
import { join } from 'node:path';
import { proxyFromEnv } from '../../shared/network/proxy.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { createCore, type StartWith } from '../core/app.ts';
import { createNetwork } from '../core/network/network.ts';
import { createNodeLines } from '../core/network/node-lines.ts';
import { readPolicyFile } from '../core/policy/policy-file.ts';
import { claimDataFolder, DataFolderError, defaultDataFolder } from '../core/data-folder.ts';
import { lastChance, type LeavingOptions } from '../core/leaving.ts';
import { startError } from '../core/start-error.ts';
import type { Log } from '../core/ports.ts';
import {
  createDataFiles,
  createSettingsDisk,
  createFileLog,
  logTailOf,
  platformName,
  readAnyFile,
  createSystemClock,
  createSystemRandom,
  systemTimeZone,
} from '../core/system-ports.ts';
import { diskFileStore } from '../core/files/disk-file-store.ts';
import { openSettings } from '../core/settings/settings-store.ts';
import { practiceAccess, type StartPractice } from '../core/practice-access.ts';
import { openAppWindow } from './app-window.ts';
import { kept, watchForIdle } from './idle-exit.ts';
import { openHostVault, runSecretTool } from './secret-service.ts';
import { keepOpenLink, readOpenLink } from './open-link.ts';
import { helpText, parseStartFlags, UsageError, type StartFlags } from './flags.mjs';
import { startHost, type Host } from './host-server.ts';
import { openPreferences } from './settings-file.ts';

export interface HostProgram {
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly storeWorkerUrl: URL;
  readonly rendererFolder: string;
  readonly startPractice: StartPractice;
  readonly policyPath: string;
  /** Only the ready line goes to `say`; everything else to `tell`. */
  readonly say: (line: string) => void;
  readonly tell: (line: string) => void;
  /** Settles when the process was asked to end. */
  readonly stopAsked: Promise<void>;
  readonly isStopping: () => boolean;
}

/** After this the process ends whatever has not finished stopping; the databases survive that. */
const stopWithinMs = 2_500;

/** Resolves with the exit code. Failures become one sentence. */
export async function runHost(program: HostProgram): Promise<number> {
  const parts: Stoppable[] = [];
  let exitCode = 0;
  try {
    const flags = parseStartFlags(program.args, program.env);
    if (flags.help) {
      program.tell(helpText);
      return 0;
    }
    await Promise.race([program.stopAsked, start(program, flags, parts)]);
  } catch (error) {
    exitCode = 1;
    program.tell(error instanceof UsageError ? error.message : startError(error));
  }
  return (await stopAll(parts)) ? exitCode : 1;
}

interface Stoppable {
  stop(): Promise<void>;
}

/** Starts everything, noting in `parts` what has to be stopped. Resolves when the person closed the window. */
async function start(program: HostProgram, flags: StartFlags, parts: Stoppable[]): Promise<void> {
  const path = flags.data ?? defaultDataFolder(process.platform, program.env);
  const folder = await claimDataFolder(path).catch((error: unknown) => joinTheOther(program, flags, path, error));
  if (folder === null) return undefined;
  parts.push({ stop: () => folder.release() });
  const clock = createSystemClock();
  const logFile = join(folder.path, 'logs', 'host.log');
  const log = createFileLog(logFile, clock);
  const files = createDataFiles(folder.path);
  const policy = await readPolicyFile({ path: program.policyPath, platform: process.platform });
  const how = await findServer(program, flags, policy, folder.path, parts);

  const settings = openSettings({
    disk: createSettingsDisk(folder.path),
    open: () => openPreferences(folder.path),
    clock,
    log,
    policy,
  });
  const vault = await openHostVault({
    platform: process.platform,
    run: runSecretTool,
    dataFolder: folder.path,
    mayUseFile: policy.fileVault,
    files,
    log,
  });
  const network = createNetwork({
    own: null,
    systemProxy: async (url) => proxyFromEnv(program.env, url),
    nodeLines: createNodeLines,
    readFile: readAnyFile,
    settings,
    vault,
    log,
  });
  parts.push(network);
  const runsOn = `Node ${process.versions.node} (browser host)`;
  const core = createCore({
    about: { runsOn, platform: platformName(), logTail: logTailOf(logFile), timeZone: systemTimeZone },
    clock,
    random: createSystemRandom(),
    log,
    ...network,
    network,
    settings,
    vault,
    policy,
    files,
    openFileStore: diskFileStore,
    dataFolder: folder.path,
    storeWorkerUrl: program.storeWorkerUrl,
  });
  parts.push(core);
  await core.start(how);
  const leaving = { clock, wake: () => core.wake(), unsent: () => core.alerts.unsent() };
  const { tell, rendererFolder } = program;
  const idle = watchForIdle({ ...leaving, isSending: () => core.isSending(), tell });
  parts.push({ stop: async () => idle.stop() });
  const onPages = flags.stay ? () => undefined : (count: number) => idle.pagesAre(count);
  const host = await startHost({ core, rendererFolder, port: flags.port, log, onPages });
  parts.push(host, await keepOpenLink(host, files, log));
  if (program.isStopping()) return undefined;
  program.say(`Latchkey: ${host.newLink()}`);
  if (!flags.open) return idle.over;
  const browser = join(folder.path, 'browser');
  await Promise.race([
    idle.over,
    showWindow(program, host, browser, parts, log).then(() => sayGoodbye(program, leaving)),
  ]);
}

/** The window was closed: what still can, leaves. */
async function sayGoodbye({ tell }: HostProgram, leaving: LeavingOptions): Promise<void> {
  const left = await lastChance(leaving);
  if (left > 0) tell(`Latchkey ends.${kept(left)}`);
}

/** Null: a browser host runs on this folder already, and its page was opened instead. Rejects with `error` otherwise. */
async function joinTheOther(program: HostProgram, flags: StartFlags, path: string, error: unknown): Promise<null> {
  const isBusy = error instanceof DataFolderError && error.kind === 'busy';
  const link = isBusy ? await readOpenLink(createDataFiles(path)) : null;
  if (link === null) throw error;
  program.tell('Latchkey runs already on this data folder. The address below opens it, once.');
  const { env } = program;
  if (flags.open) openAppWindow({ url: link, profileFolder: join(path, 'browser'), platform: process.platform, env });
  program.say(`Latchkey: ${link}`);
  return null;
}

const forever = new Promise<void>(() => undefined);

async function findServer(
  program: HostProgram,
  flags: StartFlags,
  policy: Policy,
  folder: string,
  parts: Stoppable[],
): Promise<StartWith> {
  if (flags.server !== null) {
    const token = program.env['LATCHKEY_TOKEN'] ?? '';
    delete program.env['LATCHKEY_TOKEN']; // the browser we start has no business with it
    return { practice: null, given: { serverUrl: flags.server, token } };
  }
  if (!policy.practice) return { practice: null, given: null };
  const practice = await practiceAccess(program.startPractice, folder);
  parts.push(practice);
  program.tell(`Practice server: ${practice.server.serverUrl} (WhatsApp's webhooks go to ${practice.webhook})`);
  return { practice: practice.server, given: null };
}

/** Resolves when the person closes the window; never if we cannot know, or if no window could be opened. */
function showWindow(
  program: HostProgram,
  host: Host,
  profileFolder: string,
  parts: Stoppable[],
  log: Log,
): Promise<void> {
  const { env } = program;
  let wasOpened = false;
  const url = host.newLink(() => (wasOpened = true));
  const window = openAppWindow({ url, profileFolder, platform: process.platform, env });
  if (window === null) {
    program.tell('No window can be opened here; open the address above in a browser.');
    return forever;
  }
  parts.push({ stop: () => window.close() });
  return window.closed.then(() => {
    if (wasOpened) return undefined;
    log.write('warn', 'the window ended before it showed the page');
    program.tell('The browser did not start; open the address above in a browser.');
    return forever;
  });
}

/** In reverse order of starting. False if something failed or took too long. */
async function stopAll(parts: readonly Stoppable[]): Promise<boolean> {
  const deadline = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => deadline.resolve(false), stopWithinMs);
  const stopped = (async () => {
    let clean = true;
    for (const part of parts.toReversed()) {
      // One part that fails must not keep the others running.
      // oxlint-disable-next-line no-await-in-loop -- in order on purpose
      clean =
        (await part.stop().then(
          () => true,
          () => false,
        )) && clean;
    }
    return clean;
  })();
  const clean = await Promise.race([stopped, deadline.promise]);
  clearTimeout(timer);
  return clean;
}
