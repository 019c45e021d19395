/**
 * Builds everything into dist/: the page, and one file for each thing that Node or Electron starts.
 * `node scripts/build.mjs [--force]`; does nothing when neither a source nor a result has changed since the last time.
 */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const stampFile = join(dist, 'build.json');

/** One bundle for each program. `preload` is CommonJS because a sandboxed preload script cannot be a module. */
const programs = {
  main: { entry: 'electron/main.ts', file: 'main.js', format: 'es' },
  preload: { entry: 'electron/preload.cts', file: 'preload.cjs', format: 'cjs' },
  host: { entry: 'electron/host/cli.ts', file: 'host.js', format: 'es' },
  'store-worker': { entry: 'electron/core/store/worker.ts', file: 'store-worker.js', format: 'es' },
  practice: { entry: 'electron/practice/cli.ts', file: 'practice.js', format: 'es' },
};
export const bundleNames = ['renderer', ...Object.keys(programs)];

/** Left to Node or Electron at run time. The last two are optional speed-ups that `ws` tries to load. */
const external = [
  'electron',
  'better-sqlite3',
  ...builtinModules,
  ...builtinModules.map((name) => `node:${name}`),
  'bufferutil',
  'utf-8-validate',
];

/**
 * @param {{ only?: readonly string[], force?: boolean }} options `only`: these bundles and no others.
 * @returns {Promise<boolean>} false if there was nothing to do
 */
export async function build({ only = bundleNames, force = false } = {}) {
  const unknown = only.filter((name) => !bundleNames.includes(name));
  if (unknown.length > 0) throw new Error(`There is no bundle ${unknown.join(', ')}.`);
  const inputs = hashInputs();
  const isWhole = bundleNames.every((name) => only.includes(name));
  if (isWhole && !force && isFresh(inputs)) return false;
  // From here until everything is in place a crash must not look like a finished build.
  rmSync(stampFile, { force: true });
  const work = join(dist, `.building-${process.pid}`);
  try {
    const vite = await import('vite');
    const builds = only.map((name) => (name === 'renderer' ? buildPage(vite, work) : buildProgram(vite, work, name)));
    // All of them, even after a failure: one that still writes would leave its files behind.
    const failed = (await Promise.allSettled(builds)).find(({ status }) => status === 'rejected');
    if (failed !== undefined) throw failed.reason;
    for (const name of only) moveIntoPlace(work, name);
    if (only.includes('main')) copyIcons();
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  if (isWhole) writeFileSync(stampFile, JSON.stringify({ inputs, outputs: hashFiles(outputFiles()) }));
  return true;
}

async function buildPage(vite, work) {
  const { default: react } = await import('@vitejs/plugin-react');
  const outDir = join(work, 'renderer');
  await vite.build({
    ...shared,
    root: join(root, 'renderer'),
    base: './',
    plugins: [react()],
    build: {
      outDir,
      emptyOutDir: false,
      sourcemap: true,
      target: 'chrome150',
      // The policy forbids inline scripts and styles, and `data:` fonts.
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
    },
  });
  writeManifest(outDir);
}

async function buildProgram(vite, work, name) {
  const { entry, file, format } = programs[name];
  await vite.build({
    ...shared,
    ssr: { noExternal: true },
    build: {
      ssr: join(root, entry),
      outDir: join(work, name),
      emptyOutDir: false,
      sourcemap: true,
      target: 'node24',
      minify: false,
      rolldownOptions: { external, output: { format, entryFileNames: file, codeSplitting: false } },
    },
  });
}

const shared = { root, configFile: false, envDir: false, logLevel: 'warn', publicDir: false };

/** Path in the address → content type: the only files of the page that are ever served. */
function writeManifest(folder) {
  const types = {
    '.html': 'text/html; charset=utf-8',
    '.js': 'text/javascript; charset=utf-8',
    '.css': 'text/css; charset=utf-8',
    '.svg': 'image/svg+xml',
    '.png': 'image/png',
    '.woff2': 'font/woff2',
    '.json': 'application/json',
    '.wav': 'audio/wav',
    '.mp3': 'audio/mpeg',
  };
  const manifest = {};
  for (const file of filesIn(folder)) {
    const path = `/${relative(folder, file).split(sep).join('/')}`;
    if (path.endsWith('.map')) continue;
    const type = types[extname(file)];
    if (type === undefined) throw new Error(`The page has a file of unknown type: ${path}`);
    manifest[path] = type;
  }
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest, null, 2));
}

function moveIntoPlace(work, name) {
  mkdirSync(join(dist, 'electron'), { recursive: true });
  if (name === 'renderer') {
    rmSync(join(dist, 'renderer'), { recursive: true, force: true });
    renameSync(join(work, 'renderer'), join(dist, 'renderer'));
    return;
  }
  const { file } = programs[name];
  for (const built of [`${file}.map`, file]) renameSync(join(work, name, built), join(dist, 'electron', built));
}

/** The tray's and the badge's, by their own names: macOS tints only files that are called a template. */
function copyIcons() {
  const from = join(root, 'electron', 'shell', 'icons');
  const to = join(dist, 'electron', 'icons');
  rmSync(to, { recursive: true, force: true });
  for (const folder of ['tray', 'badge']) cpSync(join(from, folder), join(to, folder), { recursive: true });
}

/** By content: times lie after a checkout, a copy or a restored backup. */
function hashInputs() {
  const sources = ['shared', 'electron', 'renderer'].flatMap((folder) => filesIn(join(root, folder)));
  const settings = ['package.json', 'package-lock.json', 'tsconfig.base.json', 'scripts/build.mjs'];
  return hashFiles([...sources, ...settings.map((file) => join(root, file))]);
}

function outputFiles() {
  return ['electron', 'renderer'].flatMap((folder) => filesIn(join(dist, folder)));
}

function hashFiles(files) {
  const hash = createHash('sha256');
  for (const file of files.toSorted())
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

function isFresh(inputs) {
  try {
    const stamp = JSON.parse(readFileSync(stampFile, 'utf8'));
    return stamp.inputs === inputs && stamp.outputs === hashFiles(outputFiles());
  } catch {
    return false;
  }
}

function filesIn(folder) {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const startedAt = performance.now();
  try {
    const built = await build({ force: process.argv.includes('--force') });
    if (built) process.stderr.write(`Built in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.\n`);
  } catch (error) {
    process.stderr.write(`The build failed: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
