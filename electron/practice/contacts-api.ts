/** Contacts, their conversations and the channels they can be reached on (chatwoot-api §5.1–5.2). */
import { addContact } from './changes.ts';
import { isVisible } from './conversations-api.ts';
import { asBoolean, asRecord, asString, notFound, ok } from './http.ts';
import type { Answer, Call } from './http.ts';
import { accountId, contactById } from './practice.ts';
import type { Practice } from './practice.ts';
import { contactSourceId, pushContact } from './render-push.ts';
import { restContact, restConversation, slimInbox } from './render-rest.ts';
import type { Contact } from './state.ts';

const contactsPerPage = 15;
const conversationsPerContact = 20;

const contactOf = (practice: Practice, params: Call['params']): Contact | undefined =>
  contactById(practice, Number(params['contact']));

function listOf({ practice, request }: Call, contacts: readonly Contact[]): Answer {
  const { query } = request;
  // The dialect echoes the page as it came: text, or the number 1 when it was left out.
  const page = query.get('page');
  const from = (Math.max(Number(page ?? 1) || 1, 1) - 1) * contactsPerPage;
  const withInboxes = !query.has('include_contact_inboxes') || asBoolean(query.get('include_contact_inboxes'));
  const rows = contacts.toSorted((a, b) => a.name.localeCompare(b.name)).slice(from, from + contactsPerPage);
  return ok({
    meta: { count: contacts.length, current_page: page ?? 1 },
    payload: rows.map((contact) => restContact(practice, contact, withInboxes)),
  });
}

export function searchContacts(call: Call): Answer {
  const q = call.request.query.get('q')?.trim().toLowerCase() ?? '';
  const found = call.practice.state.contacts.filter((contact) =>
    [contact.name, contact.email ?? '', contact.phoneNumber].some((field) => field.toLowerCase().includes(q)),
  );
  return listOf(call, found);
}

export const listContacts = (call: Call): Answer => listOf(call, call.practice.state.contacts);

export function getContact({ practice, params }: Call): Answer {
  const contact = contactOf(practice, params);
  return contact === undefined ? notFound : ok({ payload: restContact(practice, contact, true) });
}

export function createContact({ practice, request }: Call): Answer {
  const body = asRecord(request.body);
  const phoneNumber = asString(body['phone_number']) ?? '';
  const refuse = (message: string): Answer => ({ status: 422, body: { message, attributes: ['phone_number'] } });
  if (!/^\+[1-9]\d{1,14}$/.test(phoneNumber)) return refuse('Phone number should be in e164 format');
  if (practice.state.contacts.some((contact) => contact.phoneNumber === phoneNumber))
    return refuse('Phone number has already been taken');
  const name = asString(body['name']) ?? phoneNumber;
  const contact = addContact(practice, { name, phoneNumber, email: asString(body['email']) });
  return ok({
    payload: { contact: restContact(practice, contact, true), contact_inbox: { inbox: null, source_id: null } },
  });
}

/** Of what can be changed, the name; everybody hears of it. */
export function updateContact({ practice, request, params }: Call): Answer {
  const contact = contactOf(practice, params);
  if (contact === undefined) return notFound;
  contact.name = asString(asRecord(request.body)['name']) ?? contact.name;
  practice.changed();
  practice.publish({ event: 'contact.updated', data: { ...pushContact(contact), account_id: accountId } });
  return ok({ payload: restContact(practice, contact, true) });
}

export function contactConversations({ practice, params, user }: Call): Answer {
  const contact = contactOf(practice, params);
  if (contact === undefined) return notFound;
  const rows = practice.state.conversations
    .filter((conversation) => conversation.contactId === contact.id && isVisible(practice, conversation, user))
    .toSorted((a, b) => b.lastActivityAt - a.lastActivityAt)
    .slice(0, conversationsPerContact);
  return ok({ payload: rows.map((conversation) => restConversation(practice, conversation, user.id)) });
}

export function contactableInboxes({ practice, params, user }: Call): Answer {
  const contact = contactOf(practice, params);
  if (contact === undefined) return notFound;
  const inboxes = practice.state.inboxes.filter(
    (inbox) => user.role === 'administrator' || inbox.memberIds.includes(user.id),
  );
  return ok({
    payload: inboxes.map((inbox) => ({
      inbox: slimInbox(inbox),
      source_id: contactSourceId(practice, inbox.id, contact),
    })),
  });
}
