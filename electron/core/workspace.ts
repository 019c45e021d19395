/** One signed-in workspace: its files, its connection, its outbox, and the handlers that answer from them. */
import { join } from 'node:path';
import type { Handlers } from '../../shared/contract/contract.ts';
import type { WorkspaceInfo } from '../../shared/contract/entities.ts';
import { keepClock, restoreSavedClock } from './clock-keeper.ts';
import { createChatwootConnector } from './connectors/chatwoot/chatwoot-connector.ts';
import type { Connector, Profile } from './connectors/connector.ts';
import type { Events } from './events.ts';
import { createHandlers } from './handlers.ts';
import { Outbox } from './outbox/outbox.ts';
import type { CorePorts, WorkspaceAccess } from './ports.ts';
import { ServerTime } from './server-time.ts';
import type { Applied } from './store/records.ts';
import { openStore, type Store } from './store/store-client.ts';
import { SyncEngine } from './sync/engine.ts';
import { watchTime } from './time-travel.ts';

/** Server time is remembered every 20 s, so that a start without a network can carry on from it. */
const ticksPerSave = 10;

export interface Workspace {
  readonly handlers: Handlers;
  /** After a wake-up or a network change: try now. */
  wake(): void;
  stop(): Promise<void>;
}

/** Opens the workspace's own folder and signs in to its server. Rejects with a `StoreError`. */
export async function openWorkspace(ports: CorePorts, events: Events, access: WorkspaceAccess): Promise<Workspace> {
  const folder = join(ports.dataFolder, 'workspaces', access.id);
  const store = await openStore({ workerUrl: ports.storeWorkerUrl, folder, log: ports.log });
  // The account that this folder belongs to: the server only tells the one that was used last, on any device.
  const { accountId } = await store.call('sync.get', { keys: ['accountId'] });
  const connector = createChatwootConnector({
    ...ports,
    serverUrl: access.serverUrl,
    token: access.token,
    ...(accountId === undefined ? {} : { accountId: Number(accountId) }),
  });
  return runWorkspace({ ...ports, events, access, store, connector });
}

/** What a running workspace needs of the world. */
export interface WorkspaceParts extends Pick<CorePorts, 'clock' | 'random' | 'log' | 'settings'> {
  readonly events: Events;
  readonly access: Pick<WorkspaceAccess, 'id' | 'serverUrl'>;
  /** Closed when the workspace stops. */
  readonly store: Store;
  readonly connector: Connector;
}

/** Starts syncing in the background and answers calls from the store at once. */
export async function runWorkspace(parts: WorkspaceParts): Promise<Workspace> {
  const { store, connector, events, clock, log, access } = parts;
  const serverTime = new ServerTime(clock, () => {
    events.changed('clock.changed');
    // Undo times and deadlines are server times.
    outbox.wake();
    void clockKeeper.save();
  });
  const clockKeeper = keepClock({ store, log, serverTime });
  serverTime.measureRoundTripsWith(() => connector.roundTrips());
  const saved = await store.call('sync.get', { keys: ['workspace', 'syncedAt'] });

  let workspace = parseJson(saved['workspace']) as WorkspaceInfo | null;
  const onProfile = ({ accountId, accountName, agent: me }: Profile): void => {
    workspace = { id: access.id, serverUrl: access.serverUrl, accountName, me };
    void store.call('sync.set', {
      values: { workspace: JSON.stringify(workspace), accountId: String(accountId) },
    });
    events.changed('workspace.changed');
  };
  const onApplied = (applied: Applied): void => {
    events.applied(applied);
    outbox.wake();
  };
  const onOutboxChanged = (conversationId: number): void => {
    events.changedIn('outbox.changed', [conversationId]);
    events.changedIn('conversations.changed', [conversationId]);
  };
  const engine: SyncEngine = new SyncEngine(
    {
      ...parts,
      serverTime,
      onApplied,
      onProfile,
      onStatus: () => {
        outbox.connectionIs(engine.isLive);
        events.changed('sync.changed');
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
    ...parts,
    serverTime,
    canSend: () => engine.isLive,
    meId: () => workspace?.me.id ?? 0,
    onChanged: onOutboxChanged,
    onApplied,
    onConnectionFailed: (error) => engine.connectionFailed(error),
  });
  await restoreSavedClock({ store, log, serverTime });
  await outbox.recover();

  let ticks = 0;
  const time = watchTime({
    clock,
    onTravel: ({ kind, gapMs }) => {
      log.write('info', 'time travel', { kind, gapMs });
      void clockKeeper.save();
      engine.wake();
    },
    onTick: () => {
      ticks += 1;
      if (ticks % ticksPerSave === 0) void clockKeeper.save();
    },
  });
  engine.start();
  return {
    handlers: createHandlers({ ...parts, engine, outbox, serverTime, workspace: () => workspace }),
    wake: () => engine.wake(),
    async stop() {
      time.stop();
      await outbox.stop();
      await engine.stop();
      await clockKeeper.save();
      await store.close();
    },
  };
}

/** Our own writing: a value that does not parse is treated as absent, because the server will tell it again. */
function parseJson(text: string | undefined): unknown {
  if (text === undefined) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
