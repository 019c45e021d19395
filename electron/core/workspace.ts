/** One signed-in workspace: its files, its connection, its outbox, and the handlers that answer from them. */
import { join } from 'node:path';
import { mkdirSync } from 'node:fs';
import type { Handlers } from '../../shared/contract/contract.ts';
import type { WorkspaceInfo } from '../../shared/contract/entities.ts';
import { createChatwootConnector } from './connectors/chatwoot/chatwoot-connector.ts';
import type { Events } from './events.ts';
import { createHandlers } from './handlers.ts';
import { Outbox } from './outbox/outbox.ts';
import type { CorePorts, Timer, WorkspaceAccess } from './ports.ts';
import { ServerTime } from './server-time.ts';
import type { Applied } from './store/records.ts';
import { openStore, type Store } from './store/store-client.ts';
import { SyncEngine } from './sync/engine.ts';

/** Server time is remembered this often, so that a start without a network can carry on from it. */
const saveClockMs = 20_000;

export interface Workspace {
  readonly handlers: Handlers;
  wake(): void;
  stop(): Promise<void>;
}

/**
 * Opens the workspace's files, answers calls from them at once, and starts syncing in the background.
 * Rejects with a `StoreError` (kind `busy`: another Latchkey has this folder open).
 */
export async function openWorkspace(ports: CorePorts, events: Events, access: WorkspaceAccess): Promise<Workspace> {
  const folder = join(ports.dataFolder, 'workspaces', access.id);
  mkdirSync(folder, { recursive: true });
  const store = await openStore({ workerUrl: ports.storeWorkerUrl, folder, log: ports.log });
  const serverTime = new ServerTime(ports.clock, () => events.changed('clock.changed'));
  const saved = await store.call('sync.get', { keys: ['clock', 'workspace', 'syncedAt'] });
  let workspace = parseJson<WorkspaceInfo>(saved['workspace']);
  const savedClock = parseJson<Parameters<ServerTime['restore']>[0]>(saved['clock']);
  if (savedClock !== null) serverTime.restore(savedClock);

  const connector = createChatwootConnector({ ...ports, serverUrl: access.serverUrl, token: access.token });
  serverTime.measureRoundTripsWith(() => connector.roundTrips());
  const onApplied = (applied: Applied): void => {
    events.applied(applied);
    outbox.wake();
  };
  const engine: SyncEngine = new SyncEngine(
    {
      ...ports,
      connector,
      store,
      serverTime,
      onApplied,
      onStatus: () => events.changed('sync.changed'),
      onProfile: (profile) => {
        workspace = {
          id: access.id,
          serverUrl: access.serverUrl,
          accountName: profile.accountName,
          me: profile.agent,
        };
        void store.call('sync.set', { values: { workspace: JSON.stringify(workspace) } });
        events.changed('workspace.changed');
      },
      onReference: () => {
        events.changed('templates.changed');
        events.changedIn('conversations.changed', null);
      },
      onLive: () => outbox.wake(),
    },
    saved['syncedAt'] === undefined ? null : Number(saved['syncedAt']),
  );
  const outbox: Outbox = new Outbox({
    ...ports,
    connector,
    store,
    serverTime,
    canSend: () => engine.isLive,
    onChanged: (conversationId) => {
      events.changedIn('outbox.changed', [conversationId]);
      events.changedIn('conversations.changed', [conversationId]);
    },
    onApplied,
    onConnectionFailed: (error) => engine.connectionFailed(error),
  });
  await outbox.recover();

  const clockSaver = saveClockNowAndThen(ports, store, serverTime);
  engine.start();
  const handlers = createHandlers({
    ...ports,
    store,
    engine,
    outbox,
    serverTime,
    events,
    workspace: () => workspace,
  });
  return {
    handlers,
    wake: () => engine.retryNow(),
    async stop() {
      clockSaver.stop();
      await outbox.stop();
      await engine.stop();
      await clockSaver.save();
      await store.close();
    },
  };
}

function saveClockNowAndThen(ports: CorePorts, store: Store, serverTime: ServerTime) {
  let timer: Timer | null = null;
  const save = async (): Promise<void> => {
    const clock = serverTime.save();
    if (clock !== null) await store.call('sync.set', { values: { clock: JSON.stringify(clock) } });
  };
  const arm = (): void => {
    timer = ports.clock.schedule(saveClockMs, () => {
      void save().catch((error: unknown) => {
        ports.log.write('warn', 'server time could not be saved', { detail: String(error) });
      });
      arm();
    });
  };
  arm();
  return { save, stop: () => timer?.cancel() };
}

/** Our own writing: a value that does not parse is treated as absent, because the server will tell it again. */
function parseJson<T>(text: string | undefined): T | null {
  if (text === undefined) return null;
  try {
    return JSON.parse(text) as T;
  } catch {
    return null;
  }
}
