/** Settings out of a file that a person, an older or a newer Latchkey may have written. */
import { z } from 'zod';
import { defaultSettings } from '../contract/default-settings.ts';
import { Settings } from '../contract/settings.ts';
import { isRecord } from '../lang/json.ts';
import type { SettingsContent } from './versions.ts';

export interface ReadSettings {
  readonly settings: Settings;
  /** Names such as `theme` or `alerts.privacy`, whose values make no sense: the default holds instead. */
  readonly bad: readonly string[];
}

/**
 * One bad value costs that value, nothing beside it. Names that are not ours are left alone. `defaults`: for what is not in
 * there.
 */
export function readSettings(content: SettingsContent, defaults: Settings = defaultSettings): ReadSettings {
  const bad: string[] = [];
  const found = readObject(Settings, defaults, content, '', bad);
  return { settings: Settings.parse(found), bad };
}

function readObject(
  schema: z.ZodObject,
  defaults: SettingsContent,
  content: SettingsContent,
  path: string,
  bad: string[],
): SettingsContent {
  const entries = Object.entries(schema.shape).map(([name, type]) => {
    const value = Object.hasOwn(content, name) ? content[name] : undefined;
    const fallback = defaults[name];
    return [name, value === undefined ? fallback : readValue(type, fallback, value, `${path}${name}`, bad)] as const;
  });
  return Object.fromEntries(entries);
}

function readValue(type: z.core.$ZodType, fallback: unknown, value: unknown, path: string, bad: string[]): unknown {
  const parsed = z.safeParse(type, value);
  if (parsed.success) return parsed.data;
  if (type instanceof z.ZodObject && isRecord(value) && isRecord(fallback)) {
    return readObject(type, fallback, value, `${path}.`, bad);
  }
  bad.push(path);
  // Of a list and of a map, what can be read is kept: a newer Latchkey may know an entry that we do not.
  if (type instanceof z.ZodArray && Array.isArray(value)) {
    return value.filter((entry) => z.safeParse(type.element, entry).success);
  }
  if (type instanceof z.ZodRecord && isRecord(value)) {
    return Object.fromEntries(Object.entries(value).filter(([key, entry]) => type.safeParse({ [key]: entry }).success));
  }
  return fallback;
}
