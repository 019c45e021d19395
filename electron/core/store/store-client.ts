/**
 * The store as the rest of the core sees it: typed calls that answer with promises, carried to the worker thread that
 * owns the two files. Calls run in the order in which they were made.
 */
import { Worker } from 'node:worker_threads';
import { assertNever } from '../../../shared/lang/assert.ts';
import type { Log } from '../ports.ts';
import type { Calls } from './calls.ts';
import { StoreError, type Damaged, type FromWorker, type ToWorker, type WorkerOptions } from './protocol.ts';

export type StoreCallName = keyof Calls;
/** Calls without arguments take `{}`. */
export type StoreArgs<N extends StoreCallName> =
  Parameters<Calls[N]> extends [unknown, infer Args] ? Args : Readonly<Record<string, never>>;
export type StoreResult<N extends StoreCallName> = ReturnType<Calls[N]>;

export interface Store {
  /** Rejects with a `StoreError`. */
  call<N extends StoreCallName>(name: N, args: StoreArgs<N>): Promise<StoreResult<N>>;
  /** Finishes the calls already made, then closes both files. */
  close(): Promise<void>;
}

export interface OpenStoreOptions {
  /** The worker's script: `.ts` from source, `.js` from a bundle. */
  readonly workerUrl: URL;
  readonly folder: string;
  /** A secret of 32 bytes that closes the files to others; left out: they are open. */
  readonly key?: Uint8Array;
  readonly log: Log;
  readonly onDamage: (what: Damaged) => void;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Opens the workspace's files; rejects with a `StoreError` that says why it cannot be opened. */
export function openStore(options: OpenStoreOptions): Promise<Store> {
  const workerData: WorkerOptions = { folder: options.folder };
  const worker = new Worker(options.workerUrl, { workerData, name: 'store' });
  const link = new WorkerLink(worker, options);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  worker.postMessage({ type: 'open', key: options.key ?? null } satisfies ToWorker);
  return link.opened.then(() => link);
}

class WorkerLink implements Store {
  readonly opened: Promise<void>;
  readonly #worker: Worker;
  readonly #log: Log;
  readonly #onDamage: (what: Damaged) => void;
  readonly #waiting = new Map<number, Waiting>();
  #opening: Waiting | null = null;
  #closing: Promise<void> | null = null;
  #ended: StoreError | null = null;
  #nextId = 1;

  constructor(worker: Worker, { log, onDamage }: OpenStoreOptions) {
    this.#worker = worker;
    this.#log = log;
    this.#onDamage = onDamage;
    this.opened = new Promise((resolve, reject) => {
      this.#opening = { resolve: () => resolve(), reject };
    });
    worker.on('message', (message: FromWorker) => this.#onMessage(message));
    worker.on('error', (error) => this.#end(new StoreError('logic', `the store worker failed: ${String(error)}`)));
    worker.on('exit', () => this.#end(new StoreError('logic', 'the store is closed')));
  }

  async call<N extends StoreCallName>(name: N, args: StoreArgs<N>): Promise<StoreResult<N>> {
    if (this.#closing !== null) throw new StoreError('logic', `${name}: the store is closed`);
    const value = await this.#ask((id) => ({ type: 'call', id, name, args }));
    return value as StoreResult<N>;
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    if (this.#ended !== null) return;
    const exited = new Promise<void>((resolve) => void this.#worker.once('exit', () => resolve()));
    await this.#ask((id) => ({ type: 'close', id }));
    await exited;
  }

  #ask(message: (id: number) => ToWorker): Promise<unknown> {
    if (this.#ended !== null) return Promise.reject(this.#ended);
    const id = this.#nextId;
    this.#nextId += 1;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      this.#worker.postMessage(message(id));
    });
  }

  #onMessage(message: FromWorker): void {
    switch (message.type) {
      case 'opened':
        this.#opening?.resolve(undefined);
        this.#opening = null;
        return;
      case 'not-opened':
        this.#end(new StoreError(message.error.kind, message.error.detail));
        return;
      case 'log':
        this.#log.write(message.level, message.what, message.fields);
        return;
      case 'damaged':
        this.#onDamage(message.what);
        return;
      case 'result':
        this.#take(message.id)?.resolve(message.value);
        return;
      case 'error':
        this.#take(message.id)?.reject(new StoreError(message.error.kind, message.error.detail));
        return;
      default:
        assertNever(message, 'message from the store worker');
    }
  }

  #take(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting;
  }

  /** The first reason wins; whoever still waits gets it. */
  #end(reason: StoreError): void {
    this.#ended ??= reason;
    this.#opening?.reject(this.#ended);
    this.#opening = null;
    for (const waiting of this.#waiting.values()) waiting.reject(this.#ended);
    this.#waiting.clear();
  }
}
