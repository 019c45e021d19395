/** Arguments and results of the store's calls that are not contract entities or records of the connectors. */
import type {
  Audience,
  ConversationCursor,
  ConversationFilter,
  ConversationSort,
  View,
} from '../../../shared/contract/entities.ts';
import type { ConversationAction, OutboxContent, OutboxItem, OutboxState } from '../../../shared/contract/outbox.ts';
import type { TemplateValues } from '../../../shared/contract/templates.ts';
import type { ParsedSearch } from '../../../shared/search/query.ts';

/** Who looks and when: the inbox views depend on both. Times are server epoch ms. */
export interface ViewArgs {
  readonly meId: number;
  readonly nowMs: number;
  /** How long before its end a window counts as closing. */
  readonly closingWithinMs: number;
}

export interface PageArgs extends ViewArgs {
  readonly view: View;
  readonly filter: ConversationFilter;
  readonly sort: ConversationSort;
  readonly after: ConversationCursor | null;
  readonly limit: number;
}

export interface SearchArgs {
  readonly search: ParsedSearch;
  /** Server time; the meaning of the search's own date. */
  readonly beforeMs: number | null;
  readonly meId: number;
  /** Id of a message: only older ones. */
  readonly before: number | null;
  readonly limit: number;
}

/** What the sync engine needs to know to fetch only what is missing. */
export interface SyncInfo {
  readonly channelId: number;
  readonly newestMessageId: number | null;
  readonly oldestMessageId: number | null;
  /**
   * Newest message of the newest run without a hole; null: nothing is known to be without holes. Reading on for what is
   * missing starts here, not at `newestMessageId`, which a live event may have stored beyond a hole.
   */
  readonly contiguousTo: number | null;
  /** The server has nothing older than the oldest one here. */
  readonly reachesStart: boolean;
  /** Newest version of the conversation seen, ms with fraction. */
  readonly updatedAt: number | null;
  /** Whether the window facts can be trusted (contract `WindowFacts.complete`). */
  readonly complete: boolean;
}

/** An outbox item with what only the outbox itself needs. */
export interface OutboxRecord extends OutboxItem {
  /** Order of sending; grows. */
  readonly position: number;
  /** Newest server message of the conversation when the agent wrote it: where reconciling starts reading. */
  readonly baseMessageId: number | null;
  /** Newest message the agent knew of when they last decided to send it: what is newer, they have not read. */
  readonly seenMessageId: number | null;
  /** The server's name for its uploaded file; null: there is none, or it has not been uploaded. */
  readonly uploadId: string | null;
  /** How many of the reconciling look-ups of an uncertain item are done. */
  readonly settleStep: number;
}

export interface NewOutboxItem {
  readonly clientId: string;
  readonly conversationId: number;
  readonly content: OutboxContent;
  readonly createdAt: number;
  readonly mustLeaveBy: number | null;
  /** Server epoch ms before which it stays here; null: it may leave at once. */
  readonly leavesAt: number | null;
  readonly baseMessageId: number | null;
  /** `queued`, or the state it is parked in from the start. */
  readonly state: OutboxState;
}

/** What a person sends in one go: all of it is stored, or nothing. */
export interface AddSend {
  /** At least one; the first one's client id names the send. */
  readonly items: readonly NewOutboxItem[];
  /** The parked item this one replaces. */
  readonly discard?: string | undefined;
  /** The draft whose text went into this item. */
  readonly clearDraft?: Audience | undefined;
}

export interface AddOutbox extends Omit<AddSend, 'items'> {
  readonly item: NewOutboxItem;
}

export interface AddToMany {
  readonly targets: readonly { readonly conversationId: number; readonly clientId: string }[];
  readonly action: ConversationAction;
  readonly createdAt: number;
}

export interface UpdateOutbox {
  readonly clientId: string;
  /** For the next attempt, when the server has a message under the old one. */
  readonly newClientId?: string | undefined;
  readonly state: OutboxState;
  readonly serverId?: number | null | undefined;
  readonly attempts?: number | undefined;
  readonly uploadId?: string | null | undefined;
  readonly problem?: OutboxItem['problem'] | undefined;
  readonly settleStep?: number | undefined;
  readonly mustLeaveBy?: number | null | undefined;
  readonly leavesAt?: number | null | undefined;
  readonly seenMessageId?: number | null | undefined;
  /** A person decided again: an action is from now on based on what the server has now. */
  readonly rebase?: boolean | undefined;
  /** Change nothing, and answer null, unless the item is in one of these states now. */
  readonly onlyFrom?: readonly OutboxState[] | undefined;
}

export interface RemoveOutbox {
  readonly clientId: string;
  readonly reason: 'cancelled' | 'discarded';
  readonly onlyFrom?: readonly OutboxState[] | undefined;
}

export interface TakeBackOutbox {
  readonly clientId: string;
  readonly onlyFrom: readonly OutboxState[];
}

export interface SomeoneWroteArgs {
  readonly conversationId: number;
  /** Messages of the customer, and of colleagues, up to these ids are known to the agent. */
  readonly customerAfter: number;
  readonly colleagueAfter: number;
  /** What this agent writes elsewhere is no surprise to them. */
  readonly meId: number;
}

export interface MakeNote {
  readonly clientId: string;
  readonly newClientId: string;
  /** Server epoch ms: becomes the note's `createdAt`. */
  readonly now: number;
  readonly onlyFrom?: readonly OutboxState[] | undefined;
}

interface TemplateName {
  readonly channelId: number;
  readonly name: string;
  readonly language: string;
}

export interface FavourTemplate extends TemplateName {
  readonly favourite: boolean;
}

export interface UsedTemplate extends TemplateName {
  readonly clientId: string;
  /** Server epoch ms. */
  readonly at: number;
  readonly values: TemplateValues;
}

/** For the diagnostics page. */
export interface StoreFacts {
  readonly conversations: number;
  readonly messages: number;
  /** Not settled. */
  readonly outbox: number;
  readonly drafts: number;
  readonly newestMessageAt: number | null;
  /** Of both files. */
  readonly sizeBytes: number;
}
