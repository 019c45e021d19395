/** The connector against the practice server: customers, macros, mentions, search, presence. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Connector } from '../../electron/core/connectors/connector.ts';
import { startPractice, type PracticeServer } from '../../electron/practice/practice-server.ts';
import { must } from '../../shared/lang/assert.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { failure } from './chatwoot-fixtures.ts';
import { listen, oneOf, signedInTo } from './practice-connection.ts';

let practice: PracticeServer;
beforeAll(async () => {
  practice = await startPractice({ port: 0, dataFile: null, lively: false, random: seededRandom(7).next });
});
afterAll(async () => {
  await practice.stop();
});

const signedIn = (): Promise<Connector> => signedInTo(practice);

describe('people of the practice workspace', () => {
  it('ready texts, macros and my teams are read, and with the mark only what changed', async () => {
    const connector = await signedIn();
    const { data, mark } = await connector.reference(null);
    expect(data.canned?.map(({ shortCode }) => shortCode)).toContain('hello');
    expect(new Set(data.macros?.map(({ writesToCustomer }) => writesToCustomer))).toEqual(new Set([true, false]));
    expect(data.teams?.some(({ isMine }) => isMine)).toBe(true);
    const again = await connector.reference(mark);
    expect(Object.keys(again.data).toSorted()).toEqual(['agents', 'canned', 'macros']);
  });

  it('a macro runs on the server a moment later', async () => {
    const connector = await signedIn();
    const id = await oneOf(connector, true);
    const cable = listen(connector);
    await cable.confirmed();
    await connector.runMacro(id, 1);
    const note = await cable.first((what) =>
      what.kind === 'message' && what.message.kind === 'note' && what.message.conversationId === id
        ? what.message
        : null,
    );
    expect(note.author).toMatchObject({ kind: 'agent', id: practice.userId });
    cable.connection.close();
  });

  it('unread again, named in a note, and found by a search', async () => {
    const connector = await signedIn();
    const id = await oneOf(connector, true);
    await connector.markRead(id);
    await connector.markUnread(id);
    expect((await connector.conversation(id)).conversation.unread).toBeGreaterThan(0);
    const cable = listen(connector);
    await cable.confirmed();
    const text = `[@Sam](mention://user/${practice.userId}/Sam) zanzibar`;
    const content = { kind: 'note', text, file: null } as const;
    const note = await connector.createMessage({
      conversationId: id,
      clientId: randomUUID(),
      writtenAt: practice.now(),
      content,
    });
    expect(await cable.first((what) => (what.kind === 'mentioned' ? what.conversationId : null))).toBe(id);
    cable.connection.close();
    expect((await connector.mentions(1)).map(({ conversation }) => conversation.id)).toContain(id);
    expect(await connector.searchMessages('zanzibar')).toEqual([{ conversationId: id, messageId: note.id }]);
    const { messages, more } = await connector.messagesBetween(id, note.id, note.id + 1);
    expect([messages.map((message) => message.kind), more]).toEqual([['note'], false]);
  });

  it('a new customer is made once, reached, written to on SMS, and renamed', async () => {
    const connector = await signedIn();
    const phoneNumber = '+4915112345678';
    const contact = await connector.createContact('Jo Ny', phoneNumber);
    expect(await failure(connector.createContact('Jo', phoneNumber))).toMatchObject({ kind: 'rejected', status: 422 });
    expect(await connector.searchContacts(phoneNumber)).toEqual([contact]);
    const { channels = [] } = (await connector.reference(null)).data;
    const sms = must(
      channels.find((channel) => channel.kind === 'sms'),
      'an SMS number',
    );
    const address = (await connector.contactChannels(contact.id)).find((one) => one.channelId === sms.id)?.address;
    expect(address).toBe(phoneNumber);
    const made = await connector.createConversation({
      contactId: contact.id,
      channelId: sms.id,
      address: phoneNumber,
      assigneeId: practice.userId,
    });
    expect(made.conversation).toMatchObject({ channelId: sms.id, contact, assignee: { id: practice.userId } });
    const theirs = await connector.conversationsOfContact(contact.id);
    expect(theirs.map(({ conversation }) => conversation.id)).toEqual([made.conversation.id]);
    const cable = listen(connector);
    await cable.confirmed();
    await fetch(`${practice.url}/api/v1/accounts/1/contacts/${contact.id}`, {
      method: 'PUT',
      headers: { 'api-access-token': practice.apiAccessToken, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Jo New' }),
    });
    expect(await cable.first((what) => (what.kind === 'contact' ? what.contact.name : null))).toBe('Jo New');
    cable.connection.close();
  });

  it('an agent is online while they say so, and what they chose is seen', async () => {
    const connector = await signedIn();
    expect(await connector.setAvailability('busy')).toMatchObject({ agent: { availability: 'busy' } });
    const cable = listen(connector);
    await cable.confirmed();
    cable.connection.sayPresent();
    await expect.poll(async () => myAvailability(connector)).toBe('busy');
    await connector.setAvailability('online');
    expect(await myAvailability(connector)).toBe('online');
    cable.connection.close();
  });
});

async function myAvailability(connector: Connector): Promise<string | undefined> {
  const { agents = [] } = (await connector.reference(null)).data;
  return agents.find((agent) => agent.id === practice.userId)?.availability;
}
