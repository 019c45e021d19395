/**
 * `npm run practice -- --port 4010`: the practice server alone. It reads its own flags and prints one JSON line. What
 * happened in it is kept for each port, so that stopping and starting it again is an outage and not a new world;
 * `--fresh` starts a new one, `--data DIR` keeps it elsewhere.
 */
import { join } from 'node:path';
import { main, run, Stop } from './children.mjs';
import { prepare } from './install.mjs';
import { root } from './node.mjs';

await main(async () => {
  const node = await prepare();
  const built = await run(node, [join(root, 'scripts', 'build.mjs')], { stdio: ['ignore', 2, 2] });
  if (built !== 0) throw new Stop('The practice server could not be built; the reason stands above.');
  const program = join(root, 'dist', 'electron', 'practice.js');
  const args = process.argv.slice(2);
  const port = /^--port=?(\d*)$/.exec(args.find((arg) => arg.startsWith('--port')) ?? '--port=4010');
  const portText = port?.[1] === '' ? args[args.indexOf('--port') + 1] : port?.[1];
  const kept = args.some((arg) => arg.startsWith('--data')) || portText === '0';
  if (!kept) args.push('--data', join(root, '.data', `practice-${portText ?? ''}`));
  const code = await run(node, [program, ...args], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    decidesExit: true,
  });
  return code ?? 1;
});
