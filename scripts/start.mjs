/**
 * `npm start`: installs and builds what is missing, then runs Latchkey in Electron, or in the browser host where
 * Electron cannot run. Standard output carries only the browser host's ready line.
 */
import { join, resolve } from 'node:path';
import { helpText, parseStartFlags, UsageError } from '../electron/host/flags.mjs';
import { main, run, Stop } from './children.mjs';
import { electronObstacle, fetchElectron, findElectron } from './electron-binary.mjs';
import { prepare } from './install.mjs';
import { root } from './node.mjs';

await main(async () => {
  const args = process.argv.slice(2);
  const flags = readFlags(args);
  if (flags.help) {
    process.stdout.write(`${helpText}\n`);
    return 0;
  }
  const node = await prepare();
  const built = await run(node, [join(root, 'scripts', 'build.mjs')], { stdio: ['ignore', 2, 2] });
  if (built !== 0) throw new Stop('Latchkey could not be built; the reason stands above.');

  const obstacle = flags.browser ? null : await whyNotElectron(node);
  if (obstacle !== null) process.stderr.write(`Not using Electron (${obstacle}); starting the browser host.\n`);
  if (flags.browser || obstacle !== null) return runHost(node, args);
  return runElectron(flags);
});

function readFlags(args) {
  try {
    return parseStartFlags(args, process.env);
  } catch (error) {
    if (error instanceof UsageError) throw new Stop(error.message);
    throw error;
  }
}

async function whyNotElectron(node) {
  return electronObstacle() ?? (findElectron() === null ? await fetchElectron(node) : null);
}

/** The channel tells the host when we are gone, even if we were killed. */
async function runHost(node, args) {
  const host = join(root, 'dist', 'electron', 'host.js');
  const code = await run(node, [host, ...args], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], decidesExit: true });
  return code ?? 1;
}

async function runElectron(flags) {
  const args = [root];
  if (flags.data !== null) args.push(`--data=${resolve(flags.data)}`);
  if (flags.server !== null) args.push(`--server=${flags.server}`);
  if (process.getuid?.() === 0) args.push('--no-sandbox'); // Chromium refuses to run as root with it
  const code = await run(findElectron(), args, { stdio: ['ignore', 2, 2], decidesExit: true });
  return code ?? 1;
}
