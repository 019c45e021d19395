/**
 * Our program: the real core with its workspaces on real files, in a process that can be killed at any call of a port and
 * started again.
 */
import { join } from 'node:path';
import { createMemoryVault } from '../../electron/core/accounts/vaults.ts';
import { practiceId, Registry } from '../../electron/core/accounts/registry.ts';
import { givenId, Workspaces } from '../../electron/core/accounts/workspaces.ts';
import { createChatwootConnector } from '../../electron/core/connectors/chatwoot/chatwoot-connector.ts';
import { Events } from '../../electron/core/events.ts';
import { createFileRoom } from '../../electron/core/files/file-room.ts';
import { createFileRoutes, fileAddresses, type FileAnswer } from '../../electron/core/files/file-routes.ts';
import { joined } from '../../electron/core/files/file-store.ts';
import { createMedia } from '../../electron/core/files/media.ts';
import type { Clock, Log, Random, WorkspaceAccess } from '../../electron/core/ports.ts';
import type { Store } from '../../electron/core/store/store-client.ts';
import { withStore } from '../../electron/core/with-store.ts';
import { runWorkspace, type Workspace, type WorkspaceWatch } from '../../electron/core/workspace.ts';
import type { CallInput, CallName, CallResult } from '../../shared/contract/contract.ts';
import { dispatchTo } from '../../shared/contract/dispatch.ts';
import { CallError } from '../../shared/contract/errors.ts';
import { LocalFile } from '../../shared/contract/files.ts';
import type { Settings } from '../../shared/contract/settings.ts';
import { must } from '../../shared/lang/assert.ts';
import { memorySettings } from '../support/settings.ts';
import { aboutTests } from '../support/about.ts';
import { openInProcessStore, type InProcessStore } from '../support/in-process-store.ts';
import { chunksOf } from '../support/memory-file-store.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { openToAll } from '../support/open-to-all.ts';
import { DeskDisk, mortalPieces, mortalStore, type PortCall } from './desk-disk.ts';
import { never, type Network } from './network.ts';
import type { Fault } from './plan.ts';
import { deskClock, type Skew, type World } from './world.ts';

export interface DeskPorts {
  readonly world: World;
  readonly network: Network;
  readonly folder: string;
  readonly seed: number;
  readonly skew: Skew;
  readonly faults: readonly Fault[];
  readonly settings: Settings;
  /** The first one comes with the app, the second one is given for this run. */
  readonly servers: readonly { readonly url: string; readonly token: string }[];
  readonly tell: (what: string) => void;
  /** Something that must never happen. */
  readonly onBug: (what: string) => void;
}

/** What a person at one of the workspaces has before them. */
export interface Seat {
  /** Never settles if the process dies before it answers. */
  call<N extends CallName>(name: N, args: CallInput<N>): Promise<CallResult<N>>;
  addFile(name: string, bytes: Uint8Array): Promise<LocalFile>;
  /** Null: not now. */
  openMedia(attachmentId: number): Promise<Uint8Array | null>;
  /** Ids of the copies on the disk. */
  copies(): readonly string[];
  /** As much later as it takes: everything goes that nothing needs. */
  sweep(): Promise<void>;
}

interface Run {
  alive: boolean;
  readonly stores: Store[];
  workspaces: Promise<Workspaces>;
}

interface Wiring {
  readonly events: Events;
  readonly watch: WorkspaceWatch;
}

interface RunPorts {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly port: PortCall;
}

// The files date themselves by the computer's clock, but are opened before they can be told of another than the real one.
const dateOfFiles = Date.now();
const longAfterMs = 3 * 24 * 60 * 60 * 1000;

export class DeskProcess {
  readonly #ports: DeskPorts;
  readonly #startedAt: number;
  readonly #disk = new DeskDisk();
  #run: Run | null = null;
  #runs = 0;
  #portCalls = 0;
  #storeCalls = 0;
  readonly #callsOf = new Map<string, number>();
  #skippedMs = 0;
  healed = false;
  kills = 0;
  readonly seats: readonly Seat[];

  constructor(ports: DeskPorts) {
    this.#ports = ports;
    this.#startedAt = ports.world.now;
    this.seats = ports.servers.map(({ url }, index) => this.#seat(index === 0 ? practiceId : givenId(url)));
  }

  get isRunning(): boolean {
    return this.#run?.alive === true;
  }

  get portCalls(): number {
    return this.#portCalls;
  }

  start(): void {
    if (this.isRunning) return;
    const { world, seed, skew, tell } = this.#ports;
    this.#runs += 1;
    tell('desk starts');
    const run: Run = { alive: true, stores: [], workspaces: never() };
    this.#run = run;
    const write = (level: string, what: string, fields?: Readonly<Record<string, unknown>>): void => {
      if (!run.alive) return;
      tell(`log ${level} ${what} ${JSON.stringify(fields ?? {})}`);
      const text = JSON.stringify(fields ?? {});
      if (level === 'error' && !isDamaged(text)) this.#ports.onBug(`logged as an error: ${what} ${text}`);
    };
    run.workspaces = this.#open(run, {
      clock: deskClock(world, skew, () => run.alive),
      random: seededRandom(seed * 31 + this.#runs),
      log: { write },
      port: (what) => this.#port(run, what),
    });
    run.workspaces.catch((error: unknown) => {
      if (run.alive) this.#ports.onBug(`could not start: ${String(error)}`);
    });
  }

  async #open(run: Run, ports: RunPorts): Promise<Workspaces> {
    const files = this.#disk.filesFor(ports.port);
    const workspaces = new Workspaces({
      ...ports,
      files,
      vault: createMemoryVault(),
      registry: await Registry.open(files, ports.log),
      mayGoOn: () => true,
      appEvents: new Events(ports.clock),
      emit: () => {},
      open: (access, events, watch) => this.#openOne(run, ports, access, { events, watch }),
    });
    const [practice, given] = this.#ports.servers.map(({ url, token }) => ({ serverUrl: url, token }));
    await workspaces.start(must(practice, 'one workspace at least'), given ?? null);
    return workspaces;
  }

  /** As `openWorkspace` does it. */
  async #openOne(run: Run, ports: RunPorts, access: WorkspaceAccess, wiring: Wiring): Promise<Workspace> {
    const { world, folder, tell } = this.#ports;
    const filesNow = (): number => dateOfFiles + (world.now - this.#startedAt) + this.#skippedMs;
    return withStore({
      ...wiring,
      open: async (onDamage) => {
        // Whoever died opens nothing; not once more after damage, either.
        if (!run.alive) return never();
        const inner = openInProcessStore(join(folder, access.id), {
          wallNow: filesNow,
          onDamage: (what) => {
            tell(`damage in the ${what} of ${access.id}`);
            if (run.alive) onDamage(what);
          },
        });
        run.stores.push(inner);
        return mortalStore(this.#onBadDisk(inner), ports.port);
      },
      run: (store) => this.#runOne(run, ports, access, { ...wiring, store }),
    });
  }

  async #runOne(
    run: Run,
    ports: RunPorts,
    access: WorkspaceAccess,
    { store, ...wiring }: Wiring & { readonly store: Store },
  ): Promise<Workspace> {
    const { network, settings } = this.#ports;
    const { serverUrl } = access;
    const saved = await store.call('sync.get', { keys: ['accountId'] });
    const accountId = access.accountId ?? (saved['accountId'] === undefined ? null : Number(saved['accountId']));
    const fetch = network.fetchFor({ isAlive: () => run.alive, port: ports.port });
    const connector = createChatwootConnector({
      ...ports,
      serverUrl,
      token: must(access.token, 'nobody signs out here'),
      ...(accountId === null ? {} : { accountId }),
      fetch,
      openWebSocket: network.socketFor({ isAlive: () => run.alive, port: ports.port }),
    });
    const pieces = (area: 'copies' | 'media') => mortalPieces(this.#disk.piecesOf(access.id, area), ports.port);
    return runWorkspace({
      ...ports,
      ...wiring,
      files: {
        room: createFileRoom({ ...ports, store, pieces: pieces('copies') }),
        media: createMedia({ ...ports, store, fetch, serverUrl, pieces: pieces('media') }),
        addressOf: fileAddresses(openToAll, access.id),
      },
      about: aboutTests,
      dataFolder: 'simulated',
      settings: memorySettings(settings),
      access,
      store,
      connector,
    });
  }

  /** Its disk may lose the cache before any call. */
  #onBadDisk(inner: InProcessStore): Store {
    return {
      call: (name, args) => {
        this.#storeCalls += 1;
        const isLost = this.#ports.faults.some(({ where, n }) => where === 'disk' && n === this.#storeCalls);
        if (isLost && !this.healed) {
          this.#ports.tell('the disk loses the cache');
          inner.damageCache();
        }
        return inner.call(name, args);
      },
      close: () => inner.close(),
    };
  }

  /** Nothing is told, nothing is saved, nothing that is under way comes back. */
  kill(why: string): void {
    const run = this.#run;
    if (run === null || !run.alive) return;
    run.alive = false;
    this.kills += 1;
    this.#ports.tell(`desk killed: ${why}`);
    // They may have been closing already.
    for (const store of run.stores) void store.close().catch(() => {});
  }

  /** The agent closes the window; a process that does not come to an end in 10 s is killed. */
  quit(): void {
    const run = this.#run;
    if (run === null || !run.alive) return;
    this.#ports.tell('desk quits');
    const overdue = this.#ports.world.schedule(10_000, () => this.kill('did not quit'));
    const stop = async (): Promise<void> => {
      await (await run.workspaces).stop();
      overdue.cancel();
      run.alive = false;
      this.#ports.tell('desk has quit');
    };
    stop().catch((error: unknown) => {
      if (run.alive) this.#ports.onBug(`could not quit: ${String(error)}`);
    });
  }

  wake(): void {
    void this.#run?.workspaces.then((workspaces) => workspaces.wake());
  }

  #seat(workspace: string): Seat {
    return {
      call: (name, args) => this.#call(workspace, name, args),
      copies: () => [...this.#disk.piecesOf(workspace, 'copies').pieces.keys()],
      addFile: async (name, bytes) => {
        const query = new URLSearchParams({ workspace, name });
        const answer = await this.#ask({ method: 'POST', path: '/files', query, body: chunksOf(bytes) });
        const text = new TextDecoder().decode(await bytesOf(answer));
        if (answer.status !== 200) throw new CallError('storage', text);
        return LocalFile.parse(JSON.parse(text));
      },
      openMedia: async (id) => {
        const path = `/media/${workspace}/${String(id)}`;
        const answer = await this.#ask({ method: 'GET', path, query: new URLSearchParams(), body: null });
        return answer.status === 200 ? bytesOf(answer) : null;
      },
      sweep: async () => {
        this.#skippedMs = longAfterMs;
        const workspaces = await this.#run?.workspaces;
        await must(workspaces?.filesOf(workspace), 'it runs').room.tidyUp();
      },
    };
  }

  async #call<N extends CallName>(workspace: string, name: N, payload: CallInput<N>): Promise<CallResult<N>> {
    const run = this.#run;
    if (run === null || !run.alive) return never();
    const workspaces = await run.workspaces;
    const onError = (call: string, error: unknown): void => {
      if (run.alive && !isDamaged(String(error))) this.#ports.onBug(`${call} failed inside: ${String(error)}`);
    };
    const target = { handlersOf: (id: string | null) => (id === null ? null : workspaces.handlersOf(id)) };
    const reply = await dispatchTo(target, { workspace, name, payload }, { onError, checkAnswers: true });
    if (!run.alive) return never();
    if (!reply.ok) throw new CallError(reply.error.code, reply.error.detail);
    return reply.value as CallResult<N>;
  }

  /** Of the routes for bytes. */
  async #ask(request: Omit<Parameters<ReturnType<typeof createFileRoutes>['respond']>[0], 'headers'>) {
    const run = this.#run;
    if (run === null || !run.alive) return never<FileAnswer>();
    const workspaces = await run.workspaces;
    const answer = await createFileRoutes((id) => workspaces.filesOf(id), openToAll).respond({
      ...request,
      headers: {},
    });
    return run.alive ? answer : never<FileAnswer>();
  }

  #port(run: Run, what: string): boolean {
    if (!run.alive) return false;
    this.#portCalls += 1;
    const ofThis = (this.#callsOf.get(what) ?? 0) + 1;
    this.#callsOf.set(what, ofThis);
    if (this.healed) return true;
    for (const fault of this.#ports.faults) {
      if (fault.where !== 'process' || (fault.what !== null && fault.what !== what)) continue;
      if (fault.n !== (fault.what === null ? this.#portCalls : ofThis)) continue;
      this.kill(`at port call ${String(fault.n)}, ${what}`);
      this.#ports.world.schedule(fault.downMs, () => this.start(), 'desk');
      return false;
    }
    return true;
  }
}

async function bytesOf({ body }: FileAnswer): Promise<Uint8Array> {
  return body instanceof Uint8Array ? body : joined(body);
}

/** Until the cache is begun anew, what reads it cannot be answered; that nothing is lost by it is checked at the end. */
const isDamaged = (text: string): boolean => /SQLITE_CORRUPT|SQLITE_NOTADB|the store is closed/u.test(text);
