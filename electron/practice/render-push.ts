/**
 * The "push" shapes: cable events, and the messages inside a REST conversation. They differ from the REST shapes in
 * fields and units (chatwoot-api §3.3, §7.2) and must stay different: clients that unify them break on a real server.
 */
import { canReply, contactById, inboxById, unreadCount, userById, accountId } from './practice.ts';
import type { Practice } from './practice.ts';
import type { Attachment, Contact, Conversation, Json, Message, User } from './state.ts';

/** Epoch seconds; the dialect says 0 where there is no time. */
export const seconds = (ms: number | null): number => (ms === null ? 0 : Math.floor(ms / 1000));
export const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

export function availabilityOf(practice: Practice, user: User): string {
  return user.isPlayed || practice.isPresent(user.id) ? user.availability : 'offline';
}

export const pushUser = (practice: Practice, user: User): Json => ({
  id: user.id,
  name: user.name,
  available_name: user.name,
  avatar_url: '',
  type: 'user',
  availability_status: availabilityOf(practice, user),
  thumbnail: '',
});

export const pushContact = (contact: Contact): Json => ({
  additional_attributes: {},
  custom_attributes: {},
  email: contact.email,
  id: contact.id,
  identifier: null,
  name: contact.name,
  phone_number: contact.phoneNumber,
  thumbnail: '',
  blocked: false,
  type: 'contact',
});

/** Digits for WhatsApp, `+` and digits for SMS (chatwoot-api §5.2). */
export function contactSourceId(practice: Practice, inboxId: number, contact: Contact): string {
  const isWhatsApp = inboxById(practice, inboxId)?.channelType === 'Channel::Whatsapp';
  return isWhatsApp ? contact.phoneNumber.replace('+', '') : contact.phoneNumber;
}

export function renderAttachment(practice: Practice, messageId: number, attachment: Attachment): Json {
  const base = { id: attachment.id, message_id: messageId, file_type: attachment.fileType, account_id: accountId };
  if (attachment.coordinates !== undefined) {
    const { latitude, longitude } = attachment.coordinates;
    return {
      ...base,
      coordinates_lat: latitude,
      coordinates_long: longitude,
      fallback_title: attachment.fileName,
      data_url: '',
    };
  }
  if (attachment.fileType === 'contact') {
    const [firstName = '', ...rest] = (attachment.personName ?? '').split(' ');
    return { ...base, fallback_title: attachment.fileName, meta: { firstName, lastName: rest.join(' ') } };
  }
  const dataUrl = `${practice.baseUrl()}/rails/active_storage/blobs/redirect/${String(attachment.id)}/${encodeURIComponent(attachment.fileName)}`;
  const isPicture = attachment.source.kind === 'picture';
  return {
    ...base,
    extension: null,
    data_url: dataUrl,
    thumb_url: attachment.fileType === 'image' ? dataUrl : '',
    file_size: attachment.source.kind === 'uploaded' ? Math.floor((attachment.source.base64.length * 3) / 4) : 2_048,
    width: isPicture ? 320 : null,
    height: isPicture ? 240 : null,
    ...(attachment.fileType === 'audio' ? { transcribed_text: '' } : {}),
  };
}

export function renderSender(practice: Practice, message: Message): Json | null {
  if (message.sender === null) return null;
  if (message.sender.kind === 'contact') {
    const contact = contactById(practice, message.sender.id);
    return contact === undefined ? null : pushContact(contact);
  }
  const user = userById(practice, message.sender.id);
  return user === undefined ? null : pushUser(practice, user);
}

const senderType = (message: Message): string | null =>
  message.sender === null ? null : message.sender.kind === 'user' ? 'User' : 'Contact';

/** `echoId` is given for `message.created` only: the server never stores it (chatwoot-api §0.3). */
export function pushMessage(practice: Practice, message: Message, conversation: Conversation, echoId?: string): Json {
  const sender = renderSender(practice, message);
  const contact = contactById(practice, conversation.contactId);
  return {
    id: message.id,
    content: message.content,
    account_id: accountId,
    inbox_id: message.inboxId,
    conversation_id: message.conversationId,
    message_type: message.type,
    created_at: seconds(message.createdAt),
    updated_at: iso(message.updatedAt),
    private: message.isPrivate,
    status: message.status,
    source_id: message.sourceId,
    content_type: 'text',
    content_attributes: message.contentAttributes,
    sender_type: senderType(message),
    sender_id: message.sender?.id ?? null,
    external_source_ids: {},
    additional_attributes: message.additionalAttributes,
    processed_message_content: message.content,
    sentiment: {},
    conversation: {
      assignee_id: conversation.assigneeId,
      unread_count: unreadCount(practice, conversation),
      last_activity_at: seconds(conversation.lastActivityAt),
      contact_inbox: {
        source_id: contact === undefined ? null : contactSourceId(practice, conversation.inboxId, contact),
      },
    },
    ...(echoId === undefined ? {} : { echo_id: echoId }),
    ...(message.attachments.length === 0
      ? {}
      : { attachments: message.attachments.map((attachment) => renderAttachment(practice, message.id, attachment)) }),
    ...(sender === null ? {} : { sender }),
  };
}

/** Conversation as the cable sends it: no uuid, muted, last_non_activity_message …, and `first_reply_created_at` in ISO. */
export function pushConversation(practice: Practice, conversation: Conversation): Json {
  const contact = contactById(practice, conversation.contactId);
  const assignee = userById(practice, conversation.assigneeId);
  const team = practice.state.teams.find((other) => other.id === conversation.teamId);
  const visible = practice.messagesOf(conversation.id).findLast((message) => message.type !== 2 && !message.isPrivate);
  return {
    additional_attributes: conversation.additionalAttributes,
    can_reply: canReply(practice, conversation, practice.clock.now()),
    channel: inboxById(practice, conversation.inboxId)?.channelType ?? null,
    contact_inbox: {
      id: conversation.databaseId + 7,
      contact_id: conversation.contactId,
      inbox_id: conversation.inboxId,
      source_id: contact === undefined ? null : contactSourceId(practice, conversation.inboxId, contact),
      hmac_verified: false,
      pubsub_token: null,
      created_at: iso(conversation.createdAt),
      updated_at: iso(conversation.createdAt),
    },
    id: conversation.id,
    inbox_id: conversation.inboxId,
    messages: visible === undefined ? [] : [pushMessage(practice, visible, conversation)],
    labels: conversation.labels,
    meta: {
      sender: contact === undefined ? null : pushContact(contact),
      assignee: assignee === undefined ? null : pushUser(practice, assignee),
      assignee_type: assignee === undefined ? null : 'User',
      team: team === undefined ? null : { id: team.id, name: team.name },
      hmac_verified: false,
    },
    status: conversation.status,
    custom_attributes: conversation.customAttributes,
    snoozed_until: iso(conversation.snoozedUntil),
    unread_count: unreadCount(practice, conversation),
    first_reply_created_at: iso(conversation.firstReplyAt),
    priority: conversation.priority,
    waiting_since: seconds(conversation.waitingSince),
    agent_last_seen_at: seconds(conversation.agentLastSeenAt),
    contact_last_seen_at: seconds(conversation.contactLastSeenAt),
    last_activity_at: seconds(conversation.lastActivityAt),
    timestamp: seconds(conversation.lastActivityAt),
    created_at: seconds(conversation.createdAt),
    updated_at: conversation.updatedAt / 1000,
    account_id: accountId,
  };
}
