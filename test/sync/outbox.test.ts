import { afterEach, expect, test } from 'vitest';
import { ConnectorError } from '../../electron/core/connectors/connector.ts';
import { openDesk, type Desk } from '../support/desk.ts';
import { ana } from '../support/fake-server.ts';
import { clientId, note, reply, template } from '../support/outbox-items.ts';

const minute = 60_000;
const hour = 60 * minute;

let desk: Desk;
afterEach(() => desk.dispose());

/** A desk with conversation 1, whose customer has just written. */
async function deskWithOpenChat(): Promise<void> {
  desk = await openDesk((server) => {
    server.addConversation(1);
    server.customerWrites(1, 'Where is my order?');
  });
}

test('a reply inside the window leaves once and becomes a message of the thread', async () => {
  await deskWithOpenChat();
  const sent = reply('On its way.');
  await desk.call('replies.send', sent);
  await desk.call('replies.send', sent); // the page asks again after a lost answer: same id, same message
  await desk.clock.advance(1_000);
  expect(desk.server.sentTo(1)).toEqual(['On its way.']);
  expect(await desk.outbox()).toEqual([]);
  const { rows } = await desk.call('messages.list', { conversationId: 1, before: null, limit: 10 });
  expect(rows.at(-1)).toMatchObject({ text: 'On its way.', kind: 'outgoing', delivery: 'accepted' });
});

test('replies of one conversation leave in order, each after WhatsApp has the one before; a note does not wait', async () => {
  await deskWithOpenChat();
  await desk.call('replies.send', reply('first'));
  await desk.call('replies.send', reply('second'));
  await desk.call('notes.add', note('for the team'));
  await desk.clock.advance(500);
  expect(desk.server.sentTo(1)).toEqual(['first']);
  expect(desk.server.notesOf(1)).toEqual(['for the team']);
  const first = desk.server.messages.get(1)?.find((message) => message.text === 'first');
  desk.server.statusMoves(1, first?.id ?? 0, { sourceId: 'wamid.1' });
  await desk.clock.advance(500);
  expect(desk.server.sentTo(1)).toEqual(['first', 'second']);
});

test('a message that WhatsApp never takes over holds back the next one for 30 s, not for ever', async () => {
  await deskWithOpenChat();
  await desk.call('replies.send', reply('first'));
  await desk.call('replies.send', reply('second'));
  await desk.clock.advance(29_000);
  expect(desk.server.sentTo(1)).toEqual(['first']);
  await desk.clock.advance(3_000);
  expect(desk.server.sentTo(1)).toEqual(['first', 'second']);
});

test('the handler refuses a reply from the guard on, and takes it one moment before', async () => {
  await deskWithOpenChat();
  const { guardMs } = await desk.call('clock.get', {});
  const { openedAt } = (await desk.conversation(1)).window;
  const leaves = (openedAt ?? 0) + 24 * hour - guardMs;
  desk.server.skipClock(leaves - desk.server.now() - 10);
  await desk.call('replies.send', reply('just in time'));
  await desk.clock.advance(10);
  await expect(desk.call('replies.send', reply('too late'))).rejects.toMatchObject({ code: 'window-closed' });
  // A note is never refused because of a window.
  await desk.call('notes.add', note('still possible'));
  await desk.clock.advance(100);
  expect(desk.server.sentTo(1)).toEqual(['just in time']);
  expect(desk.server.notesOf(1)).toEqual(['still possible']);
});

test('queued offline, sent once and in order when the server is back', async () => {
  await deskWithOpenChat();
  desk.server.unplug();
  await desk.clock.advance(100);
  await desk.call('replies.send', reply('queued'));
  await desk.call('notes.add', note('written offline'));
  await desk.call('conversations.act', {
    conversationId: 1,
    clientId: clientId(),
    action: { kind: 'assign', assigneeId: ana.id },
  });
  const until = desk.server.now() + hour;
  await desk.call('conversations.act', {
    conversationId: 1,
    clientId: clientId(),
    action: { kind: 'set-status', status: 'snoozed', snoozedUntil: until },
  });
  // Applied here at once, and marked as not on the server yet.
  expect(await desk.conversation(1)).toMatchObject({ status: 'snoozed', assignee: ana, pending: true });
  expect(desk.server.conversations.get(1)?.status).toBe('open');
  desk.server.plugIn();
  await desk.clock.advance(20_000);
  expect(desk.server.sentTo(1)).toEqual(['queued']);
  expect(desk.server.notesOf(1)).toEqual(['written offline']);
  expect(desk.server.conversations.get(1)).toMatchObject({ status: 'snoozed', assignee: { id: ana.id } });
  expect(await desk.conversation(1)).toMatchObject({ status: 'snoozed', assignee: ana, pending: false });
  expect(await desk.outbox()).toEqual([]);
});

test('a reply whose window closed while it waited is parked with its text, and a template takes its place', async () => {
  await deskWithOpenChat();
  desk.server.unplug();
  await desk.clock.advance(100);
  const parked = reply('Your parcel is at the depot.');
  await desk.call('replies.send', parked);
  desk.server.skipClock(25 * hour);
  desk.server.plugIn();
  await desk.clock.advance(20_000);
  expect(desk.server.sentTo(1)).toEqual([]);
  expect(await desk.outbox(1)).toMatchObject([
    { state: 'needs-template', content: { kind: 'reply', text: 'Your parcel is at the depot.' } },
  ]);
  // Sending it again would only park it again.
  const again = desk.call('outbox.decide', { clientId: parked.clientId, decision: 'send-again' });
  await expect(again).rejects.toMatchObject({ code: 'window-closed' });
  await desk.call('templates.send', template(parked.clientId));
  await desk.clock.advance(100);
  expect(desk.server.sentTo(1)).toEqual(['Hello Mara, your order is on its way.']);
  expect(await desk.outbox(1)).toEqual([]);
  expect((await desk.conversation(1)).templateSentAt).not.toBeNull();
});

test('a customer who writes while the reply waits re-opens the window, and a person decides if it still fits', async () => {
  await deskWithOpenChat();
  desk.server.unplug();
  await desk.clock.advance(100);
  const waiting = reply('queued yesterday');
  await desk.call('replies.send', waiting);
  desk.server.skipClock(25 * hour);
  desk.server.customerWrites(1, 'Hello?');
  desk.server.plugIn();
  await desk.clock.advance(20_000);
  expect(desk.server.sentTo(1)).toEqual([]);
  expect(await desk.outbox(1)).toMatchObject([{ state: 'held', problem: { kind: 'someone-wrote', who: 'customer' } }]);
  await desk.call('outbox.decide', { clientId: waiting.clientId, decision: 'send-again' });
  await desk.clock.advance(1_000);
  expect(desk.server.sentTo(1)).toEqual(['queued yesterday']);
});

test('an answer lost after the server did it: found by client id, not sent twice', async () => {
  await deskWithOpenChat();
  desk.server.failNext('createMessage', new ConnectorError('server', 'unknown', 500, 'Redis is down'), 'after');
  await desk.call('replies.send', reply('once only'));
  await desk.clock.advance(5 * minute);
  expect(desk.server.sentTo(1)).toEqual(['once only']);
  // Found, and by now overdue at WhatsApp, where this server never brings anything.
  expect(await desk.outbox()).toMatchObject([{ state: 'accepted', problem: { kind: 'not-handed-over' } }]);
});

test('an answer lost before the server did it: a reply waits for a person, a note goes again by itself', async () => {
  await deskWithOpenChat();
  const lost = new ConnectorError('timeout', 'unknown', null, 'no answer in 30 s');
  desk.server.failNext('createMessage', lost);
  const uncertain = reply('did it go?');
  await desk.call('replies.send', uncertain);
  await desk.clock.advance(10 * minute);
  expect(desk.server.sentTo(1)).toEqual([]);
  expect(await desk.outbox(1)).toMatchObject([{ state: 'uncertain' }]);
  await desk.call('outbox.decide', { clientId: uncertain.clientId, decision: 'send-again' });
  await desk.clock.advance(1_000);
  expect(desk.server.sentTo(1)).toEqual(['did it go?']);

  desk.server.failNext('createMessage', lost);
  await desk.call('notes.add', note('a note in the fog'));
  await desk.clock.advance(10 * minute);
  expect(desk.server.notesOf(1)).toEqual(['a note in the fog']);
});

test('a refusal by the server fails the message with its reason; the text can be sent again', async () => {
  await deskWithOpenChat();
  const refusal = new ConnectorError('rejected', 'no', 422, 'Validation failed: Too many messages');
  desk.server.failNext('createMessage', refusal);
  const refused = reply('hello');
  await desk.call('replies.send', refused);
  await desk.clock.advance(1_000);
  expect(await desk.outbox(1)).toMatchObject([
    { state: 'failed', problem: { kind: 'refused', text: refusal.message } },
  ]);
  await desk.call('outbox.decide', { clientId: refused.clientId, decision: 'send-again' });
  await desk.clock.advance(1_000);
  expect(desk.server.sentTo(1)).toEqual(['hello']);
});

test('an action that the server refuses is not shown any more', async () => {
  await deskWithOpenChat();
  desk.server.failNext(
    'assign',
    new ConnectorError('forbidden', 'no', 401, 'You are not authorized to do this action'),
  );
  await desk.call('conversations.act', {
    conversationId: 1,
    clientId: clientId(),
    action: { kind: 'assign', assigneeId: ana.id },
  });
  await desk.clock.advance(1_000);
  expect((await desk.conversation(1)).assignee).toBeNull();
  expect(await desk.outbox(1)).toMatchObject([{ state: 'failed', content: { kind: 'action' } }]);
});

test('killed with a draft and a queued reply: both are there at the next start, and the reply goes once', async () => {
  await deskWithOpenChat();
  desk.server.unplug();
  await desk.clock.advance(100);
  await desk.call('replies.send', reply('queued before the crash'));
  await desk.call('drafts.save', { conversationId: 1, audience: 'customer', text: 'half a sen', caret: 10 });
  await desk.kill();
  desk.server.unplug();
  await desk.restart();
  const { draft } = await desk.call('drafts.get', { conversationId: 1, audience: 'customer' });
  expect(draft).toMatchObject({ text: 'half a sen', caret: 10 });
  expect(await desk.outbox(1)).toMatchObject([{ state: 'queued', content: { text: 'queued before the crash' } }]);
  desk.server.plugIn();
  await desk.clock.advance(20_000);
  expect(desk.server.sentTo(1)).toEqual(['queued before the crash']);
});

test('started without a network, the window is judged from the last trusted server time', async () => {
  await deskWithOpenChat();
  await desk.clock.advance(minute); // long enough for server time to have been remembered
  await desk.kill();
  desk.server.unplug();
  desk.server.skipClock(2 * hour); // time that passed while the app was closed …
  desk.clock.jumpWall(2 * hour); // … on the computer as well
  await desk.restart();
  const clock = await desk.call('clock.get', {});
  expect(clock.confidence).toBe('carried');
  expect(Math.abs(clock.serverNow - desk.server.now())).toBeLessThan(2_000);
  await desk.call('replies.send', reply('written on the train'));
  expect(await desk.outbox(1)).toHaveLength(1);
});

test('a person cancels a queued reply, and turns a parked one into a note', async () => {
  await deskWithOpenChat();
  desk.server.unplug();
  await desk.clock.advance(100);
  const cancelled = reply('never mind');
  const parked = reply('too late for this');
  await desk.call('replies.send', cancelled);
  await desk.call('replies.send', parked);
  await desk.call('outbox.decide', { clientId: cancelled.clientId, decision: 'cancel' });
  desk.server.skipClock(25 * hour);
  desk.server.plugIn();
  await desk.clock.advance(20_000);
  await desk.call('outbox.decide', { clientId: parked.clientId, decision: 'make-note' });
  await desk.clock.advance(1_000);
  expect(desk.server.sentTo(1)).toEqual([]);
  expect(desk.server.notesOf(1)).toEqual(['too late for this']);
  expect(await desk.outbox()).toEqual([]);
});

test('opening a conversation marks it read on the server, once', async () => {
  await deskWithOpenChat();
  expect((await desk.conversation(1)).unread).toBe(1);
  await desk.call('conversations.open', { conversationId: 1 });
  expect((await desk.conversation(1)).unread).toBe(0);
  await desk.clock.advance(1_000);
  await desk.call('conversations.open', { conversationId: 1 });
  await desk.clock.advance(1_000);
  expect(desk.server.requests.filter((request) => request.startsWith('markRead'))).toHaveLength(1);
});
