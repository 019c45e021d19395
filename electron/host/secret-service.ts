/**
 * The desktop's own key ring (`org.freedesktop.secrets`: GNOME Keyring, KWallet, KeePassXC) as the browser host's vault, through
 * libsecret's `secret-tool`. A secret goes in and comes out by the tool's standard streams, never on a command line. What is not
 * there is not asked for: without the tool or the service the vault is the 0600 file of those who agree to it.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createFileVault, createMemoryVault, noSeal } from '../core/accounts/vaults.ts';
import type { DataFiles, Log, Vault } from '../core/ports.ts';

export interface ToolAnswer {
  readonly code: number | null;
  readonly output: string;
  /** What it said of troubles; empty where it only found nothing. */
  readonly trouble: string;
}

/** Never rejects: a tool that is missing or does not answer in time is trouble. */
export type SecretTool = (args: readonly string[], input: string) => Promise<ToolAnswer>;

/** A locked key ring asks the person for its password meanwhile. */
const patienceMs = 60_000;

export const runSecretTool: SecretTool = (args, input) =>
  new Promise((resolve) => {
    const child = spawn('secret-tool', [...args], { timeout: patienceMs, stdio: 'pipe' });
    const said = { output: '', trouble: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said.output += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said.trouble += text));
    child.stdin.on('error', () => undefined); // it may leave without reading
    child.stdin.end(input);
    child.once('error', (error) => resolve({ ...said, code: null, trouble: String(error) }));
    child.once('close', (code) => {
      const trouble = code === null ? 'it did not answer in time' : said.trouble;
      resolve({ ...said, code, trouble });
    });
  });

export interface HostVaultOptions {
  readonly platform: NodeJS.Platform;
  readonly run: SecretTool;
  /** Two folders of one person have secrets of their own. */
  readonly dataFolder: string;
  /** An administrator may forbid it; then secrets stay in memory where there is no service. */
  readonly mayUseFile: boolean;
  readonly files: DataFiles;
  readonly log: Log;
}

/** Never rejects. */
export async function openHostVault(options: HostVaultOptions): Promise<Vault> {
  const { platform, run, files, log } = options;
  const file = options.mayUseFile ? createFileVault({ kind: 'file', seal: noSeal, files, log }) : createMemoryVault();
  if (platform !== 'linux') return file;
  // Asking for what nobody has opens nothing and asks nobody for a password.
  const { trouble } = await run(['lookup', ...attributes(options, 'nothing')], '');
  log.write('info', 'vault', { service: trouble === '' ? 'there' : trouble.trim() });
  return trouble === '' ? secretService(options, file) : file;
}

/** `older`: the file that was used while there was no service. What it holds moves over. */
function secretService(options: HostVaultOptions, older: Vault): Vault {
  const { run, log } = options;
  const thisRun = createMemoryVault();
  async function store(name: string, secret: string): Promise<void> {
    const { code, trouble } = await run(['store', '--label=Latchkey', ...attributes(options, name)], secret);
    if (code !== 0) throw new Error(`the key ring did not keep a secret: ${trouble.trim()}`);
  }
  async function moveOver(name: string): Promise<string | null> {
    const secret = await older.get(name);
    if (secret === null) return null;
    await store(name, secret).then(
      () => older.delete(name),
      (error: unknown) => log.write('warn', 'a secret stays in the file', { error: String(error) }),
    );
    return secret;
  }
  async function forget(name: string): Promise<void> {
    // Finding nothing to forget ends with an error code and no word.
    const { trouble } = await run(['clear', ...attributes(options, name)], '');
    if (trouble !== '') throw new Error(`the key ring did not forget a secret: ${trouble.trim()}`);
    await older.delete(name);
  }
  return {
    kind: 'system',
    async get(name) {
      const held = await thisRun.get(name);
      if (held !== null) return held;
      const { code, output, trouble } = await run(['lookup', ...attributes(options, name)], '');
      if (code === 0) return output;
      if (trouble !== '') log.write('warn', 'the key ring did not open a secret', { trouble: trouble.trim() });
      return moveOver(name);
    },
    async set(name, secret, stay) {
      if (stay) {
        await store(name, secret);
        await older.delete(name);
        await thisRun.delete(name);
      } else {
        await thisRun.set(name, secret, false);
        await forget(name);
      }
    },
    async delete(name) {
      await thisRun.delete(name);
      await forget(name);
    },
  };
}

function attributes({ dataFolder }: HostVaultOptions, name: string): readonly string[] {
  const folder = createHash('sha256').update(dataFolder).digest('hex').slice(0, 16);
  return ['application', 'latchkey', 'folder', folder, 'name', name];
}
