/** Customers, the channels that reach them, starting a conversation, and search (chatwoot-api §5, §8.1). */
import type { Connector } from '../connector.ts';
import { conversationRows, inAccount, read, type Session } from './connection.ts';
import {
  RestContactableInbox,
  RestFoundMessage,
  RestFoundMessages,
  RestNewContact,
  RestPayload,
} from './directory-shapes.ts';
import { RestContact, RestConversation } from './rest-shapes.ts';
import { readRows } from './rows.ts';
import { contact, conversationFromRest } from './to-records.ts';

type Name =
  | 'searchContacts'
  | 'contactChannels'
  | 'conversationsOfContact'
  | 'searchMessages'
  | 'createContact'
  | 'createConversation';

export function peopleCalls(session: Session): Pick<Connector, Name> {
  const { log } = session.options;
  return {
    async searchContacts(text) {
      const query = `q=${encodeURIComponent(text)}&page=1&include_contact_inboxes=false`;
      const { payload } = await read(session, inAccount(session, `contacts/search?${query}`), RestPayload);
      return readRows(payload, RestContact, 'contacts', log).map(contact);
    },
    async contactChannels(contactId) {
      const path = inAccount(session, `contacts/${contactId}/contactable_inboxes`);
      const { payload } = await read(session, path, RestPayload);
      const rows = readRows(payload, RestContactableInbox, 'contactable_inboxes', log);
      // Without a medium: whether a Twilio inbox is SMS or WhatsApp is known from the channel of this id.
      return rows.map(({ inbox, source_id: address }) => ({ channelId: inbox.id, address }));
    },
    async conversationsOfContact(contactId) {
      const path = inAccount(session, `contacts/${contactId}/conversations`);
      return conversationRows(session, (await read(session, path, RestPayload)).payload);
    },
    async searchMessages(text) {
      const path = inAccount(session, `search/messages?q=${encodeURIComponent(text)}&page=1`);
      const { payload } = await read(session, path, RestFoundMessages);
      const rows = readRows(payload.messages, RestFoundMessage, 'search/messages', log);
      return rows.map(({ id, conversation_id: conversationId }) => ({ messageId: id, conversationId }));
    },
    async createContact(name, phoneNumber) {
      const request = { path: inAccount(session, 'contacts'), body: { name, phone_number: phoneNumber } };
      return contact((await session.rest.exchange(request, RestNewContact)).value.payload.contact);
    },
    async createConversation({ contactId, channelId, address, assigneeId }) {
      const body = {
        inbox_id: channelId,
        contact_id: contactId,
        source_id: address,
        status: 'open',
        ...(assigneeId === null ? {} : { assignee_id: assigneeId }),
      };
      const request = { path: inAccount(session, 'conversations'), body };
      return conversationFromRest((await session.rest.exchange(request, RestConversation)).value);
    },
  };
}
