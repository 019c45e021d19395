/** A whole workspace for tests: the real engine, outbox, handlers and store, over a fake server and a fake clock. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Events } from '../../electron/core/events.ts';
import type { StoreArgs, StoreCallName, StoreResult } from '../../electron/core/store/store-client.ts';
import { runWorkspace, type Workspace } from '../../electron/core/workspace.ts';
import type { CallInput, CallName, CallResult } from '../../shared/contract/contract.ts';
import type { Conversation } from '../../shared/contract/entities.ts';
import type { OutboxItem } from '../../shared/contract/outbox.ts';
import type { LocalFile } from '../../shared/contract/files.ts';
import type { Settings } from '../../shared/contract/settings.ts';
import type { SyncStatus } from '../../shared/contract/sync.ts';
import { CallError } from '../../shared/contract/errors.ts';
import { dispatch } from '../../shared/contract/dispatch.ts';
import { FakeClock } from './fake-clock.ts';
import { FakeServer } from './fake-server.ts';
import { noPolicy } from '../../shared/policy/policy.ts';
import { memorySettings } from './settings.ts';
import { openInProcessStore } from './in-process-store.ts';
import { chunksOf, MemoryFileStore } from './memory-file-store.ts';
import { makeMemoryFolder } from './memory-folder.ts';
import { settingsHandlers } from '../../electron/core/handlers/settings.ts';
import { createFileRoom } from '../../electron/core/files/file-room.ts';
import { fileAddresses } from '../../electron/core/files/file-routes.ts';
import { createMedia } from '../../electron/core/files/media.ts';
import { aboutTests } from './about.ts';
import { mortalClock, mortalConnector, type Life } from './mortal.ts';
import { openToAll } from './open-to-all.ts';
import { seededRandom } from './seeded-random.ts';

export interface Desk {
  readonly clock: FakeClock;
  readonly server: FakeServer;
  /** States of the sync engine in the order in which they were entered. */
  readonly states: string[];
  call<N extends CallName>(name: N, args: CallInput<N>): Promise<CallResult<N>>;
  conversation(id: number): Promise<Conversation>;
  outbox(id?: number): Promise<readonly OutboxItem[]>;
  sync(): Promise<SyncStatus>;
  /** What the page does with a file that the agent chose. */
  addFile(name: string, bytes: string | Uint8Array): Promise<LocalFile>;
  /** Names of the local copies on the disk. */
  copies(): readonly string[];
  /** Loses a copy behind the desk's back. */
  loseCopy(id: string): void;
  /** Ends the workspace as if the process had been killed: nothing is told, nothing is saved. */
  kill(): Promise<void>;
  /** The disk loses what came from the server. Only while it does not run. */
  loseCache(): void;
  /** Opens it again on the same files. */
  restart(): Promise<void>;
  /** Ends it cleanly and throws its folder away. */
  dispose(): Promise<void>;
}

export interface DeskOptions {
  /** Off by default, so that a test about something else need not wait it out. */
  readonly undoSeconds?: Settings['undoSeconds'];
  /** Awaited before every call of the store: the places where two things can cross. */
  readonly beforeStoreCall?: (name: string) => Promise<void> | void;
}

export async function openDesk(
  prepare: (server: FakeServer) => void = () => {},
  { undoSeconds = 0, beforeStoreCall = () => {} }: DeskOptions = {},
): Promise<Desk> {
  const clock = new FakeClock();
  const server = new FakeServer(clock);
  prepare(server);
  const folder = makeMemoryFolder('desk');
  const states: string[] = [];
  // One for all its lives: the ids of files must differ.
  const random = seededRandom(1);
  const settings = memorySettings({ undoSeconds });
  const pieces = { files: new MemoryFileStore(), media: new MemoryFileStore() };
  let workspace: Workspace | null = null;
  let events = new Events(clock);
  let store = openInProcessStore(folder);
  let life: Life = { alive: true };

  const start = async (): Promise<void> => {
    const ports = {
      clock: mortalClock(clock, life),
      random,
      log: {
        write: (_level: string, what: string, fields?: Readonly<Record<string, unknown>>) => {
          if (what === 'sync') states.push(String(fields?.['to']));
        },
      },
      store: {
        async call<N extends StoreCallName>(name: N, args: StoreArgs<N>): Promise<StoreResult<N>> {
          await beforeStoreCall(name);
          return store.call(name, args);
        },
        close: () => store.close(),
      },
    };
    const serverUrl = 'http://server.test';
    const fetch = async (): Promise<Response> => new Response(null, { status: 404 });
    workspace = await runWorkspace({
      ...ports,
      about: aboutTests,
      dataFolder: folder,
      files: {
        room: createFileRoom({ ...ports, pieces: pieces.files }),
        media: createMedia({ ...ports, pieces: pieces.media, fetch, serverUrl }),
        addressOf: fileAddresses(openToAll, 'test'),
      },
      settings,
      events,
      access: { id: 'test', serverUrl },
      connector: mortalConnector(server, life),
    });
  };
  const call = async <N extends CallName>(name: N, args: CallInput<N>): Promise<CallResult<N>> => {
    if (workspace === null) throw new Error('the desk is not running');
    const onError = (_name: string, error: unknown): void => {
      throw error instanceof Error ? error : new Error(String(error));
    };
    const handlers = { ...settingsHandlers({ settings, events, policy: noPolicy }), ...workspace.handlers };
    const reply = await dispatch(handlers, name, args, { onError, checkAnswers: true });
    if (!reply.ok) throw new CallError(reply.error.code, reply.error.detail);
    return reply.value as CallResult<N>;
  };

  await start();
  await clock.advance(200);
  return {
    clock,
    server,
    states,
    call,
    conversation: async (id) => (await call('conversations.get', { conversationId: id })).conversation,
    outbox: async (id) => (await call('outbox.list', { conversationId: id ?? null })).items,
    sync: () => call('sync.get', {}),
    async addFile(name, bytes) {
      if (workspace === null) throw new Error('the desk is not running');
      return workspace.files.room.add(name, chunksOf(bytes));
    },
    copies: () => [...pieces.files.pieces.keys()],
    loseCopy: (id) => void pieces.files.pieces.delete(id),
    async kill() {
      life.alive = false;
      events.stop();
      await store.close();
    },
    loseCache() {
      for (const end of ['', '-wal', '-shm']) rmSync(join(folder, `cache.db${end}`), { force: true });
    },
    async restart() {
      life = { alive: true };
      events = new Events(clock);
      store = openInProcessStore(folder);
      await start();
      await clock.advance(200);
    },
    async dispose() {
      await workspace?.stop().catch(() => {});
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
