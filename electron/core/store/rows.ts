/** Rows → contract entities, exactly as the page gets them. */
import type { Agent, Attachment, Channel, Contact, Conversation, Message } from '../../../shared/contract/entities.ts';
import type { OutboxContent, OutboxItem } from '../../../shared/contract/outbox.ts';
import { parseFailure } from '../../../shared/outbox/refusals.ts';
import { windowPolicy } from '../../../shared/window/policy.ts';
import type { OutboxRecord } from './call-types.ts';
import type { ChannelRow, JoinedConversationRow, MessageRow, OutboxRow } from './row-types.ts';
import { fromJson } from './sql.ts';

export function channelOf(row: ChannelRow): Channel {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    phoneNumber: row.phone_number,
    windowMs: row.window_ms,
    capabilities: fromJson(row.capabilities),
  };
}

export function conversationOf(row: JoinedConversationRow, hasDraft: boolean): Conversation {
  const channel = joinedChannel(row);
  return {
    id: row.id,
    channel,
    contact: row.contact === null ? unknownContact : fromJson<Contact>(row.contact),
    status: row.status,
    snoozedUntil: row.status === 'snoozed' ? row.snoozed_until : null,
    assignee: row.assignee_id === null ? null : joinedAssignee(row.assignee_id, row),
    team: row.team_id === null ? null : { id: row.team_id, name: row.team_name ?? `#${row.team_id}` },
    labels: fromJson<string[]>(row.labels),
    priority: row.priority,
    unread: row.unread,
    lastActivityAt: row.last_activity_at,
    waitingSince: row.waiting_since,
    preview:
      row.preview_text === null || row.preview_kind === null || row.preview_at === null
        ? null
        : { text: row.preview_text, kind: row.preview_kind, at: row.preview_at },
    window: {
      durationMs: channel.windowMs,
      openedAt: row.window_opened_at,
      openedBy: row.window_opened_by,
      refusedAt: row.window_refused_at,
      complete: row.window_complete === 1,
    },
    templateSentAt: row.template_sent_at,
    pending: row.pending === 1,
    hasDraft,
  };
}

/** The contact comes with every shape of a conversation; this stands in until one has arrived. */
const unknownContact: Contact = { id: 0, name: '', phoneNumber: null, avatarUrl: null };

/** An unknown channel is taken to have WhatsApp's window: "no window" would allow free text at any time. */
function joinedChannel(row: JoinedConversationRow): Channel {
  if (row.channel_kind === null || row.channel_capabilities === null) {
    return {
      id: row.channel_id,
      name: '',
      kind: 'other',
      phoneNumber: null,
      windowMs: windowPolicy.whatsappWindowMs,
      capabilities: { templates: false, groups: false, calls: false },
    };
  }
  return channelOf({
    id: row.channel_id,
    name: row.channel_name ?? '',
    kind: row.channel_kind,
    phone_number: row.channel_phone_number,
    window_ms: row.channel_window_ms,
    capabilities: row.channel_capabilities,
  });
}

function joinedAssignee(id: number, row: JoinedConversationRow): Agent {
  return { id, name: row.assignee_name ?? `#${id}`, availability: row.assignee_availability ?? 'offline' };
}

/** `quotedRow`: the message it answers, if it is on this device. */
export function messageOf(row: MessageRow, quotedRow: MessageRow | null = null): Message {
  const author = row.author === null ? null : fromJson<Message['author'] & { id: number | null }>(row.author);
  return {
    id: row.id,
    conversationId: row.conversation_id,
    kind: row.kind,
    text: row.text,
    at: row.at,
    author: author === null ? { kind: authorKindOf(row.kind), name: '' } : { kind: author.kind, name: author.name },
    delivery: row.kind === 'outgoing' ? deliveryOf(row) : null,
    failure: row.status === 'failed' ? failureOf(row.failure ?? '') : null,
    attachments: attachmentsOf(row.attachments),
    quoted: row.quoted_id === null ? null : quotedOf(row.quoted_id, quotedRow),
    deleted: row.deleted === 1,
    clientId: row.client_id,
  };
}

function attachmentsOf(text: string | null): Attachment[] {
  return text === null ? [] : fromJson<StoredAttachment[]>(text).map(attachmentOf);
}

/** Without the fields that an attachment has only from some version of this app on. */
type StoredAttachment = Pick<Attachment, 'id' | 'kind' | 'url' | 'name' | 'sizeBytes'> & Partial<Attachment>;

export function attachmentOf(stored: StoredAttachment): Attachment {
  return { width: null, height: null, transcript: null, coordinates: null, phoneNumber: null, ...stored };
}

function quotedOf(messageId: number, row: MessageRow | null): NonNullable<Message['quoted']> {
  if (row === null) return { messageId, author: null, text: null };
  const { author, text } = messageOf({ ...row, quoted_id: null });
  return { messageId, author: author.name === '' ? null : author.name, text };
}

export function failureOf(text: string): { code: number | null; text: string } {
  return { code: parseFailure(text), text };
}

function authorKindOf(kind: Message['kind']): Message['author']['kind'] {
  if (kind === 'incoming') return 'contact';
  return kind === 'outgoing' || kind === 'note' ? 'agent' : 'system';
}

/** Chatwoot says `sent` before WhatsApp has it; only the source id proves that it was handed over (chatwoot-api §3.6). */
function deliveryOf(row: MessageRow): Message['delivery'] {
  if (row.status === 'delivered' || row.status === 'read' || row.status === 'failed') return row.status;
  return row.source_id === null ? 'accepted' : 'handed';
}

type StoredContent = OutboxContent extends infer C
  ? C extends { file: unknown }
    ? Omit<C, 'file' | 'quotedId'> & Partial<C>
    : C
  : never;

/** What was queued before there were files has neither key. */
export function contentOf(text: string): OutboxContent {
  const stored = fromJson<StoredContent>(text);
  if (stored.kind === 'reply') return { file: null, quotedId: null, ...stored };
  return stored.kind === 'note' ? { file: null, ...stored } : stored;
}

export function outboxItemOf(row: OutboxRow): OutboxItem {
  return {
    clientId: row.client_id,
    conversationId: row.conversation_id,
    content: contentOf(row.content),
    state: row.state,
    createdAt: row.created_at,
    mustLeaveBy: row.must_leave_by,
    leavesAt: row.leaves_at,
    serverId: row.server_id,
    attempts: row.attempts,
    problem: row.problem === null ? null : fromJson(row.problem),
  };
}

export function outboxRecordOf(row: OutboxRow): OutboxRecord {
  return {
    ...outboxItemOf(row),
    position: row.position,
    baseMessageId: row.base_message_id,
    seenMessageId: row.seen_message_id,
    uploadId: row.upload_id,
    settleStep: row.settle_step,
  };
}
