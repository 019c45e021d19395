/** The settings of this computer: the same for all workspaces. */
import type { Handlers } from '../../../shared/contract/contract.ts';
import { Settings } from '../../../shared/contract/settings.ts';
import type { Events } from '../events.ts';
import type { SettingsStore } from '../ports.ts';

export interface SettingsParts {
  readonly settings: SettingsStore;
  readonly events: Events;
}

export function settingsHandlers({ settings, events }: SettingsParts): Pick<Handlers, 'settings.get' | 'settings.set'> {
  return {
    'settings.get': async () => settings.read(),
    'settings.set': async (change) => {
      const given = Object.entries(change).filter(([, value]) => value !== undefined);
      const next = Settings.parse({ ...settings.read(), ...Object.fromEntries(given) });
      settings.write(next);
      events.changed('settings.changed');
      return next;
    },
  };
}
