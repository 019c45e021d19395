/**
 * The two files of a workspace and all calls on them, in whatever thread it runs. A call that meets damage says what has to
 * happen: a damaged desk is repaired at once and the call made again, because the agent goes on typing; a damaged cache is
 * marked, and whoever opened the store opens it anew, because syncing builds on what it held.
 */
import { calls } from './calls.ts';
import { closeFiles } from './open.ts';
import { StoreError, type Damaged } from './protocol.ts';
import { isDamage } from './repair/check.ts';
import type { Files } from './sql.ts';

export interface StoreServicePorts {
  readonly open: () => Files;
  /** As `repairWhileOpen`. */
  readonly repair: (files: Files) => Files | null;
  /** Once for the cache, which stays damaged. */
  readonly onDamage: (what: Damaged) => void;
}

export class StoreService {
  readonly #ports: StoreServicePorts;
  #isCacheDamaged = false;
  /** Null: a repair failed (the disk is full, say) and the next call begins with opening them; or closed. */
  #files: Files | null;
  #isClosed = false;

  /** Throws what `open` throws. */
  constructor(ports: StoreServicePorts) {
    this.#ports = ports;
    this.#files = ports.open();
  }

  /** Throws what `toWireError` reads. */
  answer(name: string, args: unknown): unknown {
    try {
      return this.#run(name, args);
    } catch (error) {
      if (!isDamage(error) || !this.#repair()) throw error;
      return this.#run(name, args);
    }
  }

  close(): void {
    const files = this.#files;
    this.#isClosed = true;
    this.#files = null;
    if (files !== null) closeFiles(files);
  }

  /** False: it is the cache. */
  #repair(): boolean {
    const files = this.#files;
    if (files === null || this.#isCacheDamaged) return false;
    // For as long as it takes, and if it fails.
    this.#files = null;
    const repaired = this.#ports.repair(files);
    this.#files = repaired ?? files;
    this.#isCacheDamaged = repaired === null;
    this.#ports.onDamage(repaired === null ? 'cache' : 'desk');
    return repaired !== null;
  }

  #run(name: string, args: unknown): unknown {
    if (!Object.hasOwn(calls, name)) throw new StoreError('logic', `there is no call ${name}`);
    if (this.#isClosed) throw new StoreError('logic', `${name}: the store is closed`);
    this.#files ??= this.#ports.open();
    // The client's types tie each name to its arguments; both sides come from the same build.
    const call = calls[name as keyof typeof calls] as (files: Files, args: unknown) => unknown;
    return call(this.#files, args);
  }
}
