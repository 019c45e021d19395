import type { Client } from '../../shared/contract/client.ts';
import { CallError } from '../../shared/contract/errors.ts';
import { coalesce } from './coalesce.ts';
import { withNewest, withOlder } from './merge-messages.ts';
import { patchThread, type AppStore, type ThreadState } from './store.ts';

/** Messages read at first and with each step back; and the most the core gives at once. */
const pageRows = 60;
const mostRows = 200;

export interface ThreadReader {
  open(conversationId: number): Promise<void>;
  refresh(): Promise<void>;
  /** The conversation itself: header, window, chips. */
  refreshConversation(): Promise<void>;
  loadOlder(): Promise<void>;
}

export function createThreadReader(store: AppStore, client: Client): ThreadReader {
  const thread = (): ThreadState | null => store.getState().thread;

  const refresh = coalesce(async () => {
    const before = thread();
    if (before === null) return;
    const { conversationId } = before;
    try {
      if (before.loadingOlder === 'server') await prependOlder(before);
      const limit = Math.min(mostRows, Math.max(pageRows, before.messages.length));
      const page = await client.call('messages.list', { conversationId, before: null, limit });
      const now = thread();
      if (now?.conversationId !== conversationId) return;
      const messages = withNewest(now.messages, page.rows);
      const reachesBack = messages.length > page.rows.length;
      patchThread(store, conversationId, {
        messages,
        hasOlder: reachesBack ? now.hasOlder : page.hasOlder,
        serverHasOlder: page.serverHasOlder,
        state: 'ready',
      });
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
        const byId = { ...state.conversations.byId, [conversationId]: conversation };
        return { ...state, conversations: { ...state.conversations, byId } };
      });
    } catch (error) {
      if (isGone(error)) patchThread(store, conversationId, { state: 'gone' });
    }
  });

  async function prependOlder({ conversationId, messages }: ThreadState): Promise<void> {
    const before = messages[0]?.id ?? null;
    const page = await client.call('messages.list', { conversationId, before, limit: pageRows });
    const now = thread();
    if (now?.conversationId !== conversationId) return;
    patchThread(store, conversationId, {
      messages: withOlder(now.messages, page.rows),
      hasOlder: page.hasOlder,
      serverHasOlder: page.serverHasOlder,
      loadingOlder: 'no',
    });
  }

  return {
    async open(conversationId) {
      const empty: ThreadState = {
        conversationId,
        messages: [],
        hasOlder: false,
        serverHasOlder: false,
        state: 'loading',
        loadingOlder: 'no',
      };
      store.setState({ thread: empty });
      const asked = client.call('conversations.open', { conversationId }).catch(() => undefined);
      await Promise.all([refresh(), refreshConversation(), asked]);
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
  };
}

function isGone(error: unknown): boolean {
  return error instanceof CallError && error.code === 'not-found';
}
