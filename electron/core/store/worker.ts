/** Entry of the worker thread that owns a workspace's two files: the only writer. */
import { parentPort, workerData } from 'node:worker_threads';
import { must } from '../../../shared/lang/assert.ts';
import { calls } from './calls.ts';
import { closeFiles, openFiles, repairWhileOpen } from './open.ts';
import { StoreError } from './protocol.ts';
import type { FromWorker, LogFields, ToWorker, WorkerOptions } from './protocol.ts';
import { isDamage } from './repair/check.ts';
import { toWireError } from './sql.ts';
import type { Files } from './sql.ts';

/** Reported as slow: more than two frames of a list that waits for it. */
const slowMs = 40;

const port = must(parentPort, 'this script runs as a worker thread');
const { folder } = workerData as WorkerOptions;
const post = (message: FromWorker): void => port.postMessage(message);
const log = (level: 'info' | 'warn' | 'error', what: string, fields: LogFields): void =>
  post({ type: 'log', level, what, fields });

port.once('message', (message: ToWorker) => {
  if (message.type === 'open') serve(message.key);
});

function serve(key: Uint8Array | null): void {
  let files: Files;
  try {
    files = openFiles(folder, log, key);
  } catch (error) {
    post({ type: 'not-opened', error: toWireError(error) });
    port.close();
    return;
  }
  const answer = (name: string, args: unknown): unknown => {
    try {
      return run(files, name, args);
    } catch (error) {
      const repaired = isDamage(error) ? repairWhileOpen(files, folder, log, key) : null;
      if (repaired === null) throw error;
      files = repaired;
      return run(files, name, args);
    }
  };
  port.on('message', (message: Exclude<ToWorker, { type: 'open' }>) => {
    try {
      if (message.type === 'close') {
        closeFiles(files);
        post({ type: 'result', id: message.id, value: null });
        port.close();
        return;
      }
      post({ type: 'result', id: message.id, value: answer(message.name, message.args) });
    } catch (error) {
      post({ type: 'error', id: message.id, error: toWireError(error) });
    }
  });
  post({ type: 'opened' });
}

function run(files: Files, name: string, args: unknown): unknown {
  if (!Object.hasOwn(calls, name)) throw new StoreError('logic', `there is no call ${name}`);
  // The client's types tie each name to its arguments; both sides come from the same build.
  const call = calls[name as keyof typeof calls] as (files: Files, args: unknown) => unknown;
  const startedAt = performance.now();
  const value = call(files, args);
  const tookMs = performance.now() - startedAt;
  if (tookMs > slowMs) log('warn', 'slow store call', { name, tookMs: Math.round(tookMs) });
  return value;
}
