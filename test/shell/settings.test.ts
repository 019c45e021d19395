import { describe, expect, test } from 'vitest';
import { settingsFrom } from '../../electron/core/settings.ts';

function file(store: Record<string, unknown>): { store: Record<string, unknown>; set(values: object): void } {
  return { store, set: (values) => void Object.assign(store, values) };
}

describe('settings in electron-store', () => {
  test.each([
    ['an empty file', {}, { theme: 'system', enterSends: true, undoSeconds: 5 }],
    ['a part of them', { theme: 'dark' }, { theme: 'dark', enterSends: true, undoSeconds: 5 }],
    [
      'a value from somewhere else',
      { theme: 'purple', enterSends: false, undoSeconds: 5 },
      { theme: 'system', enterSends: true, undoSeconds: 5 },
    ],
    ['keys that are not ours', { theme: 'light', old: 1 }, { theme: 'light', enterSends: true, undoSeconds: 5 }],
  ])('%s', (_what, store, settings) => {
    expect(settingsFrom(file(store)).read()).toEqual(settings);
  });

  test('what is written is read again', () => {
    const settings = settingsFrom(file({}));
    settings.write({ theme: 'light', enterSends: false, undoSeconds: 5 });
    expect(settings.read()).toEqual({ theme: 'light', enterSends: false, undoSeconds: 5 });
  });
});
