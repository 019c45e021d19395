/**
 * The real store on real SQLite files, called in this thread instead of in its worker: under a fake clock an answer must
 * not depend on when another thread gets its turn. `test/storage` covers the worker itself.
 */
import { calls } from '../../electron/core/store/calls.ts';
import { closeFiles, openFiles } from '../../electron/core/store/open.ts';
import type { Store } from '../../electron/core/store/store-client.ts';

/** `wallNow`: the computer's clock for what the files date themselves, epoch ms; without it, the real one. */
export function openInProcessStore(folder: string, wallNow?: () => number): Store {
  const files = openFiles(folder, () => {});
  if (wallNow !== undefined) files.desk.function('unixepoch', { varargs: true }, () => wallNow() / 1000);
  let open = true;
  return {
    async call(name, args) {
      if (!open) throw new Error(`${name}: the store is closed`);
      const call = calls[name] as (files: unknown, args: unknown) => never;
      // A worker copies both ways: a test must not pass because two sides share an object.
      return structuredClone(call(files, structuredClone(args)));
    },
    async close() {
      open = false;
      closeFiles(files);
    },
  };
}
