/**
 * `npm run bench -- store|ui [--conversations N] [--messages N] [--seed S]`: prints figures and ratios; judges nothing
 * (test/bench). `ui` builds first, and needs Chromium.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { main, run, Stop } from './children.mjs';
import { ensureChromium } from './chromium.mjs';
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
  if (name === 'ui') await prepareUi(node);
  return (await run(node, [program, ...flags], { stdio: 'inherit', decidesExit: true })) ?? 1;
});

/** @param {string} node */
async function prepareUi(node) {
  const missing = await ensureChromium(node);
  if (missing !== null) throw new Stop(missing);
  const built = await run(node, [join(root, 'scripts', 'build.mjs')], { stdio: ['ignore', 2, 2] });
  if (built !== 0) throw new Stop('Latchkey could not be built; the reason stands above.');
}
