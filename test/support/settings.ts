/** Settings that lie in no file. */
import type { SettingsStore } from '../../electron/core/ports.ts';
import { defaultSettings } from '../../shared/contract/default-settings.ts';
import type { Settings } from '../../shared/contract/settings.ts';

export function memorySettings(change: Partial<Settings> = {}): SettingsStore {
  let settings: Settings = { ...defaultSettings, ...change };
  return { read: () => settings, write: (next) => void (settings = next), troubles: () => [] };
}
