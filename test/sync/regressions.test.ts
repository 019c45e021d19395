/**
 * What people saw go wrong in other clients, by the number under which they reported it. Each title is what they saw;
 * each test goes through the same steps and sees that it does not happen here.
 */
import { afterEach, describe, expect, test } from 'vitest';
import { ConnectorError } from '../../electron/core/connectors/connector.ts';
import { openDesk, type Desk } from '../support/desk.ts';
import { clientId, note, reply } from '../support/outbox-items.ts';

const minute = 60_000;
const hour = 60 * minute;

let desk: Desk;
afterEach(() => desk.dispose());

/** A desk with two customers, both of whom have just written. */
async function deskWithTwoCustomers(): Promise<void> {
  desk = await openDesk((server) => {
    server.handsOverAfterMs = 500;
    for (const id of [1, 2]) {
      server.addConversation(id);
      server.customerWrites(id, `Hello, this is customer ${String(id)}.`);
    }
  });
  // Past the first reading of the threads: what is tested comes later.
  await desk.clock.advance(2_000);
}

const draftOf = async (conversationId: number, audience: 'customer' | 'team' = 'customer'): Promise<string> =>
  (await desk.call('drafts.get', { conversationId, audience })).draft?.text ?? '';

const type = (conversationId: number, text: string, audience: 'customer' | 'team' = 'customer') =>
  desk.call('drafts.save', { conversationId, audience, text, caret: text.length });

const threadOf = async (conversationId: number): Promise<readonly string[]> =>
  (await desk.call('messages.list', { conversationId, before: null, limit: 50 })).rows.map(({ text }) => text);

const lostAnswer = (): ConnectorError => new ConnectorError('timeout', 'unknown', null, 'ECONNRESET');

describe('chatwoot#9314: on a weak link one click sent the message twice, 12 seconds apart', () => {
  test('the answer is lost after the server stored it: the customer has it once', async () => {
    await deskWithTwoCustomers();
    desk.server.failNext('createMessage', lostAnswer(), 'after');
    await desk.call('replies.send', reply('Your parcel is on its way.'));
    await desk.clock.advance(5 * minute);
    expect(desk.server.sentTo(1)).toEqual(['Your parcel is on its way.']);
    expect(await desk.outbox()).toEqual([]);
  });

  test('the request is lost before it arrived: it is never repeated without the agent', async () => {
    await deskWithTwoCustomers();
    desk.server.failNext('createMessage', lostAnswer(), 'before');
    const sent = reply('Your parcel is on its way.');
    await desk.call('replies.send', sent);
    await desk.clock.advance(10 * minute);
    expect(desk.server.sentTo(1)).toEqual([]);
    expect(await desk.outbox(1)).toMatchObject([{ state: 'uncertain' }]);
    await desk.call('outbox.decide', { clientId: sent.clientId, decision: 'send-again' });
    await desk.clock.advance(minute);
    expect(desk.server.sentTo(1)).toEqual(['Your parcel is on its way.']);
  });

  test('an impatient second click is the same message', async () => {
    await deskWithTwoCustomers();
    const sent = reply('Your parcel is on its way.');
    await Promise.all([desk.call('replies.send', sent), desk.call('replies.send', sent)]);
    await desk.clock.advance(minute);
    expect(desk.server.sentTo(1)).toEqual(['Your parcel is on its way.']);
  });
});

describe('chatwoot#14934: after a reconnect the agent answered without seeing that a colleague already had', () => {
  test('a reply written offline is held and shown beside the colleague’s', async () => {
    await deskWithTwoCustomers();
    desk.server.unplug();
    await desk.clock.advance(100);
    const sent = reply('It is in stock.');
    await desk.call('replies.send', sent);
    const colleague = desk.server.colleagueWrites(1, 'Sorry, it is sold out.');
    await desk.clock.advance(10 * minute);
    desk.server.plugIn();
    await desk.clock.advance(5 * minute);
    expect(desk.server.sentTo(1)).toEqual(['Sorry, it is sold out.']);
    expect(await desk.outbox(1)).toMatchObject([
      { state: 'held', problem: { kind: 'someone-wrote', who: 'colleague', messageId: colleague.id } },
    ]);
    expect(await threadOf(1)).toContain('Sorry, it is sold out.');
    // The agent has read it and means it all the same.
    await desk.call('outbox.decide', { clientId: sent.clientId, decision: 'send-again' });
    await desk.clock.advance(minute);
    expect(desk.server.sentTo(1)).toEqual(['Sorry, it is sold out.', 'It is in stock.']);
  });

  test('with nothing new it leaves by itself', async () => {
    await deskWithTwoCustomers();
    desk.server.unplug();
    await desk.clock.advance(100);
    await desk.call('replies.send', reply('It is in stock.'));
    await desk.clock.advance(10 * minute);
    desk.server.plugIn();
    await desk.clock.advance(2 * minute);
    expect(desk.server.sentTo(1)).toEqual(['It is in stock.']);
  });
});

describe('chatwoot#9516: free text could be written and sent after 24 hours, looked sent and never arrived', () => {
  test('the send is refused from the guard on', async () => {
    await deskWithTwoCustomers();
    desk.server.skipClock(24 * hour - minute);
    await desk.clock.advance(5_000);
    await expect(desk.call('replies.send', reply('Hello again!'))).rejects.toMatchObject({ code: 'window-closed' });
    await desk.clock.advance(minute);
    expect(desk.server.sentTo(1)).toEqual([]);
  });

  test('what was queued in time waits for a template with its text when the window closes first', async () => {
    await deskWithTwoCustomers();
    desk.server.unplug();
    await desk.clock.advance(100);
    await desk.call('replies.send', reply('Here is your answer.'));
    await desk.clock.advance(25 * hour);
    desk.server.plugIn();
    await desk.clock.advance(2 * minute);
    expect(desk.server.sentTo(1)).toEqual([]);
    expect(await desk.outbox(1)).toMatchObject([
      { state: 'needs-template', content: { text: 'Here is your answer.' }, problem: { kind: 'window-closed' } },
    ]);
  }, 60_000);
});

describe('chatwoot#995: messages that came while the connection was down never appeared', () => {
  test('a conversation that nobody had opened shows them after the reconnect', async () => {
    await deskWithTwoCustomers();
    desk.server.unplug();
    await desk.clock.advance(100);
    for (const text of ['Are you there?', 'Hello?', 'I need an answer today.']) desk.server.customerWrites(2, text);
    await desk.clock.advance(20 * minute);
    desk.server.plugIn();
    await desk.clock.advance(minute);
    expect((await threadOf(2)).slice(-3)).toEqual(['Are you there?', 'Hello?', 'I need an answer today.']);
    expect((await desk.conversation(2)).preview?.text).toBe('I need an answer today.');
  });

  test('events that stay away while the connection looks well are made up for, all of them', async () => {
    await deskWithTwoCustomers();
    desk.server.loseEvents = true;
    for (const text of ['Are you there?', 'Hello?', 'I need an answer today.']) desk.server.customerWrites(2, text);
    await desk.clock.advance(3 * minute);
    expect((await desk.sync()).state).toBe('live');
    expect((await threadOf(2)).slice(-3)).toEqual(['Are you there?', 'Hello?', 'I need an answer today.']);
  });
});

describe('chatwoot#14120: “retry” on a refused message looked sent, but nothing was sent', () => {
  test('sending again makes a new message at the server, and the refused one keeps its reason', async () => {
    await deskWithTwoCustomers();
    await desk.call('replies.send', reply('Your refund is under way.'));
    await desk.clock.advance(1_000);
    const first = desk.server.messages.get(1)?.find(({ text }) => text === 'Your refund is under way.');
    desk.server.statusMoves(1, first?.id ?? 0, { status: 'failed', failure: '131026: Message undeliverable' });
    await desk.clock.advance(1_000);
    const { rows } = await desk.call('messages.list', { conversationId: 1, before: null, limit: 10 });
    expect(rows.at(-1)).toMatchObject({ delivery: 'failed', failure: { code: 131026 } });
    await desk.call('replies.send', reply('Your refund is under way.'));
    await desk.clock.advance(minute);
    expect(desk.server.sentTo(1)).toEqual(['Your refund is under way.', 'Your refund is under way.']);
    const ids = desk.server.messages.get(1)?.flatMap((message) => message.clientId ?? []) ?? [];
    expect(new Set(ids).size).toBe(2);
  });
});

describe('Signal-Desktop#5620: messages written offline were never sent after a restart', () => {
  test('they leave after the next start, once and in order', async () => {
    await deskWithTwoCustomers();
    desk.server.unplug();
    await desk.clock.advance(100);
    for (const text of ['first', 'second']) await desk.call('replies.send', reply(text));
    await desk.call('notes.add', note('for the team'));
    await desk.kill();
    desk.server.plugIn();
    await desk.restart();
    await desk.clock.advance(2 * minute);
    expect(desk.server.sentTo(1)).toEqual(['first', 'second']);
    expect(desk.server.notesOf(1)).toEqual(['for the team']);
    expect(await desk.outbox()).toEqual([]);
  });
});

describe('Signal-Desktop#1534: what was pending at the exit was gone in the next session, and its time with it', () => {
  test('it is in the outbox of the next session, with the time at which it was written', async () => {
    await deskWithTwoCustomers();
    desk.server.unplug();
    await desk.clock.advance(100);
    const { items } = await desk.call('replies.send', reply('Written at noon.'));
    await desk.kill();
    await desk.clock.advance(3 * hour);
    await desk.restart();
    expect(await desk.outbox(1)).toMatchObject([
      { clientId: items[0]?.clientId, content: { text: 'Written at noon.' }, createdAt: items[0]?.createdAt },
    ]);
  });

  test('one that was just leaving is looked for, not sent blindly again', async () => {
    await deskWithTwoCustomers();
    desk.server.failNext('createMessage', lostAnswer(), 'after');
    await desk.call('replies.send', reply('Just leaving.'));
    await desk.clock.advance(5);
    await desk.kill();
    await desk.restart();
    await desk.clock.advance(5 * minute);
    expect(desk.server.sentTo(1)).toEqual(['Just leaving.']);
    expect(await desk.outbox()).toEqual([]);
  });
});

describe('Signal-Desktop#7759: clicking the open chat again wiped the draft, and there was no way back', () => {
  test('opening a conversation again leaves its drafts alone', async () => {
    await deskWithTwoCustomers();
    await type(1, 'Half an ans');
    await type(1, 'half a note', 'team');
    for (let click = 0; click < 3; click += 1) {
      await desk.call('conversations.open', { conversationId: 1 });
      await desk.clock.advance(500);
    }
    expect(await draftOf(1)).toBe('Half an ans');
    expect(await draftOf(1, 'team')).toBe('half a note');
  });

  test('a draft that was emptied or replaced can be got back', async () => {
    await deskWithTwoCustomers();
    await type(1, 'A long and careful answer');
    await type(1, '');
    await type(1, 'ok');
    const { texts } = await desk.call('drafts.history', { conversationId: 1 });
    expect(texts).toMatchObject([{ text: 'A long and careful answer', audience: 'customer', why: 'replaced' }]);
  });
});

describe('deltachat-desktop#582: the draft stayed in the field when the chat was changed, and went to the wrong person', () => {
  test('a draft belongs to its conversation and to its audience', async () => {
    await deskWithTwoCustomers();
    await type(1, 'Only for customer 1');
    await type(1, 'only for the team', 'team');
    await desk.call('conversations.open', { conversationId: 2 });
    await desk.clock.advance(500);
    expect(await draftOf(2)).toBe('');
    expect(await draftOf(2, 'team')).toBe('');
    await desk.call('replies.send', {
      conversationId: 2,
      clientId: clientId(),
      body: { audience: 'customer', text: 'Hello customer 2' },
    });
    await desk.clock.advance(minute);
    expect(desk.server.sentTo(2)).toEqual(['Hello customer 2']);
    expect(desk.server.sentTo(1)).toEqual([]);
    expect(await draftOf(1)).toBe('Only for customer 1');
    expect(await draftOf(1, 'team')).toBe('only for the team');
  });
});
