/** A `FileStore` without a disk: its answers do not depend on when one gets its turn, and it can be full. */
import { FileStoreError, joined, type FileStore, type StoredPiece } from '../../electron/core/files/file-store.ts';

export class MemoryFileStore implements FileStore {
  readonly pieces = new Map<string, { readonly bytes: Uint8Array; usedAt: number }>();
  /** From now on nothing more fits. */
  isFull = false;

  async write(name: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
    const whole = await joined(this.#fitting(bytes));
    this.pieces.set(name, { bytes: whole, usedAt: 0 });
  }

  async *#fitting(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes) {
      if (this.isFull) throw new FileStoreError('full', 'ENOSPC');
      yield chunk;
    }
  }

  async size(name: string): Promise<number | null> {
    return this.pieces.get(name)?.bytes.length ?? null;
  }

  async *read(name: string, range: { first: number; last: number } | null): AsyncGenerator<Uint8Array> {
    const piece = this.pieces.get(name);
    if (piece === undefined) throw new FileStoreError('failed', 'ENOENT');
    yield range === null ? piece.bytes : piece.bytes.slice(range.first, range.last + 1);
  }

  async blob(name: string): Promise<Blob | null> {
    const piece = this.pieces.get(name);
    return piece === undefined ? null : new Blob([new Uint8Array(piece.bytes)]);
  }

  async touch(name: string, at: number): Promise<void> {
    const piece = this.pieces.get(name);
    if (piece !== undefined) piece.usedAt = at;
  }

  async list(): Promise<readonly StoredPiece[]> {
    return [...this.pieces].map(([name, { bytes, usedAt }]) => ({ name, sizeBytes: bytes.length, usedAt }));
  }

  async remove(name: string): Promise<void> {
    this.pieces.delete(name);
  }
}

export async function* chunksOf(...texts: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield typeof text === 'string' ? new TextEncoder().encode(text) : text;
}
