/**
 * The workspace's own copies of files on their way to the customer: they outlive restarts, and the file an agent chose
 * may move or change meanwhile. A copy goes when no draft, no message under way and no kept text refers to it any more.
 */
import { fileType, headBytes } from '../../../shared/files/file-type.ts';
import { mostServerBytes } from '../../../shared/files/rules.ts';
import { CallError } from '../../../shared/contract/errors.ts';
import { LocalFile } from '../../../shared/contract/files.ts';
import type { Log, Random } from '../ports.ts';
import type { Store } from '../store/store-client.ts';
import { FileStoreError, type ByteRange, type FileStore } from './file-store.ts';

export interface FileRoomPorts {
  readonly store: Store;
  /** Its names are the ids of the files. */
  readonly pieces: FileStore;
  readonly random: Random;
  readonly log: Log;
}

export interface FileRoom {
  /** Keeps a copy. Errors: file-invalid (empty, too large), storage (disk full), bad-request (a name that is none). */
  add(name: string, bytes: AsyncIterable<Uint8Array>): Promise<LocalFile>;
  /** Null: not here (any more). */
  get(id: string): Promise<LocalFile | null>;
  read(id: string, range: ByteRange | null): AsyncIterable<Uint8Array>;
  /** Its bytes, on the disk until they are read; null: they are gone. */
  blob(id: string): Promise<Blob | null>;
  /** Removes what nothing refers to any more. Never rejects. */
  sweep(): Promise<void>;
  /** The same, and what a crash left of a copy. Once, before anything is added. Never rejects. */
  tidyUp(): Promise<void>;
}

export function createFileRoom(ports: FileRoomPorts): FileRoom {
  const { store, pieces, log } = ports;
  return {
    add: (name, bytes) => addFile(ports, name, bytes),
    async get(id) {
      const file = await store.call('file.get', { id });
      return file !== null && (await pieces.size(id)) === file.sizeBytes ? file : null;
    },
    read: (id, range) => pieces.read(id, range),
    blob: (id) => pieces.blob(id),
    sweep: () => quietly(log, () => removeUnused(ports)),
    tidyUp: () =>
      quietly(log, async () => {
        await removeUnused(ports);
        // Bytes without a row: the process died between the two.
        const known = new Set(await store.call('file.ids', {}));
        for (const { name } of await pieces.list()) if (!known.has(name)) await pieces.remove(name);
      }),
  };
}

async function removeUnused({ store, pieces }: FileRoomPorts): Promise<void> {
  for (const id of await store.call('file.forgetUnused', {})) await pieces.remove(id);
}

/** A file too many on the disk is no reason to stop anything. */
async function quietly(log: Log, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    log.write('warn', 'files could not be tidied up', { detail: String(error) });
  }
}

async function addFile(ports: FileRoomPorts, name: string, bytes: AsyncIterable<Uint8Array>): Promise<LocalFile> {
  const id = ports.random.uuid();
  const named = LocalFile.shape.name.safeParse(name.trim());
  if (!named.success) throw new CallError('bad-request', 'A file needs a name of at most 255 characters.');
  const counted = new Counted(bytes);
  try {
    await ports.pieces.write(id, counted);
    if (counted.total === 0) throw new CallError('file-invalid', 'The file is empty.');
    const file = { id, name: named.data, type: fileType(counted.head, named.data), sizeBytes: counted.total };
    // The bytes first: a row stands for a file that is there.
    await ports.store.call('file.add', file);
    return file;
  } catch (error) {
    await ports.pieces.remove(id).catch(() => undefined);
    if (!(error instanceof FileStoreError)) throw error;
    throw new CallError('storage', error.kind === 'full' ? 'The disk is full.' : `The disk refused: ${error.message}.`);
  }
}

/** Counts what passes through, keeps its beginning, and stops at the limit instead of filling the disk. */
class Counted implements AsyncIterable<Uint8Array> {
  total = 0;
  head = new Uint8Array(0);
  readonly #bytes: AsyncIterable<Uint8Array>;

  constructor(bytes: AsyncIterable<Uint8Array>) {
    this.#bytes = bytes;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for await (const chunk of this.#bytes) {
      this.total += chunk.length;
      if (this.total > mostServerBytes) {
        throw new CallError('file-invalid', `The file is larger than ${mostServerBytes} bytes.`);
      }
      if (this.head.length < headBytes) {
        const more = chunk.subarray(0, headBytes - this.head.length);
        const head = new Uint8Array(this.head.length + more.length);
        head.set(this.head);
        head.set(more, this.head.length);
        this.head = head;
      }
      yield chunk;
    }
  }
}
