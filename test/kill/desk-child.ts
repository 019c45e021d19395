/** The parent's end of a desk process: calls of the contract, and how the process ended. */
import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { CallInput, CallName, CallResult } from '../../shared/contract/contract.ts';
import type { Reply } from '../../shared/contract/wire.ts';
import {
  configVariable,
  type BytesAnswer,
  type BytesCall,
  type DeskConfig,
  type FromDesk,
  type ToDesk,
} from './kill-points.ts';

const entry = fileURLToPath(new URL('./desk-process.ts', import.meta.url));

export type Answer<N extends CallName> =
  | { readonly kind: 'ok'; readonly value: CallResult<N> }
  | { readonly kind: 'refused'; readonly code: string; readonly detail: string }
  /** The process died first: nobody knows what became of it. */
  | { readonly kind: 'none' };

export interface Ending {
  /** Name of the point, or null if it ended in another way. */
  readonly killedAt: string | null;
  readonly code: number | null;
  readonly signal: string | null;
  /** What it wrote to its standard error. */
  readonly complaint: string;
  /** Monotonic ms. */
  readonly at: number;
}

export class DeskChild {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, (reply: unknown) => void>();
  #nextId = 1;
  #ending: Ending | null = null;
  /** Rejects with its reason if it does not start. Dying is no reason: see `ended`. */
  readonly started: Promise<void>;
  readonly ended: Promise<Ending>;
  /** Log lines at level error, and reports of damage. */
  readonly alarms: string[] = [];

  constructor(config: DeskConfig) {
    const env: NodeJS.ProcessEnv = { ...process.env, [configVariable]: JSON.stringify(config) };
    // A test runner's own loaders have no business in there.
    delete env['NODE_OPTIONS'];
    this.#child = spawn(process.execPath, [entry], { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    const { promise: started, resolve, reject } = Promise.withResolvers<void>();
    this.started = started;
    // Who only waits for the end gets its reason from there.
    started.catch(() => {});
    this.#child.on('message', (message: FromDesk) => {
      if (message.type === 'started') resolve();
      if (message.type === 'not-started') reject(new Error(message.detail));
      if (message.type === 'answer') this.#take(message.id)?.(message.reply);
      if (message.type === 'log') this.alarms.push(message.line);
    });
    this.ended = this.#untilItEnds().then((ending) => {
      this.#ending = ending;
      resolve();
      for (const settle of this.#waiting.values()) settle(null);
      this.#waiting.clear();
      return ending;
    });
  }

  get isAlive(): boolean {
    return this.#ending === null;
  }

  async call<N extends CallName>(name: N, args: CallInput<N>): Promise<Answer<N>> {
    const reply = (await this.#asked((id) => ({ type: 'call', id, name, args }))) as Reply | null;
    if (reply === null) return { kind: 'none' };
    if (!reply.ok) return { kind: 'refused', code: reply.error.code, detail: reply.error.detail };
    return { kind: 'ok', value: reply.value as CallResult<N> };
  }

  /** Null: the process died first. */
  async bytes(ask: BytesCall): Promise<BytesAnswer | null> {
    return (await this.#asked((id) => ({ type: 'bytes', id, ask }))) as BytesAnswer | null;
  }

  async #asked(message: (id: number) => ToDesk): Promise<unknown> {
    if (this.#ending !== null) return null;
    const id = this.#nextId;
    this.#nextId += 1;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#tell(message(id));
    });
  }

  /** For calls that have to work; throws if they do not. */
  async ask<N extends CallName>(name: N, args: CallInput<N>): Promise<CallResult<N>> {
    const answer = await this.call(name, args);
    if (answer.kind === 'ok') return answer.value;
    throw new Error(`${name}: ${answer.kind === 'none' ? 'the desk died' : `${answer.code} ${answer.detail}`}`);
  }

  skip(ms: number): void {
    this.#tell({ type: 'skip', ms });
  }

  /** Asks it to close its files and leave. */
  stop(): void {
    this.#tell({ type: 'stop' });
  }

  /** For a test that is over. */
  kill(): void {
    this.#child.kill('SIGKILL');
  }

  #tell(message: ToDesk): void {
    // It may be dead and not yet known to be; the end settles every call.
    if (this.#child.connected) this.#child.send(message, () => {});
  }

  #take(id: number): ((reply: unknown) => void) | undefined {
    const settle = this.#waiting.get(id);
    this.#waiting.delete(id);
    return settle;
  }

  /** All three: what it had written before it died is still in the pipes when `exit` is told. */
  async #untilItEnds(): Promise<Ending> {
    const texts = { out: '', err: '' };
    this.#child.stdout?.on('data', (bytes: Buffer) => (texts.out += String(bytes)));
    this.#child.stderr?.on('data', (bytes: Buffer) => (texts.err += String(bytes)));
    const gone = new Promise<number>((resolve) => this.#child.once('exit', () => resolve(performance.now())));
    const drained = new Promise<void>((resolve) => this.#child.once('disconnect', () => resolve()));
    const closed = new Promise<void>((resolve) => this.#child.once('close', () => resolve()));
    const [at] = await Promise.all([gone, drained, closed]);
    const killedAt = /killed at ([\w-]+)/.exec(texts.out)?.[1] ?? null;
    return { killedAt, code: this.#child.exitCode, signal: this.#child.signalCode, complaint: texts.err, at };
  }
}
