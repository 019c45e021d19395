/** Ready texts, macros, contacts, search, presence: what goes out and what is made of the answers (chatwoot-api §5, §6, §8.1). */
import { describe, expect, it } from 'vitest';
import {
  accountPath,
  agentJson,
  contactJson,
  failure,
  json,
  profileJson,
  restConversationJson,
  signedIn,
  type Harness,
} from './chatwoot-fixtures.ts';

const keys = { label: '1768390000', inbox: '1768380000', team: '0000000000' };
const lists: Readonly<Record<string, unknown>> = {
  cache_keys: { cache_keys: keys },
  inboxes: { payload: [] },
  agents: [agentJson],
  teams: [
    { id: 2, name: 'support', is_member: true },
    { id: 3, name: 'sales', is_member: false },
  ],
  labels: { payload: [{ title: 'vip', color: '#f00' }] },
  canned_responses: [{ id: 4, account_id: 1, short_code: 'hello', content: 'Hello {{contact.name}}' }],
  macros: {
    payload: [
      { id: 5, name: 'Spam', actions: [{ action_name: 'add_label', action_params: ['spam'] }] },
      { id: 6, name: 'Bye', actions: [{ action_name: 'send_message', action_params: ['Bye'] }] },
      { id: 7, name: 'Leaflet', actions: [{ action_name: 'change_status' }, { action_name: 'send_attachment' }] },
      { id: 8, name: 'Ask', actions: [{ action_name: 'add_private_note', action_params: ['?'] }] },
    ],
  },
};

const answering = (over: Readonly<Record<string, () => Response>> = {}): Promise<Harness> =>
  signedIn(({ path }) => {
    const name = path.slice(accountPath.length + 1);
    return over[name]?.() ?? json(lists[name] ?? { error: 'Resource could not be found' }, name in lists ? 200 : 404);
  });
const asked = ({ requests }: Harness): string[] =>
  requests.map(({ path }) => path.slice(accountPath.length + 1)).toSorted();

describe('reference data', () => {
  it('reads ready texts, and of macros what they do and whether the customer gets any of it', async () => {
    const { connector } = await answering();
    const { data } = await connector.reference(null);
    expect(data.canned).toEqual([{ id: 4, shortCode: 'hello', text: 'Hello {{contact.name}}' }]);
    expect(data.macros?.map(({ id, writesToCustomer }) => [id, writesToCustomer])).toEqual([
      [5, false],
      [6, true],
      [7, true],
      [8, false],
    ]);
    expect(data.macros?.[2]?.steps).toEqual(['change_status', 'send_attachment']);
    expect(data.teams?.map(({ isMine }) => isMine)).toEqual([true, false]);
  });

  it('leaves alone what the server says did not change', async () => {
    const ready = await answering();
    const { mark } = await ready.connector.reference(null);
    ready.requests.length = 0;
    const again = await ready.connector.reference(mark);
    expect(asked(ready)).toEqual(['agents', 'cache_keys', 'canned_responses', 'macros']);
    expect(again.data).toMatchObject({ agents: [{ id: 7 }], canned: [{ id: 4 }] });
    expect(Object.keys(again.data)).not.toContain('channels');
    expect(again.mark).toBe(mark);
  });

  it('reads the one list whose key moved', async () => {
    const before = await answering();
    const { mark } = await before.connector.reference(null);
    const ready = await answering({ cache_keys: () => json({ cache_keys: { ...keys, label: '1768399999' } }) });
    const { data } = await ready.connector.reference(mark);
    expect(asked(ready)).toContain('labels');
    expect(asked(ready)).not.toContain('inboxes');
    expect(data.labels).toEqual([{ title: 'vip', color: '#f00' }]);
  });

  it('reads everything from a server without keys, and with a mark that is not one', async () => {
    const without = await answering({ cache_keys: () => json({ error: 'Resource could not be found' }, 404) });
    const { data, mark } = await without.connector.reference('{"label":1}');
    expect(mark).toBeNull();
    expect(data.labels).toHaveLength(1);
    const odd = await answering();
    expect((await odd.connector.reference('not JSON')).data.labels).toHaveLength(1);
  });

  it('goes without a list that this agent may not read, but not without an answer', async () => {
    const denied = () => json({ error: 'You are not authorized to do this action' }, 401);
    const { connector } = await answering({ macros: denied });
    const { data } = await connector.reference(null);
    expect(data.macros).toBeUndefined();
    expect(data.canned).toHaveLength(1);
    const broken = await answering({ macros: () => json({}, 500) });
    expect(await failure(broken.connector.reference(null))).toMatchObject({ kind: 'server' });
  });
});

describe('customers', () => {
  it('are searched on the first page, without their inboxes', async () => {
    const { connector, requests } = await signedIn(() =>
      json({ meta: { count: 2 }, payload: [contactJson, { id: 'x' }] }),
    );
    expect(await connector.searchContacts('+1 555')).toEqual([
      { id: 55, name: 'Maria', phoneNumber: '+15557654321', avatarUrl: 'https://desk.example/a.png' },
    ]);
    expect(requests[0]?.path).toBe(`${accountPath}/contacts/search?q=%2B1%20555&page=1&include_contact_inboxes=false`);
  });

  it('are reached where the server says, at the address it gives', async () => {
    const slim = (id: number) => ({ id, name: 'x', channel_type: 'Channel::TwilioSms' });
    const payload = [
      { inbox: slim(3), source_id: 'whatsapp:+15557654321' },
      { inbox: slim(4), source_id: '+15557654321' },
    ];
    const { connector, requests } = await signedIn(() => json({ payload }));
    expect(await connector.contactChannels(55)).toEqual([
      { channelId: 3, address: 'whatsapp:+15557654321' },
      { channelId: 4, address: '+15557654321' },
    ]);
    expect(requests[0]?.path).toBe(`${accountPath}/contacts/55/contactable_inboxes`);
  });

  it('are created once by their number', async () => {
    const created = await signedIn(() => json({ payload: { contact: contactJson, contact_inbox: {} } }));
    expect(await created.connector.createContact('Maria', '+15557654321')).toMatchObject({ id: 55 });
    expect(created.requests[0]).toMatchObject({
      method: 'POST',
      path: `${accountPath}/contacts`,
      body: { name: 'Maria', phone_number: '+15557654321' },
    });
    const taken = { message: 'Phone number has already been taken', attributes: ['phone_number'] };
    const refused = await signedIn(() => json(taken, 422));
    expect(await failure(refused.connector.createContact('M', '+1555'))).toMatchObject({
      kind: 'rejected',
      status: 422,
    });
  });

  it('have conversations, and get a new one with all that the server needs', async () => {
    const list = await signedIn(() => json({ payload: [restConversationJson()] }));
    expect((await list.connector.conversationsOfContact(55)).map((row) => row.conversation.id)).toEqual([42]);
    expect(list.requests[0]?.path).toBe(`${accountPath}/contacts/55/conversations`);
    const { connector, requests } = await signedIn(() => json(restConversationJson()));
    const wanted = { contactId: 55, channelId: 3, address: '15557654321', assigneeId: 7 };
    expect((await connector.createConversation(wanted)).conversation.id).toBe(42);
    expect(requests[0]).toMatchObject({
      path: `${accountPath}/conversations`,
      body: { inbox_id: 3, contact_id: 55, source_id: '15557654321', status: 'open', assignee_id: 7 },
    });
  });
});

describe('the rest', () => {
  it('finds messages, and takes of the answer only where they are', async () => {
    const messages = [{ id: 901, conversation_id: 42, message_type: 0, content: 'Hi' }, { id: 902 }];
    const { connector, requests } = await signedIn(() => json({ payload: { messages } }));
    expect(await connector.searchMessages('a & b')).toEqual([{ conversationId: 42, messageId: 901 }]);
    expect(requests[0]?.path).toBe(`${accountPath}/search/messages?q=a%20%26%20b&page=1`);
  });

  it('reads what lies between two messages', async () => {
    const { connector, requests } = await signedIn(() => json({ payload: [] }));
    expect(await connector.messagesBetween(42, 10, 90)).toEqual({ messages: [], more: false });
    expect(requests[0]?.path).toBe(`${accountPath}/conversations/42/messages?after=10&before=90`);
  });

  it('reads where I was named', async () => {
    const list = { data: { meta: {}, payload: [restConversationJson()] } };
    const { connector, requests } = await signedIn(() => json(list));
    expect(await connector.mentions(2)).toHaveLength(1);
    expect(requests[0]?.path).toContain('status=all&conversation_type=mention&');
    expect(requests[0]?.path).toContain('page=2');
  });

  it('starts a macro, marks unread, and says what colleagues see of me', async () => {
    const ready = await signedIn(() => new Response(null));
    await ready.connector.runMacro(42, 5);
    expect(ready.requests[0]).toMatchObject({
      path: `${accountPath}/macros/5/execute`,
      body: { conversation_ids: [42] },
    });
    ready.answer(() => json(restConversationJson()));
    await ready.connector.markUnread(42);
    expect(ready.requests[1]).toMatchObject({ method: 'POST', path: `${accountPath}/conversations/42/unread` });
    ready.answer(() => json(profileJson));
    expect(await ready.connector.setAvailability('busy')).toMatchObject({ agent: { id: 7, availability: 'busy' } });
    expect(ready.requests[2]).toMatchObject({
      path: '/api/v1/profile/availability',
      body: { profile: { account_id: 1, availability: 'busy' } },
    });
  });
});
