/** electron-updater behind the core's port: it only looks, fetches and installs; what may be followed is decided in the core. */
import { dirname, join } from 'node:path';
import { updateObstacle, type Installation } from '../../shared/updates/installation.ts';
import type { UpdateList } from '../../shared/updates/update-list.ts';
import type { Log, Updater } from '../core/ports.ts';
import type { Quit } from './quit.ts';
import type { Emits } from './surface.ts';

/** What we use of electron-updater's `autoUpdater`. */
export interface AutoUpdaterLike extends Emits<{
  'download-progress': (progress: { readonly percent: number }) => void;
  error: (error: Error) => void;
}> {
  autoDownload: boolean;
  autoInstallOnAppQuit: boolean;
  allowDowngrade: boolean;
  disableWebInstaller: boolean;
  /** What it found, also if that is what runs; null: it could not look. */
  checkForUpdates(): Promise<{ readonly updateInfo: UpdateList } | null>;
  downloadUpdate(): Promise<unknown>;
  quitAndInstall(isSilent: boolean, isForceRunAfter: boolean): void;
}

export interface InstallationOptions {
  readonly isPackaged: boolean;
  readonly platform: NodeJS.Platform;
  readonly isSigned: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly executable: string;
  /** Electron's `process.resourcesPath`. */
  readonly resources: string;
  /** The text of a file; null: it is not there. */
  readonly read: (path: string) => string | null;
  readonly exists: (path: string) => boolean;
}

export interface UpdaterOptions extends InstallationOptions {
  readonly log: Log;
  readonly quit: Pick<Quit, 'leaveFor'>;
  /** Makes it; only where it is used, because it looks for files of a package. */
  readonly open: () => AutoUpdaterLike;
}

export function createUpdater(options: UpdaterOptions): Updater {
  const { read, resources, quit, log } = options;
  const publicKey = read(join(resources, 'update-key.pem'));
  const installation = { ...readInstallation(options), hasKey: publicKey !== null };
  const report: { onPercent: (percent: number) => void } = { onPercent: () => undefined };
  let made: AutoUpdaterLike | null = null;

  function updater(): AutoUpdaterLike {
    if (made !== null) return made;
    made = options.open();
    // Nothing is fetched before the core has judged the list.
    made.autoDownload = false;
    made.autoInstallOnAppQuit = true;
    made.allowDowngrade = false;
    made.disableWebInstaller = true;
    made.on('download-progress', ({ percent }) => report.onPercent(percent));
    // It tells its errors twice; one that nobody listens to would end the process.
    made.on('error', (error) => log.write('info', 'the updater reported an error', { error: String(error) }));
    return made;
  }

  return {
    obstacle: updateObstacle(installation),
    publicKey: publicKey ?? '',
    check: async () => (await updater().checkForUpdates())?.updateInfo ?? null,
    async download(onPercent) {
      report.onPercent = onPercent;
      await updater().downloadUpdate();
    },
    // Chromium's names of what goes wrong in a network.
    isOffline: (error) => /net::ERR_/.test(String(error)),
    restart: () => quit.leaveFor(() => updater().quitAndInstall(true, true)),
  };
}

function readInstallation(options: InstallationOptions): Omit<Installation, 'hasKey'> {
  const { isPackaged, platform, isSigned, env, executable, resources, read, exists } = options;
  return {
    isPackaged,
    platform,
    isSigned,
    isSandboxed: env['FLATPAK_ID'] !== undefined || env['SNAP'] !== undefined,
    isAppImage: env['APPIMAGE'] !== undefined,
    packageType: read(join(resources, 'package-type'))?.trim() ?? null,
    hasUninstaller: exists(join(dirname(executable), 'Uninstall Latchkey.exe')),
  };
}
