/** Everything the agent can do on the page, except what the composer and the template picker send themselves. */
import type { Client } from '../../shared/contract/client.ts';
import type { CallInput, CallResult } from '../../shared/contract/contract.ts';
import type { ConversationAction, OutboxItem } from '../../shared/contract/outbox.ts';
import type { ConversationFilter, ConversationStatus, Message, View } from '../../shared/contract/entities.ts';
import type { Settings } from '../../shared/contract/settings.ts';
import { CallError } from '../../shared/contract/errors.ts';
import type { MessageKey } from '../../shared/i18n/en.ts';
import type { ListReader } from './list-reader.ts';
import {
  noFilter,
  noStart,
  patch,
  patchList,
  type AppStore,
  type ComposerMode,
  type Page,
  type SortOrder,
  type StartForm,
  type TemplatePickerRequest,
  type UiState,
} from './store.ts';
import type { ThreadGap, ThreadReader } from './thread-reader.ts';

export interface AppActions {
  readonly ui: {
    /** A page that fills the window. Going there closes menus and popovers; the open conversation stays open. */
    goTo(page: Page): void;
    /** To the page that starts a conversation, with this filled in and nothing else. */
    start(form: Partial<StartForm>): void;
    setStart(change: Partial<StartForm>): void;
    setSearch(text: string): void;
    select(conversationId: number): void;
    /** Narrow window: from the thread back to the list. */
    back(): void;
    openTemplatePicker(request: TemplatePickerRequest): void;
    closeTemplatePicker(): void;
    /** null: whatever mode the composer is in. */
    focusComposer(mode: ComposerMode | null): void;
    setContextOpen(open: boolean): void;
    setComposing(composing: boolean): void;
    /** Opens the conversation and brings the message into view. */
    showMessage(conversationId: number, messageId: number): void;
    /** To answer this very message: the composer of its conversation takes it and gets focus. */
    quote(message: Message): void;
    setPopover(popover: UiState['popover']): void;
    notice(key: MessageKey | null): void;
  };
  readonly list: {
    setView(view: View): void;
    setSort(sort: SortOrder): void;
    setFilter(change: Partial<ConversationFilter>): void;
    /** The rows that are in sight: they are kept fresh, and what follows them is fetched ahead. */
    showing(firstId: number, lastId: number): void;
    retry(): void;
  };
  readonly thread: {
    /** It is under the cursor or the pointer, and will probably be opened next. */
    readAhead(conversationId: number): void;
    loadOlder(): void;
    /** Only after a jump back. */
    loadNewer(): void;
    /** Back to the newest messages. */
    toNewest(): void;
    /** Asks the server for what lies between two messages. False: it could not be asked. */
    fillGap(gap: ThreadGap): Promise<boolean>;
    retry(): void;
  };
  readonly conversation: {
    /** These resolve to false if the core refused; the reason is shown as a notice. */
    act(conversationId: number, action: ConversationAction): Promise<boolean>;
    /** The same for many. Resolves to those that were changed, each with the name of its change. */
    actOnMany(ids: readonly number[], action: ConversationAction): Promise<readonly ChangedOne[]>;
    /** Takes such changes back. Null: the core could not; the reason is shown as a notice. */
    undoMany(changes: CallInput<'conversations.undoMany'>['changes']): Promise<UndoneMany | null>;
    assign(conversationId: number, assigneeId: number | null): Promise<boolean>;
    setStatus(conversationId: number, status: ConversationStatus, snoozedUntil?: number | null): Promise<boolean>;
  };
  readonly outbox: {
    decide(clientId: string, decision: CallInput<'outbox.decide'>['decision']): Promise<boolean>;
    /** Undo and edit: its text goes back to the composer of its own conversation and audience, which takes focus. */
    takeBack(item: OutboxItem): Promise<boolean>;
  };
  readonly settings: { set(change: Partial<Settings>): Promise<boolean> };
  readonly sync: { retry(): void };
}

export type ChangedOne = CallInput<'conversations.actOnMany'>['targets'][number];
export type UndoneMany = CallResult<'conversations.undoMany'>;

export interface ActionParts {
  readonly store: AppStore;
  readonly client: Client;
  readonly list: ListReader;
  readonly thread: ThreadReader;
}

/** The most that `conversations.actOnMany` and `undoMany` take at once. */
const mostTargets = 500;

export function createActions({ store, client, list, thread }: ActionParts): AppActions {
  const ui = (change: Partial<UiState>): void => patch(store, 'ui', change);

  /** Refusals become a notice. A broken wire has its own banner, so it is not said twice. */
  async function attempt(run: () => Promise<unknown>): Promise<boolean> {
    try {
      await run();
      return true;
    } catch (error) {
      if (error instanceof CallError) ui({ notice: `error.${error.code}` });
      return false;
    }
  }
  function act(conversationId: number, action: ConversationAction): Promise<boolean> {
    patchList(store, { turn: store.getState().conversations.list.turn + 1 });
    const clientId = crypto.randomUUID();
    return attempt(() => client.call('conversations.act', { conversationId, clientId, action }));
  }
  async function actOnMany(ids: readonly number[], action: ConversationAction): Promise<readonly ChangedOne[]> {
    patchList(store, { turn: store.getState().conversations.list.turn + 1 });
    const done: ChangedOne[] = [];
    for (let from = 0; from < ids.length; from += mostTargets) {
      const some = ids.slice(from, from + mostTargets);
      const targets = some.map((conversationId) => ({ conversationId, clientId: crypto.randomUUID() }));
      // One after the other, so that a refusal in the middle does not overtake the rest.
      if (await attempt(() => client.call('conversations.actOnMany', { targets, action }))) done.push(...targets);
    }
    return done;
  }
  async function undoMany(changes: CallInput<'conversations.undoMany'>['changes']): Promise<UndoneMany | null> {
    patchList(store, { turn: store.getState().conversations.list.turn + 1 });
    const sum = { undone: 0, ran: 0, changed: 0 };
    for (let from = 0; from < changes.length; from += mostTargets) {
      const some = changes.slice(from, from + mostTargets);
      const done = await attempt(async () => {
        const { undone, ran, changed } = await client.call('conversations.undoMany', { changes: some });
        sum.undone += undone;
        sum.ran += ran;
        sum.changed += changed;
      });
      if (!done) return null;
    }
    return sum;
  }
  function show(view: View, sort: SortOrder, filter: ConversationFilter): void {
    patchList(store, { view, sort, filter, ids: [], more: false, state: 'loading' });
    void list.refresh();
  }

  function select(conversationId: number): void {
    const again = store.getState().ui.selectedId === conversationId;
    ui({
      page: 'inbox',
      selectedId: conversationId,
      pane: 'thread',
      popover: 'none',
      ...(again ? {} : { templatePicker: null }),
    });
    if (!again) void thread.open(conversationId);
  }
  function takeBack({ clientId, content, conversationId }: OutboxItem): Promise<boolean> {
    if (content.kind === 'action') return Promise.resolve(false);
    return attempt(async () => {
      const { draft } = await client.call('outbox.takeBack', { clientId });
      // The answer says that it is gone; its bubble must not offer anything until the next read says so too.
      const { items } = store.getState().outbox;
      patch(store, 'outbox', { items: items.filter((item) => item.clientId !== clientId) });
      const turn = (store.getState().ui.givenBack?.turn ?? 0) + 1;
      ui({ givenBack: { draft, text: content.text, turn } });
      select(conversationId);
    });
  }

  async function reach(conversationId: number, messageId: number): Promise<void> {
    if (!(await thread.reach(conversationId, messageId))) ui({ notice: 'thread.notHere' });
  }

  return {
    ui: {
      goTo: (page) => ui({ page, popover: 'none' }),
      start: (form) => ui({ page: 'start', popover: 'none', start: { ...noStart, ...form } }),
      setStart: (change) => ui({ start: { ...store.getState().ui.start, ...change } }),
      setSearch: (search) => ui({ search }),
      select,
      showMessage(conversationId, messageId) {
        select(conversationId);
        ui({ shownMessage: { conversationId, messageId, turn: (store.getState().ui.shownMessage?.turn ?? 0) + 1 } });
        void reach(conversationId, messageId);
      },
      back: () => ui({ pane: 'list' }),
      openTemplatePicker: (request) => ui({ templatePicker: request }),
      closeTemplatePicker: () => ui({ templatePicker: null }),
      focusComposer(mode) {
        ui({ composerFocus: { mode, turn: (store.getState().ui.composerFocus?.turn ?? 0) + 1 } });
      },
      setContextOpen: (contextOpen) => ui({ contextOpen }),
      setComposing: (composing) => ui({ composing }),
      quote(message) {
        ui({ quote: { message, turn: (store.getState().ui.quote?.turn ?? 0) + 1 } });
      },
      setPopover: (popover) => ui({ popover }),
      notice: (notice) => ui({ notice }),
    },
    list: {
      setView(view) {
        ui({ page: 'inbox', pane: 'list', popover: 'none' });
        show(view, view === 'closing' ? 'closing' : 'activity', noFilter);
      },
      setSort(sort) {
        const { view, filter } = store.getState().conversations.list;
        show(view, sort, filter);
      },
      setFilter(change) {
        const { filter } = store.getState().conversations.list;
        // The rows of before stay until the answer is there: an empty list between two letters would only flicker.
        patchList(store, { filter: { ...filter, ...change }, state: 'loading' });
        void list.refresh();
      },
      showing: (firstId, lastId) => void list.showing(firstId, lastId),
      retry() {
        patchList(store, { state: 'loading' });
        void list.refresh();
      },
    },
    thread: {
      readAhead: (conversationId) => thread.ahead.want(conversationId),
      loadOlder: () => void thread.loadOlder(),
      loadNewer: () => void thread.loadNewer(),
      toNewest: () => void thread.toNewest(),
      fillGap: (gap) => attempt(() => thread.fillGap(gap)),
      retry() {
        const { selectedId } = store.getState().ui;
        if (selectedId !== null) void thread.open(selectedId);
      },
    },
    conversation: {
      act,
      actOnMany,
      undoMany,
      assign: (conversationId, assigneeId) => act(conversationId, { kind: 'assign', assigneeId }),
      setStatus: (conversationId, status, snoozedUntil = null) =>
        act(conversationId, { kind: 'set-status', status, snoozedUntil }),
    },
    outbox: {
      decide: (clientId, decision) => attempt(() => client.call('outbox.decide', { clientId, decision })),
      takeBack,
    },
    settings: {
      set: (change) => attempt(async () => store.setState({ settings: await client.call('settings.set', change) })),
    },
    sync: { retry: () => void attempt(() => client.call('sync.retry', {})) },
  };
}
