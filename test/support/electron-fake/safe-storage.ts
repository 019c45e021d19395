import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { ElectronSurface } from '../../../electron/shell/surface.ts';
import type { World } from './world.ts';

export type KeyRingBackend = ReturnType<ElectronSurface['safeStorage']['getSelectedStorageBackend']>;

/** The key store of one user on one machine. Change it between two fakes and the machine was changed between two runs. */
export interface KeyRing {
  /** Linux only. `basic_text`: there is none, and Chromium goes on with a key that is the same everywhere. */
  backend: KeyRingBackend;
  key: string;
  /** A key that was in use before: what it sealed opens, and asks to be sealed again. */
  olderKey?: string;
  isLocked: boolean;
}

export const usualKeyRing = (): KeyRing => ({ backend: 'gnome_libsecret', key: 'of this user', isLocked: false });

/** Chromium: components/os_crypt/sync/os_crypt_linux.cc, `kV10Key`. */
const keyOfBasicText = 'peanuts';

/** Only the asynchronous half: the other is deprecated, and the product must not use it. */
export class FakeSafeStorage {
  readonly #world: World;
  readonly #ring: KeyRing;

  constructor(world: World, ring: KeyRing) {
    this.#world = world;
    this.#ring = ring;
  }

  /** `unknown` before ready. docs/api/safe-storage.md. */
  getSelectedStorageBackend(): KeyRingBackend {
    return this.#world.isReady ? this.#ring.backend : 'unknown';
  }

  isAsyncEncryptionAvailable(): Promise<boolean> {
    this.#checkReady();
    return Promise.resolve(this.#ring.backend === 'basic_text' || !this.#ring.isLocked);
  }

  async encryptStringAsync(text: string): Promise<Buffer> {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', digest(this.#key()), iv);
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
  }

  async decryptStringAsync(sealed: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }> {
    const key = this.#key();
    try {
      return { result: open(sealed, key), shouldReEncrypt: false };
    } catch (error) {
      if (this.#ring.olderKey === undefined) throw error;
      return { result: open(sealed, this.#ring.olderKey), shouldReEncrypt: true };
    }
  }

  #key(): string {
    this.#checkReady();
    if (this.#ring.backend === 'basic_text') return keyOfBasicText;
    if (this.#ring.isLocked) throw new Error('Encryption is temporarily unavailable.');
    return this.#ring.key;
  }

  /** Electron: shell/browser/api/electron_api_safe_storage.cc:206. */
  #checkReady(): void {
    if (!this.#world.isReady) throw new Error('safeStorage cannot be used before app is ready');
  }
}

function open(sealed: Buffer, key: string): string {
  const decipher = createDecipheriv('aes-256-gcm', digest(key), sealed.subarray(0, 12), { authTagLength: 16 });
  try {
    decipher.setAuthTag(sealed.subarray(12, 28));
    return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8');
  } catch {
    throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.');
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
