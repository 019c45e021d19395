/** Entry of the browser host: wires the real process to `runHost`. Runs from source and as a bundle. */
import { fileURLToPath } from 'node:url';
import { policyPath } from '../core/policy/policy-file.ts';
import { startPractice } from '../practice/practice-server.ts';
import { runHost } from './run.ts';

const isBundle = import.meta.url.endsWith('.js');
const asked = Promise.withResolvers<void>();
let isStopping = false;
function askToStop(): void {
  isStopping = true;
  asked.resolve();
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, askToStop);
// Started by scripts/start.mjs with a channel: when that process is gone, however it went, so are we.
process.on('disconnect', askToStop);
// Whoever read the ready line may close the pipe.
process.stdout.on('error', () => undefined);

const exitCode = await runHost({
  args: process.argv.slice(2),
  env: process.env,
  storeWorkerUrl: new URL(isBundle ? './store-worker.js' : '../core/store/worker.ts', import.meta.url),
  rendererFolder: fileURLToPath(new URL(isBundle ? '../renderer/' : '../../dist/renderer/', import.meta.url)),
  startPractice,
  policyPath: policyPath(process.platform, process.env),
  say: (line) => process.stdout.write(`${line}\n`),
  tell: (line) => process.stderr.write(`${line}\n`),
  stopAsked: asked.promise,
  isStopping: () => isStopping,
});
process.exit(exitCode);
