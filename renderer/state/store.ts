/** What the page knows: the last answers of the core and where the agent is looking. Never a counter of its own (law 7). */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type {
  Agent,
  CannedResponse,
  Channel,
  Contact,
  Conversation,
  ConversationFilter,
  ConversationSort,
  Draft,
  Label,
  Macro,
  Message,
  MessagePage,
  Team,
  View,
  Repaired,
  WorkspaceInfo,
} from '../../shared/contract/entities.ts';
import type { OutboxItem } from '../../shared/contract/outbox.ts';
import type { Computer } from '../../shared/contract/computer.ts';
import { defaultSettings } from '../../shared/contract/default-settings.ts';
import type { Settings } from '../../shared/contract/settings.ts';
import type { SyncStatus } from '../../shared/contract/sync.ts';
import type { ErrorCode } from '../../shared/contract/errors.ts';
import type { MessageKey } from '../../shared/i18n/en.ts';

export type SortOrder = ConversationSort;
export type ReadState = 'loading' | 'ready' | 'error';
export type ComposerMode = 'reply' | 'note';
/** One of them fills the window; `inbox` is rail, list, thread and context. */
export type Page = 'inbox' | 'outbox' | 'search' | 'settings' | 'start' | 'intro' | 'diagnostics' | 'sign-in';

export interface ListState {
  readonly view: View;
  readonly sort: SortOrder;
  readonly filter: ConversationFilter;
  /** In the core's order; only what was loaded. */
  readonly ids: readonly number[];
  /** There are more rows than these. */
  readonly more: boolean;
  readonly state: ReadState;
  readonly loadingMore: boolean;
  /** Grows when the list has to follow the core's order at once: another view, or the agent's own action. */
  readonly turn: number;
}

export interface ThreadState {
  readonly conversationId: number;
  /** Oldest first, without holes. */
  readonly messages: readonly Message[];
  readonly hasOlder: boolean;
  /** True after a jump back: between these and the newest there are others. */
  readonly hasNewer: boolean;
  readonly serverHasOlder: boolean;
  readonly gaps: MessagePage['gaps'];
  /** The first message that was unread when the conversation was opened; null: none. */
  readonly unreadFrom: number | null;
  readonly state: ReadState | 'gone';
  /** `server`: asked, the answer comes as an event. */
  readonly loadingOlder: 'no' | 'device' | 'server';
}

export interface TemplatePickerRequest {
  readonly conversationId: number;
  /** What the agent has typed so far; goes into a variable. */
  readonly text: string;
  /** Client id of the parked item whose text this is. */
  readonly replaces: string | null;
}

/** What was put together on the page that starts a conversation. It stays while the agent looks elsewhere, or is offline. */
export interface StartForm {
  readonly search: string;
  /** Chosen among those found; null: nobody, or somebody new. */
  readonly contact: Contact | null;
  /** Somebody whose number is typed; null: nobody. */
  readonly newcomer: { readonly name: string; readonly number: string } | null;
  readonly channelId: number | null;
}

export interface UiState {
  readonly page: Page;
  readonly start: StartForm;
  /** What the search page looks for; kept while the agent reads what was found. */
  readonly search: string;
  readonly selectedId: number | null;
  /** Which pane a narrow window shows. */
  readonly pane: 'list' | 'thread';
  /** null: the agent has not chosen, so the width of the window decides. */
  readonly contextOpen: boolean | null;
  /** A text that came back to its draft: its composer shows it and takes focus. `text`: the part that came back. */
  readonly givenBack: { readonly draft: Draft; readonly text: string; readonly turn: number } | null;
  /** A wish to see a message of a conversation; `turn` makes each wish a new one. */
  readonly shownMessage: { readonly conversationId: number; readonly messageId: number; readonly turn: number } | null;
  /** A wish to answer this message; the composer of its conversation takes it over into the draft. */
  readonly quote: { readonly message: Message; readonly turn: number } | null;
  /** The composer in view holds text or files that were not sent. */
  readonly composing: boolean;
  readonly popover: 'none' | 'outbox' | 'snooze';
  readonly templatePicker: TemplatePickerRequest | null;
  /** A wish that the composer takes focus; `turn` makes each wish a new one. */
  readonly composerFocus: { readonly mode: ComposerMode | null; readonly turn: number } | null;
  /** The last failed action, in words. */
  readonly notice: MessageKey | null;
}

export interface AppState {
  readonly conversations: {
    readonly byId: Readonly<Record<number, Conversation>>;
    readonly list: ListState;
    readonly counts: Readonly<Partial<Record<View, number>>>;
  };
  /** The open conversation's messages. */
  readonly thread: ThreadState | null;
  readonly outbox: { readonly items: readonly OutboxItem[] };
  readonly sync: {
    readonly status: SyncStatus | null;
    /** False while the wire to the core is down (browser host only). */
    readonly wireConnected: boolean;
  };
  readonly workspace: {
    readonly info: WorkspaceInfo | null;
    readonly repaired: Repaired | null;
    readonly state: ReadState;
    readonly error: ErrorCode | null;
  };
  /** Who and what a conversation can be given to. */
  readonly directory: {
    readonly agents: readonly Agent[];
    readonly teams: readonly Team[];
    readonly labels: readonly Label[];
    readonly channels: readonly Channel[];
    /** Ready texts and macros of the team. */
    readonly canned: readonly CannedResponse[];
    readonly macros: readonly Macro[];
  };
  readonly settings: Settings;
  /** Null: not read yet. */
  readonly computer: Computer | null;
  readonly ui: UiState;
}

export type AppStore = StoreApi<AppState>;

export const noFilter: ConversationFilter = { channelId: null, teamId: null, label: null, assigneeId: null, text: '' };

export const noStart: StartForm = { search: '', contact: null, newcomer: null, channelId: null };

const initialState: AppState = {
  conversations: {
    byId: {},
    list: {
      view: 'open',
      sort: 'activity',
      filter: noFilter,
      ids: [],
      more: false,
      state: 'loading',
      loadingMore: false,
      turn: 0,
    },
    counts: {},
  },
  thread: null,
  outbox: { items: [] },
  sync: { status: null, wireConnected: true },
  workspace: { info: null, repaired: null, state: 'loading', error: null },
  directory: { agents: [], teams: [], labels: [], channels: [], canned: [], macros: [] },
  settings: defaultSettings,
  computer: null,
  ui: {
    page: 'inbox',
    start: noStart,
    search: '',
    selectedId: null,
    pane: 'list',
    contextOpen: null,
    givenBack: null,
    shownMessage: null,
    quote: null,
    composing: false,
    popover: 'none',
    templatePicker: null,
    composerFocus: null,
    notice: null,
  },
};

export function createAppStore(): AppStore {
  return createStore<AppState>(() => initialState);
}

/** Changes one part. The parts are replaced, never mutated, so that selectors can compare by identity. */
export function patch<K extends keyof AppState>(store: AppStore, part: K, change: Partial<AppState[K]>): void {
  store.setState((state) => ({ ...state, [part]: { ...state[part], ...change } }));
}

export function patchList(store: AppStore, change: Partial<ListState>): void {
  patch(store, 'conversations', { list: { ...store.getState().conversations.list, ...change } });
}

/** Only if that conversation is still the open one: answers may come after the agent has moved on. */
export function patchThread(store: AppStore, conversationId: number, change: Partial<ThreadState>): void {
  store.setState((state) =>
    state.thread?.conversationId === conversationId ? { ...state, thread: { ...state.thread, ...change } } : state,
  );
}
