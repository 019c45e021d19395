import type { Client } from '../../shared/contract/client.ts';
import type { Conversation, ConversationCursor } from '../../shared/contract/entities.ts';
import { coalesce } from './coalesce.ts';
import { patch, patchList, type AppStore } from './store.ts';

/** Rows asked for while scrolling, and the most the core gives at once. */
const pageRows = 50;
const mostRows = 200;

export interface ListReader {
  /** Reads again as many rows as are loaded. */
  refresh(): Promise<void>;
  /** One page more, by keyset. */
  loadMore(): Promise<void>;
  readCounts(): Promise<void>;
}

export function createListReader(store: AppStore, client: Client): ListReader {
  const current = () => store.getState().conversations.list;

  /** Rows of the view the agent looks at when the answer is here; null if that is another one by now. */
  async function read(after: ConversationCursor | null, rows: number) {
    const { view, sort } = current();
    const found: Conversation[] = [];
    let next = after;
    do {
      const limit = Math.min(mostRows, rows - found.length);
      const page = await client.call('conversations.list', { view, sort, after: next, limit });
      found.push(...page.rows);
      next = page.next;
    } while (next !== null && found.length < rows);
    const now = current();
    return now.view === view && now.sort === sort ? { found, next } : null;
  }

  const refresh = coalesce(async () => {
    try {
      const answer = await read(null, Math.max(pageRows, current().ids.length));
      if (answer === null) return;
      store.setState((state) => {
        // Rows that left the list stay known: it may go on showing them for a moment (steady-order.ts).
        const byId = { ...state.conversations.byId };
        for (const row of answer.found) byId[row.id] = row;
        const list = {
          ...state.conversations.list,
          ids: idsOf(answer.found),
          next: answer.next,
          state: 'ready' as const,
        };
        return { ...state, conversations: { ...state.conversations, byId, list } };
      });
    } catch {
      // What is shown stays; an empty list has to say that it is empty for another reason.
      if (current().state === 'loading') patchList(store, { state: 'error' });
    }
  });

  return {
    refresh,
    async loadMore() {
      const { next, loadingMore, state, turn } = current();
      if (next === null || loadingMore || state !== 'ready') return;
      patchList(store, { loadingMore: true });
      try {
        const answer = await read(next, pageRows);
        if (answer === null || current().turn !== turn) return;
        store.setState((state) => {
          const byId = { ...state.conversations.byId };
          for (const row of answer.found) byId[row.id] = row;
          const ids = [...new Set([...state.conversations.list.ids, ...idsOf(answer.found)])];
          const list = { ...state.conversations.list, ids, next: answer.next };
          return { ...state, conversations: { ...state.conversations, byId, list } };
        });
      } catch {
        // Scrolling on asks again.
      } finally {
        patchList(store, { loadingMore: false });
      }
    },
    readCounts: coalesce(async () => {
      try {
        const { counts } = await client.call('conversations.counts', {});
        patch(store, 'conversations', { counts });
      } catch {
        // The next event asks again.
      }
    }),
  };
}

function idsOf(rows: readonly Conversation[]): readonly number[] {
  return rows.map((row) => row.id);
}
