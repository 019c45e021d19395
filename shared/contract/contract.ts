/**
 * Everything that crosses between the core and the page: one map of calls (`noun.verb`) and one of events.
 *
 * Calls answer from the local database at once. Only the few that say so wait for the network. Events carry ids and a revision, not
 * entities: the page reads again, so order and loss of events do not matter.
 */
import { z } from 'zod';
import { AlertFinding, Destination, ShownAlert } from './alerts.ts';
import { SignInAnswer, SignInWith, VaultKind, WorkspaceEntry, WorkspaceId } from './accounts.ts';
import { Computer } from './computer.ts';
import { deskLockCalls } from './desk-lock.ts';
import { Diagnostics } from './diagnostics.ts';
import { FileRef } from './files.ts';
import { SearchHit, SearchQuery, SearchResult } from './search.ts';
import { Settings } from './settings.ts';
import {
  Agent,
  Audience,
  CannedResponse,
  Channel,
  ClientId,
  ClockInfo,
  Contact,
  Conversation,
  ConversationCursor,
  ConversationFilter,
  ConversationId,
  ConversationPage,
  ConversationSort,
  Draft,
  KeptText,
  Label,
  Macro,
  MessagePage,
  NoteBody,
  Repaired,
  ReplyBody,
  Team,
  View,
  WorkspaceInfo,
} from './entities.ts';
import { findingCodes } from '../network/doctor.ts';
import { ConversationAction, OutboxItem } from './outbox.ts';
import { Rates } from './pricing.ts';
import { SyncStatus } from './sync.ts';
import { TemplateDraft, TemplateList, TemplateValues } from './templates.ts';
import { UpdateStatus } from './updates.ts';

const Nothing = z.object({});
const InConversation = z.object({ conversationId: ConversationId });
const Revision = z.number().int();

export const contract = {
  calls: {
    /** All workspaces of this computer. This and the next ones, like `settings.*`, belong to no workspace (routing.ts). */
    'workspaces.list': {
      in: Nothing,
      out: z.object({
        workspaces: z.array(WorkspaceEntry),
        /** The one shown last. */
        lastId: WorkspaceId.nullable(),
        vault: VaultKind,
      }),
    },
    /** Remembers which one is shown, for the next start. */
    'workspaces.show': { in: z.object({ id: WorkspaceId }), out: Nothing },
    /**
     * Waits for the network. `stay`: keep the token after this run, as the vault allows. Errors: sign-in-refused,
     * unreachable, rate-limited, not-chatwoot, bad-request (an address that is neither https nor on this computer), policy.
     */
    'workspaces.signIn': {
      in: z.object({ serverUrl: z.string().trim().max(2000), with: SignInWith, stay: z.boolean() }),
      out: SignInAnswer,
    },
    /**
     * Forgets the token and deletes what the server has as well; drafts and outbox stay. `forget`: also those, which nothing
     * brings back.
     */
    'workspaces.signOut': { in: z.object({ id: WorkspaceId, forget: z.boolean() }), out: Nothing },

    /** The price list of this computer; there may be none. */
    'pricing.get': { in: Nothing, out: Rates },

    'workspace.get': {
      in: Nothing,
      out: z.object({
        workspace: WorkspaceInfo.nullable(),
        /** One of its files was damaged in this run or before it, and is repaired. Null: all is well. */
        repaired: Repaired.nullable(),
      }),
    },
    'settings.get': { in: Nothing, out: Settings },
    /** Error: policy, if the organisation decides one of them; then none is changed. */
    'settings.set': { in: Settings.partial(), out: Settings },
    /** This and the next ones belong, like the settings, to no workspace. */
    /**
     * The name and password of a proxy, or the password of the client certificate, into the vault; both empty: forgets it.
     * `stay`: after this run, too, as the vault allows. No call gives them back.
     */
    'network.keepLogin': {
      in: z.object({
        which: z.enum(['proxy', 'certificate']),
        user: z.string().max(300),
        password: z.string().max(1000),
        stay: z.boolean(),
      }),
      out: Nothing,
    },
    /** How far we come on the way to a server. Waits for the network, 30 s at most. Errors: bad-request, policy. */
    'network.test': {
      in: z.object({ serverUrl: z.string().trim().max(2000) }),
      out: z.object({
        /** Such as `http://proxy.example:3128`; null: none is used. */
        proxy: z.string().nullable(),
        /** Null: the whole way is free. */
        finding: z.enum(findingCodes).nullable(),
        detail: z.string(),
      }),
    },
    'computer.get': { in: Nothing, out: Computer },

    ...deskLockCalls,

    /** What is said inside the page, because the system did not show it. Belongs, like the next ones, to no workspace. */
    'alerts.list': { in: Nothing, out: z.object({ alerts: z.array(ShownAlert) }) },
    'alerts.dismiss': { in: ShownAlert.pick({ workspaceId: true, id: true }), out: Nothing },
    /** The person follows it: it is dismissed and `navigation.changed` follows. */
    'alerts.act': { in: ShownAlert.pick({ workspaceId: true, id: true }), out: Nothing },
    'alerts.doNotDisturb': { in: z.object({ until: z.enum(['half-hour', 'hour', 'tomorrow', 'off']) }), out: Settings },
    /** Shows a real notification; resolves when the system has shown it, refused it or said nothing for a while. */
    'alerts.test': { in: Nothing, out: z.object({ shown: z.boolean() }) },
    /** What stands between a notification and the agent; `seen`: their answer about the last test, if they gave one. */
    'alerts.check': {
      in: z.object({ seen: z.boolean().nullable() }),
      out: z.object({ findings: z.array(AlertFinding) }),
    },
    /**
     * Where a link, a notification or the tray wants the page to go, told once. Null: nowhere. A place in another workspace than
     * `shown` is told, and kept until a page that shows that one asks.
     */
    'navigation.take': {
      in: z.object({ shown: WorkspaceId.nullable() }),
      out: z.object({ to: Destination.nullable() }),
    },

    /** Newer versions of Latchkey itself. Belongs, like the next ones, to no workspace. */
    'updates.get': { in: Nothing, out: UpdateStatus },
    /** Looks now; waits for the network, and for the download if there is something newer. */
    'updates.check': { in: Nothing, out: UpdateStatus },
    /** Not spoken of for a day; quitting puts it in place all the same. */
    'updates.later': { in: Nothing, out: Nothing },
    /** Ends Latchkey and starts the new one. Error: not-allowed, if none is ready or something is being sent. */
    'updates.restart': { in: Nothing, out: Nothing },

    'sync.get': { in: Nothing, out: SyncStatus },
    'sync.retry': { in: Nothing, out: Nothing },
    'clock.get': { in: Nothing, out: ClockInfo },

    'agents.list': { in: Nothing, out: z.object({ agents: z.array(Agent) }) },
    'teams.list': { in: Nothing, out: z.object({ teams: z.array(Team) }) },
    'labels.list': { in: Nothing, out: z.object({ labels: z.array(Label) }) },
    'channels.list': { in: Nothing, out: z.object({ channels: z.array(Channel) }) },
    'canned.list': { in: Nothing, out: z.object({ responses: z.array(CannedResponse) }) },
    'macros.list': { in: Nothing, out: z.object({ macros: z.array(Macro) }) },
    /**
     * The person is, or is no longer, at the window: the server hears of presence only while they are. Report `true` at
     * least every 4 min: without a report for 5 min, nobody is taken to be there.
     */
    'presence.report': { in: z.object({ active: z.boolean() }), out: Nothing },
    /** Which conversation is in front of the person; null: none, or the window is not focused. Nothing is said of it. */
    'presence.look': { in: z.object({ conversationId: ConversationId.nullable() }), out: Nothing },
    /** What colleagues see of me. Waits for the network. Error: unreachable. */
    'presence.setAvailability': { in: z.object({ availability: Agent.shape.availability }), out: Nothing },

    'conversations.list': {
      in: z.object({
        view: View,
        filter: ConversationFilter.prefault({}),
        sort: ConversationSort,
        after: ConversationCursor.nullable(),
        limit: z.number().int().min(1).max(200),
      }),
      out: ConversationPage,
    },
    'conversations.counts': { in: Nothing, out: z.object({ counts: z.record(View, z.number().int()) }) },
    'conversations.get': { in: InConversation, out: z.object({ conversation: Conversation }) },
    /** The agent looks at it: fetch what is missing first, and mark it read. */
    'conversations.open': { in: InConversation, out: Nothing },
    /**
     * Applied locally at once, sent when there is a connection. Errors: for a macro that writes to the customer,
     * window-closed and window-unverified.
     */
    'conversations.act': {
      in: InConversation.extend({ clientId: ClientId, action: ConversationAction }),
      out: Nothing,
    },

    /** The same change for many; all of them or, if one is unknown here or its window refuses it, none. */
    'conversations.actOnMany': {
      in: z.object({
        targets: z
          .array(InConversation.extend({ clientId: ClientId }))
          .min(1)
          .max(500),
        action: ConversationAction,
      }),
      out: Nothing,
    },
    /**
     * Takes such a change back: what has not left goes; what has is changed to `opposite` (null: nothing does), unless
     * somebody changed it since. Answers how many were taken back (`undone`), cannot be (`ran`), or stay (`changed`).
     */
    'conversations.undoMany': {
      in: z.object({
        changes: z
          .array(InConversation.extend({ clientId: ClientId, opposite: ConversationAction.nullable() }))
          .min(1)
          .max(500),
      }),
      out: z.object({ undone: z.number().int(), ran: z.number().int(), changed: z.number().int() }),
    },
    /** The other conversations of this customer on this device, newest first. */
    'conversations.ofContact': {
      in: z.object({ contactId: z.number().int() }),
      out: z.object({ conversations: z.array(Conversation) }),
    },
    /**
     * Opens a conversation with a customer on a channel, or finds the open one; its first message goes out like any other.
     * Waits for the network. Errors: unreachable, refused.
     */
    'conversations.start': {
      in: z.object({
        to: z.union([
          z.object({ contactId: z.number().int() }),
          z.object({ name: z.string().trim().min(1).max(255), phoneNumber: z.string().regex(/^\+[1-9]\d{4,14}$/) }),
        ]),
        channelId: z.number().int(),
      }),
      out: z.object({ conversationId: ConversationId }),
    },
    'contacts.search': {
      in: z.object({ text: z.string().trim().max(100), limit: z.number().int().min(1).max(50) }),
      out: z.object({ contacts: z.array(Contact) }),
    },
    /** Waits for the network. Error: unreachable. */
    'contacts.searchServer': {
      in: z.object({ text: z.string().trim().min(1).max(100) }),
      out: z.object({ contacts: z.array(Contact) }),
    },
    /** On which channels this customer can be reached. Waits for the network. Error: unreachable. */
    'contacts.channels': {
      in: z.object({ contactId: z.number().int() }),
      out: z.object({ channelIds: z.array(z.number().int()) }),
    },

    'search.messages': { in: SearchQuery, out: SearchResult },
    /** What the server finds (Chatwoot: the last three months). Waits for the network. Error: unreachable. */
    'search.server': {
      in: z.object({ text: SearchQuery.shape.text }),
      out: z.object({ hits: z.array(SearchHit) }),
    },

    'messages.list': {
      in: InConversation.extend({
        /** Only messages older than this one; null: the newest. */
        before: z.number().int().nullable(),
        limit: z.number().int().min(1).max(200),
      }),
      out: MessagePage,
    },
    /** The same around one message of this device, for jumping to it: half of `limit` before it, half after. */
    'messages.around': {
      in: InConversation.extend({ messageId: z.number().int(), limit: z.number().int().min(2).max(200) }),
      out: MessagePage.extend({ hasNewer: z.boolean() }),
    },
    /** Asks the server for messages older than the oldest on this device; `messages.changed` follows. */
    'messages.loadOlder': { in: InConversation, out: Nothing },
    /** Asks the server for what lies in a gap (`MessagePage.gaps`); `messages.changed` follows. */
    'messages.fillGap': {
      in: InConversation.extend({ afterId: z.number().int(), beforeId: z.number().int() }),
      out: Nothing,
    },

    /** Where the page reads its bytes, on its own origin; good for some hours. A file that is not there is not found there. */
    'files.address': { in: z.object({ file: FileRef }), out: z.object({ address: z.string() }) },

    /**
     * To the customer: queued locally, in order, one item for each message it becomes; the first has this client id.
     * Errors: window-closed, window-unverified, file-invalid.
     */
    'replies.send': {
      in: InConversation.extend({ clientId: ClientId, body: ReplyBody }),
      out: z.object({ items: z.array(OutboxItem) }),
    },
    /** To the team: never refused because of a window. Error: file-invalid. */
    'notes.add': {
      in: InConversation.extend({ clientId: ClientId, body: NoteBody }),
      out: z.object({ items: z.array(OutboxItem) }),
    },
    'templates.list': { in: z.object({ channelId: z.number().int() }), out: TemplateList },
    /** `replaces`: the parked item whose text went into this template; it is discarded in the same step. */
    'templates.favour': {
      in: z.object({ channelId: z.number().int(), name: z.string(), language: z.string(), favourite: z.boolean() }),
      out: Nothing,
    },
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
    /** Nothing in it deletes the draft. */
    'drafts.save': { in: Draft, out: Nothing },
    /** Templates that are being filled in for the customer, the one that was touched last first. */
    'drafts.templates': { in: InConversation, out: z.object({ templates: z.array(TemplateDraft) }) },
    /** Without any value it is deleted. Sending the template deletes it, too. */
    'drafts.saveTemplate': { in: InConversation.extend({ template: TemplateDraft }), out: Nothing },
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

    /** For "what is wrong here": facts only, no text of customers or agents, no token. */
    'diagnostics.get': { in: Nothing, out: Diagnostics },
  },
  events: {
    /** The list of workspaces, or a count in it. Belongs to no workspace, like `settings.changed`. */
    'workspaces.changed': z.object({ revision: Revision }),
    'workspace.changed': z.object({ revision: Revision }),
    'settings.changed': z.object({ revision: Revision }),
    'deskLock.changed': z.object({ revision: Revision }),
    'alerts.changed': z.object({ revision: Revision }),
    'navigation.changed': z.object({ revision: Revision }),
    'updates.changed': z.object({ revision: Revision }),
    'sync.changed': z.object({ revision: Revision }),
    'clock.changed': z.object({ revision: Revision }),
    /** `ids: null` means "many": read the visible pages again. */
    'conversations.changed': z.object({ ids: z.array(ConversationId).nullable(), revision: Revision }),
    'messages.changed': z.object({ ids: z.array(ConversationId).nullable(), revision: Revision }),
    'outbox.changed': z.object({ ids: z.array(ConversationId).nullable(), revision: Revision }),
    'templates.changed': z.object({ revision: Revision }),
    /** Agents, teams, labels, channels, ready texts or macros. */
    'directory.changed': z.object({ revision: Revision }),
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
