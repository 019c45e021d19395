import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { prepareBeforeReady } from '../../electron/shell/early.ts';
import { createFakeElectron } from '../support/electron-fake/fake-electron.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-early-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('before Electron is ready', () => {
  test('the sandbox, the scheme and the lock are set up, the lock in the folder that was asked for', () => {
    const fake = createFakeElectron();
    const dataFolder = join(folder, 'not', 'there', 'yet');
    expect(prepareBeforeReady(fake.surface, { platform: 'linux', dataFolder, link: null })).toBe(true);
    expect(fake.app.history).toEqual([
      'enableSandbox',
      'setDesktopName latchkey.desktop',
      'setPath userData',
      'requestSingleInstanceLock',
    ]);
    expect(fake.app.getPath('userData')).toBe(dataFolder);
  });

  test('the scheme gets the privileges of a web page and none that weaken it', () => {
    const fake = createFakeElectron();
    prepareBeforeReady(fake.surface, { platform: 'linux', dataFolder: null, link: null });
    expect(Object.fromEntries(fake.world.schemes)).toEqual({
      app: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    });
  });

  test('a folder that cannot be made is one sentence, at once', () => {
    const { surface } = createFakeElectron();
    const impossible = join(folder, 'file', 'inside');
    writeFileSync(join(folder, 'file'), '');
    expect(() => prepareBeforeReady(surface, { platform: 'linux', dataFolder: impossible, link: null })).toThrow(
      `Latchkey cannot make its data folder ${impossible} (ENOTDIR).`,
    );
  });

  test('Windows groups by an application id, and only Windows', () => {
    for (const platform of ['win32', 'darwin', 'linux'] as const) {
      const fake = createFakeElectron({ platform });
      prepareBeforeReady(fake.surface, { platform, dataFolder: null, link: null });
      expect(fake.app.history.includes('setAppUserModelId app.latchkey.desktop')).toBe(platform === 'win32');
      expect(fake.app.history.includes('setDesktopName latchkey.desktop')).toBe(platform === 'linux');
    }
  });

  test('it is too late once Electron is ready', async () => {
    const fake = createFakeElectron();
    await fake.ready();
    expect(() => prepareBeforeReady(fake.surface, { platform: 'linux', dataFolder: null, link: null })).toThrow(
      'can only be called before app is ready',
    );
  });

  test('a second start in the same folder gets no lock; in another folder it does', () => {
    const machine = new Map();
    const start = (dataFolder: string): boolean =>
      prepareBeforeReady(createFakeElectron({ machine }).surface, { platform: 'linux', dataFolder, link: null });
    expect(start(join(folder, 'a'))).toBe(true);
    expect(start(join(folder, 'a'))).toBe(false);
    expect(start(join(folder, 'b'))).toBe(true);
  });

  test('Windows addresses toasts by the id of the installer, and starts us by one of our own', () => {
    const fake = createFakeElectron({ platform: 'win32' });
    prepareBeforeReady(fake.surface, { platform: 'win32', dataFolder: null, link: null });
    const builder = readFileSync(new URL('../../electron-builder.yml', import.meta.url), 'utf8');
    const appId = /^appId: (\S+)/m.exec(builder)?.[1] ?? 'none';
    expect(fake.app.history).toContain(`setAppUserModelId ${appId}`);
    expect(fake.app.history.join(' ')).toMatch(/setToastActivatorCLSID \{[0-9a-f-]{36}\}/);
  });

  test('what a crash leaves behind stays on this computer', () => {
    const fake = createFakeElectron();
    prepareBeforeReady(fake.surface, { platform: 'linux', dataFolder: null, link: null });
    expect(fake.world.crashReports).toEqual({ uploadToServer: false });
  });
});
