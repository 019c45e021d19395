/** What Electron accepts only before it is ready. Called synchronously by the entry, before its first `await`. */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DataFolderError } from '../core/data-folder.ts';
import { registerDeskScheme } from './protocol.ts';
import type { ElectronSurface } from './surface.ts';

/** Windows groups the taskbar and addresses toasts by it; Linux finds our icon and name by the .desktop file. */
const appUserModelId = 'app.latchkey.desk';
const desktopFile = 'latchkey.desktop';

export interface EarlyOptions {
  readonly platform: NodeJS.Platform;
  /** Absolute; null: Electron's own `userData`. */
  readonly dataFolder: string | null;
}

/** False: another Latchkey has this data folder and was asked to come to the front. Throws `DataFolderError`. */
export function prepareBeforeReady(surface: ElectronSurface, { platform, dataFolder }: EarlyOptions): boolean {
  const { app, protocol } = surface;
  app.enableSandbox();
  registerDeskScheme(protocol);
  if (platform === 'win32') app.setAppUserModelId(appUserModelId);
  if (platform === 'linux') app.setDesktopName(desktopFile);
  if (dataFolder !== null) {
    // `setPath` refuses a folder that does not exist, and the single-instance lock lives inside it.
    makeFolder(dataFolder);
    app.setPath('userData', dataFolder);
  }
  return app.requestSingleInstanceLock();
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
