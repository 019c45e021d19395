/**
 * What the sync engine and the outbox ask of a help desk server. One folder beside this file implements it for each
 * server dialect; the engine knows none. All times are epoch **milliseconds**, whatever the server speaks.
 */
import type {
  Agent,
  CannedResponse,
  Contact,
  ConversationStatus,
  Label,
  Macro,
  Priority,
} from '../../../shared/contract/entities.ts';
import type { Template, TemplateValues } from '../../../shared/contract/templates.ts';
import type { ClockSample } from '../../../shared/clock/server-clock.ts';
import type { ChannelRecord, ConversationPatch, MessagePatch, TeamRecord } from '../store/records.ts';

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
  | 'unknown-upload' // the server does not have the bytes of the file any more, and made no message
  | 'server' // 5xx
  | 'captive-portal' // this network answers in place of the server, and wants a sign-in of its own
  | 'proxy' // a proxy on the way wants a sign-in, or cannot be reached
  | 'bad-response'; // not the JSON we expect

const connectionKinds: ReadonlySet<ConnectorErrorKind> = new Set([
  'offline',
  'timeout',
  'signed-out',
  'captive-portal',
  'proxy',
]);

/** A request that failed like this says the connection is gone, not that the request was wrong. */
export function endsConnection(error: ConnectorError): boolean {
  return connectionKinds.has(error.kind);
}

export interface Profile {
  readonly accountId: number;
  readonly accountName: string;
  readonly agent: Agent;
}

/** What there is to choose from. A part that did not change, or that this agent may not read, is missing. */
export interface ReferenceData {
  readonly channels?: readonly ChannelRecord[];
  readonly templates?: readonly Template[];
  readonly agents?: readonly Agent[];
  readonly teams?: readonly TeamRecord[];
  readonly labels?: readonly Label[];
  readonly canned?: readonly CannedResponse[];
  readonly macros?: readonly Macro[];
}

export interface ReferenceAnswer {
  readonly data: ReferenceData;
  /** Given back to the next `reference`, it leaves out what is still the same; null: the server cannot tell. */
  readonly mark: string | null;
}

/** A channel on which a contact can be reached, and their address there in the server's own form. */
export interface ContactChannel {
  readonly channelId: number;
  readonly address: string;
}

export interface NewConversation {
  readonly contactId: number;
  readonly channelId: number;
  readonly address: string;
  readonly assigneeId: number | null;
}

/** Where the server found a text: read the message itself before it is shown or stored. */
export interface FoundMessage {
  readonly conversationId: number;
  readonly messageId: number;
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
    | {
        readonly kind: 'reply';
        readonly text: string;
        readonly quotedId?: number | null;
        readonly uploadId?: string | null;
      }
    | { readonly kind: 'note'; readonly text: string; readonly uploadId?: string | null }
    | {
        readonly kind: 'template';
        readonly text: string;
        readonly template: Template;
        readonly values: TemplateValues;
      };
}

export interface OutgoingFile {
  readonly name: string;
  /** MIME type. */
  readonly type: string;
  /** Read while it goes out, a piece at a time: it may be larger than anybody wants to hold in memory. */
  readonly bytes: Blob;
}

export interface LiveHandlers {
  /** Subscribed and confirmed. */
  onConfirmed(): void;
  onConversation(conversation: ConversationPatch, messages: readonly MessagePatch[]): void;
  onMessage(message: MessagePatch): void;
  /** I was, or one of my teams was, named in a note of this conversation just now. */
  onMentioned(conversationId: number): void;
  onContact(contact: Contact): void;
  /** Who of the team is at work now; everybody else is away. By the agent's id. */
  onPresence(present: ReadonlyMap<number, Agent['availability']>): void;
  /** Deleted, or joined into another one: its conversations are gone, or belong to that one now. */
  onContactGone(contactId: number): void;
  /** Something that carries no data we store changed: read this reference data again. */
  onReferenceChanged(): void;
  onClockSample(sample: ClockSample): void;
  /** Closed, refused, silent for too long: called exactly once, after which nothing else is called. */
  onDown(reason: 'closed' | 'no-confirm' | 'silent' | 'bad-token'): void;
}
export interface LiveConnection {
  /** Tells that a person is at the window now; lasts about 20 s at the server. Before `onConfirmed` it does nothing. */
  sayPresent(): void;
  close(): void;
}

export interface Connector {
  /** Who we are. The first call after start; remembers what later calls need (account id, push token). */
  profile(): Promise<Profile>;
  /** `mark`: from an earlier answer; null reads everything. */
  reference(mark: string | null): Promise<ReferenceAnswer>;
  /** Page 1, 2, 3 … newest activity first; an empty page is the end. `total` is a hint. */
  conversationPage(page: number): Promise<{ rows: readonly ConversationWithMessages[]; total: number | null }>;
  /** All conversations changed in the last `seconds` on the server's clock. */
  conversationsChangedWithin(seconds: number): Promise<readonly ConversationWithMessages[]>;
  conversation(id: number): Promise<ConversationWithMessages>;
  /** The newest page, oldest first. `more`: there are older ones. */
  newestMessages(conversationId: number): Promise<MessageBatch>;
  messagesAfter(conversationId: number, messageId: number): Promise<MessageBatch>;
  messagesBefore(conversationId: number, messageId: number): Promise<MessageBatch>;
  /** From `fromId` (included) up to `beforeId` (not included), oldest first; `more`: there are others before `beforeId`. */
  messagesBetween(conversationId: number, fromId: number, beforeId: number): Promise<MessageBatch>;
  /** Conversations in which I was named, newest activity first; an empty page is the end. */
  mentions(page: number): Promise<readonly ConversationWithMessages[]>;

  /** In name, number or e-mail address; the first page of what the server finds. */
  searchContacts(text: string): Promise<readonly Contact[]>;
  contactChannels(contactId: number): Promise<readonly ContactChannel[]>;
  /** The newest ones of this customer. */
  conversationsOfContact(contactId: number): Promise<readonly ConversationWithMessages[]>;
  /** Newest first; the first page of what the server finds. */
  searchMessages(text: string): Promise<readonly FoundMessage[]>;

  /** Kind `rejected` if the number is taken. */
  createContact(name: string, phoneNumber: string): Promise<Contact>;
  /** Not repeatable: every call makes another one. */
  createConversation(conversation: NewConversation): Promise<ConversationWithMessages>;
  /** What colleagues see of me; answers what the server has now. */
  setAvailability(availability: Agent['availability']): Promise<Profile>;

  /**
   * Answers the server's name for the bytes (`NewMessage` → `uploadId`). Nobody sees anything yet, so that a failure is
   * never ambiguous.
   */
  uploadFile(file: OutgoingFile): Promise<string>;
  /** Notes always go out private. Never retried inside: one call is at most one request. */
  createMessage(message: NewMessage): Promise<MessagePatch>;
  setStatus(conversationId: number, status: ConversationStatus, snoozedUntil: number | null): Promise<void>;
  assign(conversationId: number, assigneeId: number | null): Promise<void>;
  assignTeam(conversationId: number, teamId: number | null): Promise<void>;
  setPriority(conversationId: number, priority: Priority | null): Promise<void>;
  /** Merged into what the server has at that moment; at most one request to read it and one to write. */
  changeLabels(conversationId: number, add: readonly string[], remove: readonly string[]): Promise<void>;
  markRead(conversationId: number): Promise<void>;
  markUnread(conversationId: number): Promise<void>;
  /** Starts it: the server runs its steps later, and nothing tells whether it did. Not repeatable. */
  runMacro(conversationId: number, macroId: number): Promise<void>;

  /** One sample of server time by a cheap request. */
  sampleClock(): Promise<ClockSample | null>;
  /** Recent round trips in ms, newest last, for the guard. */
  roundTrips(): readonly number[];
  live(handlers: LiveHandlers): LiveConnection;
}
