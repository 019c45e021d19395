/** `npm run simulate -- --seeds N [--seed S]`: the whole system in one process under faults (test/simulation). */
import { join } from 'node:path';
import { main, run } from './children.mjs';
import { prepare } from './install.mjs';
import { root } from './node.mjs';

await main(async () => {
  const node = await prepare();
  const program = join(root, 'test', 'simulation', 'cli.ts');
  const code = await run(node, [program, ...process.argv.slice(2)], { stdio: 'inherit', decidesExit: true });
  return code ?? 1;
});
