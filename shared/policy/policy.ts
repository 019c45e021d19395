/**
 * What an organisation decides for a computer (docs/policy.md). A key that makes no sense takes its strictest meaning:
 * whoever wrote it wanted to forbid something, and a desk that forbids too much is noticed on the first day, one that
 * forbids too little never. Nothing here takes a text from anybody: what is signed in stays signed in.
 */
import { z } from 'zod';
import { parseServerAddress } from '../accounts/server-address.ts';
import { defaultSettings } from '../contract/default-settings.ts';
import { Settings } from '../contract/settings.ts';
import { isRecord, parseJson } from '../lang/json.ts';
import { valueAt } from '../settings/setting-path.ts';

export interface SettingRule {
  /** Such as `alerts.privacy`. */
  readonly path: string;
  readonly value: unknown;
  /** False: only what holds until the person chooses something else. */
  readonly locked: boolean;
}

export interface Policy {
  /** `unsafe`: others than the administrator can write the file, so nothing in it holds. */
  readonly state: 'none' | 'applied' | 'unreadable' | 'unsafe';
  /** Where its file is, or would be; empty where nobody looked for one. */
  readonly path: string;
  readonly settings: readonly SettingRule[];
  /** Where one may sign in. `unknown`: there is a list and it cannot be read. */
  readonly servers: 'any' | 'unknown' | readonly string[];
  readonly practice: boolean;
  /** Whether a token may be kept in a file where the system has no key store. */
  readonly fileVault: boolean;
  /** Whom to ask, in the organisation's own words. */
  readonly contact: string | null;
  /** For the diagnostics page; technical English. */
  readonly problems: readonly string[];
}

export const noPolicy: Policy = {
  state: 'none',
  path: '',
  settings: [],
  servers: 'any',
  practice: true,
  fileVault: true,
  contact: null,
  problems: [],
};

/** For a file of which only is known that somebody wanted to decide something. */
export function unreadablePolicy(why: string): Policy {
  const closed = { servers: 'unknown', practice: false, fileVault: false } as const;
  return { ...noPolicy, ...closed, state: 'unreadable', problems: [why] };
}

export function unsafePolicy(why: string): Policy {
  return { ...noPolicy, state: 'unsafe', problems: [why] };
}

export function readPolicy(text: string): Policy {
  const content = parseJson(text);
  if (!isRecord(content)) return unreadablePolicy('The file is not a JSON object.');
  const problems: string[] = [];
  const known = new Set(['settings', 'servers', 'practice', 'fileVault', 'contact']);
  for (const key of Object.keys(content)) {
    if (!known.has(key)) problems.push(`"${key}" is not known to this version and does nothing.`);
  }
  const permission = (key: 'practice' | 'fileVault'): boolean => {
    const value = content[key];
    if (value === undefined || value === true) return true;
    if (value !== false) problems.push(`"${key}" is neither true nor false; taken as false.`);
    return false;
  };
  return {
    ...noPolicy,
    state: 'applied',
    settings: readRules(content['settings'], problems),
    servers: readServers(content['servers'], problems),
    practice: permission('practice'),
    fileVault: permission('fileVault'),
    contact: readContact(content['contact'], problems),
    problems,
  };
}

/** Whether a person may sign in there now. */
export function maySignIn({ servers }: Policy, serverUrl: string): boolean {
  return servers === 'any' || (servers !== 'unknown' && servers.includes(serverUrl));
}

/** Whether a workspace that is signed in may go on. A list that cannot be read does not stop the desk. */
export function mayGoOn(policy: Policy, serverUrl: string): boolean {
  return policy.servers === 'unknown' || maySignIn(policy, serverUrl);
}

export function lockedPaths({ settings }: Pick<Policy, 'settings'>): readonly string[] {
  return settings.filter(({ locked }) => locked).map(({ path }) => path);
}

function readRules(value: unknown, problems: string[]): readonly SettingRule[] {
  if (value === undefined) return [];
  if (!isRecord(value)) {
    problems.push('"settings" is not an object; no setting is decided.');
    return [];
  }
  return Object.entries(value).flatMap(([path, rule]) => {
    const schema = schemaOf(path);
    if (schema === null) {
      problems.push(`"settings.${path}" is not a setting of this version.`);
      return [];
    }
    const given = isRecord(rule) ? rule : {};
    const parsed = z.safeParse(schema, given['value']);
    if (!parsed.success) {
      problems.push(`"settings.${path}" has a value that is not possible; locked at its default.`);
      return [{ path, value: valueAt(defaultSettings, path), locked: true }];
    }
    const { locked } = given;
    if (locked !== undefined && typeof locked !== 'boolean') {
      problems.push(`"settings.${path}": "locked" is neither true nor false; taken as true.`);
    }
    return [{ path, value: parsed.data, locked: locked !== false }];
  });
}

/** Null: there is no such setting. */
function schemaOf(path: string): z.core.$ZodType | null {
  const [group = '', name, ...rest] = path.split('.');
  if (rest.length > 0 || !Object.hasOwn(Settings.shape, group)) return null;
  const schema = Settings.shape[group as keyof Settings];
  if (name === undefined) return schema;
  if (!(schema instanceof z.ZodObject) || !Object.hasOwn(schema.shape, name)) return null;
  return (schema.shape as Readonly<Record<string, z.core.$ZodType>>)[name] ?? null;
}

function readServers(value: unknown, problems: string[]): Policy['servers'] {
  if (value === undefined) return 'any';
  if (!Array.isArray(value)) {
    problems.push('"servers" is not a list; nobody can sign in anew.');
    return 'unknown';
  }
  const found = value.flatMap((entry: unknown) => {
    const address = typeof entry === 'string' ? parseServerAddress(entry) : null;
    if (address?.ok === true) return [address.url];
    problems.push(`"servers" names ${JSON.stringify(entry)}, which is not an address; it is left out.`);
    return [];
  });
  // All of them unreadable is not the same as "none".
  return found.length === 0 && value.length > 0 ? 'unknown' : found;
}

function readContact(value: unknown, problems: string[]): string | null {
  if (value === undefined) return null;
  if (typeof value === 'string' && value.trim() !== '') return value.trim().slice(0, 200);
  problems.push('"contact" is not a text; it is left out.');
  return null;
}
