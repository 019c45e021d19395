/** `npm run screenshots`: takes the pictures of docs/screenshots anew, in both themes (test/gallery/screenshots.ts). */
import { join } from 'node:path';
import { main, run, Stop } from './children.mjs';
import { ensureChromium } from './chromium.mjs';
import { prepare } from './install.mjs';
import { root } from './node.mjs';

await main(async () => {
  const node = await prepare();
  const missing = await ensureChromium(node);
  if (missing !== null) throw new Stop(missing);
  const built = await run(node, [join(root, 'scripts', 'build.mjs')], { stdio: ['ignore', 2, 2] });
  if (built !== 0) throw new Stop('Latchkey could not be built; the reason stands above.');
  const program = join(root, 'test', 'gallery', 'screenshots.ts');
  const code = await run(node, [program, ...process.argv.slice(2)], { stdio: 'inherit', decidesExit: true });
  return code ?? 1;
});
