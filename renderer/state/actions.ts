/** Everything the agent can do on the page, except what the composer and the template picker send themselves. */
import type { Client } from '../../shared/contract/client.ts';
import type { CallInput } from '../../shared/contract/contract.ts';
import type {
  ConversationAction,
  ConversationStatus,
  OutboxItem,
  Settings,
  View,
} from '../../shared/contract/entities.ts';
import { CallError } from '../../shared/contract/errors.ts';
import type { MessageKey } from '../../shared/i18n/en.ts';
import type { ListReader } from './list-reader.ts';
import {
  patch,
  patchList,
  type AppStore,
  type ComposerMode,
  type SortOrder,
  type TemplatePickerRequest,
  type UiState,
} from './store.ts';
import type { ThreadReader } from './thread-reader.ts';

export interface AppActions {
  readonly ui: {
    select(conversationId: number): void;
    /** Narrow window: from the thread back to the list. */
    back(): void;
    openTemplatePicker(request: TemplatePickerRequest): void;
    closeTemplatePicker(): void;
    /** null: whatever mode the composer is in. */
    focusComposer(mode: ComposerMode | null): void;
    setContextOpen(open: boolean): void;
    /** Opens the conversation and brings the message into view. */
    showMessage(conversationId: number, messageId: number): void;
    setPopover(popover: UiState['popover']): void;
    notice(key: MessageKey | null): void;
  };
  readonly list: {
    setView(view: View): void;
    setSort(sort: SortOrder): void;
    loadMore(): void;
    retry(): void;
  };
  readonly thread: { loadOlder(): void; retry(): void };
  readonly conversation: {
    /** These resolve to false if the core refused; the reason is shown as a notice. */
    act(conversationId: number, action: ConversationAction): Promise<boolean>;
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

export interface ActionParts {
  readonly store: AppStore;
  readonly client: Client;
  readonly list: ListReader;
  readonly thread: ThreadReader;
}

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
  function show(view: View, sort: SortOrder): void {
    const { turn } = store.getState().conversations.list;
    patchList(store, { view, sort, ids: [], next: null, state: 'loading', turn: turn + 1 });
    void list.refresh();
  }

  function select(conversationId: number): void {
    const again = store.getState().ui.selectedId === conversationId;
    ui({ selectedId: conversationId, pane: 'thread', popover: 'none', ...(again ? {} : { templatePicker: null }) });
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

  return {
    ui: {
      select,
      showMessage(conversationId, messageId) {
        select(conversationId);
        ui({ shownMessage: { conversationId, messageId, turn: (store.getState().ui.shownMessage?.turn ?? 0) + 1 } });
      },
      back: () => ui({ pane: 'list' }),
      openTemplatePicker: (request) => ui({ templatePicker: request }),
      closeTemplatePicker: () => ui({ templatePicker: null }),
      focusComposer(mode) {
        ui({ composerFocus: { mode, turn: (store.getState().ui.composerFocus?.turn ?? 0) + 1 } });
      },
      setContextOpen: (contextOpen) => ui({ contextOpen }),
      setPopover: (popover) => ui({ popover }),
      notice: (notice) => ui({ notice }),
    },
    list: {
      setView(view) {
        ui({ pane: 'list' });
        show(view, view === 'closing' ? 'closing' : 'activity');
      },
      setSort: (sort) => show(store.getState().conversations.list.view, sort),
      loadMore: () => void list.loadMore(),
      retry() {
        patchList(store, { state: 'loading' });
        void list.refresh();
      },
    },
    thread: {
      loadOlder: () => void thread.loadOlder(),
      retry() {
        const { selectedId } = store.getState().ui;
        if (selectedId !== null) void thread.open(selectedId);
      },
    },
    conversation: {
      act,
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
