/**
 * The system's own vault through Electron's safeStorage (its asynchronous half; the other is deprecated), and what is used
 * where there is none.
 *
 * - Windows, macOS, or Linux with a key ring: `system`. The file holds what safeStorage sealed, with the name of the key
 *   store that did it: after a change of desktop another one cannot open it, and the person signs in again.
 * - Linux without a key ring: safeStorage would go on with a key that is the same on every computer (`basic_text`). That
 *   is no protection, so it is not used and not called one. It is a `file` of mode 0600, as in the browser host, and
 *   only for a person who asked to stay signed in after reading that.
 * - Windows or macOS without their key store: something is broken there; secrets stay in `memory`.
 */
import { createFileVault, createMemoryVault, noSeal, type Seal } from '../core/accounts/vaults.ts';
import type { DataFiles, Log, Vault } from '../core/ports.ts';
import type { ElectronSurface } from './surface.ts';

export interface SystemVaultOptions {
  readonly safeStorage: ElectronSurface['safeStorage'];
  readonly platform: NodeJS.Platform;
  readonly files: DataFiles;
  readonly log: Log;
  /** False: the organisation wants no secret in a file that is not sealed. */
  readonly mayUseFile: boolean;
}

/** After Electron is ready. Never rejects. */
export async function openSystemVault(options: SystemVaultOptions): Promise<Vault> {
  const { safeStorage, platform, files, log, mayUseFile } = options;
  const backend = platform === 'linux' ? safeStorage.getSelectedStorageBackend() : platform;
  const isReal = backend !== 'basic_text' && backend !== 'unknown';
  const isAvailable = isReal && (await safeStorage.isAsyncEncryptionAvailable().catch(() => false));
  log.write('info', 'vault', { backend, isAvailable });
  if (isAvailable) {
    return createFileVault({ kind: 'system', seal: systemSeal(safeStorage, backend, log), files, log });
  }
  return platform === 'linux' && mayUseFile
    ? createFileVault({ kind: 'file', seal: noSeal, files, log })
    : createMemoryVault();
}

function systemSeal(safeStorage: ElectronSurface['safeStorage'], backend: string, log: Log): Seal {
  return {
    name: backend,
    close: async (secret) => (await safeStorage.encryptStringAsync(secret)).toString('base64'),
    async open(sealed) {
      try {
        const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(Buffer.from(sealed, 'base64'));
        return { secret: result, again: shouldReEncrypt };
      } catch (error) {
        // Another user's file, a new key ring, or one that is locked right now.
        log.write('warn', 'the system did not open a secret', { error: String(error) });
        return null;
      }
    },
  };
}
