/** From Chatwoot's shapes to the store's patches. Seconds become ms here and nowhere else. */
import type { Agent, Contact, ConversationStatus, Priority } from '../../../../shared/contract/entities.ts';
import type { ConversationPatch, MessageKind, MessagePatch, MessageStatus } from '../../store/records.ts';
import type { ConversationWithMessages } from '../connector.ts';
import { attachment, httpUrl } from './attachments.ts';
import { CLIENT_ID_KEY } from './client-id.ts';
import type { PushConversation, PushMessage } from './push-shapes.ts';
import type { RestConversation, RestMessage } from './rest-shapes.ts';

// ---- messages ------------------------------------------------------------------------------------------------------

/** REST does not tell template sends apart and has no version: both stay unsaid. */
export function messageFromRest(message: RestMessage): MessagePatch {
  return { ...commonOfMessage(message), author: authorFromRest(message) };
}

export function messageFromPush(message: PushMessage): MessagePatch {
  const author = authorFromPush(message);
  const updatedAt = isoMs(message.updated_at);
  const extra = message.additional_attributes;
  return {
    ...commonOfMessage(message),
    ...(author === null ? {} : { author }),
    ...(updatedAt === null ? {} : { updatedAt }),
    ...(extra === null || extra === undefined ? {} : { isTemplate: isObject(extra['template_params']) }),
  };
}

/** The fields that really are the same in both shapes. */
function commonOfMessage(message: RestMessage | PushMessage): MessagePatch {
  const kind = kindOf(message.message_type, message.private);
  const extra = message.content_attributes ?? {};
  const clientId = extra[CLIENT_ID_KEY] ?? message.echo_id;
  return {
    id: message.id,
    conversationId: message.conversation_id,
    kind,
    text: message.content ?? '',
    createdAt: secondsToMs(message.created_at),
    failure: typeof extra['external_error'] === 'string' ? extra['external_error'] : null,
    attachments: (message.attachments ?? []).map((one) => attachment(one, message.content_type)),
    deleted: extra['deleted'] === true,
    quotedId: typeof extra['in_reply_to'] === 'number' ? extra['in_reply_to'] : null,
    ...(message.source_id === undefined ? {} : { sourceId: message.source_id }),
    // Gone after a delete or a retry (chatwoot-api §3.7), which does not make the message somebody else's: left unsaid.
    ...(typeof clientId === 'string' && clientId !== '' ? { clientId } : {}),
    ...(kind === 'incoming' ? incomingOnly(extra) : {}),
    ...(kind === 'outgoing' || kind === 'automatic' ? statusOnly(message.status) : {}),
  };
}

/** Private wins over every type: what is private was never for the customer (law 2). */
function kindOf(type: 0 | 1 | 2 | 3, isPrivate: boolean): MessageKind {
  if (isPrivate) return 'note';
  const kinds = ['incoming', 'outgoing', 'activity', 'automatic'] as const;
  return kinds[type];
}

function incomingOnly(extra: Readonly<Record<string, unknown>>): Pick<MessagePatch, 'opensWindow' | 'providerAt'> {
  const told = extra['external_created_at'];
  // Only a plausible count of seconds is a time; anything else is somebody else's use of the key.
  const isSeconds = typeof told === 'number' && told > 1e9 && told < 1e10;
  return { opensWindow: extra['is_unsupported'] !== true, ...(isSeconds ? { providerAt: secondsToMs(told) } : {}) };
}

function statusOnly(status: string | null | undefined): Pick<MessagePatch, 'status'> {
  const known: readonly MessageStatus[] = ['sent', 'delivered', 'read', 'failed'];
  const found = known.find((one) => one === status);
  return found === undefined ? {} : { status: found };
}

type Author = NonNullable<MessagePatch['author']>;

/** Without a sender: Chatwoot itself (activities, automations), or a contact that was deleted. */
function authorFromRest(message: RestMessage): Author {
  const { sender } = message;
  if (sender === null || sender === undefined) return nobody(message.message_type);
  return { kind: authorKind(sender.type, message.message_type), id: sender.id ?? null, name: nameOf(sender) };
}

/** The push shape may carry only the columns `sender_type` and `sender_id`; the name is then left unsaid. */
function authorFromPush(message: PushMessage): Author | null {
  const { sender } = message;
  if (sender === null || sender === undefined) {
    return typeof message.sender_id === 'number' ? null : nobody(message.message_type);
  }
  const type = sender.type ?? message.sender_type;
  return { kind: authorKind(type, message.message_type), id: sender.id ?? null, name: nameOf(sender) };
}

function nobody(type: 0 | 1 | 2 | 3): Author {
  return { kind: type === 0 ? 'contact' : 'system', id: null, name: '' };
}

/** `type` is `user`, `contact`, `agent_bot` in a sender and a Ruby class name in `sender_type`. */
function authorKind(type: string | null | undefined, messageType: 0 | 1 | 2 | 3): Author['kind'] {
  switch (type?.toLowerCase()) {
    case 'user':
      return 'agent';
    case 'contact':
      return 'contact';
    case undefined:
      return messageType === 0 ? 'contact' : 'agent';
    default:
      return 'bot'; // agent_bot, AgentBot, captain_assistant …
  }
}

// ---- conversations -------------------------------------------------------------------------------------------------

export function conversationFromRest(raw: RestConversation): ConversationWithMessages {
  const { assignee, assignee_type: assigneeType, team, sender } = raw.meta;
  const messages = new Map(raw.messages.map((message) => [message.id, messageFromPush(message)]));
  const spoken = raw.last_non_activity_message;
  if (spoken !== null && spoken !== undefined) messages.set(spoken.id, messageFromPush(spoken));
  return {
    conversation: {
      ...commonOfConversation(raw),
      labels: raw.labels,
      updatedAt: secondsToMs(raw.updated_at),
      // REST leaves these keys out when nobody is assigned, so a missing key says "none" here.
      assignee: personOnly(assignee, assigneeType),
      team: team ?? null,
      ...(sender === null || sender === undefined ? {} : { contact: contact(sender) }),
    },
    messages: [...messages.values()].toSorted((a, b) => a.id - b.id),
  };
}

export function conversationFromPush(raw: PushConversation): ConversationWithMessages {
  const { assignee, assignee_type: assigneeType, team, sender } = raw.meta;
  return {
    conversation: {
      ...commonOfConversation(raw),
      // Push always has these keys; one that is missing says nothing.
      ...(assignee === undefined ? {} : { assignee: personOnly(assignee, assigneeType) }),
      ...(team === undefined ? {} : { team }),
      ...(raw.labels === null || raw.labels === undefined ? {} : { labels: raw.labels }),
      ...(typeof raw.updated_at === 'number' ? { updatedAt: secondsToMs(raw.updated_at) } : {}),
      ...(sender === null || sender === undefined ? {} : { contact: contact(sender) }),
    },
    messages: (raw.messages ?? []).map(messageFromPush),
  };
}

function commonOfConversation(raw: RestConversation | PushConversation): ConversationPatch {
  const statuses: readonly ConversationStatus[] = ['open', 'resolved', 'pending', 'snoozed'];
  const status = statuses.find((one) => one === raw.status);
  const priorities: readonly Priority[] = ['low', 'medium', 'high', 'urgent'];
  return {
    id: raw.id,
    channelId: raw.inbox_id,
    unread: Math.max(0, raw.unread_count),
    canReply: raw.can_reply,
    lastActivityAt: secondsToMs(raw.last_activity_at),
    createdAt: secondsToMs(raw.created_at),
    ...(status === undefined ? {} : { status }),
    ...(raw.snoozed_until === undefined ? {} : { snoozedUntil: isoMs(raw.snoozed_until) }),
    ...(raw.priority === undefined ? {} : { priority: priorities.find((one) => one === raw.priority) ?? null }),
    ...(raw.waiting_since === undefined ? {} : { waitingSince: secondsOrNever(raw.waiting_since) }),
    ...(raw.agent_last_seen_at === undefined ? {} : { agentSeenAt: secondsOrNever(raw.agent_last_seen_at) }),
  };
}

export function contact(raw: NonNullable<RestConversation['meta']['sender']>): Contact {
  return {
    id: raw.id,
    name: raw.name ?? '',
    phoneNumber: raw.phone_number ?? null,
    avatarUrl: httpUrl(raw.thumbnail),
  };
}

interface RawAgent {
  readonly id: number;
  readonly name?: string | null | undefined;
  readonly available_name?: string | null | undefined;
  readonly availability_status?: string | null | undefined;
}

export function agent(raw: RawAgent): Agent {
  return { id: raw.id, name: nameOf(raw), availability: availability(raw.availability_status) };
}

export function availability(raw: string | null | undefined): Agent['availability'] {
  return raw === 'online' || raw === 'busy' ? raw : 'offline';
}

/** A conversation that a bot looks after is nobody's: any agent may take it. */
function personOnly(raw: RawAgent | null | undefined, type: string | null | undefined): Agent | null {
  if (raw === null || raw === undefined || type === 'AgentBot') return null;
  return agent(raw);
}

// ---- values --------------------------------------------------------------------------------------------------------

/** Multiplied before rounding so that a float's `…001` does not cut a ms; a version keeps its fraction. */
function secondsToMs(seconds: number): number {
  return Number.isInteger(seconds) ? seconds * 1000 : Math.round(seconds * 1e6) / 1e3;
}

/** Chatwoot's 0 is "never". */
function secondsOrNever(seconds: number | null): number | null {
  return seconds === null || seconds === 0 ? null : secondsToMs(seconds);
}

function isoMs(text: string | null | undefined): number | null {
  const at = text === null || text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(at) ? null : at;
}

/** The name shown to others comes first, as in Chatwoot's own screens. */
export function nameOf(raw: Pick<RawAgent, 'name' | 'available_name'>): string {
  return (raw.available_name ?? '') === '' ? (raw.name ?? '') : (raw.available_name ?? '');
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
