/** The browser host from command line to exit: practice server, core, page server and window, and all of it back. */
import { join } from 'node:path';
import { createFileVault, noSeal } from '../core/accounts/vaults.ts';
import { createCore, type StartWith } from '../core/app.ts';
import { claimDataFolder, defaultDataFolder } from '../core/data-folder.ts';
import { startError } from '../core/start-error.ts';
import type { Log } from '../core/ports.ts';
import {
  createDataFiles,
  createSettingsDisk,
  createFileLog,
  logTailOf,
  platformName,
  createSystemClock,
  createSystemRandom,
  openSystemWebSocket,
  systemFetch,
  systemTimeZone,
} from '../core/system-ports.ts';
import { diskFileStore } from '../core/files/disk-file-store.ts';
import { openSettings } from '../core/settings/settings-store.ts';
import { practiceAccess, type StartPractice } from '../core/practice-access.ts';
import { openAppWindow } from './app-window.ts';
import { helpText, parseStartFlags, UsageError, type StartFlags } from './flags.mjs';
import { startHost, type Host } from './host-server.ts';
import { openPreferences } from './settings-file.ts';

export interface HostProgram {
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly storeWorkerUrl: URL;
  readonly rendererFolder: string;
  readonly startPractice: StartPractice;
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
  const folder = await claimDataFolder(flags.data ?? defaultDataFolder(process.platform, program.env));
  parts.push({ stop: () => folder.release() });
  const clock = createSystemClock();
  const logFile = join(folder.path, 'logs', 'host.log');
  const log = createFileLog(logFile, clock);
  const files = createDataFiles(folder.path);
  const how = await findServer(program, flags, folder.path, parts);

  const runsOn = `Node ${process.versions.node} (browser host)`;
  const core = createCore({
    about: { runsOn, platform: platformName(), logTail: logTailOf(logFile), timeZone: systemTimeZone },
    clock,
    random: createSystemRandom(),
    log,
    fetch: systemFetch,
    openWebSocket: openSystemWebSocket,
    settings: openSettings({
      disk: createSettingsDisk(folder.path),
      open: () => openPreferences(folder.path),
      clock,
      log,
    }),
    // No desktop's key store is reached from here: a file that only this user can read, for those who agree to it.
    vault: createFileVault({ kind: 'file', seal: noSeal, files, log }),
    files,
    openFileStore: diskFileStore,
    dataFolder: folder.path,
    storeWorkerUrl: program.storeWorkerUrl,
  });
  parts.push(core);
  await core.start(how);
  const host = await startHost({ core, rendererFolder: program.rendererFolder, port: flags.port, log });
  parts.push(host);
  if (program.isStopping()) return undefined;
  program.say(`Latchkey: ${host.url}/#t=${host.token}`);
  if (!flags.open) return forever;
  return showWindow(program, host, join(folder.path, 'browser'), parts, log);
}

const forever = new Promise<void>(() => undefined);

async function findServer(
  program: HostProgram,
  flags: StartFlags,
  folder: string,
  parts: Stoppable[],
): Promise<StartWith> {
  if (flags.server !== null) {
    const token = program.env['LATCHKEY_TOKEN'] ?? '';
    delete program.env['LATCHKEY_TOKEN']; // the browser we start has no business with it
    return { practice: null, given: { serverUrl: flags.server, token } };
  }
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
  const window = openAppWindow({ url: host.openOnceUrl(), profileFolder, platform: process.platform, env });
  if (window === null) {
    program.tell('No window can be opened here; open the address above in a browser.');
    return forever;
  }
  parts.push({ stop: () => window.close() });
  return window.closed.then(() => {
    if (host.wasOpened()) return undefined;
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
