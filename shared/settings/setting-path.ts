/** Names of single settings: `theme`, or `alerts.privacy` for one of a group. */
import type { Settings } from '../contract/settings.ts';

type Group<K extends keyof Settings> = Settings[K] extends readonly unknown[] ? never : Settings[K];
type Named<K extends keyof Settings & string> =
  Group<K> extends Record<string, unknown>
    ? string extends keyof Group<K>
      ? never
      : `${K}.${keyof Group<K> & string}`
    : never;

export type SettingPath = { [K in keyof Settings & string]: K | Named<K> }[keyof Settings & string];

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
