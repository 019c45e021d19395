/** The settings of this computer: the same for all workspaces. */
import type { Handlers } from '../../../shared/contract/contract.ts';
import { Settings } from '../../../shared/contract/settings.ts';
import type { Events } from '../events.ts';
import { CallError } from '../../../shared/contract/errors.ts';
import { lockedPaths, type Policy } from '../../../shared/policy/policy.ts';
import { valueAt } from '../../../shared/settings/setting-path.ts';
import type { SettingsStore } from '../ports.ts';

export interface SettingsParts {
  readonly policy: Policy;
  readonly settings: SettingsStore;
  readonly events: Events;
}

type Name = 'settings.get' | 'settings.set' | 'computer.get';

export function settingsHandlers({ settings, events, policy }: SettingsParts): Pick<Handlers, Name> {
  const locked = lockedPaths(policy);
  return {
    'settings.get': async () => settings.read(),
    'settings.set': async (change) => {
      const given = Object.entries(change).filter(([, value]) => value !== undefined);
      const before = settings.read();
      const next = Settings.parse({ ...before, ...Object.fromEntries(given) });
      const differs = (path: string): boolean =>
        JSON.stringify(valueAt(next, path)) !== JSON.stringify(valueAt(before, path));
      const refused = locked.find(differs);
      if (refused !== undefined) throw new CallError('policy', `The organisation decides ${refused}.`);
      settings.write(next);
      events.changed('settings.changed');
      return next;
    },
    'computer.get': async () => ({
      settings: [...settings.troubles()],
      policy: {
        state: policy.state,
        path: policy.path,
        locked: [...locked],
        servers: serversOf(policy),
        contact: policy.contact,
        problems: [...policy.problems],
      },
    }),
  };
}

function serversOf({ servers }: Policy): string[] | null {
  if (servers === 'any') return null;
  return servers === 'unknown' ? [] : [...servers];
}
