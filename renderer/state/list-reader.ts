import type { Client } from '../../shared/contract/client.ts';
import type { Conversation } from '../../shared/contract/entities.ts';
import { coalesce } from './coalesce.ts';
import { keepSame } from './keep-same.ts';
import { allOld, idsOf, pageOf, startOf, withPage, type ListPages } from './list-pages.ts';
import { patch, patchList, type AppStore, type ListState } from './store.ts';

/** Rows of a page: some six screens. */
const pageRows = 100;
/** Rows between the last one in sight and the end at which the next page is asked for: a fast flick of the wheel. */
const rowsAhead = 60;

export interface ListReader {
  /** Reads the first page again, and those in sight; the others when they come into sight. */
  refresh(): Promise<void>;
  /** Tells which rows are in sight: old pages among them are read again, and the next one is fetched in time. */
  showing(firstId: number, lastId: number): Promise<void>;
  readCounts(): Promise<void>;
}

export function createListReader(store: AppStore, client: Client): ListReader {
  const current = (): ListState => store.getState().conversations.list;
  let pages: ListPages = [];
  /** The list that `pages` belongs to: its view, order and filter. */
  let pagesOf: Query | null = null;
  let inSight: readonly [firstId: number, lastId: number] = [-1, -1];

  /** Reads one page; false if the agent looks at another list by now. */
  async function read(query: Query, index: number): Promise<boolean> {
    const { view, sort, filter } = query;
    const after = startOf(pages, index);
    const answer = await client.call('conversations.list', { view, sort, filter, after, limit: pageRows });
    if (!sameQuery(query, current())) return false;
    pages = withPage(pages, index, { ids: answer.rows.map(({ id }) => id), next: answer.next });
    show(answer.rows);
    return true;
  }

  function show(rows: readonly Conversation[]): void {
    store.setState((state) => {
      // Rows that left the list stay known: it may go on showing them for a moment (steady-order.ts).
      const byId = { ...state.conversations.byId };
      for (const row of rows) byId[row.id] = keepSame(byId[row.id], row);
      const more = (pages.at(-1)?.next ?? null) !== null;
      const { turn, state: before, ids } = state.conversations.list;
      const list = {
        ...state.conversations.list,
        ids: keepSame(ids, idsOf(pages)),
        more,
        state: 'ready' as const,
        // The rows of the list before may have stayed until now: these take their place whatever the agent is doing.
        turn: before === 'ready' ? turn : turn + 1,
      };
      return { ...state, conversations: { ...state.conversations, byId, list } };
    });
  }

  /** The old pages in sight and one to each side; the first one always: new rows come in there. */
  async function freshen(query: Query): Promise<void> {
    const [first, last] = inSight.map((id) => pageOf(pages, id));
    for (let index = 0; index < Math.max(1, pages.length); index += 1) {
      const near = index === 0 || ((first ?? -1) >= 0 && index >= (first ?? 0) - 1 && index <= (last ?? 0) + 1);
      if (near && pages[index]?.fresh !== true && !(await read(query, index))) return;
    }
  }

  const refresh = coalesce(async () => {
    const query = current();
    pages = pagesOf !== null && sameQuery(pagesOf, query) ? allOld(pages) : [];
    pagesOf = query;
    try {
      await freshen(query);
    } catch {
      // What is shown stays, but not the rows of a list that was shown before this one.
      if (current().state === 'loading') patchList(store, { ids: [], more: false, state: 'error' });
    }
  });

  async function loadNext(): Promise<void> {
    patchList(store, { loadingMore: true });
    try {
      await read(current(), pages.length);
    } finally {
      patchList(store, { loadingMore: false });
    }
  }

  const follow = coalesce(async () => {
    const now = current();
    if (now.state !== 'ready' || pagesOf === null || !sameQuery(pagesOf, now)) return;
    try {
      await freshen(now);
      const left = now.ids.length - 1 - now.ids.lastIndexOf(inSight[1]);
      if (left < rowsAhead && (pages.at(-1)?.next ?? null) !== null) await loadNext();
    } catch {
      // Scrolling on asks again.
    }
  });

  return {
    refresh,
    showing(firstId, lastId) {
      if (inSight[0] === firstId && inSight[1] === lastId) return Promise.resolve();
      inSight = [firstId, lastId];
      return follow();
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

type Query = Pick<ListState, 'view' | 'sort' | 'filter'>;

function sameQuery(a: Query, b: Query): boolean {
  return a.view === b.view && a.sort === b.sort && a.filter === b.filter;
}
