/** Settings in `settings.json` of the data folder: one file and shape, whichever way Latchkey runs. */
import { defaultSettings } from '../../shared/contract/default-settings.ts';
import { Settings } from '../../shared/contract/settings.ts';
import type { SettingsStore } from './ports.ts';

/** What `conf` and electron-store, which is `conf` in Electron's folders, have in common and we use. */
export interface PreferencesFile {
  readonly store: Readonly<Record<string, unknown>>;
  set(values: Record<string, unknown>): void;
}

export function settingsFrom(file: PreferencesFile): SettingsStore {
  return {
    read() {
      const { alerts } = file.store;
      const parsed = Settings.safeParse({
        ...defaultSettings,
        ...file.store,
        // A rule that this file is too old to know must not cost the person all their settings.
        alerts: { ...defaultSettings.alerts, ...(typeof alerts === 'object' ? alerts : {}) },
      });
      return parsed.success ? parsed.data : defaultSettings;
    },
    write: (settings) => file.set({ ...settings }),
  };
}
