/** What Electron accepts only before it is ready. Called synchronously by the entry, before its first `await`. */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DataFolderError } from '../core/data-folder.ts';
import type { SecondStart } from './links.ts';
import { registerDeskScheme } from './protocol.ts';
import type { ElectronSurface } from './surface.ts';

/** Windows groups the taskbar and addresses toasts by it, so it is `appId` of electron-builder.yml; Linux finds our icon and name by the .desktop file. */
const appUserModelId = 'app.latchkey.desktop';
const desktopFile = 'latchkey.desktop';
/** By it Windows starts us when somebody chooses a toast of an earlier run. Never change it. */
const toastActivator = '{6d1b7c0e-0f5f-4c19-9a55-3a1c2e8b7d40}';

export interface EarlyOptions {
  readonly platform: NodeJS.Platform;
  /** Absolute; null: Electron's own `userData`. */
  readonly dataFolder: string | null;
  /** Of the command line: what a first Latchkey is asked to open in our place; null: none. */
  readonly link: string | null;
}

/** False: another Latchkey has this data folder and was asked to come to the front. Throws `DataFolderError`. */
export function prepareBeforeReady(surface: ElectronSurface, { platform, dataFolder, link }: EarlyOptions): boolean {
  const { app, protocol, crashReporter } = surface;
  app.enableSandbox();
  registerDeskScheme(protocol);
  if (platform === 'win32') {
    app.setAppUserModelId(appUserModelId);
    app.setToastActivatorCLSID(toastActivator);
  }
  if (platform === 'linux') app.setDesktopName(desktopFile);
  if (dataFolder !== null) {
    // `setPath` refuses a folder that does not exist, and the single-instance lock lives inside it.
    makeFolder(dataFolder);
    app.setPath('userData', dataFolder);
  }
  // Dumps stay on this computer, in the data folder: they hold what was in memory.
  crashReporter.start({ uploadToServer: false });
  return app.requestSingleInstanceLock({ link } satisfies SecondStart);
}

function makeFolder(folder: string): void {
  try {
    makeEach(folder);
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    throw new DataFolderError('unwritable', `Latchkey cannot make its data folder ${folder} (${code}).`);
  }
}

/** Not `recursive: true`: with it, Node tries for ever where nothing can be made and nobody says why (`/proc`). */
function makeEach(folder: string): void {
  if (existsSync(folder)) return;
  makeEach(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}
