import Conf from 'conf';
import { existsSync, linkSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createSettingsDisk } from '../../electron/core/system-ports.ts';
import { openSettings, type PreferencesFile } from '../../electron/core/settings/settings-store.ts';
import { openPreferences } from '../../electron/host/settings-file.ts';
import { defaultSettings } from '../../shared/contract/default-settings.ts';
import { noPolicy, type Policy } from '../../shared/policy/policy.ts';
import { collectLog } from './setup.ts';

// Without this, importing electron-store in plain Node would look for Electron's binary, and download it.
vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', '/nonexistent');
const { default: ElectronStore } = await import('electron-store');

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'latchkey-settings-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const path = (): string => join(folder, 'settings.json');
const content = (): unknown => JSON.parse(readFileSync(path(), 'utf8'));
const asides = (): readonly string[] => readdirSync(folder).filter((name) => name !== 'settings.json');

/** The least that would do: the file itself. */
function plainFile(): PreferencesFile {
  return {
    get store() {
      return existsSync(path()) && readFileSync(path(), 'utf8') !== '' ? (content() as Record<string, unknown>) : {};
    },
    set store(values) {
      writeFileSync(path(), JSON.stringify(values));
    },
  };
}

const adapters: readonly (readonly [string, () => PreferencesFile])[] = [
  ['a plain file', plainFile],
  ['conf, as the browser host opens it', () => openPreferences(folder)],
  // As main.ts opens it.
  ['electron-store', () => new ElectronStore({ cwd: folder, name: 'settings', clearInvalidConfig: true })],
];

describe.each(adapters)('settings in %s', (_name, adapter) => {
  const at = Date.UTC(2026, 10, 29, 1, 2, 3, 4);
  const open = (policy: Pick<Policy, 'settings'> = noPolicy) =>
    openSettings({
      disk: createSettingsDisk(folder),
      open: adapter,
      clock: { wallNow: () => at },
      log: collectLog(),
      policy,
    });

  test.each([
    ['an empty object', '{}', {}, []],
    ['an empty file, as a power cut leaves it', '', {}, []],
    ['some of them', '{"theme":"dark"}', { theme: 'dark' }, []],
    ['one bad value', '{"theme":"purple","enterSends":false}', { enterSends: false }, ['theme']],
    [
      'a bad value within a group',
      '{"alerts":{"privacy":"loud","sound":false},"panes":{"list":10,"context":300}}',
      { alerts: { ...defaultSettings.alerts, sound: false }, panes: { list: 340, context: 300 } },
      ['alerts.privacy', 'panes.list'],
    ],
    ['a group from before a rule existed', '{"alerts":{"privacy":"text"}}', alertsWith({ privacy: 'text' }), []],
    ['a group that is none', '{"alerts":7,"theme":"light"}', { theme: 'light' }, ['alerts']],
    ['a key map with one bad key', '{"keys":{"go.inbox":"G I","x":5}}', { keys: { 'go.inbox': 'G I' } }, ['keys']],
    ['a step that we do not know', '{"introduced":["drill","flight"]}', { introduced: ['drill'] }, ['introduced']],
    ['names that are not ours', '{"theme":"light","old":1}', { theme: 'light' }, []],
    ['a name of Object itself', '{"constructor":1,"__proto__":{"theme":"light"}}', {}, []],
  ] as const)('%s is read', (_what, text, change, bad) => {
    writeFileSync(path(), text);
    const settings = open();
    expect(settings.read()).toEqual({ ...defaultSettings, ...change });
    const details = settings.troubles().map(({ kind, detail }) => `${kind}: ${detail}`);
    expect(details).toEqual(bad.length === 0 ? [] : [`bad-values: ${bad.join(', ')}`]);
    expect(asides()).toEqual([]);
  });

  test('what is written is read again, and tells its version', () => {
    open().write({ ...defaultSettings, theme: 'light', enterSends: false });
    expect(open().read()).toEqual({ ...defaultSettings, theme: 'light', enterSends: false });
    expect(content()).toEqual({ theme: 'light', enterSends: false, version: 1 });
  });

  test('a change touches nothing else: not a name that is not ours, not even a bad value', () => {
    writeFileSync(path(), '{"theme":"purple","old":{"deep":[1]},"zoom":125,"version":1}');
    const settings = open();
    settings.write({ ...settings.read(), enterSends: false });
    expect(content()).toEqual({ theme: 'purple', old: { deep: [1] }, zoom: 125, enterSends: false, version: 1 });
  });

  test('what the organisation decides holds, is not written, and gives the own choice back', () => {
    writeFileSync(path(), '{"theme":"light","alerts":{"privacy":"text"},"version":1}');
    const rule = (name: string, value: unknown, locked: boolean) => ({ path: name, value, locked });
    const settings = [rule('theme', 'dark', true), rule('alerts.privacy', 'off', true), rule('zoom', 125, false)];
    const decided = open({ settings });
    expect(decided.read()).toMatchObject({ theme: 'dark', alerts: { privacy: 'off' }, zoom: 125 });
    decided.write({ ...decided.read(), alerts: { ...decided.read().alerts, sound: false }, enterSends: false });
    expect(decided.read()).toMatchObject({ theme: 'dark', alerts: { privacy: 'off', sound: false }, zoom: 125 });
    const { alerts, ...others } = open().read();
    expect(others).toMatchObject({ theme: 'light', enterSends: false, zoom: 100 });
    expect(alerts).toMatchObject({ privacy: 'text', sound: false });
    decided.write({ ...decided.read(), zoom: 110 });
    expect(open().read().zoom).toBe(110);
  });

  test.each([
    ['cut off', '{"theme":"da'],
    ['a list', '[1,2]'],
    ['not text at all', '\u0000\u0001\u0002'],
  ])('a damaged file (%s) is kept aside under a dated name', (_what, text) => {
    writeFileSync(path(), text);
    const settings = open();
    expect(settings.read()).toEqual(defaultSettings);
    settings.write({ ...defaultSettings, theme: 'dark' });
    const name = 'settings.damaged-2026-11-29T01-02-03-004Z.json';
    expect(asides()).toEqual([name]);
    expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
    expect(settings.troubles()).toEqual([{ kind: 'damaged', detail: name }]);
    expect(open().read().theme).toBe('dark');
  });

  test('the same for one that is damaged while we run', () => {
    const settings = open();
    settings.write({ ...defaultSettings, theme: 'dark' });
    writeFileSync(path(), '{"theme":"light"');
    settings.write({ ...defaultSettings, zoom: 125 });
    expect(readFileSync(join(folder, asides()[0] ?? ''), 'utf8')).toBe('{"theme":"light"');
    expect(settings.read()).toEqual({ ...defaultSettings, zoom: 125 });
  });

  test('a file of a newer version is kept aside; what we understand of it holds', () => {
    const text = '{"version":9,"theme":"dark","zoom":"huge","later":{"a":1}}';
    writeFileSync(path(), text);
    const settings = open();
    expect(settings.read()).toEqual({ ...defaultSettings, theme: 'dark' });
    const name = 'settings.version-9-2026-11-29T01-02-03-004Z.json';
    expect(asides()).toEqual([name]);
    expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
    expect(settings.troubles()).toEqual([{ kind: 'newer', detail: name }]);
    settings.write({ ...settings.read(), zoom: 110 });
    expect(content()).not.toHaveProperty('later');
    expect(content()).toMatchObject({ version: 1, theme: 'dark', zoom: 110 });
    expect(open().troubles()).toEqual([]);
  });

  test('a failed write leaves the old file whole', () => {
    open().write({ ...defaultSettings, theme: 'dark' });
    const before = readFileSync(path(), 'utf8');
    const failing = openSettings({
      disk: createSettingsDisk(folder),
      open: () => ({
        get store() {
          return content() as Record<string, unknown>;
        },
        set store(_values) {
          throw new Error('ENOSPC');
        },
      }),
      clock: { wallNow: () => at },
      log: collectLog(),
      policy: noPolicy,
    });
    expect(() => failing.write({ ...defaultSettings, theme: 'light' })).toThrow('ENOSPC');
    expect(readFileSync(path(), 'utf8')).toBe(before);
  });
});

test('both libraries replace the file by renaming, and never write into it', () => {
  for (const open of [() => new Conf({ cwd: folder, configName: 'settings', projectName: 'x' }), adapters[2]?.[1]]) {
    writeFileSync(path(), '{"theme":"dark"}');
    // A second name for the same bytes: it would change along if they were written in place.
    const second = join(folder, 'second');
    rmSync(second, { force: true });
    linkSync(path(), second);
    const file = open?.();
    if (file !== undefined) file.store = { theme: 'light' };
    expect(readFileSync(second, 'utf8')).toBe('{"theme":"dark"}');
    expect(content()).toEqual({ theme: 'light' });
  }
});

function alertsWith(change: object): object {
  return { alerts: { ...defaultSettings.alerts, ...change } };
}
