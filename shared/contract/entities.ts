/**
 * What crosses to the page. All values are JSON safe (no Date, Map, undefined in arrays), so that Electron's IPC and the
 * host's WebSocket behave the same. Times are epoch milliseconds of **server** time unless the name says otherwise.
 */
import { z } from 'zod';
import { maxFiles } from '../files/rules.ts';
import { FileId, LocalFile } from './files.ts';

/** Chatwoot's per-account display id: the one in its URLs, not the database id. */
export const ConversationId = z.number().int().positive();
/** Made by the page (`crypto.randomUUID()`): calling twice with the same id is the same message. */
export const ClientId = z.uuid();
export const EpochMs = z.number().int();

// ---- people and channels -------------------------------------------------------------------------------------------

export const Agent = z.object({
  id: z.number().int(),
  name: z.string(),
  availability: z.enum(['online', 'busy', 'offline']),
});
export type Agent = z.infer<typeof Agent>;

export const Team = z.object({ id: z.number().int(), name: z.string() });
export type Team = z.infer<typeof Team>;

export const Label = z.object({ title: z.string(), color: z.string() });
export type Label = z.infer<typeof Label>;

/** `whatsapp` has the 24-hour window; `sms` and `other` have none. `api` is Chatwoot's own channel with an optional window. */
export const ChannelKind = z.enum(['whatsapp', 'sms', 'api', 'other']);
export type ChannelKind = z.infer<typeof ChannelKind>;

/** What a channel allows. Off unless the channel says so; the page says why a thing is missing. */
export const Capabilities = z.object({
  templates: z.boolean(),
  groups: z.boolean(),
  calls: z.boolean(),
});
export type Capabilities = z.infer<typeof Capabilities>;

export const Channel = z.object({
  id: z.number().int(),
  name: z.string(),
  kind: ChannelKind,
  phoneNumber: z.string().nullable(),
  /** Length of the service window; null means this channel has no window. */
  windowMs: z.number().int().positive().nullable(),
  capabilities: Capabilities,
});
export type Channel = z.infer<typeof Channel>;

export const Contact = z.object({
  id: z.number().int(),
  name: z.string(),
  phoneNumber: z.string().nullable(),
  avatarUrl: z.string().nullable(),
});
export type Contact = z.infer<typeof Contact>;

/** A ready text of the team. */
export const CannedResponse = z.object({ id: z.number().int(), shortCode: z.string(), text: z.string() });
export type CannedResponse = z.infer<typeof CannedResponse>;

export const Macro = z.object({
  id: z.number().int(),
  name: z.string(),
  /** One of its steps writes to the customer, so the window is judged before it runs. */
  writesToCustomer: z.boolean(),
  /** The server's names of its steps, in order, such as `add_label`. */
  steps: z.array(z.string()),
});
export type Macro = z.infer<typeof Macro>;

export const WorkspaceInfo = z.object({
  id: z.string(),
  serverUrl: z.string(),
  accountName: z.string(),
  me: Agent,
});
export type WorkspaceInfo = z.infer<typeof WorkspaceInfo>;

/**
 * Which of the workspace's files was damaged. `desk`: the one with drafts and outbox; what could be read, and what a backup
 * had, is there again. `cache`: the copy of what the server has; it is filled again.
 */
export const Repaired = z.object({
  what: z.enum(['desk', 'cache']),
  /** What there is after it: drafts, and messages that have not left. */
  drafts: z.number().int(),
  messages: z.number().int(),
});
export type Repaired = z.infer<typeof Repaired>;

// ---- window --------------------------------------------------------------------------------------------------------

/** The facts from which `shared/window` computes a window state at any moment. Stored, never counted down. */
export const WindowFacts = z.object({
  /** Length of the window of this channel; null: no window, free text always. */
  durationMs: z.number().int().positive().nullable(),
  /** Server time of the newest opening event on this device; null: the customer never wrote, as far as we know. */
  openedAt: EpochMs.nullable(),
  /** The message that opened it, for the "why?" panel. */
  openedBy: z.enum(['message', 'call', 'server']).nullable(),
  /** When WhatsApp refused a free message with 131047 inside a window we computed as open. Closes it until the next opening. */
  refusedAt: EpochMs.nullable(),
  /** False while this device has not seen the newest incoming message although the server says there is one. */
  complete: z.boolean(),
});
export type WindowFacts = z.infer<typeof WindowFacts>;

/** How sure we are of server time. `unknown` makes every window *unverified* (law 6). */
export const ClockConfidence = z.enum(['trusted', 'carried', 'unknown']);
export type ClockConfidence = z.infer<typeof ClockConfidence>;

export const ClockInfo = z.object({
  /** Server time at the moment of the answer; the page carries it on with its own monotonic clock. */
  serverNow: EpochMs,
  confidence: ClockConfidence,
  uncertaintyMs: z.number().nonnegative(),
  /** How long before the end of a window we hold instead of send. */
  guardMs: z.number().nonnegative(),
  /** Computer's clock minus server time, for "your clock is 4 min fast". */
  computerClockErrorMs: z.number(),
  /** When server time was last confirmed by the server; null: never on this run. */
  confirmedAt: EpochMs.nullable(),
});
export type ClockInfo = z.infer<typeof ClockInfo>;

// ---- conversations -------------------------------------------------------------------------------------------------

export const ConversationStatus = z.enum(['open', 'resolved', 'pending', 'snoozed']);
export type ConversationStatus = z.infer<typeof ConversationStatus>;

export const Priority = z.enum(['low', 'medium', 'high', 'urgent']);
export type Priority = z.infer<typeof Priority>;

export const MessagePreview = z.object({
  text: z.string(),
  kind: z.enum(['incoming', 'outgoing', 'note', 'activity', 'automatic']),
  at: EpochMs,
});
export type MessagePreview = z.infer<typeof MessagePreview>;

/** One conversation as shown: the cache with the pending outbox laid over it. */
export const Conversation = z.object({
  id: ConversationId,
  channel: Channel,
  contact: Contact,
  status: ConversationStatus,
  /** When a snooze ends; null while snoozed means "until the customer answers". */
  snoozedUntil: EpochMs.nullable(),
  assignee: Agent.nullable(),
  team: Team.nullable(),
  labels: z.array(z.string()),
  priority: Priority.nullable(),
  unread: z.number().int().nonnegative(),
  lastActivityAt: EpochMs,
  /** Since when the customer has been waiting for an answer; null: answered. */
  waitingSince: EpochMs.nullable(),
  preview: MessagePreview.nullable(),
  window: WindowFacts,
  /** A template went out after the window closed and the customer has not answered it yet. */
  templateSentAt: EpochMs.nullable(),
  /** True if some of what is shown has not reached the server yet. */
  pending: z.boolean(),
  /** True if there is an unsent reply draft. */
  hasDraft: z.boolean(),
});
export type Conversation = z.infer<typeof Conversation>;

/** `open`: all that are open. `drafts`: with unsent text, whatever their status. `mentions`: where I or my team was named. */
export const View = z.enum(['mine', 'unassigned', 'open', 'mentions', 'closing', 'snoozed', 'resolved', 'drafts']);
export type View = z.infer<typeof View>;

/** All conditions hold together; null: any. */
export const ConversationFilter = z.object({
  channelId: z.number().int().nullable().default(null),
  teamId: z.number().int().nullable().default(null),
  label: z.string().nullable().default(null),
  assigneeId: z.number().int().nullable().default(null),
  /** In the customer's name or number. */
  text: z.string().trim().max(100).default(''),
});
export type ConversationFilter = z.infer<typeof ConversationFilter>;

/** `closing`: soonest end of window first. `waiting`: who waits longest first. */
export const ConversationSort = z.enum(['activity', 'closing', 'waiting']);
export type ConversationSort = z.infer<typeof ConversationSort>;

export const ConversationCursor = z.object({ key: z.number(), id: ConversationId });
export type ConversationCursor = z.infer<typeof ConversationCursor>;

export const ConversationPage = z.object({
  rows: z.array(Conversation),
  next: ConversationCursor.nullable(),
});
export type ConversationPage = z.infer<typeof ConversationPage>;

// ---- messages ------------------------------------------------------------------------------------------------------

export const DeliveryState = z.enum(['accepted', 'handed', 'delivered', 'read', 'failed']);
export type DeliveryState = z.infer<typeof DeliveryState>;

export const Attachment = z.object({
  id: z.number().int(),
  kind: z.enum(['image', 'audio', 'video', 'file', 'sticker', 'location', 'contact', 'other']),
  /** Absolute, on the server; the page shows media by `/media/…` of its own origin instead (contract/files.ts). */
  url: z.string().nullable(),
  name: z.string().nullable(),
  sizeBytes: z.number().int().nullable(),
  /** Pixels, if the server knows. */
  width: z.number().int().nullable().default(null),
  height: z.number().int().nullable().default(null),
  /** Of an audio message, if the server wrote it down. */
  transcript: z.string().nullable().default(null),
  /** Of a location: degrees. */
  coordinates: z.object({ latitude: z.number(), longitude: z.number() }).nullable().default(null),
  /** Of a contact card. */
  phoneNumber: z.string().nullable().default(null),
});
export type Attachment = z.infer<typeof Attachment>;

export const Message = z.object({
  /** Server id. */
  id: z.number().int(),
  conversationId: ConversationId,
  kind: z.enum(['incoming', 'outgoing', 'note', 'activity', 'automatic']),
  text: z.string(),
  at: EpochMs,
  author: z.object({ kind: z.enum(['contact', 'agent', 'bot', 'system']), name: z.string() }),
  /** Only for what the customer gets (outgoing). */
  delivery: DeliveryState.nullable(),
  /** WhatsApp's reason, as `code` if it starts with a number (131047 …), and the server's own words. */
  failure: z.object({ code: z.number().int().nullable(), text: z.string() }).nullable(),
  attachments: z.array(Attachment),
  /** The message this one answers; `text` is null where it is not on this device. */
  quoted: z
    .object({ messageId: z.number().int(), author: z.string().nullable(), text: z.string().nullable() })
    .nullable()
    .default(null),
  deleted: z.boolean(),
  clientId: z.string().nullable(),
});
export type Message = z.infer<typeof Message>;

export const MessagePage = z.object({
  /** Oldest first. */
  rows: z.array(Message),
  /** True if older messages are on this device. */
  hasOlder: z.boolean(),
  /** True if the server may have older messages than this device. */
  serverHasOlder: z.boolean(),
  /**
   * Between these two, which follow each other on this device, the server may have others: `messages.fillGap` asks for
   * them. `beforeId` is in `rows`; `afterId` is the row before it, or the newest of the page before.
   */
  gaps: z.array(z.object({ afterId: z.number().int(), beforeId: z.number().int() })).default([]),
});
export type MessagePage = z.infer<typeof MessagePage>;

// ---- what the agent writes -----------------------------------------------------------------------------------------

export const Audience = z.enum(['customer', 'team']);
export type Audience = z.infer<typeof Audience>;

/**
 * Text, files or both for the customer. A different type from a note on purpose (law 2): neither call accepts the other's body.
 * Every file becomes a message of its own (`shared/files/plan.ts` says which one carries the text).
 */
export const ReplyBody = z
  .object({
    audience: z.literal('customer'),
    text: z.string().trim().max(4096),
    files: z.array(FileId).max(maxFiles).default([]),
    /** Server id of the message that is answered; null: none. */
    quotedId: z.number().int().nullable().default(null),
  })
  .refine(({ text, files }) => text !== '' || files.length > 0, { message: 'There is nothing to send.' });
export type ReplyBody = z.infer<typeof ReplyBody>;

/** Text for the team. Always sent with `private: true`. Mentions are already in Chatwoot's `[@Name](mention://…)` form. */
export const NoteBody = z
  .object({
    audience: z.literal('team'),
    text: z.string().trim().max(10_000),
    files: z.array(FileId).max(maxFiles).default([]),
  })
  .refine(({ text, files }) => text !== '' || files.length > 0, { message: 'There is nothing to add.' });
export type NoteBody = z.infer<typeof NoteBody>;

export const Draft = z.object({
  conversationId: ConversationId,
  audience: Audience,
  text: z.string().max(150_000),
  caret: z.number().int().nonnegative(),
  files: z.array(LocalFile).max(maxFiles).default([]),
  quotedId: z.number().int().nullable().default(null),
});
export type Draft = z.infer<typeof Draft>;

/** A text, files or both that were replaced, cancelled or discarded on this device; kept for 30 days. */
export const KeptText = z.object({
  id: z.string(),
  conversationId: ConversationId,
  audience: Audience,
  text: z.string(),
  files: z.array(LocalFile).max(maxFiles),
  /** Computer's clock: when it was kept. */
  keptAt: EpochMs,
  why: z.enum(['replaced', 'cancelled', 'discarded']),
});
export type KeptText = z.infer<typeof KeptText>;
