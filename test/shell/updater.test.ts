import { describe, expect, test } from 'vitest';
import type { Updater } from '../../electron/core/ports.ts';
import { createUpdater, type UpdaterOptions } from '../../electron/shell/updater.ts';
import { FakeUpdater } from '../support/fake-updater.ts';
import { collectLog } from './setup.ts';

const resources = '/opt/Latchkey/resources';
const list = { version: '2.0.0', files: [{ url: 'a', sha512: 'b' }], signature: 'c' };

function room(change: Partial<UpdaterOptions> = {}, files: Record<string, string> = { 'update-key.pem': 'PEM' }) {
  const fake = new FakeUpdater();
  const leaving: (() => void)[] = [];
  let opened = 0;
  const updater: Updater = createUpdater({
    isPackaged: true,
    platform: 'linux',
    isSigned: false,
    env: { APPIMAGE: '/home-of/Latchkey.AppImage' },
    executable: '/opt/Latchkey/latchkey',
    resources,
    read: (path) => files[path.slice(resources.length + 1)] ?? null,
    exists: () => false,
    log: collectLog(),
    quit: { leaveFor: (end) => void leaving.push(end) },
    open: () => {
      opened += 1;
      return fake;
    },
    ...change,
  });
  return { fake, leaving, updater, opened: () => opened };
}

describe('the updater', () => {
  test('fetches nothing before it is told to, and never an older version', async () => {
    const { fake, updater } = room();
    fake.offers = list;
    expect(await updater.check()).toEqual(list);
    expect(fake.did).toEqual(['check']);
    expect([fake.autoDownload, fake.allowDowngrade, fake.disableWebInstaller]).toEqual([false, false, true]);
    const percents: number[] = [];
    await updater.download((percent) => void percents.push(percent));
    expect([fake.did, percents]).toEqual([
      ['check', 'download'],
      [12.5, 100],
    ]);
  });

  test('puts in place what it fetched when Latchkey is quit, or restarts after everything is saved', () => {
    const { fake, leaving, updater } = room();
    updater.restart();
    expect(fake.did).toEqual([]);
    leaving[0]?.();
    expect([fake.did, fake.autoInstallOnAppQuit]).toEqual([['install true true'], true]);
  });

  test('survives an error, and tells one of the network from others', async () => {
    const { fake, updater } = room();
    fake.offers = new Error('net::ERR_INTERNET_DISCONNECTED');
    await expect(updater.check()).rejects.toThrow('net::ERR_INTERNET_DISCONNECTED');
    expect([updater.isOffline(fake.offers), updater.isOffline(new Error('sha512 mismatch'))]).toEqual([true, false]);
  });

  test.each<[string, Partial<UpdaterOptions>, Record<string, string>, Updater['obstacle']]>([
    ['an AppImage with a key', {}, { 'update-key.pem': 'PEM' }, null],
    ['an AppImage without', {}, {}, 'no-key'],
    ['a deb', { env: {} }, { 'update-key.pem': 'PEM', 'package-type': 'deb\n' }, 'package-manager'],
    ['a Snap', { env: { SNAP: '/snap/x' } }, { 'update-key.pem': 'PEM' }, 'store'],
    ['an MSI', { platform: 'win32', isSigned: true }, { 'update-key.pem': 'PEM' }, 'administrator'],
    [
      'our own installer',
      { platform: 'win32', isSigned: true, exists: (path) => path.endsWith('Uninstall Latchkey.exe') },
      { 'update-key.pem': 'PEM' },
      null,
    ],
    ['source', { isPackaged: false }, {}, 'source'],
  ])('of %s is recognised, without being made', (_what, change, files, expected) => {
    const { updater, opened } = room(change, files);
    expect([updater.obstacle, opened()]).toEqual([expected, 0]);
  });
});
