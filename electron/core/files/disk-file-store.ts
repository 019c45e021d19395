/** The `FileStore` of a real folder. What a crash left half written has a name of its own and goes with the next start. */
import { createReadStream, openAsBlob } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { FileStoreError, type FileStore, type StoredPiece } from './file-store.ts';

const unfinished = '.part';
const ownNames = /^[A-Za-z0-9-]{1,80}$/u;

/** The folder is made with the first write. */
export function diskFileStore(folder: string): FileStore {
  /** Names being written now: their unfinished files are nobody's leftovers. */
  const underWay = new Set<string>();
  const pathOf = (name: string): string => {
    if (!ownNames.test(name)) throw new FileStoreError('failed', 'not a name of a piece');
    return join(folder, name);
  };
  return {
    async write(name, bytes) {
      underWay.add(name + unfinished);
      await writeWhole(folder, pathOf(name), bytes).finally(() => underWay.delete(name + unfinished));
    },
    async size(name) {
      const info = await stat(pathOf(name)).catch(absent);
      return info === null ? null : info.size;
    },
    read: (name, range) =>
      createReadStream(pathOf(name), range === null ? {} : { start: range.first, end: range.last }),
    async blob(name) {
      // Once opened, one that is gone would only be found out while it is read.
      return (await stat(pathOf(name)).catch(absent)) === null ? null : openAsBlob(pathOf(name));
    },
    async touch(name, at) {
      await utimes(pathOf(name), at / 1000, at / 1000).catch(absent);
    },
    async list() {
      const names = (await readdir(folder).catch(absent)) ?? [];
      const found = await Promise.all(names.filter((name) => !underWay.has(name)).map((name) => pieceAt(folder, name)));
      return found.filter((piece) => piece !== null);
    },
    remove: (name) => rm(pathOf(name), { force: true }).catch(toFileStoreError),
  };
}

async function writeWhole(folder: string, path: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const temporary = path + unfinished;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file = await open(temporary, 'w', 0o600);
    try {
      for await (const chunk of bytes) await file.writeFile(chunk);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    return toFileStoreError(error);
  }
}

async function pieceAt(folder: string, name: string): Promise<StoredPiece | null> {
  if (!ownNames.test(name)) {
    if (name.endsWith(unfinished)) await rm(join(folder, name), { force: true });
    return null;
  }
  const info = await stat(join(folder, name)).catch(absent);
  return info === null ? null : { name, sizeBytes: info.size, usedAt: info.mtimeMs };
}

function absent(error: unknown): null {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
  return toFileStoreError(error);
}

/** What is not the disk's doing (the sender went away, a limit) is passed on as it is. */
function toFileStoreError(error: unknown): never {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) throw error;
  throw new FileStoreError(code === 'ENOSPC' || code === 'EDQUOT' ? 'full' : 'failed', code);
}
