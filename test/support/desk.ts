/** A whole workspace for tests: the real engine, outbox, handlers and store, over a fake server and a fake clock. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Events } from '../../electron/core/events.ts';
import { runWorkspace, type Workspace } from '../../electron/core/workspace.ts';
import type { CallInput, CallName, CallResult } from '../../shared/contract/contract.ts';
import type { Conversation, OutboxItem, Settings, SyncStatus } from '../../shared/contract/entities.ts';
import { CallError } from '../../shared/contract/errors.ts';
import { dispatch } from '../../shared/contract/dispatch.ts';
import { FakeClock } from './fake-clock.ts';
import { FakeServer } from './fake-server.ts';
import { openInProcessStore } from './in-process-store.ts';
import { mortalClock, mortalConnector, type Life } from './mortal.ts';
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
  /** Ends the workspace as if the process had been killed: nothing is told, nothing is saved. */
  kill(): Promise<void>;
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
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-desk-'));
  const states: string[] = [];
  let settings: Settings = { theme: 'system', enterSends: true, undoSeconds };
  let workspace: Workspace | null = null;
  let events = new Events(clock);
  let store = openInProcessStore(folder);
  let life: Life = { alive: true };

  const start = async (): Promise<void> => {
    workspace = await runWorkspace({
      clock: mortalClock(clock, life),
      random: seededRandom(1),
      log: {
        write: (_level, what, fields) => {
          if (what === 'sync') states.push(String(fields?.['to']));
        },
      },
      settings: {
        read: () => settings,
        write: (next) => {
          settings = next;
        },
      },
      events,
      access: { id: 'test', serverUrl: 'http://server.test' },
      store: {
        async call(name, args) {
          await beforeStoreCall(name);
          return store.call(name, args);
        },
        close: () => store.close(),
      },
      connector: mortalConnector(server, life),
    });
  };
  const call = async <N extends CallName>(name: N, args: CallInput<N>): Promise<CallResult<N>> => {
    if (workspace === null) throw new Error('the desk is not running');
    const onError = (_name: string, error: unknown): void => {
      throw error instanceof Error ? error : new Error(String(error));
    };
    const reply = await dispatch(workspace.handlers, name, args, { onError, checkAnswers: true });
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
    async kill() {
      life.alive = false;
      events.stop();
      await store.close();
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
