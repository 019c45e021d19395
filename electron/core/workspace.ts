/** One signed-in workspace: its files, its connection, its outbox, and the handlers that answer from them. */
import { join } from 'node:path';
import { WorkspaceInfo } from '../../shared/contract/entities.ts';
import type { WorkspaceHandlers } from '../../shared/contract/routing.ts';
import type { SyncStatus } from '../../shared/contract/sync.ts';
import { parseJson } from '../../shared/lang/json.ts';
import { workspacesFolder } from './accounts/registry.ts';
import { AlertCenter } from './alerts/alert-center.ts';
import type { WorkspaceAlerts } from './alerts/alert-desk.ts';
import { summarise, type WorkspaceSummary } from './alerts/workspace-summary.ts';
import { keepClock, restoreSavedClock } from './clock-keeper.ts';
import { createChatwootConnector } from './connectors/chatwoot/chatwoot-connector.ts';
import { ConnectorError, type Connector, type Profile } from './connectors/connector.ts';
import type { Events } from './events.ts';
import { createFileRoom } from './files/file-room.ts';
import type { FileKeys } from './files/file-keys.ts';
import { fileAddresses, type WorkspaceFiles } from './files/file-routes.ts';
import { createMedia } from './files/media.ts';
import { createHandlers } from './handlers/create-handlers.ts';
import type { Connection } from './outbox/freshness.ts';
import { Outbox } from './outbox/outbox.ts';
import type { CorePorts, WorkspaceAccess } from './ports.ts';
import { ServerTime } from './server-time.ts';
import type { Applied } from './store/records.ts';
import { meIdKey } from './store/queries/mentions.ts';
import { keepStore } from './store-keeper.ts';
import { mediaFolder, sendingFolder } from './workspace-files.ts';
import { openStore, type Store } from './store/store-client.ts';
import { SyncEngine } from './sync/engine.ts';
import { watchTime } from './time-travel.ts';
import { withStore } from './with-store.ts';

/** Server time is remembered every 20 s, so that a start without a network can carry on from it. */
const ticksPerSave = 10;

export interface Workspace {
  readonly handlers: WorkspaceHandlers;
  /** Null until the server told it for the first time. */
  info(): WorkspaceInfo | null;
  syncStatus(): SyncStatus;
  /** What the host's routes for bytes read and write. */
  readonly files: WorkspaceFiles;
  /** By query: conversations of mine with something unread, and what has not left this computer. */
  counts(): Promise<{ readonly unread: number; readonly unsent: number }>;
  /** What the tray and the badge say of it. */
  summary(): Promise<WorkspaceSummary>;
  /** A request to the server is under way whose answer would be lost. */
  isSending(): boolean;
  /** After a wake-up or a network change: try now. */
  wake(): void;
  stop(): Promise<void>;
}

/** Whoever keeps the list of workspaces hears of what only the server knows. */
export interface WorkspaceWatch {
  /** On every connection. */
  onProfile(profile: Profile): void;
  /** The token belongs to somebody else than these files: nothing was sent with it, and nothing will be. */
  onStranger(profile: Profile): void;
  onStatus(): void;
  /** Its cache cannot be read any more: it has to be closed and opened anew, which begins an empty one. */
  onCacheDamaged(): void;
}

/** Opens the workspace's own folder and signs in to its server. Rejects with a `StoreError`. */
export async function openWorkspace(
  ports: CorePorts,
  events: Events,
  access: WorkspaceAccess,
  watch: WorkspaceWatch,
  alerts: WorkspaceAlerts,
  fileKeys: FileKeys,
): Promise<Workspace> {
  const folder = join(ports.dataFolder, workspacesFolder, access.id);
  return withStore({
    events,
    watch,
    open: (onDamage) => openStore({ workerUrl: ports.storeWorkerUrl, folder, log: ports.log, onDamage }),
    run: (store) => runOnServer({ ...ports, folder, store, events, access, watch, alerts, fileKeys }),
  });
}

interface ServerParts extends CorePorts, Required<Pick<WorkspaceParts, 'watch' | 'alerts'>> {
  readonly folder: string;
  readonly store: Store;
  readonly events: Events;
  readonly access: WorkspaceAccess;
  readonly fileKeys: FileKeys;
}

async function runOnServer({ folder, fileKeys, ...parts }: ServerParts): Promise<Workspace> {
  const { access, store, watch } = parts;
  // Whose folder this is: the server only tells the account that was used last, on any device.
  const saved = await store.call('sync.get', { keys: ['accountId', 'workspace'] });
  const accountId = access.accountId ?? (saved['accountId'] === undefined ? null : Number(saved['accountId']));
  const connector = createChatwootConnector({
    ...parts,
    ...(access.token === null ? { fetch: signedOutFetch } : {}),
    serverUrl: access.serverUrl,
    token: access.token ?? '',
    ...(accountId === null ? {} : { accountId }),
  });
  const known = infoOf(saved['workspace']);
  const agentId = access.agentId ?? known?.me.id ?? null;
  // A folder that was found again may only have its own word for where it belongs.
  const serverUrl = access.serverUrl === '' ? (known?.serverUrl ?? '') : access.serverUrl;
  const addressOf = fileAddresses(fileKeys, access.id);
  const files = { ...openFiles(parts, folder, store, serverUrl), addressOf };
  return runWorkspace({ ...parts, files, connector: onlyFor(agentId, connector, watch) });
}

function openFiles(
  ports: CorePorts,
  folder: string,
  store: Store,
  serverUrl: string,
): Omit<WorkspaceFiles, 'addressOf'> {
  const { openFileStore } = ports;
  return {
    room: createFileRoom({ ...ports, store, pieces: openFileStore(join(folder, sendingFolder)) }),
    media: createMedia({ ...ports, store, serverUrl, pieces: openFileStore(join(folder, mediaFolder)) }),
  };
}

/** Without a token nothing is asked: to the rest of the core this is a server that signed us out. */
const signedOutFetch: CorePorts['fetch'] = () =>
  Promise.reject(new ConnectorError('signed-out', 'no', null, 'there is no token'));

/** What one agent wrote never goes out in the name of another (law 3): their drafts and outbox stay apart. */
function onlyFor(agentId: number | null, connector: Connector, watch: WorkspaceWatch): Connector {
  if (agentId === null) return connector;
  return {
    ...connector,
    async profile() {
      const profile = await connector.profile();
      if (profile.agent.id === agentId) return profile;
      watch.onStranger(profile);
      throw new ConnectorError('signed-out', 'no', null, 'the token belongs to another agent');
    },
  };
}

/** What a running workspace needs of the world. */
export interface WorkspaceParts extends Pick<
  CorePorts,
  'about' | 'dataFolder' | 'clock' | 'random' | 'log' | 'settings'
> {
  readonly events: Events;
  readonly access: Pick<WorkspaceAccess, 'id' | 'serverUrl'>;
  /** Closed when the workspace stops. */
  readonly store: Store;
  readonly files: WorkspaceFiles;
  readonly connector: Connector;
  readonly watch?: WorkspaceWatch;
  /** Left out where nobody is told of anything. */
  readonly alerts?: WorkspaceAlerts;
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
  const { room } = parts.files;
  await room.tidyUp();

  let workspace = infoOf(saved['workspace']);
  const meId = (): number => workspace?.me.id ?? 0;
  const onProfile = (profile: Profile): void => {
    const { accountId, accountName, agent: me } = profile;
    workspace = { id: access.id, serverUrl: access.serverUrl, accountName, me };
    const values = { workspace: JSON.stringify(workspace), accountId: String(accountId), [meIdKey]: String(me.id) };
    store.call('sync.set', { values }).catch((error: unknown) => {
      log.write('warn', 'the profile was not saved', { detail: String(error) });
    });
    events.changed('workspace.changed');
    parts.watch?.onProfile(profile);
  };
  const onApplied = (applied: Applied): void => {
    events.applied(applied);
    outbox.wake();
    if (applied.outbox.length > 0) void room.sweep();
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
        outbox.connectionIs(connectionOf(engine.status));
        told?.center.liveIs(engine.status.state === 'live');
        events.changed('sync.changed');
        parts.watch?.onStatus();
      },
      onReference: () => {
        events.changed('templates.changed');
        events.changed('directory.changed');
        events.changedIn('conversations.changed', null);
      },
      onLive: () => outbox.wake(),
    },
    saved['syncedAt'] === undefined ? null : Number(saved['syncedAt']),
  );
  const outbox: Outbox = new Outbox({
    ...parts,
    serverTime,
    connection: () => connectionOf(engine.status),
    fileBytes: (id) => room.blob(id),
    meId,
    onChanged: onOutboxChanged,
    onApplied,
    onConnectionFailed: (error) => engine.connectionFailed(error),
  });
  await restoreSavedClock({ store, log, serverTime });
  await outbox.recover();
  const told = parts.alerts === undefined ? null : await tell(parts, parts.alerts, serverTime, meId, engine.status);

  let ticks = 0;
  const time = watchTime({
    clock,
    onTravel: ({ kind, gapMs }) => {
      log.write('info', 'time travel', { kind, gapMs });
      void clockKeeper.save();
      told?.center.woke(gapMs);
      engine.wake();
    },
    onTick: () => {
      ticks += 1;
      if (ticks % ticksPerSave === 0) void clockKeeper.save();
    },
  });
  const storeKeeper = keepStore({ store, clock, log });
  engine.start();
  return {
    handlers: createHandlers({
      ...parts,
      files: room,
      addressOf: (file) => parts.files.addressOf(file),
      engine,
      outbox,
      serverTime,
      workspace: () => workspace,
      onProfile,
    }),
    files: parts.files,
    info: () => workspace,
    syncStatus: () => engine.status,
    counts: () => store.call('workspace.counts', { meId: meId() }),
    summary: () => {
      const { whose } = parts.settings.read().alerts;
      return summarise({ store, serverTime, meId: meId(), whose, status: engine.status });
    },
    isSending: () => outbox.isSending,
    wake: () => engine.wake(),
    async stop() {
      told?.stop();
      time.stop();
      await storeKeeper.stop();
      await outbox.stop();
      await engine.stop();
      await clockKeeper.save();
      await store.close();
    },
  };
}

/** Tells the agent of what happens here. What the store holds already is no news, so this starts before syncing does. */
async function tell(
  parts: WorkspaceParts,
  alerts: WorkspaceAlerts,
  serverTime: ServerTime,
  meId: () => number,
  { lastLiveAt }: SyncStatus,
): Promise<{ readonly center: AlertCenter; stop(): void }> {
  const center = new AlertCenter({
    ...parts,
    ...alerts,
    serverTime,
    meId,
  });
  await center.start(lastLiveAt);
  const stops = [
    alerts.onChanged(() => center.changed()),
    parts.events.listen(({ name }) => {
      if (news.has(name)) center.changed();
    }),
  ];
  return {
    center,
    stop() {
      center.stop();
      for (const stop of stops) stop();
    },
  };
}

const news: ReadonlySet<string> = new Set(['conversations.changed', 'messages.changed', 'outbox.changed']);

function connectionOf({ state }: SyncStatus): Connection {
  return state === 'live' || state === 'catching-up' ? state : 'none';
}

/** Our own writing: a value that does not parse is treated as absent, because the server will tell it again. */
function infoOf(text: string | undefined): WorkspaceInfo | null {
  const parsed = WorkspaceInfo.safeParse(text === undefined ? undefined : parseJson(text));
  return parsed.success ? parsed.data : null;
}
