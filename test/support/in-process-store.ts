/**
 * The real store on real SQLite files, called in this thread instead of in its worker: under a fake clock an answer must
 * not depend on when another thread gets its turn. `test/storage` covers the worker itself.
 */
import { openFiles, repairWhileOpen } from '../../electron/core/store/open.ts';
import type { Damaged } from '../../electron/core/store/protocol.ts';
import { StoreError } from '../../electron/core/store/protocol.ts';
import { StoreService } from '../../electron/core/store/service.ts';
import { toWireError, type Files } from '../../electron/core/store/sql.ts';
import type { Store } from '../../electron/core/store/store-client.ts';
import { damagePages } from './damage-pages.ts';

export interface InProcessStoreOptions {
  /** The computer's clock for what the files date themselves, epoch ms; without it, the real one. */
  readonly wallNow?: () => number;
  readonly onDamage?: (what: Damaged) => void;
}

export interface InProcessStore extends Store {
  /** The disk loses what it had of the cache, as if it had been overwritten. */
  damageCache(): void;
}

export function openInProcessStore(
  folder: string,
  { wallNow, onDamage = () => {} }: InProcessStoreOptions = {},
): InProcessStore {
  let files: Files;
  const log = (): void => {};
  const openDated = (): Files => {
    files = openFiles(folder, log);
    if (wallNow !== undefined) files.desk.function('unixepoch', { varargs: true }, () => wallNow() / 1000);
    return files;
  };
  const repair = (damaged: Files): Files | null => repairWhileOpen(damaged, folder, log);
  const service = new StoreService({ open: openDated, repair, onDamage });
  return {
    async call(name, args) {
      try {
        // A worker copies both ways: a test must not pass because two sides share an object.
        return structuredClone(service.answer(name, structuredClone(args))) as never;
      } catch (error) {
        const { kind, detail } = toWireError(error);
        throw new StoreError(kind, detail);
      }
    },
    close: async () => service.close(),
    damageCache: () => damagePages(files.cache),
  };
}
