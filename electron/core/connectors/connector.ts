/**
 * What the sync engine and the outbox ask of a help desk server. One folder beside this file implements it for each
 * server dialect; the engine knows none. All times are epoch **milliseconds**, whatever the server speaks.
 */
import type {
  ConversationStatus,
  Label,
  Agent,
  Priority,
  Team,
  Template,
  TemplateValues,
} from '../../../shared/contract/entities.ts';
import type { ClockSample } from '../../../shared/clock/server-clock.ts';
import type { ChannelRecord, ConversationPatch, MessagePatch } from '../store/records.ts';

/**
 * Why a request failed, in the only terms the engine needs.
 * `committed`: whether the server may have done it all the same ('unknown' makes a send *uncertain*).
 */
export class ConnectorError extends Error {
  readonly kind: ConnectorErrorKind;
  readonly committed: 'no' | 'unknown';
  /** HTTP status if there was an answer. */
  readonly status: number | null;
  constructor(kind: ConnectorErrorKind, committed: 'no' | 'unknown', status: number | null, detail: string) {
    super(detail);
    this.name = 'ConnectorError';
    this.kind = kind;
    this.committed = committed;
    this.status = status;
  }
}
export type ConnectorErrorKind =
  | 'offline' // no connection could be made
  | 'timeout' // no (complete) answer
  | 'signed-out' // the credential is not accepted any more
  | 'forbidden' // accepted, but not for this (Chatwoot answers 401 here too)
  | 'not-found'
  | 'rate-limited'
  | 'rejected' // understood and refused: 4xx with a reason
  | 'server' // 5xx
  | 'bad-response'; // not the JSON we expect

/** A request that failed like this says the connection is gone, not that the request was wrong. */
export function endsConnection(error: ConnectorError): boolean {
  return error.kind === 'offline' || error.kind === 'timeout' || error.kind === 'signed-out';
}

export interface Profile {
  readonly accountId: number;
  readonly accountName: string;
  readonly agent: Agent;
}

export interface ReferenceData {
  readonly channels: readonly ChannelRecord[];
  readonly templates: readonly Template[];
  readonly agents: readonly Agent[];
  readonly teams: readonly Team[];
  readonly labels: readonly Label[];
}

/** A conversation with the messages that came along with it (Chatwoot: one or two). */
export interface ConversationWithMessages {
  readonly conversation: ConversationPatch;
  readonly messages: readonly MessagePatch[];
}

export interface MessageBatch {
  readonly messages: readonly MessagePatch[];
  /** True if the server had more in the asked direction than one answer holds. */
  readonly more: boolean;
}

export interface NewMessage {
  readonly conversationId: number;
  readonly clientId: string;
  /** When the agent wrote it, server time. */
  readonly writtenAt: number;
  readonly content:
    | { readonly kind: 'reply'; readonly text: string }
    | { readonly kind: 'note'; readonly text: string }
    | {
        readonly kind: 'template';
        readonly text: string;
        readonly template: Template;
        readonly values: TemplateValues;
      };
}

export interface LiveHandlers {
  /** Subscribed and confirmed. */
  onConfirmed(): void;
  onConversation(conversation: ConversationPatch, messages: readonly MessagePatch[]): void;
  onMessage(message: MessagePatch): void;
  /** Something that carries no data we store changed: read this reference data again. */
  onReferenceChanged(): void;
  onClockSample(sample: ClockSample): void;
  /** Closed, refused, silent for too long: called exactly once, after which nothing else is called. */
  onDown(reason: 'closed' | 'no-confirm' | 'silent' | 'bad-token'): void;
}
export interface LiveConnection {
  close(): void;
}

export interface Connector {
  /** Who we are. The first call after start; remembers what later calls need (account id, push token). */
  profile(): Promise<Profile>;
  reference(): Promise<ReferenceData>;
  /** Page 1, 2, 3 … newest activity first; an empty page is the end. `total` is a hint. */
  conversationPage(page: number): Promise<{ rows: readonly ConversationWithMessages[]; total: number | null }>;
  /** All conversations changed in the last `seconds` on the server's clock. */
  conversationsChangedWithin(seconds: number): Promise<readonly ConversationWithMessages[]>;
  conversation(id: number): Promise<ConversationWithMessages>;
  /** The newest page, oldest first. `more`: there are older ones. */
  newestMessages(conversationId: number): Promise<MessageBatch>;
  messagesAfter(conversationId: number, messageId: number): Promise<MessageBatch>;
  messagesBefore(conversationId: number, messageId: number): Promise<MessageBatch>;

  /** Notes always go out private. Never retried inside: one call is at most one request. */
  createMessage(message: NewMessage): Promise<MessagePatch>;
  setStatus(conversationId: number, status: ConversationStatus, snoozedUntil: number | null): Promise<void>;
  assign(conversationId: number, assigneeId: number | null): Promise<void>;
  assignTeam(conversationId: number, teamId: number | null): Promise<void>;
  setPriority(conversationId: number, priority: Priority | null): Promise<void>;
  /** Merged into what the server has at that moment; at most one request to read it and one to write. */
  changeLabels(conversationId: number, add: readonly string[], remove: readonly string[]): Promise<void>;
  markRead(conversationId: number): Promise<void>;

  /** One sample of server time by a cheap request. */
  sampleClock(): Promise<ClockSample | null>;
  /** Recent round trips in ms, newest last, for the guard. */
  roundTrips(): readonly number[];
  live(handlers: LiveHandlers): LiveConnection;
}
