/**
 * Keeps the store fresh. Events only say that something changed; everything visible is read again, so lost or unordered
 * events do no harm, and after a broken wire everything is read once more.
 */
import type { Client } from '../../shared/contract/client.ts';
import { CallError } from '../../shared/contract/errors.ts';
import type { PageClock } from './clock.ts';
import { coalesce } from './coalesce.ts';
import type { ListReader } from './list-reader.ts';
import { patch, type AppStore } from './store.ts';
import type { ThreadReader } from './thread-reader.ts';

export interface Feed {
  readAll(): Promise<void>;
  /** Starts listening; returns stop. */
  start(): () => void;
}

export interface FeedParts {
  readonly store: AppStore;
  readonly client: Client;
  readonly clock: PageClock;
  readonly list: ListReader;
  readonly thread: ThreadReader;
}

/** Errors of a single read are not shown: what is on the screen stays true, and the next event reads again. */
function quietly(read: () => Promise<void>): () => Promise<void> {
  return coalesce(() => read().catch(() => undefined));
}

export function createFeed({ store, client, clock, list, thread }: FeedParts): Feed {
  const concernsOpen = (ids: readonly number[] | null): boolean => {
    const { selectedId } = store.getState().ui;
    return selectedId !== null && (ids === null || ids.includes(selectedId));
  };
  const readSync = quietly(async () => patch(store, 'sync', { status: await client.call('sync.get', {}) }));
  const readClock = quietly(async () => clock.set(await client.call('clock.get', {})));
  const readSettings = quietly(async () => store.setState({ settings: await client.call('settings.get', {}) }));
  const readComputer = quietly(async () => store.setState({ computer: await client.call('computer.get', {}) }));
  const readOutbox = quietly(async () => {
    const { items } = await client.call('outbox.list', { conversationId: null });
    store.setState({ outbox: { items } });
  });
  /** Each by itself: without the labels the teammates still are good. */
  const readDirectory = quietly(async () => {
    await Promise.allSettled([
      client.call('agents.list', {}).then(({ agents }) => patch(store, 'directory', { agents })),
      client.call('teams.list', {}).then(({ teams }) => patch(store, 'directory', { teams })),
      client.call('labels.list', {}).then(({ labels }) => patch(store, 'directory', { labels })),
      client.call('channels.list', {}).then(({ channels }) => patch(store, 'directory', { channels })),
      client.call('canned.list', {}).then(({ responses }) => patch(store, 'directory', { canned: responses })),
      client.call('macros.list', {}).then(({ macros }) => patch(store, 'directory', { macros })),
    ]);
  });
  const readWorkspace = coalesce(async () => {
    try {
      const { workspace, repaired } = await client.call('workspace.get', {});
      patch(store, 'workspace', { info: workspace, repaired, state: 'ready', error: null });
    } catch (error) {
      if (error instanceof CallError) patch(store, 'workspace', { state: 'error', error: error.code });
    }
  });

  async function readAll(): Promise<void> {
    const general = [
      readWorkspace(),
      readSettings(),
      readComputer(),
      readClock(),
      readSync(),
      readOutbox(),
      readDirectory(),
    ];
    await Promise.all([...general, list.refresh(), list.readCounts(), thread.refresh(), thread.refreshConversation()]);
  }

  function start(): () => void {
    const onVisibility = (): void => {
      // The monotonic clock may stand still while the computer sleeps: ask again before anyone trusts the countdown.
      if (!document.hidden) void readClock();
    };
    document.addEventListener('visibilitychange', onVisibility);
    const stops = [
      () => document.removeEventListener('visibilitychange', onVisibility),
      client.on('workspace.changed', () => {
        thread.ahead.drop(null);
        void readAll();
      }),
      client.on('settings.changed', () => void readSettings()),
      client.on('sync.changed', () => void readSync()),
      client.on('directory.changed', () => void readDirectory()),
      client.on('clock.changed', () => void readClock()),
      client.on('conversations.changed', ({ ids }) => {
        void list.refresh();
        void list.readCounts();
        if (concernsOpen(ids)) void thread.refreshConversation();
      }),
      client.on('messages.changed', ({ ids }) => {
        thread.ahead.drop(ids);
        if (concernsOpen(ids)) void thread.refresh();
      }),
      client.on('outbox.changed', ({ ids }) => {
        // Messages first: an item that was sent must not vanish before its message is there.
        if (concernsOpen(ids)) void thread.refresh().then(readOutbox);
        else void readOutbox();
      }),
      client.onConnection((wireConnected) => {
        patch(store, 'sync', { wireConnected });
        thread.ahead.drop(null);
        if (wireConnected) void readAll();
      }),
    ];
    void readAll();
    return () => {
      for (const stop of stops) stop();
    };
  }

  return { readAll, start };
}
