/** Customers who write and answer, colleagues who work, templates that get reviewed. Stands still when `lively` is false. */
import { addContact, addConversation, addIncoming, addOutgoing, changeMessage, setAssignee } from './changes.ts';
import { answers, colleagueAnswers, openers, strangers } from './life-words.ts';
import { contactById, conversationById, inboxById, whatsAppWindowMs } from './practice.ts';
import type { Practice } from './practice.ts';
import type { Conversation, Message, WhatsAppTemplate } from './state.ts';

const minute = 60_000;
const hour = 60 * minute;
/** A workspace left running for days must stay a support inbox, not a flood. */
const mostConversations = 120;

function pick<T>(practice: Practice, list: readonly T[]): T | undefined {
  return list[Math.floor(practice.random() * list.length)];
}
const between = (practice: Practice, low: number, high: number): number => low + practice.random() * (high - low);

/** Starts what is not already planned, after a start or a restart. */
export function startLife(practice: Practice): void {
  if (!practice.lively) return;
  const now = practice.clock.now();
  const planned = new Set(practice.state.jobs.map((job) => job.task.kind));
  if (!planned.has('customer-writes'))
    practice.schedule(now + between(practice, 8_000, 25_000), { kind: 'customer-writes' });
  if (!planned.has('colleague-works'))
    practice.schedule(now + between(practice, 40_000, 90_000), { kind: 'colleague-works' });
  if (!planned.has('template-review')) practice.schedule(now + 5 * minute, { kind: 'template-review' });
}

/** About seven of ten customers answer a reply or a template a few seconds after it reached their phone. */
export function planAnswer(practice: Practice, message: Message, at: number): void {
  if (!practice.lively || message.type !== 1) return;
  const conversation = conversationById(practice, message.conversationId);
  const contact = conversation === undefined ? undefined : contactById(practice, conversation.contactId);
  if (conversation === undefined || contact === undefined || contact.behaviour === 'silent') return;
  if (practice.random() > 0.7) return;
  practice.schedule(at + between(practice, 4_000, 14_000), {
    kind: 'customer-answers',
    conversationId: conversation.id,
  });
}

export function runCustomerAnswers(practice: Practice, conversationId: number, at: number): void {
  const conversation = conversationById(practice, conversationId);
  if (!practice.lively || conversation === undefined || conversation.status === 'resolved') return;
  // Whoever reads a message before answering shows it as read.
  const newest = practice.messagesOf(conversationId).findLast((message) => message.type === 1 && !message.isPrivate);
  if (newest?.status === 'delivered') changeMessage(practice, newest, { status: 'read' });
  say(practice, conversation, answers, at);
}

function say(practice: Practice, conversation: Conversation, words: typeof answers, at: number): void {
  const language = contactById(practice, conversation.contactId)?.language ?? 'en';
  const content = pick(practice, words[language] ?? words['en'] ?? []) ?? 'Hello?';
  addIncoming(practice, { conversation, at, content, sourceId: newWamid(practice) });
}

export const newWamid = (practice: Practice): string =>
  `wamid.IN${Array.from({ length: 32 }, () => Math.floor(practice.random() * 16).toString(16))
    .join('')
    .toUpperCase()}`;

/** Every 20–60 s while somebody listens, slower while nobody does. After a long skip only one is caught up. */
export function runCustomerWrites(practice: Practice): void {
  if (!practice.lively) return;
  customerWritesNow(practice);
  const wait = practice.listeners() > 0 ? between(practice, 20_000, 60_000) : between(practice, 2 * minute, 5 * minute);
  practice.schedule(practice.clock.now() + wait, { kind: 'customer-writes' });
}

/** A stranger, or somebody whose window is not about to end: those stay as they are, so that every stage can be watched. */
export function customerWritesNow(practice: Practice): Conversation | null {
  const at = practice.clock.now();
  const isStranger = practice.random() < 0.3 && practice.state.conversations.length < mostConversations;
  const conversation = isStranger ? strangerWrites(practice, at) : null;
  if (conversation !== null) return conversation;
  const willing = practice.state.conversations.filter((other) => isWilling(practice, other, at));
  const chosen = pick(practice, willing);
  if (chosen === undefined) return strangerWrites(practice, at);
  say(practice, chosen, openers, at);
  return chosen;
}

function isWilling(practice: Practice, conversation: Conversation, at: number): boolean {
  if (conversation.status === 'resolved' || conversation.status === 'snoozed') return false;
  const contact = contactById(practice, conversation.contactId);
  if (contact === undefined || contact.behaviour !== 'ordinary') return false;
  const messages = practice.messagesOf(conversation.id);
  if (messages.every((message) => message.type !== 0)) return false;
  const remaining = remainingMs(practice, conversation, at);
  // Nobody writes three times into silence, and locked chats mostly stay locked.
  const unanswered = messages.slice(-3).every((message) => message.type === 0);
  return !unanswered && (remaining > 6 * hour || (remaining < -20 * hour && practice.random() < 0.1));
}

/** Of the window since the customer's last message; −∞ if there was none. */
function remainingMs(practice: Practice, conversation: Conversation, at: number): number {
  const lastIncoming = practice.messagesOf(conversation.id).findLast((message) => message.type === 0);
  return lastIncoming === undefined ? -Infinity : lastIncoming.createdAt + whatsAppWindowMs - at;
}

function strangerWrites(practice: Practice, at: number): Conversation | null {
  const inbox = practice.state.inboxes[0];
  const known = new Set(practice.state.contacts.map((contact) => contact.phoneNumber));
  const stranger = pick(
    practice,
    strangers.filter((other) => !known.has(other.phoneNumber)),
  );
  if (inbox === undefined || stranger === undefined) return null;
  const contact = addContact(practice, stranger);
  const conversation = addConversation(practice, { inboxId: inbox.id, contact, at });
  addIncoming(practice, { conversation, at, content: stranger.text, sourceId: newWamid(practice) });
  return conversation;
}

/** A colleague takes an unassigned conversation, or answers one of their own, while its window is wide open. */
export function runColleagueWorks(practice: Practice): void {
  if (!practice.lively) return;
  const now = practice.clock.now();
  const colleagues = practice.state.users.filter((user) => user.isPlayed && user.role === 'agent');
  const colleague = pick(practice, colleagues);
  const waiting = practice.state.conversations.filter(
    (other) =>
      other.status === 'open' &&
      other.waitingSince !== null &&
      now - other.waitingSince > 5 * minute &&
      (other.assigneeId === null || other.assigneeId === colleague?.id) &&
      !other.labels.includes('practice') &&
      inboxById(practice, other.inboxId)?.channelType === 'Channel::Whatsapp' &&
      // An answer would bring the customer back and reset a window that somebody may be watching run out.
      remainingMs(practice, other, now) > 6 * hour,
  );
  const conversation = pick(practice, waiting);
  if (colleague !== undefined && conversation !== undefined && practice.random() < 0.6) {
    setAssignee(practice, conversation, colleague.id, colleague, now);
    const language = contactById(practice, conversation.contactId)?.language ?? 'en';
    const content = pick(practice, colleagueAnswers[language] ?? colleagueAnswers['en'] ?? []) ?? 'One moment, please.';
    addOutgoing(practice, { conversation, at: now, content, user: colleague, isPrivate: false });
    conversation.agentLastSeenAt = now;
  }
  practice.schedule(now + between(practice, 60_000, 180_000), { kind: 'colleague-works' });
}

/** WhatsApp finishes a review: a pending template is approved, a paused one comes back, an approved one is paused. */
export function runTemplateReview(practice: Practice): void {
  if (!practice.lively) return;
  const now = practice.clock.now();
  const templates = practice.state.inboxes.flatMap((inbox) => inbox.templates ?? []);
  const change = nextReview(templates);
  if (change !== null) {
    change.template.status = change.status;
    practice.state.inboxesChangedAt = now;
    practice.changed();
    practice.publish({ event: 'account.cache_invalidated', data: { cache_keys: cacheKeys(practice), account_id: 1 } });
  }
  practice.schedule(now + 30 * minute, { kind: 'template-review' });
}

function nextReview(
  templates: readonly WhatsAppTemplate[],
): { template: WhatsAppTemplate; status: WhatsAppTemplate['status'] } | null {
  const pending = templates.find((template) => template.status === 'PENDING');
  return pending === undefined ? null : { template: pending, status: 'APPROVED' };
}

/** Epoch-second strings; "0000000000" for what never changed. */
export const cacheKeys = (practice: Practice): Readonly<Record<string, string>> => ({
  label: '0000000000',
  inbox: String(Math.floor(practice.state.inboxesChangedAt / 1000)),
  team: '0000000000',
});

/** Time left to answer in each of the stages a client shows, from "just written" to "minutes". */
const stages = [
  23.6 * hour,
  15 * hour,
  7 * hour,
  3.4 * hour,
  2.1 * hour,
  50 * minute,
  25 * minute,
  8 * minute,
  6.5 * minute,
];

/** After a long pause: some customers wrote meanwhile, so that the inbox again has a window in every stage. */
export function catchUpAfterPause(practice: Practice): void {
  const now = practice.clock.now();
  let free = practice.state.conversations.filter(
    (other) =>
      other.status === 'open' &&
      inboxById(practice, other.inboxId) === practice.state.inboxes[0] &&
      !other.labels.includes('practice') &&
      practice.messagesOf(other.id).some((message) => message.type === 0),
  );
  for (const left of stages.toReversed()) {
    const at = now - (whatsAppWindowMs - left);
    const conversation = free.find((other) => other.lastActivityAt < at);
    if (conversation === undefined) continue;
    free = free.filter((other) => other !== conversation);
    say(practice, conversation, openers, at);
  }
}
