/** WhatsApp's webhooks, in Meta's own JSON, handled as Chatwoot handles them (chatwoot-api §11.1). */
import { addContact, addConversation, addIncoming, changeMessage } from './changes.ts';
import { asRecord, asString, empty, fail, ok } from './http.ts';
import type { Answer, Request } from './http.ts';
import type { Practice } from './practice.ts';
import type { Attachment, Contact, Conversation, FileType, Inbox, Json } from './state.ts';

export const webhookVerifyToken = 'practice-verify-token';

/** `unprocessable_message_type?` of incoming_message_base_service.rb. They never open a window either. */
const skippedTypes: readonly string[] = ['reaction', 'ephemeral', 'unsupported', 'request_welcome'];

const firstOf = (value: unknown): Json => asRecord(Array.isArray(value) ? value[0] : undefined);
const present = (value: Json): boolean => Object.keys(value).length > 0;

/** The handshake with which WhatsApp checks an address before it uses it. */
export function verifyWebhook(request: Request): Answer {
  const isRight = request.query.get('hub.verify_token') === webhookVerifyToken;
  return isRight ? ok(request.query.get('hub.challenge') ?? '') : fail(401, 'Error; wrong verify token');
}

/** Always 200 and empty, whatever came: the real server only queues a job. */
export function receiveWebhook(practice: Practice, request: Request): Answer {
  const body = asRecord(request.body);
  const change = firstOf(firstOf(body['entry'])['changes']);
  const value = asRecord(change['value']);
  const inbox = body['object'] === 'whatsapp_business_account' ? inboxFor(practice, asRecord(value['metadata'])) : null;
  if (inbox === null) return empty;
  const status = firstOf(value['statuses']);
  if (present(status)) applyStatus(practice, inbox, status);
  const message = firstOf(value['messages']);
  if (present(message)) receiveMessage(practice, inbox, message, firstOf(value['contacts']));
  return empty;
}

/** The payload decides, not the number in the address; both numbers must fit. */
function inboxFor(practice: Practice, metadata: Json): Inbox | null {
  const phoneNumber = `+${asString(metadata['display_phone_number']) ?? ''}`;
  const inbox = practice.state.inboxes.find(
    (other) => other.channelType === 'Channel::Whatsapp' && other.phoneNumber === phoneNumber,
  );
  return inbox !== undefined && inbox.phoneNumberId === metadata['phone_number_id'] ? inbox : null;
}

/** As the real webhook path: no guard against a status that goes backwards. */
function applyStatus(practice: Practice, inbox: Inbox, change: Json): void {
  const id = asString(change['id']);
  const message = practice.state.messages.find((other) => other.sourceId === id && other.inboxId === inbox.id);
  const status = change['status'];
  if (id === null || message === undefined) return;
  if (status !== 'sent' && status !== 'delivered' && status !== 'read' && status !== 'failed') return;
  const error = firstOf(change['errors']);
  const words = `${String(Number(error['code']))}: ${asString(error['title']) ?? ''}`;
  changeMessage(practice, message, status === 'failed' && present(error) ? { status, error: words } : { status });
}

function receiveMessage(practice: Practice, inbox: Inbox, message: Json, profile: Json): void {
  const id = asString(message['id']);
  const from = asString(message['from']) ?? asString(profile['wa_id']);
  const type = asString(message['type']) ?? '';
  if (id === null || from === null || skippedTypes.includes(type) || Array.isArray(message['errors'])) return;
  if (practice.state.messages.some((other) => other.sourceId === id)) return;
  const contact = contactFor(practice, from, asString(asRecord(profile['profile'])['name']));
  // WhatsApp's own timestamp is ignored: the message counts from when the server stored it.
  const at = practice.clock.now();
  const conversation = conversationFor(practice, inbox, contact, at);
  const quoted = asString(asRecord(message['context'])['id']);
  addIncoming(practice, {
    conversation,
    at,
    content: contentOf(message, type),
    attachments: attachmentsOf(practice, message, type),
    contentAttributes: quoted === null ? {} : replyTo(practice, conversation, quoted),
    sourceId: id,
  });
}

/** Renamed only if the name so far is just the number. */
function contactFor(practice: Practice, waId: string, profileName: string | null): Contact {
  const phoneNumber = `+${waId.replace('+', '')}`;
  const known = practice.state.contacts.find((contact) => contact.phoneNumber === phoneNumber);
  if (known === undefined) return addContact(practice, { name: profileName ?? phoneNumber, phoneNumber });
  if (known.name === known.phoneNumber && profileName !== null) known.name = profileName;
  return known;
}

function conversationFor(practice: Practice, inbox: Inbox, contact: Contact, at: number): Conversation {
  const open = practice.state.conversations.findLast(
    (other) => other.contactId === contact.id && other.inboxId === inbox.id && other.status !== 'resolved',
  );
  return open ?? addConversation(practice, { inboxId: inbox.id, contact, at });
}

function replyTo(practice: Practice, conversation: Conversation, sourceId: string): Json {
  const quoted = practice.messagesOf(conversation.id).find((message) => message.sourceId === sourceId);
  return { in_reply_to: quoted?.id ?? null, in_reply_to_external_id: sourceId };
}

function contentOf(message: Json, type: string): string | null {
  const interactive = asRecord(message['interactive']);
  return (
    asString(asRecord(message['text'])['body']) ??
    asString(asRecord(message['button'])['text']) ??
    asString(asRecord(interactive['button_reply'])['title']) ??
    asString(asRecord(interactive['list_reply'])['title']) ??
    asString(asRecord(firstOf(message['contacts'])['name'])['formatted_name']) ??
    asString(asRecord(message[type])['caption'])
  );
}

const mediaTypes: Readonly<Record<string, FileType>> = {
  image: 'image',
  sticker: 'image',
  audio: 'audio',
  voice: 'audio',
  video: 'video',
  document: 'file',
  location: 'location',
  contacts: 'contact',
};

const extensions: Readonly<Record<string, string>> = { audio: 'wav', voice: 'wav', document: 'pdf' };

/** Chatwoot keeps the number as the title and the name in parts. */
function sharedContact(message: Json): Pick<Attachment, 'fileName' | 'personName'> {
  const card = firstOf(message['contacts']);
  const name = asString(asRecord(card['name'])['formatted_name']) ?? '';
  return { fileName: asString(firstOf(card['phones'])['phone']) ?? '', personName: name };
}

/** There is no WhatsApp to fetch media from, so a drawn picture or a page stands in for it. */
function attachmentsOf(practice: Practice, message: Json, type: string): readonly Attachment[] {
  const fileType = mediaTypes[type];
  if (fileType === undefined) return [];
  practice.state.next.attachment += 1;
  const id = practice.state.next.attachment;
  const part = asRecord(message[type]);
  const base = {
    id,
    fileType,
    fileName:
      asString(part['filename']) ?? asString(part['name']) ?? `${type}-${String(id)}.${extensions[type] ?? 'png'}`,
  };
  if (fileType === 'contact') return [{ ...base, ...sharedContact(message), source: { kind: 'document' } }];
  if (fileType === 'audio') return [{ ...base, source: { kind: 'tone', seconds: 3 } }];
  const latitude = Number(part['latitude']);
  const longitude = Number(part['longitude']);
  if (fileType === 'location') return [{ ...base, source: { kind: 'document' }, coordinates: { latitude, longitude } }];
  const isPicture = fileType === 'image' || fileType === 'video';
  return [{ ...base, source: isPicture ? { kind: 'picture', hue: (id * 47) % 360 } : { kind: 'document' } }];
}
