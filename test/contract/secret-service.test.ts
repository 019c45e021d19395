/** The browser host's vault: a key ring where there is one, and an honest word where there is none. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createFileVault, noSeal, vaultFile } from '../../electron/core/accounts/vaults.ts';
import type { DataFiles, Vault } from '../../electron/core/ports.ts';
import { createDataFiles } from '../../electron/core/system-ports.ts';
import { openHostVault, runSecretTool, type SecretTool } from '../../electron/host/secret-service.ts';

let folder: string;
let files: DataFiles;
let logged: string;
const log = {
  write: (...line: readonly unknown[]) => {
    logged += JSON.stringify(line);
  },
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-ring-'));
  files = createDataFiles(folder);
  logged = '';
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

const open = (run: SecretTool, dataFolder = '/data', mayUseFile = true): Promise<Vault> =>
  openHostVault({ platform: 'linux', run, dataFolder, mayUseFile, files, log });

/** A key ring as secret-tool shows it. */
function aRing(): { kept: Map<string, string>; commandLines: string[]; trouble: string; run: SecretTool } {
  const kept = new Map<string, string>();
  const ring = {
    kept,
    commandLines: new Array<string>(),
    trouble: '',
    run: async (args: readonly string[], input: string) => {
      ring.commandLines.push(args.join(' '));
      if (ring.trouble !== '') return { code: 1, output: '', trouble: ring.trouble };
      const [verb, ...rest] = args;
      const key = rest.filter((part) => !part.startsWith('--')).join(' ');
      const nothing = { code: 1, output: '', trouble: '' };
      if (verb === 'store') kept.set(key, input);
      if (verb === 'clear') return kept.delete(key) ? { ...nothing, code: 0 } : nothing;
      if (verb === 'lookup' && !kept.has(key)) return nothing;
      return { code: 0, output: verb === 'lookup' ? (kept.get(key) ?? '') : '', trouble: '' };
    },
  };
  return ring;
}

describe('with a key ring', () => {
  it('keeps what may stay there and nowhere else, each data folder its own', async () => {
    const ring = aRing();
    const vault = await open(ring.run);
    expect(vault.kind).toBe('system');
    await vault.set('w1', 's3cret', true);
    expect(await (await open(ring.run)).get('w1')).toBe('s3cret');
    expect(await (await open(ring.run, '/other')).get('w1')).toBeNull();
    expect(ring.commandLines.join('\n') + logged).not.toContain('s3cret');
    expect(await files.read(vaultFile)).toBeNull();
    await vault.delete('w1');
    expect([await vault.get('w1'), ring.kept.size]).toEqual([null, 0]);
  });

  it('holds for this run what may not stay, and removes what was kept before', async () => {
    const ring = aRing();
    const vault = await open(ring.run);
    await vault.set('w1', 'first', true);
    await vault.set('w1', 'second', false);
    expect([await vault.get('w1'), ring.kept.size]).toEqual(['second', 0]);
    expect(await (await open(ring.run)).get('w1')).toBeNull();
  });

  it('takes over what was kept in the file before there was one', async () => {
    await createFileVault({ kind: 'file', seal: noSeal, files, log }).set('w1', 's3cret', true);
    const ring = aRing();
    expect(await (await open(ring.run)).get('w1')).toBe('s3cret');
    expect([...ring.kept.values()]).toEqual(['s3cret']);
    expect(readFileSync(join(folder, vaultFile), 'utf8')).not.toContain('s3cret');
  });

  it('that closes meanwhile is said to have failed: nothing falls back to a file by itself', async () => {
    const ring = aRing();
    const vault = await open(ring.run);
    ring.trouble = 'secret-tool: The prompt was dismissed';
    await expect(vault.set('w1', 's3cret', true)).rejects.toThrow(/dismissed/);
    await expect(vault.delete('w1')).rejects.toThrow(/dismissed/);
    expect(await vault.get('w1')).toBeNull();
    expect(await files.read(vaultFile)).toBeNull();
    expect(logged).not.toContain('s3cret');
  });
});

it('without a service, without the tool and on other systems: the file, which says what it is', async () => {
  const ring = aRing();
  ring.trouble = 'secret-tool: Cannot autolaunch D-Bus without X11 $DISPLAY';
  expect((await open(ring.run)).kind).toBe('file');
  expect((await open(async () => ({ code: null, output: '', trouble: 'spawn secret-tool ENOENT' }))).kind).toBe('file');
  const asked = aRing();
  const mac = await openHostVault({
    platform: 'darwin',
    run: asked.run,
    dataFolder: '/data',
    mayUseFile: true,
    files,
    log,
  });
  expect([mac.kind, asked.commandLines]).toEqual(['file', []]);
  expect((await open(ring.run, '/data', false)).kind).toBe('memory');
});

const tools = ['dbus-daemon', 'gnome-keyring-daemon', 'secret-tool'];
const missing = tools.filter((tool) => spawnSync('sh', ['-c', `command -v ${tool}`]).status !== 0);
if (missing.length > 0) process.stderr.write(`The real key ring is not tested: ${missing.join(', ')} missing here.\n`);

describe.skipIf(missing.length > 0)('the real GNOME Keyring', () => {
  it('keeps a secret for the next start, and forgets it', { timeout: 60_000 }, async () => {
    const daemon = spawn('dbus-daemon', ['--session', '--nofork', '--nopidfile', '--print-address=1'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    onTestFinished(() => void daemon.kill('SIGKILL'));
    const [line] = (await once(daemon.stdout, 'data')) as [Buffer];
    const own = {
      ...process.env,
      DBUS_SESSION_BUS_ADDRESS: line.toString().trim(),
      HOME: folder,
      XDG_DATA_HOME: folder,
      XDG_RUNTIME_DIR: folder,
    };
    const ring = spawn('gnome-keyring-daemon', ['--unlock', '--components=secrets', '--daemonize'], {
      env: own,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    ring.stdin.end('password of the ring');
    // It leaves when what it leaves behind is on the bus; that ends with the bus.
    await once(ring, 'exit');

    const before = { ...process.env };
    onTestFinished(() => void Object.assign(process.env, before));
    Object.assign(process.env, own);
    const vault = await open(runSecretTool);
    expect(vault.kind).toBe('system');
    const secret = JSON.stringify({ serverUrl: 'https://chat.example', token: 'tökén "with" $igns' });
    await vault.set('w1', secret, true);
    expect(await (await open(runSecretTool)).get('w1')).toBe(secret);
    expect(execFileSync('secret-tool', ['search', '--all', 'application', 'latchkey'], { encoding: 'utf8' })).toContain(
      'label = Latchkey',
    );
    await vault.delete('w1');
    await vault.delete('w1');
    expect(await (await open(runSecretTool)).get('w1')).toBeNull();
  });
});
