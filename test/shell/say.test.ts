import { expect, test } from 'vitest';
import { createSay } from '../../electron/shell/say.ts';
import { texts } from '../../electron/shell/texts.ts';
import { words } from '../../shared/notify/words.ts';
import type { Settings } from '../../shared/contract/settings.ts';

const at = Date.UTC(2026, 10, 22, 13, 5);
const closing = words('tray.closing.one', { name: 'Mara' }, { closesAt: at });

test.each<[Settings['language'], readonly string[], string]>([
  ['de', ['en-US'], texts.de['tray.open']],
  ['system', ['nl-BE', 'en'], texts.nl['tray.open']],
  ['system', ['fr-FR'], texts.en['tray.open']],
  ['pseudo', ['de'], texts.en['tray.open']],
])('%s on a computer in %j', (setting, systemLanguages, expected) => {
  const say = createSay({
    setting: () => setting,
    systemLanguages: () => systemLanguages,
    timeZone: () => 'Europe/Berlin',
    texts,
  });
  expect(say(words('tray.open'))).toBe(expected);
});

test('a time is the computer’s local time of day', () => {
  const say = createSay({ setting: () => 'de', systemLanguages: () => [], timeZone: () => 'Europe/Berlin', texts });
  expect(say(closing)).toContain('14:05');
});
