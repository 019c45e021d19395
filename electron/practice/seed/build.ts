/** Turns the short scripts in `threads-*.ts` into conversations and messages with ids, times and states. */
import { databaseIdOf, uuidFrom } from '../changes.ts';
import { whatsAppWindowMs } from '../practice.ts';
import type {
  Attachment,
  Behaviour,
  Contact,
  Conversation,
  ConversationStatus,
  Json,
  Message,
  PracticeState,
  Priority,
} from '../state.ts';
import { inboxIds, userIds } from './people.ts';

const minute = 60_000;

/**
 * One conversation. Each line of the script is one message:
 * `< text` customer · `<photo text` · `<file name.pdf` · `<voice` · `<place latitude longitude name` · `<card number name` · `sam> text` reply · `sam# text` note · `sam! text` reply that WhatsApp
 * refused with 131047 · `sam$ name|language|text` template · `* text` activity · `~90` a gap of 90 minutes before the next line.
 */
export interface Thread {
  readonly name: string;
  readonly phone: string;
  readonly language: string;
  readonly inbox?: keyof typeof inboxIds;
  /** Minutes left of 24 h since the last customer message; negative: closed that long ago. */
  readonly left?: number;
  /** For threads without a customer message: minutes since the last line. */
  readonly age?: number;
  readonly status?: ConversationStatus;
  /** Minutes until a snooze ends. */
  readonly snooze?: number;
  readonly assignee?: keyof typeof userIds;
  readonly team?: number;
  readonly labels?: readonly string[];
  readonly priority?: Priority;
  /** The customer's last messages were seen, though not answered. */
  readonly seen?: true;
  readonly behaviour?: Behaviour;
  readonly lines: readonly string[];
}

interface Line {
  readonly kind: '<' | '>' | '#' | '!' | '$' | '*';
  readonly who: keyof typeof userIds | null;
  readonly file: 'photo' | 'file' | 'voice' | 'place' | 'card' | null;
  /** It answers the line before it. */
  readonly quotes: boolean;
  readonly text: string;
  /** Minutes since the line before. */
  readonly gap: number;
}

function readLines(script: readonly string[], random: () => number): readonly Line[] {
  const lines: Line[] = [];
  let gap: number | null = null;
  for (const text of script) {
    if (text.startsWith('~')) {
      gap = Number(text.slice(1));
      continue;
    }
    const found = /^(sam|ana|jonas|priya)?([<>#!$*])(photo|file|voice|place|card)?(\^)? ?(.*)$/s.exec(text);
    if (found === null) throw new Error(`practice script: ${text}`);
    lines.push({
      kind: found[2] as Line['kind'],
      who: (found[1] ?? null) as Line['who'],
      file: (found[3] ?? null) as Line['file'],
      quotes: found[4] !== undefined,
      text: found[5] ?? '',
      gap: gap ?? 1 + Math.floor(random() * 9),
    });
    gap = null;
  }
  return lines;
}

/** Epoch ms per line: the last customer line stands where `left` wants it, the others around it. */
function timesOf(thread: Thread, lines: readonly Line[], now: number): readonly number[] {
  const anchor = lines.findLastIndex((line) => line.kind === '<');
  const anchorAge = anchor === -1 ? (thread.age ?? 60) * minute : whatsAppWindowMs - (thread.left ?? 600) * minute;
  const pivot = anchor === -1 ? lines.length - 1 : anchor;
  const times: number[] = [];
  times[pivot] = now - anchorAge;
  for (let index = pivot - 1; index >= 0; index -= 1)
    times[index] = (times[index + 1] ?? now) - (lines[index + 1]?.gap ?? 1) * minute;
  const following = lines.slice(pivot + 1);
  const wanted = following.reduce((sum, line) => sum + line.gap * minute, 0);
  // What came after the customer's last message must not lie in the future.
  const squeeze = wanted === 0 ? 1 : Math.min(1, (anchorAge * 0.8) / wanted);
  for (const [offset, line] of following.entries())
    times[pivot + 1 + offset] = (times[pivot + offset] ?? now) + line.gap * minute * squeeze;
  return times.map((time) => Math.floor(time));
}

interface Draft {
  readonly thread: Thread;
  readonly conversation: Conversation;
  readonly lines: readonly Line[];
  readonly times: readonly number[];
}

/** Fills `state` with the threads. Message ids ascend with time over all conversations, as in one database table. */
export function addThreads(state: PracticeState, threads: readonly Thread[], now: number, random: () => number): void {
  const drafts = threads
    .map((thread) => {
      const lines = readLines(thread.lines, random);
      return { thread, lines, times: timesOf(thread, lines, now) };
    })
    .toSorted((a, b) => (a.times[0] ?? 0) - (b.times[0] ?? 0))
    .map((draft): Draft => ({
      ...draft,
      conversation: conversationFor(state, draft.thread, draft.lines, draft.times, now, random),
    }));
  const entries = drafts
    .flatMap(({ conversation, lines, times }) =>
      lines.map((line, index) => ({ conversation, line, at: times[index] ?? now })),
    )
    .toSorted((a, b) => a.at - b.at);
  for (const { conversation, line, at } of entries)
    state.messages.push(messageFor(state, conversation, line, at, random));
  state.conversations.push(...drafts.map((draft) => draft.conversation));
}

function contactFor(state: PracticeState, thread: Thread, at: number): Contact {
  const known = state.contacts.find((contact) => contact.phoneNumber === thread.phone);
  if (known !== undefined) return known;
  state.next.contact += 1;
  const contact: Contact = {
    id: state.next.contact,
    name: thread.name,
    phoneNumber: thread.phone,
    email: /^[a-z]+ [a-z]+$/i.test(thread.name) ? `${thread.name.toLowerCase().replace(' ', '.')}@example.com` : null,
    language: thread.language,
    behaviour: thread.behaviour ?? 'ordinary',
    createdAt: at,
    lastActivityAt: null,
  };
  state.contacts.push(contact);
  return contact;
}

const isPublic = (line: Line): boolean => line.kind === '>' || line.kind === '!' || line.kind === '$';

function conversationFor(
  state: PracticeState,
  thread: Thread,
  lines: readonly Line[],
  times: readonly number[],
  now: number,
  random: () => number,
): Conversation {
  state.next.conversation += 1;
  const first = times[0] ?? now;
  const last = times.at(-1) ?? now;
  const contact = contactFor(state, thread, first);
  const lastIncoming = lines.findLastIndex((line) => line.kind === '<');
  if (lastIncoming !== -1) contact.lastActivityAt = times[lastIncoming] ?? null;
  const lastPublic = lines.findLastIndex(isPublic);
  const waiting = lines.findIndex((line, index) => index > lastPublic && line.kind === '<');
  const firstReply = lines.findIndex(isPublic);
  const lastOurs = lines.findLastIndex((line) => line.kind !== '<');
  const seenAt =
    thread.seen === true || lastOurs > lastIncoming ? last : lastOurs === -1 ? null : (times[lastOurs] ?? null);
  const status = thread.status ?? 'open';
  const snoozedUntil = thread.snooze === undefined ? null : now + thread.snooze * minute;
  if (snoozedUntil !== null)
    state.jobs.push({
      dueAt: snoozedUntil,
      task: { kind: 'unsnooze', conversationId: state.next.conversation, until: snoozedUntil },
    });
  return {
    id: state.next.conversation,
    databaseId: databaseIdOf(state.next.conversation),
    uuid: uuidFrom(random),
    inboxId: inboxIds[thread.inbox ?? 'whatsapp'],
    contactId: contact.id,
    createdAt: first,
    additionalAttributes: {},
    status,
    assigneeId: thread.assignee === undefined ? null : userIds[thread.assignee],
    teamId: thread.team ?? null,
    labels: thread.labels ?? [],
    priority: thread.priority ?? null,
    snoozedUntil,
    customAttributes: {},
    updatedAt: last,
    lastActivityAt: last,
    waitingSince: waiting === -1 || status === 'resolved' ? null : (times[waiting] ?? null),
    firstReplyAt: firstReply === -1 ? null : (times[firstReply] ?? null),
    agentLastSeenAt: seenAt,
    assigneeLastSeenAt: thread.assignee === undefined ? null : seenAt,
    contactLastSeenAt: null,
  };
}

function messageFor(
  state: PracticeState,
  conversation: Conversation,
  line: Line,
  at: number,
  random: () => number,
): Message {
  state.next.message += 1;
  const id = state.next.message;
  const isSms = conversation.inboxId === inboxIds.sms;
  const wamid = `${isSms ? 'SM' : 'wamid.'}${uuidFrom(random).replaceAll('-', '').toUpperCase()}`;
  const base = {
    id,
    conversationId: conversation.id,
    inboxId: conversation.inboxId,
    isPrivate: line.kind === '#',
    createdAt: at,
    updatedAt: at,
    additionalAttributes: {},
    attachments: attachmentsFor(state, line),
    content: line.file === null || line.file === 'photo' ? line.text : null,
    contentAttributes: line.quotes ? answering(state, conversation) : {},
    status: 'sent' as const,
    sourceId: null,
  };
  const user = { kind: 'user' as const, id: userIds[line.who ?? 'sam'] };
  switch (line.kind) {
    case '<':
      return { ...base, type: 0, sender: { kind: 'contact', id: conversation.contactId }, sourceId: wamid };
    case '*':
      return { ...base, type: 2, sender: null };
    case '#':
      return { ...base, type: 1, sender: user };
    case '!':
      return {
        ...base,
        type: 1,
        sender: user,
        status: 'failed',
        sourceId: wamid,
        contentAttributes: { external_error: '131047: Re-engagement message' },
      };
    case '$':
      return { ...base, ...templateFields(line.text), type: 1, sender: user, status: 'delivered', sourceId: wamid };
    case '>':
      return { ...base, type: 1, sender: user, status: isSms ? 'delivered' : 'read', sourceId: wamid };
  }
}

function templateFields(text: string): Pick<Message, 'content' | 'additionalAttributes'> {
  const [name = '', language = '', content = ''] = text.split('|');
  return {
    content,
    additionalAttributes: { template_params: { name, language, category: 'UTILITY', processed_params: {} } },
  };
}

function answering(state: PracticeState, { id }: Conversation): Json {
  const before = state.messages.findLast((message) => message.conversationId === id);
  return { in_reply_to: before?.id ?? null, in_reply_to_external_id: before?.sourceId ?? null };
}

function attachmentsFor(state: PracticeState, line: Line): readonly Attachment[] {
  if (line.file === null) return [];
  state.next.attachment += 1;
  const id = state.next.attachment;
  const [first = '', second = '', ...rest] = line.text.split(' ');
  switch (line.file) {
    case 'photo': {
      const source = { kind: 'picture', hue: (id * 47) % 360 } as const;
      return [{ id, fileType: 'image', fileName: `photo-${String(id)}.png`, source }];
    }
    case 'file':
      return [{ id, fileType: 'file', fileName: line.text, source: { kind: 'document' } }];
    case 'voice':
      return [{ id, fileType: 'audio', fileName: `voice-${String(id)}.wav`, source: { kind: 'tone', seconds: 4 } }];
    case 'place': {
      const coordinates = { latitude: Number(first), longitude: Number(second) };
      return [{ id, fileType: 'location', fileName: rest.join(' '), source: { kind: 'document' }, coordinates }];
    }
    case 'card': {
      const personName = [second, ...rest].join(' ');
      return [{ id, fileType: 'contact', fileName: first, source: { kind: 'document' }, personName }];
    }
  }
}
