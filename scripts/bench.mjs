/** `npm run bench -- store [--conversations N] [--messages N] [--seed S]`: prints figures and ratios; judges nothing (test/bench). */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { main, run } from './children.mjs';
import { prepare } from './install.mjs';
import { root } from './node.mjs';

await main(async () => {
  const [name = '', ...flags] = process.argv.slice(2);
  const program = join(root, 'test', 'bench', `${name}.ts`);
  if (!/^[a-z]+$/u.test(name) || !existsSync(program)) {
    process.stderr.write('Which one? For example: npm run bench -- store\n');
    return 1;
  }
  const node = await prepare();
  return (await run(node, [program, ...flags], { stdio: 'inherit', decidesExit: true })) ?? 1;
});
