/** `npm run package [-- --linux deb --x64 …]`: builds everything and packs it for this system with electron-builder; publishes nothing. */
import { createRequire } from 'node:module';
import { build } from './build.mjs';
import { main, run } from './children.mjs';
import { prepare } from './install.mjs';
import { root, toolEnv } from './node.mjs';

await main(async () => {
  const node = await prepare();
  await build();
  const cli = createRequire(import.meta.url).resolve('electron-builder/cli.js');
  const args = [cli, '--publish', 'never', ...process.argv.slice(2)];
  const code = await run(node, args, { stdio: 'inherit', cwd: root, env: toolEnv() });
  return code ?? 1;
});
