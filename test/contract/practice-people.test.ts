/** Macros, mentions, search, presence and changed contacts, as the dialect has them (chatwoot-api §5, §6, §7, §8.1). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PracticeServer } from '../../electron/practice/practice-server.ts';
import { account, call, conversationWith, get, joinRoom, post, roomIdentifier, startQuiet } from './practice-client.ts';
import type { Wire } from './practice-client.ts';

let server: PracticeServer;
beforeAll(async () => {
  server = await startQuiet();
});
afterAll(async () => {
  expect(server.problems).toEqual([]);
  await server.stop();
});

const anyConversation = (): number => server.state.conversations[5]?.id ?? 0;
const named = (id: number, name: string): string => `[@${name}](mention://user/${id}/${encodeURIComponent(name)})`;

describe('macros', () => {
  it('are listed with their steps, and some write to the customer', async () => {
    const { payload } = await get(server, '/macros');
    expect(payload.length).toBeGreaterThanOrEqual(3);
    const steps = payload.map(({ actions }: Wire) => actions.map((action: Wire) => action.action_name));
    expect(steps.flat()).toContain('send_message');
    expect(steps.some((names: string[]) => !names.includes('send_message'))).toBe(true);
  });

  it('answer before anything happened; what they do is told like everything else', async () => {
    const id = anyConversation();
    const cable = await joinRoom(server);
    const answer = await call(server, 'POST', `${account}/macros/1/execute`, { conversation_ids: [id] });
    expect([answer.status, answer.body]).toEqual([200, '']);
    await cable.event('team.changed', (data) => data.id === id);
    const note = await cable.event('message.created', (data) => data.conversation_id === id && data.private);
    expect(note.message_type).toBe(1);
    cable.close();
    expect((await get(server, `/conversations/${String(id)}`)).labels).toContain('delivery');
    expect((await call(server, 'POST', `${account}/macros/99/execute`, { conversation_ids: [id] })).status).toBe(404);
  });
});

describe('mentions', () => {
  it('of a person, or of a team, are told to those and listed for them', async () => {
    const id = anyConversation();
    const before = await get(server, '/conversations?status=all&conversation_type=mention');
    const seeded = before.data.payload.map((row: Wire) => row.id);
    expect(seeded.length).toBeGreaterThanOrEqual(2);
    expect(seeded).not.toContain(id);
    const cable = await joinRoom(server);
    await post(server, `/conversations/${String(id)}/messages`, {
      content: named(server.userId, 'Sam R'),
      private: true,
    });
    expect((await cable.event('conversation.mentioned')).id).toBe(id);
    cable.close();
    const after = await get(server, '/conversations?status=all&conversation_type=mention');
    expect(after.data.payload.map((row: Wire) => row.id)).toContain(id);
  });

  it('of others, and in what the customer can read, are not', async () => {
    const id = server.state.conversations[7]?.id ?? 0;
    const cable = await joinRoom(server);
    const say = (content: string, isPrivate: boolean) =>
      post(server, `/conversations/${String(id)}/messages`, { content, private: isPrivate });
    await say(named(2, 'Ana Costa'), true);
    await say(named(server.userId, 'Sam R'), false);
    await say('(mention://user/4/)', true);
    await cable.event('message.created', (data) => data.content === '(mention://user/4/)');
    expect(cable.frames.filter((frame) => frame.message?.event === 'conversation.mentioned')).toEqual([]);
    cable.close();
  });
});

describe('search in messages', () => {
  it('finds by part of the text, newest first, and does not say what kind a message is', async () => {
    const id = anyConversation();
    for (const content of ['purple elephant one', 'Purple Elephant two'])
      await post(server, `/conversations/${String(id)}/messages`, { content, private: true });
    const { payload } = await get(server, '/search/messages?q=purple%20eleph&page=1');
    expect(payload.messages.map((row: Wire) => row.content)).toEqual(['Purple Elephant two', 'purple elephant one']);
    expect(payload.messages[0]).toMatchObject({ conversation_id: id, message_type: 0 });
    expect(payload.messages[0]).not.toHaveProperty('private');
    expect((await get(server, '/search/messages?q=purple%20eleph&page=2')).payload.messages).toEqual([]);
  });
});

describe('people', () => {
  it('a contact that is renamed is told to everybody', async () => {
    const contact = server.state.contacts[3];
    const cable = await joinRoom(server);
    await call(server, 'PUT', `${account}/contacts/${String(contact?.id)}`, { name: 'Renamed' });
    expect(await cable.event('contact.updated')).toMatchObject({ id: contact?.id, name: 'Renamed', account_id: 1 });
    cable.close();
    const conversation = await get(server, `/conversations/${String(conversationWith(server, 'Renamed'))}`);
    expect(conversation.meta.sender.name).toBe('Renamed');
  });

  it('an agent is online for 20 s after saying so, and has the availability they chose', async () => {
    const cable = await joinRoom(server);
    const mine = async (): Promise<Wire> => {
      const agents = await get(server, '/agents');
      return agents.find((agent: Wire) => agent.id === server.userId);
    };
    const say = (): void =>
      cable.send({ command: 'message', identifier: roomIdentifier(server), data: '{"action":"update_presence"}' });
    server.skip(21_000);
    expect((await mine()).availability_status).toBe('offline');
    say();
    await cable.waitFor('a second presence', (frame) => frame === presences()[1]);
    expect((await mine()).availability_status).toBe('online');
    const profile = { account_id: 1, availability: 'busy' };
    await call(server, 'POST', '/api/v1/profile/availability', { profile });
    expect((await mine()).availability_status).toBe('busy');
    cable.close();

    function presences(): readonly Wire[] {
      return cable.frames.filter((frame) => frame.message?.event === 'presence.update');
    }
  });
});
