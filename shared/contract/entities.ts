/**
 * What crosses to the page. All values are JSON safe (no Date, Map, undefined in arrays), so that Electron's IPC and the
 * host's WebSocket behave the same. Times are epoch milliseconds of **server** time unless the name says otherwise.
 */
import { z } from 'zod';

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

export const WorkspaceInfo = z.object({
  id: z.string(),
  serverUrl: z.string(),
  accountName: z.string(),
  me: Agent,
});
export type WorkspaceInfo = z.infer<typeof WorkspaceInfo>;

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

export const View = z.enum(['open', 'mine', 'unassigned', 'closing', 'snoozed', 'resolved']);
export type View = z.infer<typeof View>;

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
  kind: z.enum(['image', 'audio', 'video', 'file', 'location', 'contact', 'other']),
  url: z.string().nullable(),
  name: z.string().nullable(),
  sizeBytes: z.number().int().nullable(),
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
});
export type MessagePage = z.infer<typeof MessagePage>;

// ---- what the agent writes -----------------------------------------------------------------------------------------

export const Audience = z.enum(['customer', 'team']);
export type Audience = z.infer<typeof Audience>;

/** Text for the customer. A different type from a note on purpose (law 2): neither call accepts the other's body. */
export const ReplyBody = z.object({ audience: z.literal('customer'), text: z.string().trim().min(1).max(4096) });
export type ReplyBody = z.infer<typeof ReplyBody>;

/** Text for the team. Always sent with `private: true`. Mentions are already in Chatwoot's `[@Name](mention://…)` form. */
export const NoteBody = z.object({ audience: z.literal('team'), text: z.string().trim().min(1).max(10_000) });
export type NoteBody = z.infer<typeof NoteBody>;

export const Draft = z.object({
  conversationId: ConversationId,
  audience: Audience,
  text: z.string().max(150_000),
  caret: z.number().int().nonnegative(),
});
export type Draft = z.infer<typeof Draft>;

/** A text that was replaced, sent, cancelled or discarded on this device; kept for 30 days. */
export const KeptText = z.object({
  id: z.string(),
  conversationId: ConversationId,
  audience: Audience,
  text: z.string(),
  /** Computer's clock: when it was kept. */
  keptAt: EpochMs,
  why: z.enum(['replaced', 'cancelled', 'discarded']),
});
export type KeptText = z.infer<typeof KeptText>;

// ---- templates -----------------------------------------------------------------------------------------------------

export const TemplateHeader = z.discriminatedUnion('format', [
  z.object({ format: z.literal('text'), text: z.string() }),
  z.object({ format: z.enum(['image', 'video', 'document']) }),
  z.object({ format: z.literal('location') }),
]);
export const TemplateButton = z.object({
  kind: z.enum(['quick-reply', 'url', 'phone', 'copy-code', 'other']),
  text: z.string(),
  /** With its `{{…}}` for a url button that takes a suffix. */
  url: z.string().nullable(),
});

/** A template as WhatsApp approved it. Identified by (name, language). */
export const Template = z.object({
  channelId: z.number().int(),
  name: z.string(),
  language: z.string(),
  category: z.enum(['marketing', 'utility', 'authentication', 'unknown']),
  /** Lower-case server status: approved, paused, rejected, pending …; anything but `approved` is not sendable. */
  status: z.string(),
  parameterFormat: z.enum(['named', 'positional']),
  header: TemplateHeader.nullable(),
  body: z.string(),
  footer: z.string().nullable(),
  buttons: z.array(TemplateButton),
  namespace: z.string().nullable(),
});
export type Template = z.infer<typeof Template>;

/** The agent's values, by part. Keys are the placeholder's name (`1`, `first_name`) or the button's position (`0`). */
export const TemplateValues = z.object({
  header: z.record(z.string(), z.string()),
  body: z.record(z.string(), z.string()),
  buttons: z.record(z.string(), z.string()),
  /** For a media header: an http(s) address. */
  mediaUrl: z.string().nullable(),
  mediaName: z.string().nullable(),
});
export type TemplateValues = z.infer<typeof TemplateValues>;

export const TemplateList = z.object({
  templates: z.array(Template),
  /** When the list was last read from the server; null: never. */
  fetchedAt: EpochMs.nullable(),
});
export type TemplateList = z.infer<typeof TemplateList>;

// ---- outbox --------------------------------------------------------------------------------------------------------

export const OutboxState = z.enum([
  'queued',
  'sending',
  'accepted',
  'handed',
  'delivered',
  'read',
  'held',
  'needs-template',
  'uncertain',
  'failed',
  'conflict',
]);
export type OutboxState = z.infer<typeof OutboxState>;

export const OutboxProblem = z.discriminatedUnion('kind', [
  /** Parked: its window closed before it could leave. */
  z.object({ kind: z.literal('window-closed') }),
  /** Held: somebody wrote since the agent last saw the conversation up to date. `messageId`: the first of those messages. */
  z.object({
    kind: z.literal('someone-wrote'),
    who: z.enum(['customer', 'colleague']),
    name: z.string(),
    messageId: z.number().int(),
  }),
  /** In conflict: somebody else changed the same thing after the agent did it offline. `now`: what it is now, in words of the server. */
  z.object({ kind: z.literal('changed-meanwhile'), by: z.string().nullable(), now: z.string() }),
  /** Refused by the server or by WhatsApp. `code` is WhatsApp's number if there is one. */
  z.object({ kind: z.literal('refused'), code: z.number().int().nullable(), text: z.string() }),
]);
export type OutboxProblem = z.infer<typeof OutboxProblem>;

/** A change of the conversation that the server must hear of. */
export const ConversationAction = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('set-status'), status: ConversationStatus, snoozedUntil: EpochMs.nullable() }),
  z.object({ kind: z.literal('assign'), assigneeId: z.number().int().nullable() }),
  z.object({ kind: z.literal('assign-team'), teamId: z.number().int().nullable() }),
  z.object({ kind: z.literal('set-priority'), priority: Priority.nullable() }),
  /** A change, not a list: the server's call replaces the whole list, so ours is merged into what it has by then. */
  z.object({ kind: z.literal('change-labels'), add: z.array(z.string()), remove: z.array(z.string()) }),
  z.object({ kind: z.literal('mark-read') }),
]);
export type ConversationAction = z.infer<typeof ConversationAction>;

export const TemplateMessage = z.object({
  kind: z.literal('template'),
  name: z.string(),
  language: z.string(),
  values: TemplateValues,
  /** The rendered body, for the thread and as the server's `content`. */
  text: z.string(),
});

export const OutboxContent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reply'), text: z.string() }),
  z.object({ kind: z.literal('note'), text: z.string() }),
  TemplateMessage,
  z.object({ kind: z.literal('action'), action: ConversationAction }),
]);
export type OutboxContent = z.infer<typeof OutboxContent>;

export const OutboxItem = z.object({
  clientId: ClientId,
  conversationId: ConversationId,
  content: OutboxContent,
  state: OutboxState,
  /** Server time when the agent pressed Send. */
  createdAt: EpochMs,
  /** Server time after which a reply may not leave any more (window end − guard); null: no deadline. */
  mustLeaveBy: EpochMs.nullable(),
  /** Server time before which it stays here, so that a person can take it back; null: it may leave at once. */
  leavesAt: EpochMs.nullable(),
  serverId: z.number().int().nullable(),
  attempts: z.number().int(),
  /** Why it is held, parked, in conflict or failed; null otherwise. */
  problem: OutboxProblem.nullable(),
});
export type OutboxItem = z.infer<typeof OutboxItem>;

// ---- sync ----------------------------------------------------------------------------------------------------------

export const SyncState = z.enum(['signed-out', 'connecting', 'catching-up', 'live', 'backing-off']);
export type SyncState = z.infer<typeof SyncState>;

export const SyncProblem = z.enum([
  'offline', // no route to the server
  'server-down', // it answered with 5xx or not in time
  'rate-limited',
  'bad-response', // not the JSON we expect: proxy, captive portal, wrong address
  'signed-out',
]);
export type SyncProblem = z.infer<typeof SyncProblem>;

export const SyncStatus = z.object({
  state: SyncState,
  problem: SyncProblem.nullable(),
  /** When the server was last known to agree with this device; null: never. */
  lastLiveAt: EpochMs.nullable(),
  /** Since when the device has been cut off; null: connected. */
  offlineSince: EpochMs.nullable(),
  /** First sync: conversations stored, and how many there are (null: not known yet). */
  progress: z.object({ done: z.number().int(), total: z.number().int().nullable() }).nullable(),
  /** When the next try starts, in server time; null: none planned. */
  retryAt: EpochMs.nullable(),
});
export type SyncStatus = z.infer<typeof SyncStatus>;

export const Settings = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  enterSends: z.boolean(),
  /** How long a reply or template waits before it leaves, so that it can be taken back; not at all in `last`. */
  undoSeconds: z.union([z.literal(0), z.literal(5), z.literal(10), z.literal(20)]),
});
export type Settings = z.infer<typeof Settings>;
