/**
 * Where the bytes of a workspace's files are: a flat folder of named pieces, each complete or absent. A port, so that
 * the logic above it can be tested with a full disk.
 */

/** `full`: the disk has no room. `failed`: anything else the disk refused. */
export class FileStoreError extends Error {
  readonly kind: 'full' | 'failed';
  constructor(kind: 'full' | 'failed', detail: string) {
    super(detail);
    this.name = 'FileStoreError';
    this.kind = kind;
  }
}

export interface StoredPiece {
  readonly name: string;
  readonly sizeBytes: number;
  /** Computer's clock, epoch ms: when it was last read or written. */
  readonly usedAt: number;
}

/** Both ends included, as in HTTP. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/** Names are ours: `[A-Za-z0-9-]`, never anything that came from outside. Calls reject with `FileStoreError`. */
export interface FileStore {
  /** Writes all of it under this name, or nothing: not even if the process dies, or `bytes` throws (it is passed on). */
  write(name: string, bytes: AsyncIterable<Uint8Array>): Promise<void>;
  /** Null: there is none. */
  size(name: string): Promise<number | null>;
  /** Of a piece that is there. */
  read(name: string, range: ByteRange | null): AsyncIterable<Uint8Array>;
  /** All of it, read from where it is only as it is needed; null: there is none. */
  blob(name: string): Promise<Blob | null>;
  /** It was used at this moment (computer's clock, epoch ms). */
  touch(name: string, at: number): Promise<void>;
  list(): Promise<readonly StoredPiece[]>;
  /** Does nothing if there is none. */
  remove(name: string): Promise<void>;
}

/** All of it, in memory. */
export async function joined(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
