/** Installs the packages of the lockfile if they are not all there. Runs on plain Node 20 with nothing installed. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, Stop, tickle } from './children.mjs';
import { findNode, nodeMissing, root } from './node.mjs';

/** Throws `Stop` if it does not work. */
export async function ensureInstalled() {
  const missing = whatIsMissing(root);
  if (missing === null) return;
  process.stderr.write(`Installing packages (${missing}); this takes about half a minute …\n`);
  const code = await runNpm(['ci', '--include=dev', '--include=optional']);
  if (code !== 0) throw new Stop('The packages could not be installed; npm said why above.');
  const still = whatIsMissing(root);
  if (still !== null) throw new Stop(`npm finished, but the packages are not complete (${still}).`);
}

/**
 * Why an install is needed, in a few words, or null. Compares the lockfile with the one npm leaves in node_modules when
 * it is done, and looks whether the folders are really there. Optional packages may rightly be missing.
 */
export function whatIsMissing(folder) {
  const wanted = readPackages(join(folder, 'package-lock.json'));
  const held = readPackages(join(folder, 'node_modules', '.package-lock.json'));
  if (wanted === null) return 'there is no lockfile';
  if (held === null) return 'none yet';
  for (const [place, { version, optional, devOptional, link }] of Object.entries(wanted)) {
    if (place === '' || optional || devOptional || link) continue;
    if (held[place]?.version !== version) return 'the lockfile has changed';
    if (!existsSync(join(folder, place, 'package.json'))) return 'some are missing';
  }
  return null;
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}

async function runNpm(args) {
  // The npm that started us, or the one on the PATH; npm is a .cmd on Windows, which only a shell can run.
  const own = process.env.npm_execpath;
  const isScript = own !== undefined && own.endsWith('.js');
  const [command, all] = isScript ? [process.execPath, [own, ...args]] : ['npm', args];
  const quiet = tickle('still installing');
  const code = await run(command, all, { shell: process.platform === 'win32' && !isScript, stdio: ['ignore', 2, 2] });
  quiet();
  return code;
}

/** What every script starts with: the packages, and the Node to run them. Throws `Stop`. */
export async function prepare() {
  await ensureInstalled();
  const node = findNode();
  if (node === null) throw new Stop(nodeMissing);
  return node;
}
