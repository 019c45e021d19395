/** Customers found at the server, and conversations that we begin: once, whatever happens to the answer. */
import { afterEach, describe, expect, test } from 'vitest';
import { ConnectorError } from '../../electron/core/connectors/connector.ts';
import { openDesk, type Desk } from '../support/desk.ts';
import { me, smsChannel, whatsappChannel } from '../support/fake-office.ts';
import { liveHandlersOf } from '../support/live-handlers.ts';

const mara = { id: 55, name: 'Mara Lind', phoneNumber: '+15557654321', avatarUrl: null };
const toMara = { to: { contactId: mara.id }, channelId: whatsappChannel.id };
const lostAnswer = new ConnectorError('timeout', 'unknown', null, 'ECONNRESET');

let desk: Desk | null = null;
afterEach(async () => {
  await desk?.dispose();
  desk = null;
});

const withMara = (): Promise<Desk> => openDesk((server) => void server.contacts.set(mara.id, mara));
const asked = (which: Desk, call: string): string[] =>
  which.server.requests.filter((line) => line.split(' ')[0] === call);

describe('starting a conversation', () => {
  test('makes one, assigned to me, and it is here at once', async () => {
    desk = await withMara();
    const { conversationId } = await desk.call('conversations.start', toMara);
    const { contact, channel, assignee } = await desk.conversation(conversationId);
    expect({ contact, channel: channel.id, assignee: assignee?.id }).toEqual({
      contact: mara,
      channel: whatsappChannel.id,
      assignee: me.id,
    });
    expect(asked(desk, 'createConversation')).toEqual([`createConversation 55 ${whatsappChannel.id} wa-55`]);
  });

  test('goes on in the newest one of that channel that is not resolved', async () => {
    desk = await withMara();
    const { server } = desk;
    const at = server.now();
    server.addConversation(1, { contact: mara, lastActivityAt: at - 2_000 });
    server.addConversation(2, { contact: mara, lastActivityAt: at - 1_000, status: 'snoozed' });
    server.addConversation(3, { contact: mara, lastActivityAt: at, status: 'resolved' });
    server.addConversation(4, { contact: mara, lastActivityAt: at, channelId: smsChannel.id });
    expect(await desk.call('conversations.start', toMara)).toEqual({ conversationId: 2 });
    expect(asked(desk, 'createConversation')).toEqual([]);
    expect((await desk.conversation(2)).contact).toEqual(mara);
  });

  test('pressed twice, or three times in a row, it is one', async () => {
    desk = await withMara();
    const [first, second] = await Promise.all([
      desk.call('conversations.start', toMara),
      desk.call('conversations.start', toMara),
    ]);
    const third = await desk.call('conversations.start', toMara);
    expect([second, third]).toEqual([first, first]);
    expect(asked(desk, 'createConversation')).toHaveLength(1);
  });

  test('the answer is lost after the server made it: that one is used, and no other is made', async () => {
    desk = await withMara();
    desk.server.failNext('createConversation', lostAnswer, 'after');
    const { conversationId } = await desk.call('conversations.start', toMara);
    expect(desk.server.conversations.get(conversationId)?.contact).toEqual(mara);
    expect(desk.server.conversations.size).toBe(1);
  });

  test('the request is lost before it arrived: the person is told, and may ask again', async () => {
    desk = await withMara();
    desk.server.failNext('createConversation', lostAnswer, 'before');
    await expect(desk.call('conversations.start', toMara)).rejects.toMatchObject({ code: 'unreachable' });
    expect(asked(desk, 'createConversation')).toHaveLength(1);
    await desk.clock.advance(30_000);
    await desk.call('conversations.start', toMara);
    expect(desk.server.conversations.size).toBe(1);
  });

  test('with a new number: the customer is made, and a number that is taken is the customer who has it', async () => {
    desk = await withMara();
    const to = { name: 'Jo', phoneNumber: '+15550001111' };
    const { conversationId } = await desk.call('conversations.start', { to, channelId: smsChannel.id });
    expect((await desk.conversation(conversationId)).contact).toMatchObject(to);
    const again = { to: { name: 'M. Lind', phoneNumber: mara.phoneNumber }, channelId: whatsappChannel.id };
    const known = await desk.call('conversations.start', again);
    expect((await desk.conversation(known.conversationId)).contact).toEqual(mara);
  });

  test('the answer about the new customer is lost: they are looked for before anything else', async () => {
    desk = await openDesk();
    desk.server.failNext('createContact', lostAnswer, 'after');
    const to = { name: 'Jo', phoneNumber: '+15550001111' };
    await desk.call('conversations.start', { to, channelId: whatsappChannel.id });
    expect(desk.server.contacts.size).toBe(1);
    expect(desk.server.conversations.size).toBe(1);
  });

  test('on a channel that does not reach them it is refused; without a connection it says so', async () => {
    desk = await withMara();
    await expect(desk.call('conversations.start', { ...toMara, channelId: 99 })).rejects.toMatchObject({
      code: 'refused',
    });
    desk.server.unplug();
    await desk.clock.advance(10);
    await expect(desk.call('conversations.start', toMara)).rejects.toMatchObject({ code: 'unreachable' });
    expect(asked(desk, 'createConversation')).toEqual([]);
  });
});

describe('finding customers', () => {
  test('at the server, and from then on also without it', async () => {
    desk = await withMara();
    expect(await desk.call('contacts.searchServer', { text: 'Mara' })).toEqual({ contacts: [mara] });
    desk.server.unplug();
    await desk.clock.advance(10);
    expect(await desk.call('contacts.search', { text: 'lind', limit: 10 })).toEqual({ contacts: [mara] });
    await expect(desk.call('contacts.searchServer', { text: 'Mara' })).rejects.toMatchObject({ code: 'unreachable' });
  });

  test('says on which channels they can be reached', async () => {
    desk = await withMara();
    const channelIds = [whatsappChannel.id, smsChannel.id];
    expect(await desk.call('contacts.channels', { contactId: mara.id })).toEqual({ channelIds });
  });
});

describe('a customer changes', () => {
  test('renamed: in all their conversations at once, without a request', async () => {
    let live = (): ReturnType<ReturnType<typeof liveHandlersOf>> => expect.fail('not connected');
    desk = await openDesk((server) => {
      live = liveHandlersOf(server);
      server.addConversation(1, { contact: mara });
      server.addConversation(2, { contact: mara, status: 'resolved' });
      server.addConversation(3);
    });
    await desk.clock.advance(1_000);
    desk.server.requests.length = 0;
    live().onContact({ ...mara, name: 'Mara Berg' });
    await desk.clock.advance(50);
    const names = await Promise.all([1, 2, 3].map(async (id) => (await desk!.conversation(id)).contact.name));
    expect(names).toEqual(['Mara Berg', 'Mara Berg', 'Customer 3']);
    expect(desk.server.requests).toEqual([]);
  });

  test('joined into another, or deleted: each of their conversations is asked for', async () => {
    let live = (): ReturnType<ReturnType<typeof liveHandlersOf>> => expect.fail('not connected');
    desk = await openDesk((server) => {
      live = liveHandlersOf(server);
      server.addConversation(1, { contact: mara });
      server.addConversation(2, { contact: mara });
    });
    await desk.clock.advance(1_000);
    const other = { ...mara, id: 77, name: 'Mara, the real one' };
    desk.server.conversations.set(1, { ...desk.server.conversations.get(1)!, contact: other });
    desk.server.conversations.delete(2);
    live().onContactGone(mara.id);
    await desk.clock.advance(100);
    expect((await desk.conversation(1)).contact).toEqual(other);
    await expect(desk.conversation(2)).rejects.toThrow('not on this device');
  });
});
