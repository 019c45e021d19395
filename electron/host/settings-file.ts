/** The host's settings, in `settings.json` of the data folder. */
import Conf from 'conf';
import type { PreferencesFile } from '../core/settings/settings-store.ts';

/** Written to a temporary file and renamed by `conf`. What it could not read was set aside before this is called. */
export function openPreferences(folder: string): PreferencesFile {
  return new Conf<Record<string, unknown>>({
    cwd: folder,
    configName: 'settings',
    projectName: 'latchkey',
    clearInvalidConfig: true,
  });
}
