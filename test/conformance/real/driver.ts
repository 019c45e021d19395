/** A rule on real Electron: bundles the app of the suite, and starts it once for each rule. */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { Outcome } from '../fake-room.ts';
import { environment, readTold } from './words.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const picture = here('../../../electron/shell/icons/badge/1.png');
const external = ['electron', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)];
const limitMs = 30_000;

/** Into an empty folder; Electron reads no TypeScript. */
export async function bundleApp(folder: string): Promise<string> {
  for (const [entry, file, format] of [
    ['main.ts', 'main.mjs', 'es'],
    ['preload.cts', 'preload.cjs', 'cjs'],
  ] as const) {
    // oxlint-disable-next-line no-await-in-loop -- two small ones
    await build({
      configFile: false,
      logLevel: 'warn',
      ssr: { noExternal: true },
      build: {
        ssr: here(`./${entry}`),
        outDir: folder,
        emptyOutDir: false,
        target: 'node24',
        rolldownOptions: { external, output: { format, entryFileNames: file, codeSplitting: false } },
      },
    });
  }
  return join(folder, 'main.mjs');
}

/** Rejects with what the rule found wrong, or with how the app ended otherwise. */
export async function runOnReal(executable: string, main: string, name: string): Promise<Outcome> {
  const work = await mkdtemp(join(tmpdir(), 'latchkey-conformance-'));
  const [folder, told] = [join(work, 'data'), join(work, 'told')];
  await mkdir(folder);
  await writeFile(told, '');
  const env = {
    ...process.env,
    [environment.rule]: name,
    [environment.folder]: folder,
    [environment.told]: told,
    [environment.picture]: picture,
  };
  // Chromium does not sandbox itself as root.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(executable, [...asRoot, main], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let noise = '';
  child.stderr?.on('data', (chunk: Buffer) => (noise += chunk.toString('utf8')));
  const timer = setTimeout(() => child.kill('SIGKILL'), limitMs);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', resolve);
    });
    const all = readTold(await readFile(told, 'utf8'));
    for (const one of all) if (one.kind === 'failed') throw new Error(one.why);
    if (code === null) throw new Error(`The app did not leave within ${limitMs} ms, or was killed.\n${noise}`);
    return { code, said: all.flatMap((one) => (one.kind === 'said' ? one.word : [])) };
  } finally {
    clearTimeout(timer);
    await rm(work, { recursive: true, force: true, maxRetries: 5 });
  }
}
