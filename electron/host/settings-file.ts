/** The host's settings, in `settings.json` of the data folder. */
import Conf from 'conf';
import type { SettingsStore } from '../core/ports.ts';
import { settingsFrom } from '../core/settings.ts';

export function openSettingsFile(folder: string): SettingsStore {
  // Written to a temporary file and renamed by `conf`; a file that is not JSON any more starts again from the defaults.
  const file = new Conf<Record<string, unknown>>({
    cwd: folder,
    configName: 'settings',
    projectName: 'latchkey',
    clearInvalidConfig: true,
  });
  return settingsFrom(file);
}
