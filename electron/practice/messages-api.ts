/** Reading and writing messages (chatwoot-api §3.1, §3.5). */
import { addOutgoing, changeMessage } from './changes.ts';
import { asBoolean, asInteger, asRecord, asString, fail, ok } from './http.ts';
import type { Answer, Call, UploadedFile } from './http.ts';
import { substituteVariables } from './liquid.ts';
import { contactById, userById } from './practice.ts';
import type { Practice } from './practice.ts';
import { iso, pushContact, pushUser } from './render-push.ts';
import { restMessage } from './render-rest.ts';
import type { Conversation, Json, Message, User } from './state.ts';
import { attachmentsOf, unknownUploadProblem } from './uploads.ts';

const latestLimit = 20;
const afterLimit = 100;
const betweenLimit = 1000;
const mostCharacters = 150_000;
const mostAttachments = 15;
const mostPerMinute = 200;

/** `after` alone is exclusive, `after` with `before` includes its lower end: the dialect's own inconsistency. */
export function pageOfMessages(
  messages: readonly Message[],
  after: number | null,
  before: number | null,
): readonly Message[] {
  const inOrder = messages.toSorted((a, b) => a.createdAt - b.createdAt || a.id - b.id);
  if (after !== null && before !== null)
    return inOrder.filter((message) => message.id >= after && message.id < before).slice(0, betweenLimit);
  if (before !== null) return inOrder.filter((message) => message.id < before).slice(-latestLimit);
  if (after !== null) return inOrder.filter((message) => message.id > after).slice(0, afterLimit);
  return inOrder.slice(-latestLimit);
}

export function listMessages({ practice, conversation, request }: Call): Answer {
  const { query } = request;
  const all = practice.messagesOf(conversation.id);
  const wanted = query.has('filter_internal_messages')
    ? all.filter((message) => !message.isPrivate && message.type !== 2)
    : all;
  const page = pageOfMessages(wanted, asInteger(query.get('after')), asInteger(query.get('before')));
  const contact = contactById(practice, conversation.contactId);
  const assignee = userById(practice, conversation.assigneeId);
  return ok({
    meta: {
      labels: conversation.labels,
      additional_attributes: conversation.additionalAttributes,
      contact: contact === undefined ? null : pushContact(contact),
      ...(assignee === undefined ? {} : { assignee: pushUser(practice, assignee) }),
      agent_last_seen_at: iso(conversation.agentLastSeenAt),
      assignee_last_seen_at: iso(conversation.assigneeLastSeenAt),
    },
    payload: page.map((message) => restMessage(practice, message)),
  });
}

interface Creation {
  readonly practice: Practice;
  readonly user: User;
  readonly conversation: Conversation;
  readonly body: Json;
  readonly files: readonly UploadedFile[];
}

/** Split in two so that a new conversation can check its first message before anything is stored. */
export const createMessage = {
  problem(body: Json): Answer | null {
    if (body['message_type'] === 'incoming') return fail(422, 'Incoming messages are only allowed in Api inboxes');
    if ((asString(body['content']) ?? '').length > mostCharacters)
      return fail(422, `Validation failed: Content is too long (maximum is ${String(mostCharacters)} characters)`);
    return templateParamsProblem(body['template_params']);
  },
  run: ({ practice, user, conversation, body, files }: Creation): Message =>
    addOutgoing(practice, {
      conversation,
      user,
      at: practice.clock.now(),
      content: contentOf(practice, body, conversation, user),
      isPrivate: asBoolean(body['private']),
      contentAttributes: contentAttributesOf(practice, body, conversation),
      templateParams: templateParamsOf(practice, body, conversation, user),
      sourceId: asString(body['source_id']),
      echoId: asString(body['echo_id']) ?? undefined,
      attachments: attachmentsOf(practice, files, body['attachments']),
    }),
};

/** TEMPLATE_PARAMS_SCHEMA of message.rb: an object with a name; `processed_params` an object, never the old array. */
function templateParamsProblem(params: unknown): Answer | null {
  if (params === undefined || params === null) return null;
  const fields = asRecord(params);
  const isObject = typeof params === 'object' && !Array.isArray(params);
  if (!isObject) return fail(422, 'Validation failed: Template params must be of type hash');
  if (Object.keys(fields).length === 0) return null;
  if (typeof fields['name'] !== 'string') return fail(422, 'Validation failed: /name is required');
  for (const key of ['category', 'language', 'namespace']) {
    const value = fields[key];
    if (value !== undefined && value !== null && typeof value !== 'string')
      return fail(422, `Validation failed: /${key} must be of type string`);
  }
  const processed = fields['processed_params'];
  const isFine =
    processed === undefined || processed === null || (typeof processed === 'object' && !Array.isArray(processed));
  return isFine ? null : fail(422, 'Validation failed: /processed_params must be of type hash');
}

/** Liquid runs on notes as well. */
function contentOf(practice: Practice, body: Json, conversation: Conversation, user: User): string | null {
  const content = asString(body['content']);
  return content === null ? null : substituteVariables(practice, content, conversation, user);
}

function templateParamsOf(practice: Practice, body: Json, conversation: Conversation, user: User): Json | null {
  const params = asRecord(body['template_params']);
  if (Object.keys(params).length === 0) return null;
  const replace = (value: unknown): unknown => {
    if (typeof value === 'string') return substituteVariables(practice, value, conversation, user);
    if (Array.isArray(value)) return value.filter((item) => item !== null).map(replace);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replace(inner)]));
  };
  return { ...params, processed_params: replace(params['processed_params'] ?? {}) };
}

/** Any key is kept; a form sends the object as JSON text. An `in_reply_to` that names no message here becomes null. */
function contentAttributesOf(practice: Practice, body: Json, conversation: Conversation): Json {
  const given = body['content_attributes'];
  const attributes = { ...(typeof given === 'string' ? asRecord(parseJson(given)) : asRecord(given)) };
  const composedAt = body['external_created_at'];
  if (composedAt !== undefined && composedAt !== null) attributes['external_created_at'] = composedAt;
  if (!('in_reply_to' in attributes)) return attributes;
  const id = asInteger(attributes['in_reply_to']);
  const quoted = practice.messagesOf(conversation.id).find((message) => message.id === id);
  return { ...attributes, in_reply_to: quoted?.id ?? null, in_reply_to_external_id: quoted?.sourceId ?? null };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export function postMessage({ practice, conversation, request, user }: Call): Answer {
  const body = asRecord(request.body);
  const now = practice.clock.now();
  const signed = body['attachments'];
  if (request.files.length + (Array.isArray(signed) ? signed.length : 0) > mostAttachments)
    return fail(422, 'Validation failed: Attachments exceeded maximum allowed');
  const recent = practice.messagesOf(conversation.id).filter((message) => message.createdAt > now - 60_000);
  if (recent.length >= mostPerMinute) return fail(422, 'Validation failed: Too many messages');
  const problem = createMessage.problem(body) ?? unknownUploadProblem(practice, signed);
  if (problem !== null) return problem;
  const message = createMessage.run({ practice, user, conversation, body, files: request.files });
  return ok(restMessage(practice, message, asString(body['echo_id']) ?? undefined));
}

/** Deletes here only; the customer keeps what was sent. */
export function deleteMessage({ practice, conversation, params }: Call): Answer {
  const message = practice.messagesOf(conversation.id).find((other) => other.id === Number(params['message']));
  if (message === undefined) return fail(404, 'Resource could not be found');
  message.content = 'This message was deleted';
  message.contentAttributes = { deleted: true };
  message.updatedAt = practice.clock.now();
  changeMessage(practice, message, {});
  return ok(restMessage(practice, message));
}
