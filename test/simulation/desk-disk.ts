/** What outlives a killed process, and the ports to it, at whose calls it can be killed. */
import type { DataFiles } from '../../electron/core/ports.ts';
import type { FileStore } from '../../electron/core/files/file-store.ts';
import type { Store } from '../../electron/core/store/store-client.ts';
import { MemoryFileStore } from '../support/memory-file-store.ts';
import { never } from './network.ts';

/** A port was called; false if the process is dead, or died of it. */
export type PortCall = (what: string) => boolean;

export class DeskDisk {
  readonly #texts = new Map<string, string>();
  readonly #pieces = new Map<string, MemoryFileStore>();

  /** `area`: copies on their way to the server, or files that came from it. */
  piecesOf(workspace: string, area: 'copies' | 'media'): MemoryFileStore {
    const name = `${workspace}/${area}`;
    const pieces = this.#pieces.get(name) ?? new MemoryFileStore();
    this.#pieces.set(name, pieces);
    return pieces;
  }

  filesFor(port: PortCall): DataFiles {
    return {
      read: async (name) => this.#texts.get(name) ?? null,
      write: async (name, text) => {
        if (!port(`before write of ${name}`)) return never();
        this.#texts.set(name, text);
      },
      setAside: async (name) => void this.#texts.delete(name),
      remove: async (name) => void this.#texts.delete(name),
      folders: async () => [],
    };
  }
}

export function mortalStore(inner: Store, port: PortCall): Store {
  return {
    async call(name, args) {
      if (!port(`before ${name}`)) return never();
      const answer = await inner.call(name, args);
      return port(`after ${name}`) ? answer : never();
    },
    close: () => inner.close(),
  };
}

export function mortalPieces(inner: FileStore, port: PortCall): FileStore {
  return {
    async write(name, bytes) {
      if (!port('before a file')) return never();
      await inner.write(name, bytes);
      if (!port('after a file')) return never();
    },
    async remove(name) {
      if (!port('before a file goes')) return never();
      await inner.remove(name);
    },
    size: (name) => inner.size(name),
    read: (name, range) => inner.read(name, range),
    blob: (name) => inner.blob(name),
    touch: (name, at) => inner.touch(name, at),
    list: () => inner.list(),
  };
}
