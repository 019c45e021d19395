/** Entry of the worker thread that owns a workspace's two files: the only writer. */
import { parentPort, workerData } from 'node:worker_threads';
import { must } from '../../../shared/lang/assert.ts';
import { openFiles, repairWhileOpen, type OpenLog } from './open.ts';
import type { FromWorker, ToWorker, WorkerOptions } from './protocol.ts';
import { StoreService } from './service.ts';
import { toWireError } from './sql.ts';

/** Reported as slow: more than two frames of a list that waits for it. */
const slowMs = 40;

const port = must(parentPort, 'this script runs as a worker thread');
const { folder } = workerData as WorkerOptions;
const post = (message: FromWorker): void => port.postMessage(message);
const log: OpenLog = (level, what, fields) => post({ type: 'log', level, what, fields });

port.once('message', (message: ToWorker) => {
  if (message.type === 'open') serve(message.key);
});

function serve(key: Uint8Array | null): void {
  let service: StoreService;
  try {
    service = new StoreService({
      open: () => openFiles(folder, log, key),
      repair: (files) => repairWhileOpen(files, folder, log, key),
      onDamage: (what) => post({ type: 'damaged', what }),
    });
  } catch (error) {
    post({ type: 'not-opened', error: toWireError(error) });
    port.close();
    return;
  }
  const answer = (name: string, args: unknown): unknown => {
    const startedAt = performance.now();
    const value = service.answer(name, args);
    const tookMs = performance.now() - startedAt;
    if (tookMs > slowMs) log('warn', 'slow store call', { name, tookMs: Math.round(tookMs) });
    return value;
  };
  port.on('message', (message: Exclude<ToWorker, { type: 'open' }>) => {
    try {
      const value = message.type === 'close' ? service.close() : answer(message.name, message.args);
      post({ type: 'result', id: message.id, value });
    } catch (error) {
      post({ type: 'error', id: message.id, error: toWireError(error) });
    }
    // Whatever state the files are in: only when the thread has ended can another one open them.
    if (message.type === 'close') port.close();
  });
  post({ type: 'opened' });
}
