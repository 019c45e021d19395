/** Our program: the real core on real files, in a process that can be killed at any call of a port and started again. */
import { createChatwootConnector } from '../../electron/core/connectors/chatwoot/chatwoot-connector.ts';
import { Events } from '../../electron/core/events.ts';
import { createFileRoom } from '../../electron/core/files/file-room.ts';
import { createMedia } from '../../electron/core/files/media.ts';
import type { Store } from '../../electron/core/store/store-client.ts';
import { runWorkspace, type Workspace } from '../../electron/core/workspace.ts';
import type { CallInput, CallName, CallResult } from '../../shared/contract/contract.ts';
import { dispatch } from '../../shared/contract/dispatch.ts';
import type { Settings } from '../../shared/contract/settings.ts';
import { CallError } from '../../shared/contract/errors.ts';
import { openInProcessStore } from '../support/in-process-store.ts';
import { MemoryFileStore } from '../support/memory-file-store.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { aboutTests } from '../support/about.ts';
import { never, type Network } from './network.ts';
import type { Fault } from './plan.ts';
import { deskClock, type Skew, type World } from './world.ts';

const serverUrl = 'http://practice.test';

export interface DeskPorts {
  readonly world: World;
  readonly network: Network;
  readonly folder: string;
  readonly seed: number;
  readonly skew: Skew;
  readonly faults: readonly Fault[];
  readonly settings: Settings;
  readonly token: string;
  readonly tell: (what: string) => void;
  /** Something that must never happen. */
  readonly onBug: (what: string) => void;
}

interface Run {
  alive: boolean;
  readonly store: Store;
  workspace: Promise<Workspace>;
  readonly events: Events;
}

export class DeskProcess {
  readonly #ports: DeskPorts;
  #run: Run | null = null;
  #runs = 0;
  #portCalls = 0;
  /** Bytes on the disk outlive the process. */
  readonly #copies = new MemoryFileStore();
  readonly #media = new MemoryFileStore();
  healed = false;
  kills = 0;

  constructor(ports: DeskPorts) {
    this.#ports = ports;
  }

  get isRunning(): boolean {
    return this.#run?.alive === true;
  }

  get portCalls(): number {
    return this.#portCalls;
  }

  start(): void {
    if (this.isRunning) return;
    const { world, folder, seed, skew, network, tell, settings, token } = this.#ports;
    this.#runs += 1;
    tell('desk starts');
    const inner = openInProcessStore(folder);
    const isAlive = (): boolean => run.alive;
    const port = (what: string): boolean => this.#port(run, what);
    const clock = deskClock(world, skew, isAlive);
    const random = seededRandom(seed * 31 + this.#runs);
    const store = mortalStore(inner, port);
    const run: Run = { alive: true, store: inner, workspace: never(), events: new Events(clock) };
    this.#run = run;
    const log = {
      write: (level: string, what: string, fields?: Readonly<Record<string, unknown>>): void => {
        if (!run.alive) return;
        tell(`log ${level} ${what} ${JSON.stringify(fields ?? {})}`);
        if (level === 'error') this.#ports.onBug(`logged as an error: ${what} ${JSON.stringify(fields ?? {})}`);
      },
    };
    const caller = { isAlive, port };
    const open = async (): Promise<Workspace> => {
      // The account is remembered, as `openWorkspace` does it.
      const { accountId } = await store.call('sync.get', { keys: ['accountId'] });
      const connector = createChatwootConnector({
        serverUrl,
        token,
        ...(accountId === undefined ? {} : { accountId: Number(accountId) }),
        fetch: network.fetchFor(caller),
        openWebSocket: network.socketFor(caller),
        clock,
        log,
      });
      const fetch = network.fetchFor(caller);
      const files = { clock, random, store, log };
      return runWorkspace({
        files: {
          room: createFileRoom({ ...files, pieces: this.#copies }),
          media: createMedia({ ...files, pieces: this.#media, fetch, serverUrl }),
        },
        about: aboutTests,
        dataFolder: 'simulated',
        clock,
        random,
        log,
        settings: { read: () => settings, write: () => {} },
        events: run.events,
        access: { id: 'simulated', serverUrl },
        store,
        connector,
      });
    };
    run.workspace = open();
    run.workspace.catch((error: unknown) => {
      if (run.alive) this.#ports.onBug(`could not start: ${String(error)}`);
    });
  }

  /** Nothing is told, nothing is saved, nothing that is under way comes back. */
  kill(why: string): void {
    const run = this.#run;
    if (run === null || !run.alive) return;
    run.alive = false;
    this.kills += 1;
    run.events.stop();
    this.#ports.tell(`desk killed: ${why}`);
    // It may have been closing already.
    void run.store.close().catch(() => {});
  }

  /** The agent closes the window; a process that does not come to an end in 10 s is killed. */
  quit(): void {
    const run = this.#run;
    if (run === null || !run.alive) return;
    this.#ports.tell('desk quits');
    const overdue = this.#ports.world.schedule(10_000, () => this.kill('did not quit'));
    const stop = async (): Promise<void> => {
      await (await run.workspace).stop();
      overdue.cancel();
      run.alive = false;
      run.events.stop();
      this.#ports.tell('desk has quit');
    };
    stop().catch((error: unknown) => {
      if (run.alive) this.#ports.onBug(`could not quit: ${String(error)}`);
    });
  }

  wake(): void {
    void this.#run?.workspace.then((workspace) => workspace.wake());
  }

  /** Never settles if the process dies before it answers. */
  async call<N extends CallName>(name: N, args: CallInput<N>): Promise<CallResult<N>> {
    const run = this.#run;
    if (run === null || !run.alive) return never();
    const { handlers } = await run.workspace;
    const onError = (call: string, error: unknown): void => {
      if (run.alive) this.#ports.onBug(`${call} failed inside: ${String(error)}`);
    };
    const reply = await dispatch(handlers, name, args, { onError, checkAnswers: true });
    if (!run.alive) return never();
    if (!reply.ok) throw new CallError(reply.error.code, reply.error.detail);
    return reply.value as CallResult<N>;
  }

  #port(run: Run, what: string): boolean {
    if (!run.alive) return false;
    this.#portCalls += 1;
    if (this.healed) return true;
    for (const fault of this.#ports.faults) {
      if (fault.where !== 'process' || fault.n !== this.#portCalls) continue;
      this.kill(`at port call ${String(fault.n)}, ${what}`);
      this.#ports.world.schedule(fault.downMs, () => this.start(), 'desk');
      return false;
    }
    return true;
  }
}

function mortalStore(inner: Store, port: (what: string) => boolean): Store {
  return {
    async call(name, args) {
      if (!port(`before ${name}`)) return never();
      const answer = await inner.call(name, args);
      return port(`after ${name}`) ? answer : never();
    },
    close: () => inner.close(),
  };
}
