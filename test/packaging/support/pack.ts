/** Packs the built app for Linux into a folder of its own and unpacks its archive again. */
import { extractAll, listPackage } from '@electron/asar';
import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { makeSyntheticElectron } from './synthetic-electron.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

export interface Packed {
  readonly executable: string;
  /** Paths in the archive, without the leading slash. */
  readonly archived: readonly string[];
  /** Paths of files that lie beside the archive. */
  readonly unpacked: readonly string[];
  /** The archive's content as a folder, its unpacked files included: what the packed app would run. */
  readonly appFolder: string;
}

/** `work`: an empty folder. Rejects with electron-builder's own words. */
export async function pack(work: string): Promise<Packed> {
  const electronFolder = join(work, 'electron');
  const output = join(work, 'out');
  const manifest: unknown = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const { devDependencies } = manifest as { devDependencies: Record<string, string> };
  await makeSyntheticElectron(electronFolder, devDependencies['electron'] ?? '');
  const cli = createRequire(import.meta.url).resolve('electron-builder/cli.js');
  // On the command line and never in the committed file: nobody may ship this Electron.
  const flags = [
    '--publish',
    'never',
    '--linux',
    'dir',
    '--x64',
    `-c.electronDist=${electronFolder}`,
    `-c.directories.output=${output}`,
  ];
  await promisify(execFile)(process.execPath, [cli, ...flags], { cwd: root, maxBuffer: 1 << 26 });

  const app = join(output, 'linux-unpacked');
  const archive = join(app, 'resources', 'app.asar');
  const appFolder = join(work, 'app');
  extractAll(archive, appFolder);
  const beside = join(app, 'resources', 'app.asar.unpacked');
  return {
    executable: join(app, 'latchkey'),
    archived: listPackage(archive, { isPack: false }).map((path) => path.slice(1)),
    unpacked: await filesIn(beside),
    appFolder,
  };
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}
