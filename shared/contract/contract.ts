/**
 * Everything that crosses between the core and the page: one map of calls (`noun.verb`) and one of events.
 *
 * Calls answer from the local database at once and never wait for the network. Events carry ids and a revision, not
 * entities: the page reads again, so order and loss of events do not matter.
 */
import { z } from 'zod';
import {
  Agent,
  Audience,
  Channel,
  ClientId,
  ClockInfo,
  Conversation,
  ConversationAction,
  ConversationCursor,
  ConversationId,
  ConversationPage,
  Draft,
  KeptText,
  Label,
  MessagePage,
  NoteBody,
  OutboxItem,
  ReplyBody,
  Settings,
  SyncStatus,
  Team,
  TemplateList,
  TemplateValues,
  View,
  WorkspaceInfo,
} from './entities.ts';

const Nothing = z.object({});
const InConversation = z.object({ conversationId: ConversationId });
const Revision = z.number().int();

export const contract = {
  calls: {
    'workspace.get': { in: Nothing, out: z.object({ workspace: WorkspaceInfo.nullable() }) },
    'settings.get': { in: Nothing, out: Settings },
    'settings.set': { in: Settings.partial(), out: Settings },

    'sync.get': { in: Nothing, out: SyncStatus },
    'sync.retry': { in: Nothing, out: Nothing },
    'clock.get': { in: Nothing, out: ClockInfo },

    'agents.list': { in: Nothing, out: z.object({ agents: z.array(Agent) }) },
    'teams.list': { in: Nothing, out: z.object({ teams: z.array(Team) }) },
    'labels.list': { in: Nothing, out: z.object({ labels: z.array(Label) }) },
    'channels.list': { in: Nothing, out: z.object({ channels: z.array(Channel) }) },

    'conversations.list': {
      in: z.object({
        view: View,
        sort: z.enum(['activity', 'closing']),
        after: ConversationCursor.nullable(),
        limit: z.number().int().min(1).max(200),
      }),
      out: ConversationPage,
    },
    'conversations.counts': { in: Nothing, out: z.object({ counts: z.record(View, z.number().int()) }) },
    'conversations.get': { in: InConversation, out: z.object({ conversation: Conversation }) },
    /** The agent looks at it: fetch what is missing first, and mark it read. */
    'conversations.open': { in: InConversation, out: Nothing },
    /** Applied locally at once, sent when there is a connection. */
    'conversations.act': {
      in: InConversation.extend({ clientId: ClientId, action: ConversationAction }),
      out: Nothing,
    },

    'messages.list': {
      in: InConversation.extend({
        /** Only messages older than this one; null: the newest. */
        before: z.number().int().nullable(),
        limit: z.number().int().min(1).max(200),
      }),
      out: MessagePage,
    },
    /** Asks the server for messages older than the oldest on this device; `messages.changed` follows. */
    'messages.loadOlder': { in: InConversation, out: Nothing },

    /** Text to the customer: queued locally. Errors: window-closed, window-unverified. */
    'replies.send': {
      in: InConversation.extend({ clientId: ClientId, body: ReplyBody }),
      out: z.object({ item: OutboxItem }),
    },
    /** Text to the team: never refused because of a window. */
    'notes.add': {
      in: InConversation.extend({ clientId: ClientId, body: NoteBody }),
      out: z.object({ item: OutboxItem }),
    },
    'templates.list': { in: z.object({ channelId: z.number().int() }), out: TemplateList },
    /** `replaces`: the parked item whose text went into this template; it is discarded in the same step. */
    'templates.send': {
      in: InConversation.extend({
        clientId: ClientId,
        name: z.string(),
        language: z.string(),
        values: TemplateValues,
        replaces: ClientId.nullable(),
      }),
      out: z.object({ item: OutboxItem }),
    },

    'drafts.get': {
      in: InConversation.extend({ audience: Audience }),
      out: z.object({ draft: Draft.nullable() }),
    },
    /** An empty text deletes the draft. */
    'drafts.save': { in: Draft, out: Nothing },
    /** Texts of the last 30 days that are neither a draft nor sent, newest first. */
    'drafts.history': { in: InConversation, out: z.object({ texts: z.array(KeptText) }) },

    /** Not yet settled items of one conversation (null: of all), oldest first. */
    'outbox.list': {
      in: z.object({ conversationId: ConversationId.nullable() }),
      out: z.object({ items: z.array(OutboxItem) }),
    },
    /**
     * What a person decides about an item: `cancel` a queued one, `discard` a parked, held, failed or uncertain one,
     * `send-again` any of these (of an uncertain one it is the person's word that doubling is acceptable; a parked one
     * is judged again), `make-note` turns a parked reply into a note. Error: not-allowed.
     */
    'outbox.decide': {
      in: z.object({ clientId: ClientId, decision: z.enum(['cancel', 'discard', 'send-again', 'make-note']) }),
      out: Nothing,
    },
    /**
     * Undo and edit: takes back what has not left (queued, held, parked, failed, uncertain) and puts its text in front of
     * the draft of the same audience. Error: not-allowed, if it has left or is a change of the conversation.
     */
    'outbox.takeBack': { in: z.object({ clientId: ClientId }), out: z.object({ draft: Draft }) },
  },
  events: {
    'workspace.changed': z.object({ revision: Revision }),
    'settings.changed': z.object({ revision: Revision }),
    'sync.changed': z.object({ revision: Revision }),
    'clock.changed': z.object({ revision: Revision }),
    /** `ids: null` means "many": read the visible pages again. */
    'conversations.changed': z.object({ ids: z.array(ConversationId).nullable(), revision: Revision }),
    'messages.changed': z.object({ ids: z.array(ConversationId).nullable(), revision: Revision }),
    'outbox.changed': z.object({ ids: z.array(ConversationId).nullable(), revision: Revision }),
    'templates.changed': z.object({ revision: Revision }),
  },
} as const;

export type Contract = typeof contract;
export type CallName = keyof Contract['calls'];
export type EventName = keyof Contract['events'];
/** What a caller passes. */
export type CallInput<N extends CallName> = z.input<Contract['calls'][N]['in']>;
/** What a handler gets, after parsing. */
export type CallArgs<N extends CallName> = z.output<Contract['calls'][N]['in']>;
export type CallResult<N extends CallName> = z.output<Contract['calls'][N]['out']>;
export type EventData<N extends EventName> = z.output<Contract['events'][N]>;

/** One function for each call: a missing handler, or one too many, does not compile. */
export type Handlers = { readonly [N in CallName]: (args: CallArgs<N>) => Promise<CallResult<N>> };

/** An event as it travels. */
export type AnyEvent = { [N in EventName]: { name: N; data: EventData<N> } }[EventName];
