/** The vaults that need nothing of the platform: this run's memory, and one file of sealed secrets. */
import { z } from 'zod';
import type { VaultKind } from '../../../shared/contract/accounts.ts';
import { parseJson } from '../../../shared/lang/json.ts';
import type { DataFiles, Log, Vault } from '../ports.ts';

export function createMemoryVault(): Vault {
  const secrets = new Map<string, string>();
  return {
    kind: 'memory',
    get: async (name) => secrets.get(name) ?? null,
    async set(name, secret) {
      secrets.set(name, secret);
    },
    async delete(name) {
      secrets.delete(name);
    },
  };
}

/** Makes a secret unreadable to others, and readable again. */
export interface Seal {
  /** Said with each secret: one that was closed by another seal is not even tried. */
  readonly name: string;
  close(secret: string): Promise<string>;
  /** Null: it cannot be opened any more. `again`: the key is an old one, so close it anew. */
  open(sealed: string): Promise<{ readonly secret: string; readonly again: boolean } | null>;
}

/** No seal at all: the file is protected by its mode (0600), and the person was told so before they agreed. */
export const noSeal: Seal = {
  name: 'none',
  close: async (secret) => secret,
  open: async (secret) => ({ secret, again: false }),
};

export interface FileVaultOptions {
  readonly kind: Exclude<VaultKind, 'memory'>;
  readonly seal: Seal;
  readonly files: DataFiles;
  readonly log: Log;
}

export const vaultFile = 'secrets.json';
const Kept = z.record(z.string(), z.object({ seal: z.string(), text: z.string() }));
type Kept = z.infer<typeof Kept>;

export function createFileVault({ kind, seal, files, log }: FileVaultOptions): Vault {
  const thisRun = createMemoryVault();
  /** One change after the other: each writes the whole file. */
  let changing: Promise<unknown> = Promise.resolve();

  async function read(): Promise<Kept> {
    const text = await files.read(vaultFile);
    const parsed = text === null ? null : Kept.safeParse(parseJson(text));
    if (parsed?.success === true) return parsed.data;
    // Nothing of it is worth keeping: whoever signs in again has a new one.
    if (parsed !== null) log.write('warn', 'the vault is damaged and starts again empty');
    return {};
  }
  async function write(name: string, entry: Kept[string] | null): Promise<void> {
    const { [name]: before, ...others } = await read();
    if (before === undefined && entry === null) return;
    await files.write(vaultFile, JSON.stringify(entry === null ? others : { ...others, [name]: entry }));
  }
  function change(name: string, entry: Kept[string] | null): Promise<void> {
    const step = changing.then(() => write(name, entry));
    changing = step.catch(() => undefined);
    return step;
  }
  const keep = async (name: string, secret: string): Promise<void> =>
    change(name, { seal: seal.name, text: await seal.close(secret) });

  return {
    kind,
    async get(name) {
      const entry = (await read())[name];
      if (entry === undefined || entry.seal !== seal.name) return thisRun.get(name);
      const opened = await seal.open(entry.text);
      if (opened === null) {
        log.write('warn', 'a secret cannot be opened any more', { name, seal: seal.name });
        return thisRun.get(name);
      }
      if (opened.again) await keep(name, opened.secret);
      return opened.secret;
    },
    async set(name, secret, stay) {
      if (stay) {
        await keep(name, secret);
        await thisRun.delete(name);
      } else {
        await thisRun.set(name, secret, false);
        await change(name, null);
      }
    },
    async delete(name) {
      await thisRun.delete(name);
      await change(name, null);
    },
  };
}
