/** Settings in `settings.json` of the data folder: one file and shape, whichever way Latchkey runs. */
import { Settings } from '../../shared/contract/entities.ts';
import type { SettingsStore } from './ports.ts';

/** What `conf` and electron-store, which is `conf` in Electron's folders, have in common and we use. */
export interface PreferencesFile {
  readonly store: Readonly<Record<string, unknown>>;
  set(values: Record<string, unknown>): void;
}

const defaults: Settings = { theme: 'system', enterSends: true, undoSeconds: 5 };

export function settingsFrom(file: PreferencesFile): SettingsStore {
  return {
    read() {
      const parsed = Settings.safeParse({ ...defaults, ...file.store });
      return parsed.success ? parsed.data : defaults;
    },
    write: (settings) => file.set({ ...settings }),
  };
}
