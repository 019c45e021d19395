/**
 * Settings in `settings.json` of the data folder: one file and shape, whichever way Latchkey runs. What cannot be used is
 * never overwritten: it is kept beside under a dated name, and the diagnostics page says so.
 */
import { defaultSettings } from '../../../shared/contract/default-settings.ts';
import type { SettingsTrouble } from '../../../shared/contract/computer.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import { isRecord, parseJson } from '../../../shared/lang/json.ts';
import { lockedPaths, type Policy } from '../../../shared/policy/policy.ts';
import { readSettings } from '../../../shared/settings/read-settings.ts';
import { valueAt, withValue } from '../../../shared/settings/setting-path.ts';
import { settingsVersion, toNewest, versionOf, type SettingsContent } from '../../../shared/settings/versions.ts';
import type { Clock, Log, SettingsStore } from '../ports.ts';

/** What `conf` and electron-store, which is `conf` in Electron's folders, have in common and we use. */
export interface PreferencesFile {
  /** Assigning replaces the whole file, or nothing of it. */
  store: Record<string, unknown>;
}

/** The same file as it lies on the disk, which those two do not show when they cannot read it. */
export interface SettingsDisk {
  /** Null: there is none. */
  read(): string | null;
  /** Renames it within its folder. */
  setAside(name: string): void;
}

export interface SettingsStoreOptions {
  readonly disk: SettingsDisk;
  /** Called once what could not be used is out of the way. */
  readonly open: () => PreferencesFile;
  readonly clock: Pick<Clock, 'wallNow'>;
  readonly log: Log;
  readonly policy: Pick<Policy, 'settings'>;
}

export function openSettings({ disk, open, clock, log, policy }: SettingsStoreOptions): SettingsStore {
  const decide = (settings: Settings, locked: boolean): Settings =>
    policy.settings
      .filter((rule) => rule.locked === locked)
      .reduce((before, { path, value }) => withValue(before, path, value), settings);
  const defaults = decide(defaultSettings, false);
  /** The person's own, also where the organisation decides at present. */
  const ownIn = (content: SettingsContent) => readSettings(content, defaults);
  const setAsides: SettingsTrouble[] = [];
  function setAside(kind: 'damaged' | 'newer', tag: string): void {
    const at = new Date(clock.wallNow()).toISOString().replaceAll(/[:.]/g, '-');
    const name = `settings.${tag}-${at}.json`;
    disk.setAside(name);
    setAsides.push({ kind, detail: name });
    log.write('warn', 'the settings are kept aside', { kind, name });
  }
  /** What may stay in the file; null: as it is. Whatever else was in there is beside it by then. */
  function tend(): SettingsContent | null {
    const text = disk.read();
    if (text === null || text.trim() === '') return null;
    const content = parseJson(text);
    if (!isRecord(content)) {
      setAside('damaged', 'damaged');
      return null;
    }
    const version = versionOf(content);
    if (version === settingsVersion) return null;
    if (version < settingsVersion) return toNewest(content);
    setAside('newer', `version-${version}`);
    // Only what we understand: the rest would be taken for ours when the newer Latchkey comes back.
    return { ...readSettings(content).settings, version: settingsVersion };
  }

  const carried = tend();
  const file = open();
  if (carried !== null) file.store = { ...carried };

  return {
    read: () => decide(ownIn(file.store).settings, true),
    write(settings) {
      // Somebody may have edited it while we ran.
      const again = tend();
      const before: SettingsContent = again ?? file.store;
      const known = ownIn(before).settings;
      // What the organisation decides is not written: the person's own choice is there again when it no longer does.
      const own = lockedPaths(policy).reduce((all, path) => withValue(all, path, valueAt(known, path)), settings);
      const changed = Object.entries(own).filter(
        ([name, value]) => JSON.stringify(value) !== JSON.stringify(known[name as keyof Settings]),
      );
      file.store = { ...before, ...Object.fromEntries(changed), version: settingsVersion };
    },
    troubles() {
      const { bad } = ownIn(file.store);
      return bad.length === 0 ? setAsides : [...setAsides, { kind: 'bad-values', detail: bad.join(', ') }];
    },
  };
}
