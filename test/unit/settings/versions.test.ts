import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  settingsSteps,
  settingsVersion,
  toNewest,
  versionOf,
  type SettingsStep,
} from '../../../shared/settings/versions.ts';
import { readSettings } from '../../../shared/settings/read-settings.ts';
import { defaultSettings } from '../../../shared/contract/default-settings.ts';
import { Settings } from '../../../shared/contract/settings.ts';

describe('versions of the settings file', () => {
  it('are steps without a gap', () => {
    expect(settingsSteps.map(({ from }) => from)).toEqual([...settingsSteps.keys()]);
    expect(settingsVersion).toBe(settingsSteps.length);
  });

  it.each([
    [{}, 0],
    [{ version: 1 }, 1],
    [{ version: 7 }, 7],
    [{ version: '7' }, 0],
    [{ version: -1 }, 0],
    [{ version: 1.5 }, 0],
    [{ version: null }, 0],
  ])('%j is of version %i', (content, version) => {
    expect(versionOf(content)).toBe(version);
  });

  // From before there were versions.
  it('0 → 1 keeps every name', () => {
    expect(toNewest({ theme: 'dark', old: 1 }, settingsSteps.slice(0, 1))).toEqual({
      theme: 'dark',
      old: 1,
      version: 1,
    });
  });

  it('run from where the file is, each once and in order', () => {
    const steps: SettingsStep[] = [0, 1, 2, 3].map((from) => ({
      from,
      change: (content) => ({ ...content, seen: [...((content['seen'] as number[] | undefined) ?? []), from] }),
    }));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6 }), (version) => {
        const content = version === 0 ? { a: 1 } : { a: 1, version };
        const after = toNewest(content, steps);
        const seen = [0, 1, 2, 3].filter((from) => from >= version);
        expect(after).toEqual(seen.length === 0 ? content : { a: 1, version: 4, seen });
        expect(toNewest(after, steps)).toEqual(after);
      }),
    );
  });
});

describe('reading settings', () => {
  it('answers settings for whatever is in the file, and what is good in it holds', () => {
    const names = Object.keys(defaultSettings);
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names, 'other'), fc.jsonValue()), (content) => {
        const { settings, bad } = readSettings(content);
        expect(Settings.safeParse(settings).success).toBe(true);
        for (const [name, value] of Object.entries(content)) {
          const schema = name in Settings.shape ? Settings.shape[name as keyof Settings] : null;
          if (schema === null) continue;
          const isGood = schema.safeParse(value).success;
          const isNamed = bad.some((path) => path === name || path.startsWith(`${name}.`));
          if (isGood) expect(settings[name as keyof Settings]).toEqual(schema.parse(value));
          // A group that only lacks something is not bad.
          if (isGood) expect(isNamed).toBe(false);
        }
      }),
    );
  });
});
