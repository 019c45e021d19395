/** Reading conversations (chatwoot-api §2.1–2.3) and starting one (§5.3). */
import { addConversation } from './changes.ts';
import { asInteger, asRecord, asString, fail, notFound, ok } from './http.ts';
import type { Answer, Call } from './http.ts';
import { isMentioned } from './mentions.ts';
import { createMessage } from './messages-api.ts';
import { contactById, inboxById } from './practice.ts';
import type { Practice } from './practice.ts';
import { restConversation } from './render-rest.ts';
import type { Conversation, ConversationStatus, Json, User } from './state.ts';

const pageSize = 25;
const statuses: readonly string[] = ['open', 'resolved', 'pending', 'snoozed'] satisfies ConversationStatus[];
const priorityRank: Readonly<Record<string, number>> = { low: 1, medium: 2, high: 3, urgent: 4 };

export function isVisible(practice: Practice, conversation: Conversation, user: User): boolean {
  const inbox = inboxById(practice, conversation.inboxId);
  return user.role === 'administrator' || (inbox?.memberIds.includes(user.id) ?? false);
}

/** Everything the filters let through except `assignee_type`, which the counts in `meta` ignore. */
function matching({ practice, request, user }: Call): Conversation[] {
  const { query } = request;
  const status = query.get('status') ?? 'open';
  const q = query.get('q')?.toLowerCase() ?? null;
  const inboxId = asInteger(query.get('inbox_id'));
  const teamId = asInteger(query.get('team_id'));
  const labels = query.getAll('labels[]');
  return practice.state.conversations.filter((conversation) => {
    if (!isVisible(practice, conversation, user)) return false;
    if (q !== null)
      return practice.messagesOf(conversation.id).some((m) => (m.content ?? '').toLowerCase().includes(q));
    if (status !== 'all' && conversation.status !== status) return false;
    if (inboxId !== null && conversation.inboxId !== inboxId) return false;
    if (teamId !== null && conversation.teamId !== teamId) return false;
    if (labels.length > 0 && !labels.some((label) => conversation.labels.includes(label))) return false;
    return isOfType(practice, conversation, user, query.get('conversation_type'));
  });
}

function isOfType(practice: Practice, conversation: Conversation, user: User, type: string | null): boolean {
  if (type === 'mention') return isMentioned(practice, conversation, user);
  return type !== 'unattended' || isUnattended(conversation);
}

const isUnattended = (conversation: Conversation): boolean =>
  conversation.firstReplyAt === null || conversation.waitingSince !== null;

function counts(conversations: readonly Conversation[], user: User): Json {
  const assigned = conversations.filter((conversation) => conversation.assigneeId !== null).length;
  return {
    mine_count: conversations.filter((conversation) => conversation.assigneeId === user.id).length,
    assigned_count: assigned,
    unassigned_count: conversations.length - assigned,
    all_count: conversations.length,
  };
}

function byAssignee(conversations: readonly Conversation[], type: string | null, user: User): Conversation[] {
  switch (type) {
    case 'me':
      return conversations.filter((conversation) => conversation.assigneeId === user.id);
    case 'unassigned':
      return conversations.filter((conversation) => conversation.assigneeId === null);
    case 'assigned':
      return conversations.filter((conversation) => conversation.assigneeId !== null);
    case null:
    default:
      return [...conversations];
  }
}

const legacySorts: Readonly<Record<string, string>> = {
  latest: 'last_activity_at_desc',
  sort_on_created_at: 'created_at_asc',
  sort_on_priority: 'priority_desc',
  sort_on_waiting_since: 'waiting_since_asc',
};

function sorted(conversations: readonly Conversation[], asked: string | null): Conversation[] {
  const name = legacySorts[asked ?? ''] ?? asked ?? 'last_activity_at_desc';
  const direction = name.endsWith('_asc') ? 1 : -1;
  const key = sortKey(name.replace(/_(?:asc|desc)$/, ''));
  return conversations.toSorted((a, b) => direction * (key(a) - key(b)));
}

function sortKey(name: string): (conversation: Conversation) => number {
  switch (name) {
    case 'created_at':
      return (conversation) => conversation.createdAt;
    case 'priority':
      return (conversation) => priorityRank[conversation.priority ?? ''] ?? 0;
    case 'waiting_since':
      return (conversation) => conversation.waitingSince ?? 0;
    default:
      return (conversation) => conversation.lastActivityAt;
  }
}

/** `updated_within` (seconds of the server's clock) replaces paging: the whole result comes at once. */
export function listConversations(call: Call): Answer {
  const { practice, request, user } = call;
  const { query } = request;
  const status = query.get('status') ?? 'open';
  if (status !== 'all' && !statuses.includes(status)) return fail(500, `'${status}' is not a valid status`);
  const teamId = asInteger(query.get('team_id'));
  if (teamId !== null && !practice.state.teams.some((team) => team.id === teamId)) return notFound;
  const all = matching(call);
  const chosen = sorted(byAssignee(all, query.get('assignee_type'), user), query.get('sort_by'));
  const within = asInteger(query.get('updated_within'));
  const page = Math.max(asInteger(query.get('page')) ?? 1, 1);
  const rows =
    within === null
      ? chosen.slice((page - 1) * pageSize, page * pageSize)
      : chosen.filter((conversation) => conversation.updatedAt > practice.clock.now() - within * 1000);
  return ok({
    data: {
      meta: counts(all, user),
      payload: rows.map((conversation) => restConversation(practice, conversation, user.id)),
    },
  });
}

export const conversationsMeta = (call: Call): Answer => ok({ meta: counts(matching(call), call.user) });

export const getConversation = ({ practice, conversation, user }: Call): Answer =>
  ok(restConversation(practice, conversation, user.id));

/** `POST conversations`: the conversation and its first message stand or fall together. */
export function createConversation(call: Call): Answer {
  const { practice, request, user } = call;
  const body = asRecord(request.body);
  const inbox = inboxById(practice, asInteger(body['inbox_id']) ?? 0);
  const contact = contactById(practice, asInteger(body['contact_id']) ?? 0);
  if (inbox === undefined || contact === undefined) return notFound;
  const asked = asString(body['status']) ?? 'open';
  const status = statuses.includes(asked) ? (asked as ConversationStatus) : 'open';
  const message = asRecord(body['message']);
  const invalid = Object.keys(message).length > 0 ? createMessage.problem(message) : null;
  if (invalid !== null) return invalid;
  const conversation = addConversation(practice, {
    inboxId: inbox.id,
    contact,
    at: practice.clock.now(),
    status,
    assigneeId: asInteger(body['assignee_id']),
    teamId: asInteger(body['team_id']),
    additionalAttributes: asRecord(body['additional_attributes']),
    customAttributes: asRecord(body['custom_attributes']),
  });
  if (Object.keys(message).length > 0)
    createMessage.run({ practice, user, conversation, body: message, files: request.files });
  return ok(restConversation(practice, conversation, user.id));
}
