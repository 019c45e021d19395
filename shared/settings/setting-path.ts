/** Names of single settings: `theme`, or `alerts.privacy` for one of a group. */
import type { Settings } from '../contract/settings.ts';

type Groups = 'alerts' | 'network' | 'panes';

export type SettingPath = keyof Settings | { [G in Groups]: `${G}.${keyof Settings[G] & string}` }[Groups];

export function valueAt(settings: Settings, path: string): unknown {
  const [group = '', name] = path.split('.');
  const value: unknown = settings[group as keyof Settings];
  return name === undefined ? value : (value as Readonly<Record<string, unknown>>)[name];
}

/** The value has been checked against the setting's own schema. */
export function withValue(settings: Settings, path: string, value: unknown): Settings {
  const [group = '', name] = path.split('.');
  if (name === undefined) return { ...settings, [group]: value };
  return { ...settings, [group]: { ...(settings[group as keyof Settings] as object), [name]: value } };
}
