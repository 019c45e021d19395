/** Where a token is kept, on machines with a key ring, without one, with another one, and with one that is locked. */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { vaultFile } from '../../electron/core/accounts/vaults.ts';
import type { Vault } from '../../electron/core/ports.ts';
import { createDataFiles } from '../../electron/core/system-ports.ts';
import { openSystemVault } from '../../electron/shell/vault.ts';
import { createFakeElectron } from '../support/electron-fake/fake-electron.ts';
import { usualKeyRing, type KeyRing } from '../support/electron-fake/safe-storage.ts';
import { collectLog } from './setup.ts';

const secret = 'tok-5f3a-secret';
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-vault-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** One run of the app on a machine with this key ring. */
async function vaultOf(
  change: Partial<KeyRing> = {},
  platform: NodeJS.Platform = 'linux',
  mayUseFile = true,
): Promise<Vault> {
  const fake = createFakeElectron({ platform, keyRing: { ...usualKeyRing(), ...change } });
  await fake.ready();
  const { safeStorage } = fake.surface;
  return openSystemVault({ safeStorage, platform, files: createDataFiles(folder), log: collectLog(), mayUseFile });
}

const onDisk = (): string => readFileSync(join(folder, vaultFile), 'utf8');

describe('with a key store', () => {
  test.each(['linux', 'darwin', 'win32'] as const)(
    '%s: sealed on the disk, and there again after a restart',
    async (platform) => {
      const vault = await vaultOf({}, platform);
      expect(vault.kind).toBe('system');
      await vault.set('w1', secret, true);
      expect(onDisk()).not.toContain(secret);
      expect(Buffer.from(onDisk(), 'base64').includes(secret)).toBe(false);
      expect(await (await vaultOf({}, platform)).get('w1')).toBe(secret);
    },
  );

  test('without the wish to stay nothing is written, and what was there goes', async () => {
    const vault = await vaultOf();
    await vault.set('w1', secret, true);
    await vault.set('w1', secret, false);
    expect(onDisk()).toBe('{}');
    expect(await vault.get('w1')).toBe(secret);
    expect(await (await vaultOf()).get('w1')).toBeNull();
  });

  test('a key that was replaced: what it sealed is sealed again', async () => {
    await (await vaultOf({ key: 'old' })).set('w1', secret, true);
    const before = onDisk();
    expect(await (await vaultOf({ key: 'new', olderKey: 'old' })).get('w1')).toBe(secret);
    expect(onDisk()).not.toBe(before);
    expect(await (await vaultOf({ key: 'new' })).get('w1')).toBe(secret);
  });

  test('another key ring, or a locked one: no secret, no crash, and nothing is lost', async () => {
    await (await vaultOf()).set('w1', secret, true);
    expect(await (await vaultOf({ backend: 'kwallet6' })).get('w1')).toBeNull();
    expect(await (await vaultOf({ key: 'of somebody else' })).get('w1')).toBeNull();
    expect(await (await vaultOf()).get('w1')).toBe(secret);
  });

  test('signing out of one leaves the others', async () => {
    const vault = await vaultOf();
    await Promise.all([vault.set('w1', secret, true), vault.set('w2', 'other', true)]);
    await vault.delete('w1');
    expect([await vault.get('w1'), await vault.get('w2')]).toEqual([null, 'other']);
  });
});

describe('without one', () => {
  test.each(['basic_text', 'unknown'] as const)(
    'Linux, %s: called a file, and only with consent one',
    async (backend) => {
      const vault = await vaultOf({ backend });
      expect(vault.kind).toBe('file');
      await vault.set('w1', secret, false);
      expect(() => onDisk()).toThrow('ENOENT');
      await vault.set('w1', secret, true);
      expect(statSync(join(folder, vaultFile)).mode & 0o777).toBe(0o600);
      expect(await (await vaultOf({ backend })).get('w1')).toBe(secret);
    },
  );

  test('Linux, and the organisation wants no secret in a file: this run only', async () => {
    const vault = await vaultOf({ backend: 'basic_text' }, 'linux', false);
    expect(vault.kind).toBe('memory');
    await vault.set('w1', secret, true);
    expect(() => onDisk()).toThrow('ENOENT');
  });

  test.each(['darwin', 'win32'] as const)('%s with a broken key store: this run only', async (platform) => {
    const vault = await vaultOf({ isLocked: true }, platform);
    expect(vault.kind).toBe('memory');
    await vault.set('w1', secret, true);
    expect(await vault.get('w1')).toBe(secret);
    expect(() => onDisk()).toThrow('ENOENT');
  });

  test('a damaged file starts again empty', async () => {
    const files = createDataFiles(folder);
    await files.write(vaultFile, '{"w1":');
    const vault = await vaultOf();
    expect(await vault.get('w1')).toBeNull();
    await vault.set('w1', secret, true);
    expect(await vault.get('w1')).toBe(secret);
  });
});
