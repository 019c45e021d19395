/** `npm run package:check`: packs the app around an Electron that is none, and looks into the result (test/packaging). */
import { main, run, Stop } from './children.mjs';
import { prepare } from './install.mjs';
import { root } from './node.mjs';
import { join } from 'node:path';

await main(async () => {
  const node = await prepare();
  if (process.platform !== 'linux') throw new Stop('This check packs for Linux and runs on Linux.');
  const script = join(root, 'scripts', 'test.mjs');
  const code = await run(node, [script, '--only', 'build,packaging'], { stdio: 'inherit', decidesExit: true });
  return code ?? 1;
});
