/** What an agent does with one conversation (chatwoot-api §2.4). */
import { addActivity, changeFields, setAssignee, setStatus, statusActivity } from './changes.ts';
import { asInteger, asRecord, asString, empty, fail, notAllowed, notFound, ok } from './http.ts';
import type { Answer, Call } from './http.ts';
import { userById } from './practice.ts';
import { iso } from './render-push.ts';
import { restAgent, restConversation, restTeam } from './render-rest.ts';
import type { Conversation, ConversationStatus, Priority } from './state.ts';

/** Without a `status` it toggles, as there; a plain agent who opens one gets it assigned. `snoozed_until` is epoch seconds. */
export function toggleStatus({ practice, conversation, request, user }: Call): Answer {
  const body = asRecord(request.body);
  const asked = asString(body['status']) ?? toggled(conversation);
  if (asked !== 'open' && asked !== 'resolved' && asked !== 'pending' && asked !== 'snoozed')
    return fail(500, `'${asked}' is not a valid status`);
  const untilSeconds = asInteger(body['snoozed_until']);
  const before = conversation.status;
  setStatus(practice, conversation, asked, untilSeconds === null ? null : untilSeconds * 1000);
  if (before !== asked) addActivity(practice, conversation, statusActivity(asked, user.name), practice.clock.now());
  if (asked === 'open' && user.role === 'agent')
    setAssignee(practice, conversation, user.id, user, practice.clock.now());
  return ok({
    meta: {},
    payload: {
      success: true,
      conversation_id: conversation.id,
      current_status: conversation.status,
      snoozed_until: iso(conversation.snoozedUntil),
    },
  });
}

const toggled = (conversation: Conversation): ConversationStatus =>
  conversation.status === 'open' ? 'resolved' : 'open';

const priorities: readonly string[] = ['low', 'medium', 'high', 'urgent'] satisfies Priority[];

export function togglePriority({ practice, conversation, request, user }: Call): Answer {
  const asked = asRecord(request.body)['priority'] ?? null;
  if (asked !== null && (typeof asked !== 'string' || !priorities.includes(asked)))
    return fail(500, `'${JSON.stringify(asked)}' is not a valid priority`);
  const before = conversation.priority;
  if (before === asked) return empty;
  const words =
    asked === null
      ? `${user.name} removed the priority`
      : before === null
        ? `${user.name} set the priority to ${asked}`
        : `${user.name} changed the priority from ${before} to ${asked}`;
  changeFields(practice, conversation, { priority: asked as Priority | null }, words);
  return empty;
}

/** If both keys are present the team is ignored. 0 unassigns like null. */
export function assign(call: Call): Answer {
  const { practice, conversation, request, user } = call;
  const body = asRecord(request.body);
  if (!('assignee_id' in body)) return assignTeam(call, asInteger(body['team_id']) ?? 0);
  const id = asInteger(body['assignee_id']) ?? 0;
  const assignee = userById(practice, id);
  // Chatwoot looks the agent up with `find_by`: an unknown id unassigns.
  setAssignee(practice, conversation, assignee?.id ?? null, user, practice.clock.now());
  return assignee === undefined
    ? ok('null', { 'content-type': 'application/json' })
    : ok(restAgent(practice, assignee));
}

function assignTeam({ practice, conversation, user }: Call, id: number): Answer {
  const team = practice.state.teams.find((other) => other.id === id);
  if (id !== 0 && team === undefined) return notFound;
  if (conversation.teamId !== (team?.id ?? null)) {
    const before = practice.state.teams.find((other) => other.id === conversation.teamId);
    const words =
      team === undefined
        ? `Unassigned from ${before?.name ?? ''} by ${user.name}`
        : `Assigned to ${team.name} by ${user.name}`;
    changeFields(practice, conversation, { teamId: team?.id ?? null }, words);
    const isOutsider =
      conversation.assigneeId !== null && team !== undefined && !team.memberIds.includes(conversation.assigneeId);
    if (isOutsider) setAssignee(practice, conversation, null, user, practice.clock.now());
  }
  return team === undefined
    ? ok('null', { 'content-type': 'application/json' })
    : ok(restTeam(practice, team.id, user.id));
}

export const getLabels = ({ conversation }: Call): Answer => ok({ payload: conversation.labels });

/** Replaces the whole list. */
export function setLabels({ practice, conversation, request, user }: Call): Answer {
  const given = asRecord(request.body)['labels'];
  const wanted = Array.isArray(given)
    ? given.filter((label) => typeof label === 'string').map((label) => label.toLowerCase())
    : [];
  const labels = [...new Set(wanted)];
  const added = labels.filter((label) => !conversation.labels.includes(label));
  const removed = conversation.labels.filter((label) => !labels.includes(label));
  if (added.length > 0 || removed.length > 0) {
    const words =
      added.length > 0 ? `${user.name} added ${added.join(', ')}` : `${user.name} removed ${removed.join(', ')}`;
    changeFields(practice, conversation, { labels }, words);
  }
  return ok({ payload: conversation.labels });
}

export function setCustomAttributes({ practice, conversation, request }: Call): Answer {
  const customAttributes = asRecord(asRecord(request.body)['custom_attributes']);
  changeFields(practice, conversation, { customAttributes }, null);
  return ok({ custom_attributes: customAttributes });
}

/** Neither of these two moves `updated_at` or tells anybody: other devices cannot notice (chatwoot-api §2.1). */
export function updateLastSeen({ practice, conversation, user }: Call): Answer {
  const now = practice.clock.now();
  conversation.agentLastSeenAt = now;
  if (conversation.assigneeId === user.id) conversation.assigneeLastSeenAt = now;
  practice.changed();
  return ok(restConversation(practice, conversation, user.id));
}

export function markUnread({ practice, conversation, user }: Call): Answer {
  const lastIncoming = practice.messagesOf(conversation.id).findLast((message) => message.type === 0);
  const seenAt = lastIncoming === undefined ? null : lastIncoming.createdAt - 1000;
  conversation.agentLastSeenAt = seenAt;
  conversation.assigneeLastSeenAt = seenAt;
  practice.changed();
  return ok(restConversation(practice, conversation, user.id));
}

/** Only an administrator may; an agent sees the 401 that really means "forbidden". */
export const deleteConversation = ({ user }: Call): Answer =>
  user.role === 'administrator' ? fail(422, 'The practice workspace keeps its conversations') : notAllowed;
