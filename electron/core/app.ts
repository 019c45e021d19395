/** Wires the core from its ports. Nothing is built at import time; two cores can live in one process (tests do that). */
import type { Handlers } from '../../shared/contract/contract.ts';
import { CallError } from '../../shared/contract/errors.ts';
import { mayGoOn, maySignIn } from '../../shared/policy/policy.ts';
import type { AppHandlers, RoutedEvent } from '../../shared/contract/routing.ts';
import { AlertDesk } from './alerts/alert-desk.ts';
import { createDeskAlerts, type DeskAlerts } from './alerts/desk-alerts.ts';
import { pageOnly } from './alerts/page-only.ts';
import { accountHandlers, type AccountParts } from './accounts/handlers.ts';
import { Registry } from './accounts/registry.ts';
import { createSignIn } from './accounts/sign-in.ts';
import { Workspaces, type GivenServer } from './accounts/workspaces.ts';
import { createChatwootSignIn } from './connectors/chatwoot/sign-in.ts';
import { DeskLock } from './desk-lock/desk-lock.ts';
import { Events } from './events.ts';
import { networkHandlers } from './handlers/network.ts';
import { settingsHandlers } from './handlers/settings.ts';
import { createFileKeys, type FileKeys } from './files/file-keys.ts';
import { createFileRoutes, type FileRoutes } from './files/file-routes.ts';
import type { CorePorts } from './ports.ts';
import { pricingHandlers } from './pricing/rates-file.ts';
import { UpdateDesk } from './updates/update-desk.ts';
import { openWorkspace } from './workspace.ts';

export interface StartWith {
  /** The practice server that came up with the app; null: none did. */
  readonly practice: GivenServer | null;
  /** A workspace for this run, from the command line and the environment. */
  readonly given: GivenServer | null;
}

export interface Core {
  /**
   * The app's own calls (null) or those of one workspace; null if there is no such workspace. A call made before `start`
   * has come so far waits for it.
   */
  handlersOf(workspace: string | null): Partial<Handlers> | null;
  /** Answers `/files` and `/media` of the page's own origin. */
  readonly fileRoutes: FileRoutes;
  /** What the shell shows and is told outside the page. */
  readonly alerts: DeskAlerts;
  /** Events for the page, until the returned function is called. */
  onEvent(listener: (event: RoutedEvent) => void): () => void;
  /**
   * Opens all workspaces and starts syncing in the background; resolves when calls are answered. Rejects with a
   * `StoreError` if not one could be opened; kind `busy`: another Latchkey has this folder open.
   */
  start(how: StartWith): Promise<void>;
  stop(): Promise<void>;
  /** The person left: pages see nothing until the PIN was typed. Does nothing without one. */
  lock(why: string): void;
  /** A request is under way whose answer would be lost. */
  isSending(): boolean;
  /** After a wake-up or a network change: try now instead of at the next planned moment. */
  wake(): void;
}

export function createCore(ports: CorePorts): Core {
  const appEvents = new Events(ports.clock);
  const listeners = new Set<(event: RoutedEvent) => void>();
  const emit = (event: RoutedEvent): void => {
    for (const listener of listeners) listener(event);
  };
  appEvents.listen((event) => emit({ ...event, workspace: null }));
  const opened = Promise.withResolvers<AccountParts>();
  // Nobody may be waiting when start() fails; its caller gets the error anyway.
  opened.promise.catch(() => {});
  let parts: AccountParts | null = null;
  const desk = new AlertDesk({
    ...ports,
    notifier: ports.notifier ?? pageOnly,
    events: appEvents,
    isLocked: () => lock.isLocked,
    // What is typed into a notification of a locked desk waits in the page.
    handlersOf: async (workspace) => (lock.isLocked ? null : (await opened.promise).workspaces.handlersOf(workspace)),
  });
  const alerts = createDeskAlerts({
    ...ports,
    desk,
    isLocked: () => lock.isLocked,
    running: () => parts?.workspaces.running() ?? [],
  });
  const isSending = (): boolean => parts?.workspaces.running().some(([, workspace]) => workspace.isSending()) ?? false;
  const updates = new UpdateDesk({ ...ports, updater: ports.updater ?? null, events: appEvents, isSending });
  const fileKeys = createFileKeys(ports);
  const lock: DeskLock = new DeskLock({
    ...ports,
    events: appEvents,
    onLocked: () => fileKeys.renew(),
    signOutAll: async () => (await opened.promise).workspaces.signOutAll(),
  });
  listeners.add((event) => {
    alerts.heard(event.name);
    if (event.name === 'settings.changed') updates.settingsChanged();
  });
  const appHandlers: AppHandlers = {
    ...lock.handlers(),
    ...desk.handlers(),
    ...accountHandlers(opened.promise),
    ...settingsHandlers({ ...ports, events: appEvents }),
    ...networkHandlers(ports),
    ...pricingHandlers(ports),
    ...updates.handlers(),
  };
  let isStopped = false;

  return {
    handlersOf(workspace) {
      const handlers = workspace === null ? appHandlers : (parts?.workspaces.handlersOf(workspace) ?? null);
      return handlers === null ? null : lock.guard(handlers);
    },
    alerts,
    fileRoutes: createFileRoutes(
      (workspace) => (lock.isLocked ? null : (parts?.workspaces.filesOf(workspace) ?? null)),
      fileKeys,
    ),
    lock: (why) => lock.lock(why),
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async start({ practice, given }) {
      try {
        await lock.open();
        const made = await prepare(ports, appEvents, emit, desk, fileKeys);
        if (isStopped) return;
        parts = made;
        await made.workspaces.start(ports.policy.practice ? practice : null, given);
        opened.resolve(made);
        updates.start();
      } catch (error) {
        opened.reject(new CallError('storage', 'The local databases could not be opened.'));
        throw error;
      }
    },
    async stop() {
      isStopped = true;
      lock.stop();
      alerts.stop();
      updates.stop();
      parts?.signIn.stop();
      await parts?.workspaces.stop();
      appEvents.stop();
      listeners.clear();
    },
    isSending,
    wake() {
      lock.check();
      parts?.workspaces.wake();
    },
  };
}

async function prepare(
  ports: CorePorts,
  appEvents: Events,
  emit: (event: RoutedEvent) => void,
  desk: AlertDesk,
  fileKeys: FileKeys,
): Promise<AccountParts> {
  const registry = await Registry.open(ports.files, ports.log);
  const workspaces = new Workspaces({
    ...ports,
    registry,
    mayGoOn: (serverUrl) => mayGoOn(ports.policy, serverUrl),
    appEvents,
    emit,
    open: (access, events, watch) => openWorkspace(ports, events, access, watch, desk.of(access.id), fileKeys),
  });
  const signIn = createSignIn({
    ...ports,
    server: createChatwootSignIn(ports),
    maySignIn: (serverUrl) => maySignIn(ports.policy, serverUrl),
    enter: (identity, stay) => workspaces.enter(identity, stay),
  });
  return { workspaces, signIn, vault: ports.vault };
}
