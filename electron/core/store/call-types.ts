/** Arguments and results of the store's calls that are not contract entities or records of the connectors. */
import type { Audience, OutboxContent, OutboxItem, OutboxState, View } from '../../../shared/contract/entities.ts';

/** Who looks and when: the inbox views depend on both. Times are server epoch ms. */
export interface ViewArgs {
  readonly meId: number;
  readonly nowMs: number;
  /** How long before its end a window counts as closing. */
  readonly closingWithinMs: number;
}

export interface PageArgs extends ViewArgs {
  readonly view: View;
  readonly sort: 'activity' | 'closing';
  readonly after: { readonly key: number; readonly id: number } | null;
  readonly limit: number;
}

/** What the sync engine needs to know to fetch only what is missing. */
export interface SyncInfo {
  readonly channelId: number;
  readonly newestMessageId: number | null;
  readonly oldestMessageId: number | null;
  /** Every message from this id on is stored; 0: from the very first; null: nothing is known to be without holes. */
  readonly contiguousFrom: number | null;
  /**
   * Newest message of that run: reading on for what is missing starts here, not at `newestMessageId`, which a live
   * event may have stored beyond a hole.
   */
  readonly contiguousTo: number | null;
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
  /** Server epoch ms before which it is not tried again; null: at once. */
  readonly nextAttemptAt: number | null;
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

export interface AddOutbox {
  readonly item: NewOutboxItem;
  /** The parked item this one replaces. */
  readonly discard?: string | undefined;
  /** The draft whose text went into this item. */
  readonly clearDraft?: Audience | undefined;
}

export interface UpdateOutbox {
  readonly clientId: string;
  /** For the next attempt, when the server has a message under the old one. */
  readonly newClientId?: string | undefined;
  readonly state: OutboxState;
  readonly serverId?: number | null | undefined;
  readonly attempts?: number | undefined;
  readonly nextAttemptAt?: number | null | undefined;
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

export interface StoreStats {
  readonly conversations: number;
  readonly messages: number;
  /** Not settled. */
  readonly outbox: number;
  readonly drafts: number;
  readonly newestMessageAt: number | null;
}
