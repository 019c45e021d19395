/** What every part of the practice workspace shares: its memory, its clock, and three ways to make something happen. */
import type { PracticeClock } from './clock.ts';
import type { Conversation, Inbox, Contact, Message, PracticeState, Task, User } from './state.ts';

export const accountId = 1;
export const practicePassword = 'Practice1!';

/** A frame for everyone in the account, or for one user. */
export interface CableEvent {
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Leave out for all agents. */
  readonly onlyUserId?: number;
}

export interface Practice {
  readonly state: PracticeState;
  readonly clock: PracticeClock;
  readonly random: () => number;
  /** False: nothing happens by itself except what WhatsApp does with an outgoing message. */
  readonly lively: boolean;
  /** Practice times of the last tries to sign in, oldest first; not saved. */
  readonly signInAttempts: number[];
  /** For attachment addresses. */
  readonly baseUrl: () => string;
  /** How many clients listen on the cable right now. */
  readonly listeners: () => number;
  /** Ids of users with presence on the cable. */
  readonly isPresent: (userId: number) => boolean;
  /** Messages of one conversation, ascending ids. */
  messagesOf(conversationId: number): readonly Message[];
  addMessage(message: Message): void;
  messageById(id: number): Message | undefined;
  /** Marks the state as changed: it is saved before any answer or event leaves. */
  changed(): void;
  /** Queues a cable event behind the next save. */
  publish(event: CableEvent): void;
  schedule(dueAt: number, task: Task): void;
  /** Resolves once everything changed so far is on disk and its events are out. */
  settled(): Promise<void>;
}

export const userById = (practice: Practice, id: number | null): User | undefined =>
  practice.state.users.find((user) => user.id === id);
export const inboxById = (practice: Practice, id: number): Inbox | undefined =>
  practice.state.inboxes.find((inbox) => inbox.id === id);
export const contactById = (practice: Practice, id: number): Contact | undefined =>
  practice.state.contacts.find((contact) => contact.id === id);
export const conversationById = (practice: Practice, id: number): Conversation | undefined =>
  practice.state.conversations.find((conversation) => conversation.id === id);

/** Chatwoot's rule (message_window_service.rb): 24 h from the last incoming message it stored, strictly less. */
export const whatsAppWindowMs = 24 * 60 * 60 * 1000;

export function canReply(practice: Practice, conversation: Conversation, at: number): boolean {
  if (inboxById(practice, conversation.inboxId)?.channelType !== 'Channel::Whatsapp') return true;
  const lastIncoming = practice.messagesOf(conversation.id).findLast((message) => message.type === 0);
  return lastIncoming !== undefined && at < lastIncoming.createdAt + whatsAppWindowMs;
}

/** Capped at 10 and counted from the shared `agent_last_seen_at`, as Chatwoot does (conversation.rb). */
export function unreadCount(practice: Practice, conversation: Conversation): number {
  const seenAt = conversation.agentLastSeenAt ?? 0;
  let count = 0;
  for (const message of practice.messagesOf(conversation.id).toReversed()) {
    if (message.createdAt <= seenAt) break;
    if (message.type === 0) count += 1;
    if (count === 10) break;
  }
  return count;
}
