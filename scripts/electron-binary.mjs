/** Whether Electron can run here, and fetching it. Never `require('electron')`: that starts a download of its own. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { run, tickle } from './children.mjs';
import { root } from './node.mjs';

const folder = join(root, 'node_modules', 'electron');
const fetchWithinMs = 120_000;

/** The executable's path, or null if it is not there. */
export function findElectron() {
  const executable = join(process.env.ELECTRON_OVERRIDE_DIST_PATH || join(folder, 'dist'), executableName());
  return statSync(executable, { throwIfNoEntry: false })?.isFile() ? executable : null;
}

/** Why Electron cannot show a window here even with its binary, or null. */
export function electronObstacle() {
  const hasScreen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  return hasScreen ? null : 'there is no display';
}

/** Downloads the binary once. Answers null if it is there now, otherwise why not, in a few words. */
export async function fetchElectron(node) {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  process.stderr.write(`Fetching Electron ${version}; this is done once and given up after two minutes …\n`);
  const quiet = tickle('still fetching Electron');
  let said = '';
  const code = await run(node, [join(folder, 'install.js')], {
    // Node's fetch ignores HTTPS_PROXY unless told otherwise.
    env: { ...process.env, NODE_USE_ENV_PROXY: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
    limitMs: fetchWithinMs,
    onStart: (child) => child.stderr.on('data', (text) => (said += text)),
  });
  quiet();
  if (code === 0 && findElectron() !== null) return null;
  if (code === null) return 'it could not be fetched within two minutes';
  return `it could not be fetched: ${whyFetchFailed(said)}`;
}

function executableName() {
  try {
    return readFileSync(join(folder, 'path.txt'), 'utf8').trim();
  } catch {
    return { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform] ?? 'electron';
  }
}

/** The first line of its stack, without the error's class. */
function whyFetchFailed(said) {
  const line = said.split('\n').find((line) => line.trim() !== '') ?? 'no reason given';
  const message = line.trim().replace(/^\w*Error: /, '');
  return message === 'fetch failed' ? 'its download site cannot be reached' : message;
}
