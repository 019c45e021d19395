/** The REST shapes (chatwoot-api §1.3, §2.3, §3.2, §4.1, §5.1, §6). */
import { accountId, canReply, contactById, inboxById, unreadCount, userById } from './practice.ts';
import type { Practice } from './practice.ts';
import {
  availabilityOf,
  contactSourceId,
  iso,
  pushMessage,
  renderAttachment,
  renderSender,
  seconds,
} from './render-push.ts';
import type { Contact, Conversation, Inbox, Json, Message, User } from './state.ts';

export function restAgent(practice: Practice, user: User): Json {
  return {
    id: user.id,
    account_id: accountId,
    availability_status: availabilityOf(practice, user),
    auto_offline: true,
    confirmed: true,
    email: user.email,
    provider: 'email',
    available_name: user.name,
    name: user.name,
    role: user.role,
    thumbnail: '',
  };
}

export function restProfile(practice: Practice, user: User): Json {
  return {
    access_token: user.accessToken,
    account_id: accountId,
    available_name: user.name,
    avatar_url: '',
    confirmed: true,
    display_name: null,
    message_signature: null,
    email: user.email,
    id: user.id,
    inviter_id: user.role === 'administrator' ? null : 1,
    name: user.name,
    provider: 'email',
    pubsub_token: user.pubsubToken,
    role: user.role,
    ui_settings: {},
    uid: user.email,
    type: null,
    accounts: [
      {
        id: accountId,
        name: practice.state.accountName,
        status: 'active',
        active_at: iso(practice.clock.now()),
        role: user.role,
        permissions: [user.role],
        availability: user.availability,
        availability_status: availabilityOf(practice, user),
        auto_offline: true,
      },
    ],
  };
}

export function restContact(practice: Practice, contact: Contact, withInboxes = false): Json {
  return {
    additional_attributes: {},
    availability_status: 'offline',
    email: contact.email,
    id: contact.id,
    name: contact.name,
    phone_number: contact.phoneNumber,
    blocked: false,
    identifier: null,
    thumbnail: '',
    custom_attributes: {},
    ...(contact.lastActivityAt === null ? {} : { last_activity_at: seconds(contact.lastActivityAt) }),
    created_at: seconds(contact.createdAt),
    ...(withInboxes ? { contact_inboxes: contactInboxes(practice, contact) } : {}),
  };
}

export const slimInbox = (inbox: Inbox): Json => ({
  id: inbox.id,
  avatar_url: '',
  channel_id: inbox.channelId,
  name: inbox.name,
  channel_type: inbox.channelType,
  provider: inbox.channelType === 'Channel::Whatsapp' ? 'whatsapp_cloud' : null,
});

function contactInboxes(practice: Practice, contact: Contact): Json[] {
  const ids = new Set(
    practice.state.conversations.filter((other) => other.contactId === contact.id).map((other) => other.inboxId),
  );
  return practice.state.inboxes
    .filter((inbox) => ids.has(inbox.id))
    .map((inbox) => ({ source_id: contactSourceId(practice, inbox.id, contact), inbox: slimInbox(inbox) }));
}

export function restMessage(practice: Practice, message: Message, echoId?: string): Json {
  const sender = renderSender(practice, message);
  return {
    id: message.id,
    content: message.content,
    inbox_id: message.inboxId,
    ...(echoId === undefined ? {} : { echo_id: echoId }),
    conversation_id: message.conversationId,
    message_type: message.type,
    content_type: 'text',
    status: message.status,
    content_attributes: message.contentAttributes,
    created_at: seconds(message.createdAt),
    private: message.isPrivate,
    source_id: message.sourceId,
    ...(sender === null ? {} : { sender }),
    ...(message.attachments.length === 0
      ? {}
      : { attachments: message.attachments.map((attachment) => renderAttachment(practice, message.id, attachment)) }),
  };
}

export function restTeam(practice: Practice, teamId: number, userId: number): Json | null {
  const team = practice.state.teams.find((other) => other.id === teamId);
  if (team === undefined) return null;
  const { id, name, description } = team;
  return {
    id,
    name,
    description,
    allow_auto_assign: true,
    account_id: accountId,
    is_member: team.memberIds.includes(userId),
  };
}

/** `assignee`, `assignee_type` and `team` are absent, not null, when unset. */
export function restConversation(practice: Practice, conversation: Conversation, userId: number): Json {
  const contact = contactById(practice, conversation.contactId);
  const assignee = userById(practice, conversation.assigneeId);
  const messages = practice.messagesOf(conversation.id);
  const newest = messages.at(-1);
  const newestReal = messages.findLast((message) => message.type !== 2);
  return {
    meta: {
      sender: contact === undefined ? null : restContact(practice, contact),
      channel: inboxById(practice, conversation.inboxId)?.channelType ?? null,
      ...(assignee === undefined ? {} : { assignee: restAgent(practice, assignee), assignee_type: 'User' }),
      ...(conversation.teamId === null ? {} : { team: restTeam(practice, conversation.teamId, userId) }),
      hmac_verified: false,
    },
    id: conversation.id,
    messages: newest === undefined ? [] : [pushMessage(practice, newest, conversation)],
    account_id: accountId,
    uuid: conversation.uuid,
    additional_attributes: conversation.additionalAttributes,
    agent_last_seen_at: seconds(conversation.agentLastSeenAt),
    assignee_last_seen_at: seconds(conversation.assigneeLastSeenAt),
    can_reply: canReply(practice, conversation, practice.clock.now()),
    contact_last_seen_at: seconds(conversation.contactLastSeenAt),
    custom_attributes: conversation.customAttributes,
    inbox_id: conversation.inboxId,
    labels: conversation.labels,
    muted: false,
    snoozed_until: iso(conversation.snoozedUntil),
    status: conversation.status,
    created_at: seconds(conversation.createdAt),
    updated_at: conversation.updatedAt / 1000,
    timestamp: seconds(conversation.lastActivityAt),
    first_reply_created_at: seconds(conversation.firstReplyAt),
    unread_count: unreadCount(practice, conversation),
    last_non_activity_message: newestReal === undefined ? null : pushMessage(practice, newestReal, conversation),
    last_activity_at: seconds(conversation.lastActivityAt),
    priority: conversation.priority,
    waiting_since: seconds(conversation.waitingSince),
    sla_policy_id: null,
  };
}

/** `message_templates` of a number that was never synced is `{}`, the column's default, not an empty array. */
export function restInbox(inbox: Inbox, viewer: User): Json {
  const isWhatsApp = inbox.channelType === 'Channel::Whatsapp';
  return {
    ...slimInbox(inbox),
    greeting_enabled: false,
    greeting_message: null,
    working_hours_enabled: false,
    enable_email_collect: true,
    csat_survey_enabled: false,
    enable_auto_assignment: true,
    out_of_office_message: null,
    working_hours: [],
    timezone: 'UTC',
    callback_webhook_url: null,
    allow_messages_after_resolved: true,
    lock_to_single_conversation: false,
    phone_number: inbox.phoneNumber,
    ...(isWhatsApp ? { message_templates: inbox.templates ?? {}, reauthorization_required: false } : { medium: null }),
    ...(isWhatsApp && viewer.role === 'administrator'
      ? { provider_config: { phone_number_id: inbox.phoneNumberId, source: 'embedded_signup' } }
      : {}),
  };
}
