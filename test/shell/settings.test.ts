import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../shared/contract/default-settings.ts';
import { settingsFrom } from '../../electron/core/settings.ts';

function file(store: Record<string, unknown>): { store: Record<string, unknown>; set(values: object): void } {
  return { store, set: (values) => void Object.assign(store, values) };
}

const withPrivacyText = { ...defaultSettings, alerts: { ...defaultSettings.alerts, privacy: 'text' } };

describe('settings in electron-store', () => {
  test.each([
    ['an empty file', {}, { ...defaultSettings, theme: 'system', enterSends: true }],
    ['a part of them', { theme: 'dark' }, { ...defaultSettings, theme: 'dark', enterSends: true }],
    [
      'a value from somewhere else',
      { ...defaultSettings, theme: 'purple', enterSends: false },
      { ...defaultSettings, theme: 'system', enterSends: true },
    ],
    ['rules of alerts that are older than ours', { alerts: { privacy: 'text' } }, withPrivacyText],
    ['keys that are not ours', { theme: 'light', old: 1 }, { ...defaultSettings, theme: 'light', enterSends: true }],
  ])('%s', (_what, store, settings) => {
    expect(settingsFrom(file(store)).read()).toEqual(settings);
  });

  test('what is written is read again', () => {
    const settings = settingsFrom(file({}));
    settings.write({ ...defaultSettings, theme: 'light', enterSends: false });
    expect(settings.read()).toEqual({ ...defaultSettings, theme: 'light', enterSends: false });
  });
});
