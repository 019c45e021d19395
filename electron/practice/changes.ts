/** Every change of a message or a conversation, with the cable events and follow-up jobs that the dialect attaches to it. */
import { must } from '../../shared/lang/assert.ts';
import { mentionedUserIds } from './mentions.ts';
import { contactById, conversationById, userById } from './practice.ts';
import type { Practice } from './practice.ts';
import { pushConversation, pushMessage } from './render-push.ts';
import type {
  Attachment,
  Contact,
  Conversation,
  ConversationStatus,
  Json,
  Message,
  MessageStatus,
  User,
} from './state.ts';

/** Chatwoot writes its activity lines in a background job. */
const activityDelayMs = 100;
/** How long Chatwoot's send job waits in its queue. */
const sendDelayMs = 300;
/** … and a message with a file a while longer, until the file is stored (message.rb `send_reply`). */
const sendFileDelayMs = 2_000;

export interface NewMessage {
  readonly conversation: Conversation;
  readonly at: number;
  readonly content: string | null;
  readonly attachments?: readonly Attachment[];
  readonly contentAttributes?: Json;
  readonly sourceId?: string | null;
}

function store(practice: Practice, message: Message, conversation: Conversation): void {
  practice.addMessage(message);
  conversation.lastActivityAt = Math.max(conversation.lastActivityAt, message.createdAt);
  touch(practice, conversation);
}

function touch(practice: Practice, conversation: Conversation): void {
  // Strictly growing, so that `updated_within` never misses a second change in the same millisecond.
  conversation.updatedAt = Math.max(practice.clock.now(), conversation.updatedAt + 0.001);
  practice.changed();
}

function blankMessage(practice: Practice, from: NewMessage): Omit<Message, 'type' | 'sender'> {
  practice.state.next.message += 1;
  return {
    id: practice.state.next.message,
    conversationId: from.conversation.id,
    inboxId: from.conversation.inboxId,
    isPrivate: false,
    createdAt: from.at,
    updatedAt: practice.clock.now(),
    additionalAttributes: {},
    attachments: from.attachments ?? [],
    content: from.content,
    contentAttributes: from.contentAttributes ?? {},
    status: 'sent',
    sourceId: from.sourceId ?? null,
  };
}

function announceMessage(practice: Practice, message: Message, conversation: Conversation, echoId?: string): void {
  practice.publish({ event: 'message.created', data: pushMessage(practice, message, conversation, echoId) });
}

export function announceConversation(practice: Practice, event: string, conversation: Conversation): void {
  practice.publish({ event, data: pushConversation(practice, conversation) });
}

/** A message from the customer: starts the waiting clock, wakes a snoozed conversation, opens the window. */
export function addIncoming(practice: Practice, from: NewMessage): Message {
  const { conversation } = from;
  const message: Message = {
    ...blankMessage(practice, from),
    type: 0,
    sender: { kind: 'contact', id: conversation.contactId },
  };
  store(practice, message, conversation);
  const contact = contactById(practice, conversation.contactId);
  if (contact !== undefined) contact.lastActivityAt = from.at;
  announceMessage(practice, message, conversation);
  if (conversation.waitingSince === null) {
    conversation.waitingSince = from.at;
    announceConversation(practice, 'conversation.updated', conversation);
  }
  if (conversation.status === 'snoozed') {
    setStatus(practice, conversation, 'open', null);
    addActivity(practice, conversation, 'System reopened the conversation due to a new incoming message.', from.at);
  }
  return message;
}

export interface NewOutgoing extends NewMessage {
  readonly user: User;
  readonly isPrivate: boolean;
  readonly templateParams?: Json | null;
  readonly echoId?: string | undefined;
}

/** What an agent writes. Public ones go to the channel a moment later; a private note goes nowhere. */
export function addOutgoing(practice: Practice, from: NewOutgoing): Message {
  const { conversation } = from;
  const message: Message = {
    ...blankMessage(practice, from),
    type: 1,
    isPrivate: from.isPrivate,
    sender: { kind: 'user', id: from.user.id },
    additionalAttributes: from.templateParams ? { template_params: from.templateParams } : {},
  };
  store(practice, message, conversation);
  announceMessage(practice, message, conversation, from.echoId);
  if (message.isPrivate) {
    for (const userId of mentionedUserIds(practice, message)) {
      const data = pushConversation(practice, conversation);
      practice.publish({ event: 'conversation.mentioned', data, onlyUserId: userId });
    }
    return message;
  }
  if (conversation.firstReplyAt === null) {
    conversation.firstReplyAt = from.at;
    practice.publish({ event: 'first.reply.created', data: pushMessage(practice, message, conversation) });
  }
  if (conversation.waitingSince !== null) {
    conversation.waitingSince = null;
    announceConversation(practice, 'conversation.updated', conversation);
  }
  // A public message that already carries a source id is never sent (chatwoot-api §0.5).
  const delayMs = message.attachments.length === 0 ? sendDelayMs : sendFileDelayMs;
  if (message.sourceId === null) practice.schedule(from.at + delayMs, { kind: 'send', messageId: message.id });
  return message;
}

export function addActivity(practice: Practice, conversation: Conversation, content: string, at: number): void {
  practice.schedule(at + activityDelayMs, { kind: 'activity', conversationId: conversation.id, content });
}

/** Runs the job planned by `addActivity`. */
export function writeActivity(practice: Practice, conversationId: number, content: string, at: number): void {
  const conversation = conversationById(practice, conversationId);
  if (conversation === undefined) return;
  const message: Message = { ...blankMessage(practice, { conversation, at, content }), type: 2, sender: null };
  store(practice, message, conversation);
  announceMessage(practice, message, conversation);
}

export interface MessageChange {
  readonly status?: MessageStatus;
  readonly sourceId?: string;
  readonly error?: string;
}

/** A change of delivery. `previous_changes` lists what moved, as Chatwoot's event does. */
export function changeMessage(practice: Practice, message: Message, change: MessageChange): void {
  const conversation = must(conversationById(practice, message.conversationId), 'a message belongs to a conversation');
  const previous: Record<string, unknown> = {};
  if (change.sourceId !== undefined) {
    previous['source_id'] = [message.sourceId, change.sourceId];
    message.sourceId = change.sourceId;
  }
  if (change.status !== undefined && change.status !== message.status) {
    previous['status'] = [message.status, change.status];
    message.status = change.status;
  }
  if (change.error !== undefined) {
    const attributes = { ...message.contentAttributes, external_error: change.error };
    previous['content_attributes'] = [message.contentAttributes, attributes];
    message.contentAttributes = attributes;
  }
  message.updatedAt = practice.clock.now();
  touch(practice, conversation);
  const data = { ...pushMessage(practice, message, conversation), previous_changes: previous };
  practice.publish({ event: 'message.updated', data });
}

/** `snoozedUntil` counts only for `snoozed`; null there means "until the customer answers". */
export function setStatus(
  practice: Practice,
  conversation: Conversation,
  status: ConversationStatus,
  snoozedUntil: number | null,
): void {
  const until = status === 'snoozed' ? snoozedUntil : null;
  const isSameStatus = conversation.status === status;
  if (isSameStatus && conversation.snoozedUntil === until) return;
  conversation.status = status;
  conversation.snoozedUntil = until;
  if (status === 'resolved') conversation.waitingSince = null;
  touch(practice, conversation);
  announceConversation(practice, 'conversation.updated', conversation);
  if (!isSameStatus) announceConversation(practice, 'conversation.status_changed', conversation);
  if (until !== null) practice.schedule(until, { kind: 'unsnooze', conversationId: conversation.id, until });
}

/** The words of Chatwoot's `conversations.activity.status.*`. */
export const statusActivity = (status: ConversationStatus, who: string): string =>
  ({
    open: `Conversation was reopened by ${who}`,
    resolved: `Conversation was marked resolved by ${who}`,
    pending: `Conversation was marked as pending by ${who}`,
    snoozed: `Conversation was snoozed by ${who}`,
  })[status];

export function setAssignee(
  practice: Practice,
  conversation: Conversation,
  id: number | null,
  by: User,
  at: number,
): void {
  if (conversation.assigneeId === id) return;
  conversation.assigneeId = id;
  touch(practice, conversation);
  announceConversation(practice, 'conversation.updated', conversation);
  announceConversation(practice, 'assignee.changed', conversation);
  const assignee = userById(practice, id);
  const words =
    assignee === undefined
      ? `Conversation unassigned by ${by.name}`
      : assignee.id === by.id
        ? `${by.name} self-assigned this conversation`
        : `Assigned to ${assignee.name} by ${by.name}`;
  addActivity(practice, conversation, words, at);
}

export function changeFields(
  practice: Practice,
  conversation: Conversation,
  fields: Partial<Pick<Conversation, 'teamId' | 'labels' | 'priority' | 'customAttributes'>>,
  activity: string | null,
): void {
  Object.assign(conversation, fields);
  touch(practice, conversation);
  announceConversation(practice, 'conversation.updated', conversation);
  if (fields.teamId !== undefined) announceConversation(practice, 'team.changed', conversation);
  if (activity !== null) addActivity(practice, conversation, activity, practice.clock.now());
}

export interface NewConversation {
  readonly inboxId: number;
  readonly contact: Contact;
  readonly at: number;
  readonly assigneeId?: number | null;
  readonly teamId?: number | null;
  readonly status?: ConversationStatus;
  readonly additionalAttributes?: Json;
  readonly customAttributes?: Json;
}

export function addConversation(practice: Practice, from: NewConversation): Conversation {
  practice.state.next.conversation += 1;
  const id = practice.state.next.conversation;
  const conversation: Conversation = {
    id,
    databaseId: databaseIdOf(id),
    uuid: uuidFrom(practice.random),
    inboxId: from.inboxId,
    contactId: from.contact.id,
    createdAt: from.at,
    additionalAttributes: from.additionalAttributes ?? {},
    status: from.status ?? 'open',
    assigneeId: from.assigneeId ?? null,
    teamId: from.teamId ?? null,
    labels: [],
    priority: null,
    snoozedUntil: null,
    customAttributes: from.customAttributes ?? {},
    updatedAt: practice.clock.now(),
    lastActivityAt: from.at,
    waitingSince: null,
    firstReplyAt: null,
    agentLastSeenAt: null,
    assigneeLastSeenAt: null,
    contactLastSeenAt: null,
  };
  practice.state.conversations.push(conversation);
  practice.changed();
  announceConversation(practice, 'conversation.created', conversation);
  return conversation;
}

/** Far from the display id, so that a client that mixes them up fails at once. */
export const databaseIdOf = (displayId: number): number => 4_000 + displayId * 3;

export function uuidFrom(random: () => number): string {
  const digits = Array.from({ length: 32 }, (_, index) =>
    index === 12 ? '4' : Math.floor(random() * 16).toString(16),
  );
  return digits.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export function addContact(
  practice: Practice,
  from: {
    readonly name: string;
    readonly phoneNumber: string;
    readonly email?: string | null;
    readonly language?: string;
  },
): Contact {
  practice.state.next.contact += 1;
  const contact: Contact = {
    id: practice.state.next.contact,
    name: from.name,
    phoneNumber: from.phoneNumber,
    email: from.email ?? null,
    language: from.language ?? 'en',
    behaviour: 'ordinary',
    createdAt: practice.clock.now(),
    lastActivityAt: null,
  };
  practice.state.contacts.push(contact);
  practice.changed();
  return contact;
}
