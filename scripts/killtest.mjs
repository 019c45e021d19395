/**
 * `npm run killtest`: a real desk process is killed at its points, 20 times each, and started again; nothing it was told
 * may be lost or doubled. `--rounds N`, `--seed S`, `--point NAME` and `--at-a-time N` change the run.
 */
import { join } from 'node:path';
import { main, run } from './children.mjs';
import { prepare } from './install.mjs';
import { root } from './node.mjs';

await main(async () => {
  const node = await prepare();
  const program = join(root, 'test', 'kill', 'cli.ts');
  const code = await run(node, [program, ...process.argv.slice(2)], {
    stdio: ['ignore', 'inherit', 'inherit'],
    decidesExit: true,
  });
  return code ?? 1;
});
