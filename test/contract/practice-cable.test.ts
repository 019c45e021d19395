import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PracticeServer } from '../../electron/practice/practice-server.ts';
import { conversationWith, get, joinRoom, openCable, post, roomIdentifier, startQuiet } from './practice-client.ts';
import type { Wire } from './practice-client.ts';

let server: PracticeServer;
beforeEach(async () => {
  server = await startQuiet();
});
afterEach(async () => {
  expect(server.problems).toEqual([]);
  await server.stop();
});

it('welcomes, confirms the identifier byte for byte, and tells who is present', async () => {
  const cable = await joinRoom(server);
  expect(cable.frames[0]).toEqual({ type: 'welcome' });
  const presence = await cable.event('presence.update');
  expect(presence.users[String(server.userId)]).toBe('online');
  cable.close();
});

it.each([{ pubsub_token: 'wrong' }, { account_id: 2 }, { user_id: 1 }, { channel: 'OtherChannel' }])(
  'neither confirms nor rejects a subscription with %o',
  async (wrong) => {
    const cable = await openCable(server);
    cable.send({ command: 'subscribe', identifier: roomIdentifier(server, wrong) });
    // A later, right subscription is answered: had the wrong one been answered too, it would stand before it.
    cable.send({ command: 'subscribe', identifier: roomIdentifier(server) });
    await cable.waitFor('confirmation', (frame) => frame.type === 'confirm_subscription');
    const answers = cable.frames.filter((frame) => String(frame.type).includes('subscription'));
    expect(answers).toEqual([{ type: 'confirm_subscription', identifier: roomIdentifier(server) }]);
    cable.close();
  },
);

it('pings the practice clock in epoch seconds, at once after a skip', async () => {
  const cable = await joinRoom(server);
  const first = await cable.waitFor('ping', (frame) => frame.type === 'ping');
  expect(Math.abs(first.message - server.now() / 1000)).toBeLessThan(4);
  server.skip(85_800_000);
  const skipped = await cable.waitFor(
    'ping after the skip',
    (frame) => frame.type === 'ping' && frame.message > first.message + 85_000,
    1_000,
  );
  expect(Math.abs(skipped.message - server.now() / 1000)).toBeLessThan(2);
  const date = (await fetch(`${server.url}/api`)).headers.get('date');
  expect(Math.abs(Date.parse(date ?? '') - server.now())).toBeLessThan(2_000);
  cable.close();
});

it('sends messages and conversations in push shape, which is not the REST shape', async () => {
  const cable = await joinRoom(server);
  const id = conversationWith(server, 'Emma Clarke');
  await post(server, `/conversations/${String(id)}/messages`, { content: 'Checking now.', echo_id: 'e-1' });
  const created = await cable.event('message.created', (data) => data.echo_id === 'e-1');
  expect(created).toMatchObject({
    conversation_id: id,
    account_id: 1,
    message_type: 1,
    sender_type: 'User',
    sender_id: server.userId,
    updated_at: expect.stringMatching(/Z$/),
    conversation: { assignee_id: 3, contact_inbox: { source_id: '447700900102' } },
  });
  const updated = await cable.event('conversation.updated', (data) => data.id === id);
  for (const missing of ['uuid', 'muted', 'last_non_activity_message', 'assignee_last_seen_at', 'sla_policy_id'])
    expect(updated).not.toHaveProperty(missing);
  expect(updated.first_reply_created_at).toMatch(/Z$/);
  expect(updated.meta).toHaveProperty('team', null);
  const rest = await get(server, `/conversations/${String(id)}`);
  expect(rest.meta).not.toHaveProperty('team');
  expect(Number.isInteger(rest.first_reply_created_at)).toBe(true);
  expect(rest.messages[0]).toHaveProperty('updated_at');
  cable.close();
});

it('shows the newest public message in push, the newest of any kind in REST', async () => {
  const cable = await joinRoom(server);
  const id = conversationWith(server, 'Emma Clarke');
  const note = await post(server, `/conversations/${String(id)}/messages`, { content: 'for us', private: true });
  await post(server, `/conversations/${String(id)}/toggle_priority`, { priority: 'high' });
  const updated = await cable.event('conversation.updated', (data) => data.id === id && data.priority === 'high');
  expect(updated.messages[0].content).toBe('Both payments are from yesterday evening.');
  await cable.event('message.created', (data) => data.message_type === 2);
  const rest = await get(server, `/conversations/${String(id)}`);
  expect(rest.messages[0].message_type).toBe(2);
  expect(rest.last_non_activity_message.id).toBe(note.id);
  cable.close();
});

it('writes activity about status and assignment a moment later, and assigns whoever opens', async () => {
  const cable = await joinRoom(server);
  const id = conversationWith(server, 'Sofía Ramírez');
  const path = `/conversations/${String(id)}`;
  const resolved = await post(server, `${path}/toggle_status`, { status: 'resolved' });
  expect(resolved.payload).toEqual({
    success: true,
    conversation_id: id,
    current_status: 'resolved',
    snoozed_until: null,
  });
  await cable.event('conversation.status_changed', (data) => data.id === id && data.status === 'resolved');
  await cable.event('message.created', (data) => data.content === 'Conversation was marked resolved by Sam Rivera');
  await post(server, `${path}/toggle_status`, { status: 'open' });
  await cable.event('assignee.changed', (data) => data.id === id && data.meta.assignee.id === server.userId);
  await cable.event('message.created', (data) => data.content === 'Sam Rivera self-assigned this conversation');
  const ana = await post(server, `${path}/assignments`, { assignee_id: 2 });
  expect(ana).toMatchObject({ id: 2, name: 'Ana Costa' });
  expect(await post(server, `${path}/assignments`, { assignee_id: null })).toBeNull();
  await cable.event('message.created', (data) => data.content === 'Conversation unassigned by Sam Rivera');
  cable.close();
});

it('reopens a timed snooze when the practice clock gets there', async () => {
  const cable = await joinRoom(server);
  const id = conversationWith(server, 'Emma Clarke');
  const until = Math.floor(server.now() / 1000) + 3_600;
  const snoozed = await post(server, `/conversations/${String(id)}/toggle_status`, {
    status: 'snoozed',
    snoozed_until: until,
  });
  expect(snoozed.payload.snoozed_until).toBe(new Date(until * 1000).toISOString());
  server.skip(3_601_000);
  const reopened = await cable.event('conversation.status_changed', (data) => data.id === id && data.status === 'open');
  expect(reopened.snoozed_until).toBeNull();
  cable.close();
});

it('replaces labels and says so', async () => {
  const cable = await joinRoom(server);
  const path = `/conversations/${String(conversationWith(server, 'Mateus Oliveira'))}/labels`;
  expect(await get(server, path)).toEqual({ payload: ['refund'] });
  expect(await post(server, path, { labels: ['vip'] })).toEqual({ payload: ['vip'] });
  await cable.event(
    'conversation.updated',
    (data: Wire) => data.labels.includes('vip') && !data.labels.includes('refund'),
  );
  cable.close();
});
