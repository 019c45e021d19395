/** What travels between the store's client and its worker thread. All of it survives structured clone. */

/**
 * `corrupted`: the file is damaged. `full`: the disk is. `busy`: another process has this workspace open. `readonly`:
 * the folder cannot be written. `newer-file`: a later version of the app wrote it. `logic`: a bug, or the worker died.
 */
export type StoreErrorKind = 'corrupted' | 'full' | 'busy' | 'readonly' | 'newer-file' | 'logic';

export class StoreError extends Error {
  readonly kind: StoreErrorKind;
  constructor(kind: StoreErrorKind, detail: string) {
    super(detail);
    this.name = 'StoreError';
    this.kind = kind;
  }
}

export interface WorkerOptions {
  /** Folder of the workspace; made if it is missing. */
  readonly folder: string;
}

/**
 * `open` comes first, and once. `key`: as in `connectWith`; it travels here and not in the worker's start data, which Node
 * shows to whoever inspects the thread. `close` is not a call: it answers once both files are closed, after which the worker ends.
 */
export type ToWorker =
  | { readonly type: 'open'; readonly key: Uint8Array | null }
  | { readonly type: 'call'; readonly id: number; readonly name: string; readonly args: unknown }
  | { readonly type: 'close'; readonly id: number };

/**
 * What a call met damage in. `desk`: it has been repaired, and the call answered. `cache`: calls that read it are refused
 * from now on; opened anew, the store begins an empty one.
 */
export type Damaged = 'desk' | 'cache';

export type LogFields = Readonly<Record<string, string | number | boolean>>;

export type FromWorker =
  | { readonly type: 'opened' }
  | { readonly type: 'not-opened'; readonly error: WireError }
  | { readonly type: 'result'; readonly id: number; readonly value: unknown }
  | { readonly type: 'error'; readonly id: number; readonly error: WireError }
  | { readonly type: 'damaged'; readonly what: Damaged }
  | {
      readonly type: 'log';
      readonly level: 'info' | 'warn' | 'error';
      readonly what: string;
      readonly fields: LogFields;
    };

/** Structured clone drops the class and its fields, so the kind travels beside the text. */
export interface WireError {
  readonly kind: StoreErrorKind;
  readonly detail: string;
}
