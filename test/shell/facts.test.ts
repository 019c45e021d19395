/** What the doctor is told of each system. */
import { expect, test } from 'vitest';
import { readFacts } from '../../electron/shell/facts.ts';
import { createFakeElectron } from '../support/electron-fake/fake-electron.ts';

type Service = readonly string[] | 'none' | null;

function factsOn(platform: NodeJS.Platform, service: Service, exists = false) {
  const fake = createFakeElectron({ platform, isPackaged: true });
  return readFacts({
    surface: fake.surface,
    platform,
    env: { APPDATA: 'C:\\Roaming' },
    exists: () => exists,
    loginItem: { isSet: () => true, set: async () => undefined },
    hasTray: async () => true,
    bus: { notificationService: async () => service },
  })();
}

test.each<[string, Service, object]>([
  ['a service with everything', ['body', 'actions'], { hasDaemon: true, canClick: true }],
  ['a service that only shows', ['body'], { hasDaemon: true, canClick: false }],
  ['no service, whatever Electron believes', 'none', { hasDaemon: false, canClick: null, supported: true }],
  ['nobody to ask: what Electron believes', null, { hasDaemon: true, canClick: null }],
])('Linux, %s', async (_what, service, expected) => {
  expect(await factsOn('linux', service)).toMatchObject({ system: 'linux', hasTray: true, ...expected });
});

test.each([
  ['win32', { system: 'windows', hasShortcut: false }],
  ['darwin', { system: 'mac', hasShortcut: null }],
] as const)('%s has no bus to ask', async (platform, expected) => {
  const nothing = { hasDaemon: null, canClick: null, hasTray: null };
  expect(await factsOn(platform, null)).toMatchObject({ ...nothing, ...expected });
});

test('Windows finds our entry in the Start menu', async () => {
  expect(await factsOn('win32', null, true)).toMatchObject({ hasShortcut: true });
});
