import type { Client } from '../../shared/contract/client.ts';
import type { MessagePage } from '../../shared/contract/entities.ts';
import { CallError } from '../../shared/contract/errors.ts';
import { coalesce } from './coalesce.ts';
import { keepSame } from './keep-same.ts';
import { firstUnread, withAround, withNewest, withOlder } from './merge-messages.ts';
import { createReadAhead, type ReadAhead } from './read-ahead.ts';
import { patchThread, type AppStore, type ThreadState } from './store.ts';

/** Messages read at first and with each step back; and the most the core gives at once. */
const pageRows = 60;
const mostRows = 200;

export type ThreadGap = MessagePage['gaps'][number];

export interface ThreadReader {
  readonly ahead: Pick<ReadAhead, 'want' | 'drop'>;
  open(conversationId: number): Promise<void>;
  refresh(): Promise<void>;
  /** The conversation itself: header, window, chips. */
  refreshConversation(): Promise<void>;
  loadOlder(): Promise<void>;
  /** After a jump back: the messages that follow. */
  loadNewer(): Promise<void>;
  /** After a jump back: the newest messages instead of these. */
  toNewest(): Promise<void>;
  /** Makes sure that this message is among those shown. False: it is not on this device. */
  reach(conversationId: number, messageId: number): Promise<boolean>;
  fillGap(gap: ThreadGap): Promise<void>;
}

export function createThreadReader(store: AppStore, client: Client): ThreadReader {
  const thread = (): ThreadState | null => store.getState().thread;
  /** The thread, if the agent still looks at this conversation. */
  const stillOpen = (conversationId: number): ThreadState | null => {
    const now = thread();
    return now?.conversationId === conversationId ? now : null;
  };
  let opening: Promise<unknown> = Promise.resolve();
  /** Opening marks it as read, so how much was unread is known only before. */
  let unreadAtOpening = 0;
  let loadingNewer = false;
  const unreadOf = (conversationId: number): number => store.getState().conversations.byId[conversationId]?.unread ?? 0;
  /** All that is unread, and what came before it. */
  const rowsAtOpening = (unread: number): number => Math.min(mostRows, Math.max(pageRows, unread + 20));
  const ahead = createReadAhead((conversationId) =>
    client.call('messages.list', { conversationId, before: null, limit: rowsAtOpening(unreadOf(conversationId)) }),
  );

  async function readNewest(before: ThreadState, atLeast: number): Promise<void> {
    const { conversationId } = before;
    const loading = before.state === 'loading';
    const limit = loading ? rowsAtOpening(unreadAtOpening) : Math.min(mostRows, Math.max(pageRows, atLeast));
    const page = await client.call('messages.list', { conversationId, before: null, limit });
    const now = stillOpen(conversationId);
    // A jump back meanwhile: these are not what the agent looks at any more.
    if (now === null || now.hasNewer) return;
    const run = withNewest(now, page);
    const reachesBack = run.messages.length > page.rows.length;
    patchThread(store, conversationId, {
      ...run,
      hasOlder: reachesBack ? now.hasOlder : page.hasOlder,
      serverHasOlder: page.serverHasOlder,
      state: 'ready',
      // Together with the messages: the list decides once where it opens.
      ...(now.state === 'loading' ? { unreadFrom: firstUnread(run.messages, unreadAtOpening) } : {}),
    });
  }

  async function readAround({ conversationId }: ThreadState, messageId: number, limit: number): Promise<void> {
    const page = await client.call('messages.around', { conversationId, messageId, limit });
    const now = stillOpen(conversationId);
    if (now === null) return;
    const run = withAround(now, page);
    const [first, last] = [run.messages[0]?.id, run.messages.at(-1)?.id];
    patchThread(store, conversationId, {
      ...run,
      hasOlder: first === page.rows[0]?.id ? page.hasOlder : now.hasOlder,
      hasNewer: last === page.rows.at(-1)?.id ? page.hasNewer : now.hasNewer,
      serverHasOlder: page.serverHasOlder,
    });
  }

  const refresh = coalesce(async () => {
    const before = thread();
    if (before === null) return;
    const { conversationId, messages, hasNewer } = before;
    try {
      if (before.loadingOlder === 'server') await prependOlder(before);
      const middle = messages[Math.floor(messages.length / 2)];
      if (hasNewer && middle !== undefined) {
        await readAround(before, middle.id, Math.max(2, Math.min(mostRows, messages.length)));
      } else await readNewest(before, messages.length);
    } catch (error) {
      if (thread()?.state !== 'loading') return;
      patchThread(store, conversationId, { state: isGone(error) ? 'gone' : 'error' });
    }
  });

  const refreshConversation = coalesce(async () => {
    const conversationId = store.getState().ui.selectedId;
    if (conversationId === null) return;
    try {
      const { conversation } = await client.call('conversations.get', { conversationId });
      store.setState((state) => {
        const { byId: before } = state.conversations;
        const now = keepSame(before[conversationId], conversation);
        if (now === before[conversationId]) return state;
        const byId = { ...before, [conversationId]: now };
        return { ...state, conversations: { ...state.conversations, byId } };
      });
    } catch (error) {
      if (isGone(error)) patchThread(store, conversationId, { state: 'gone' });
    }
  });

  async function prependOlder({ conversationId, messages }: ThreadState): Promise<void> {
    const before = messages[0]?.id ?? null;
    const page = await client.call('messages.list', { conversationId, before, limit: pageRows });
    const now = stillOpen(conversationId);
    if (now === null) return;
    patchThread(store, conversationId, {
      ...withOlder(now, page),
      hasOlder: page.hasOlder,
      serverHasOlder: page.serverHasOlder,
      loadingOlder: 'no',
    });
  }

  async function open(conversationId: number): Promise<void> {
    unreadAtOpening = unreadOf(conversationId);
    const page = ahead.take(conversationId);
    const empty = emptyThread(conversationId);
    store.setState({ thread: page === null ? empty : withFirst(empty, page, unreadAtOpening) });
    const asked = client.call('conversations.open', { conversationId }).catch(() => undefined);
    await Promise.all([page === null ? refresh() : null, refreshConversation(), asked]);
  }

  return {
    ahead,
    open(conversationId) {
      const done = open(conversationId);
      opening = done;
      return done;
    },
    refresh,
    refreshConversation,
    async loadOlder() {
      const now = thread();
      if (now === null || now.loadingOlder !== 'no' || now.state !== 'ready') return;
      const { conversationId } = now;
      try {
        if (now.hasOlder) {
          patchThread(store, conversationId, { loadingOlder: 'device' });
          await prependOlder(now);
        } else if (now.serverHasOlder) {
          patchThread(store, conversationId, { loadingOlder: 'server' });
          await client.call('messages.loadOlder', { conversationId });
        }
      } catch {
        patchThread(store, conversationId, { loadingOlder: 'no' });
      }
    },
    async loadNewer() {
      const now = thread();
      const last = now?.messages.at(-1);
      if (now === null || last === undefined || !now.hasNewer || loadingNewer) return;
      loadingNewer = true;
      // If it fails, scrolling on asks again.
      await readAround(now, last.id, 2 * pageRows).catch(() => undefined);
      loadingNewer = false;
    },
    async toNewest() {
      const now = thread();
      if (now === null || !now.hasNewer) return;
      patchThread(store, now.conversationId, { hasNewer: false, messages: [], gaps: [] });
      await refresh();
    },
    async reach(conversationId, messageId) {
      await opening;
      const now = stillOpen(conversationId);
      if (now === null || now.state !== 'ready') return true;
      if (now.messages.some(({ id }) => id === messageId)) return true;
      try {
        await readAround(now, messageId, 2 * pageRows);
        return true;
      } catch (error) {
        return !isGone(error);
      }
    },
    async fillGap(gap) {
      const now = thread();
      if (now === null) return;
      await client.call('messages.fillGap', { conversationId: now.conversationId, ...gap });
    },
  };
}

function emptyThread(conversationId: number): ThreadState {
  return {
    conversationId,
    messages: [],
    gaps: [],
    hasOlder: false,
    hasNewer: false,
    serverHasOlder: false,
    unreadFrom: null,
    state: 'loading',
    loadingOlder: 'no',
  };
}

function withFirst(thread: ThreadState, page: MessagePage, unread: number): ThreadState {
  const { rows, gaps, hasOlder, serverHasOlder } = page;
  const unreadFrom = firstUnread(rows, unread);
  return { ...thread, messages: rows, gaps, hasOlder, serverHasOlder, unreadFrom, state: 'ready' };
}

function isGone(error: unknown): boolean {
  return error instanceof CallError && error.code === 'not-found';
}
