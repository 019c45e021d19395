/** The stale-reply guard: nobody answers over a colleague, or past what the customer wrote meanwhile. */
import { afterEach, describe, expect, test } from 'vitest';
import { ConnectorError } from '../../electron/core/connectors/connector.ts';
import type { MessagePatch } from '../../electron/core/store/records.ts';
import { openDesk, type Desk } from '../support/desk.ts';
import { ana, me } from '../support/fake-server.ts';
import { note, reply } from '../support/outbox-items.ts';

const minute = 60_000;
const hour = 60 * minute;

let desk: Desk;
afterEach(() => desk.dispose());

async function openChat(undoSeconds: 0 | 5 = 0): Promise<void> {
  desk = await openDesk(
    (server) => {
      server.addConversation(1);
      server.customerWrites(1, 'Where is my order?');
    },
    { undoSeconds },
  );
}

async function goOffline(): Promise<void> {
  desk.server.unplug();
  await desk.clock.advance(100);
}

async function comeBack(): Promise<void> {
  desk.server.plugIn();
  await desk.clock.advance(20_000);
}

const pulls = () => desk.server.requests.filter((request) => request === 'newestMessages 1').length;

describe('written offline', () => {
  test('an answer written offline does not go out after a colleague has answered (chatwoot#14934)', async () => {
    await openChat();
    await goOffline();
    const stale = reply('We ship it tomorrow.');
    await desk.call('replies.send', stale);
    const answer = desk.server.colleagueWrites(1, 'It was delivered an hour ago.');
    await comeBack();
    expect(desk.server.sentTo(1)).toEqual(['It was delivered an hour ago.']);
    expect(await desk.outbox(1)).toMatchObject([
      {
        state: 'held',
        content: { text: 'We ship it tomorrow.' },
        problem: { kind: 'someone-wrote', who: 'colleague', name: ana.name, messageId: answer.id },
      },
    ]);
    await desk.clock.advance(10 * minute);
    expect(desk.server.sentTo(1)).toHaveLength(1);
  });

  test('nor after the customer has written on; it names the first message that was not seen', async () => {
    await openChat();
    await goOffline();
    await desk.call('replies.send', reply('We ship it tomorrow.'));
    const first = desk.server.customerWrites(1, 'Never mind, it came.');
    desk.server.customerWrites(1, 'Thank you!');
    await comeBack();
    expect(await desk.outbox(1)).toMatchObject([
      { state: 'held', problem: { who: 'customer', name: 'Mara', messageId: first.id } },
    ]);
  });

  test('two in a row are both held; a note is not', async () => {
    await openChat();
    await goOffline();
    await desk.call('replies.send', reply('one'));
    await desk.call('replies.send', reply('two'));
    await desk.call('notes.add', note('for the team'));
    desk.server.colleagueWrites(1, 'Done.');
    await comeBack();
    expect((await desk.outbox(1)).map(({ state }) => state)).toEqual(['held', 'held']);
    expect(desk.server.notesOf(1)).toEqual(['for the team']);
  });

  test('two in a row with nobody in between both go, in order', async () => {
    await openChat();
    await goOffline();
    await desk.call('replies.send', reply('one'));
    await desk.call('replies.send', reply('two'));
    await comeBack();
    await desk.clock.advance(40_000);
    expect(desk.server.sentTo(1)).toEqual(['one', 'two']);
  });

  test.each<[string, Partial<MessagePatch>]>([
    ['a note of a colleague', { kind: 'note', author: { kind: 'agent', id: ana.id, name: ana.name } }],
    ['a line about a change', { kind: 'activity', author: { kind: 'system', id: null, name: '' } }],
    ['a greeting sent by the server', { kind: 'automatic', author: { kind: 'system', id: null, name: '' } }],
    ['a bot', { kind: 'outgoing', author: { kind: 'bot', id: 3, name: 'Helper' } }],
    ['what I wrote on another device', { kind: 'outgoing', author: { kind: 'agent', id: me.id, name: me.name } }],
  ])('%s holds nothing back', async (_, message) => {
    await openChat();
    await goOffline();
    await desk.call('replies.send', reply('still right'));
    desk.server.someoneAdds(1, message);
    await comeBack();
    expect(desk.server.sentTo(1)).toContain('still right');
  });

  test('killed before it left, it is still judged as written offline', async () => {
    await openChat();
    await goOffline();
    await desk.call('replies.send', reply('We ship it tomorrow.'));
    await desk.kill();
    desk.server.colleagueWrites(1, 'Done.');
    await desk.restart();
    await comeBack();
    expect(await desk.outbox(1)).toMatchObject([{ state: 'held', problem: { who: 'colleague' } }]);
  });
});

describe('written online', () => {
  test('a customer who writes on while the agent types, or within the undo time, holds nothing back', async () => {
    await openChat(5);
    desk.server.customerWrites(1, 'Hello?');
    await desk.clock.advance(1_000);
    await desk.call('replies.send', reply('Here I am.'));
    await desk.clock.advance(2_000);
    desk.server.customerWrites(1, 'Anybody?');
    await desk.clock.advance(5_000);
    expect(desk.server.sentTo(1)).toEqual(['Here I am.']);
  });

  test('a colleague who answers within the undo time does', async () => {
    await openChat(5);
    await desk.call('replies.send', reply('We ship it tomorrow.'));
    await desk.clock.advance(2_000);
    desk.server.colleagueWrites(1, 'It was delivered.');
    await desk.clock.advance(10_000);
    expect(desk.server.sentTo(1)).toEqual(['It was delivered.']);
    expect(await desk.outbox(1)).toMatchObject([{ state: 'held', problem: { who: 'colleague' } }]);
  });

  test('a connection lost within the undo time makes it one that was written without seeing', async () => {
    await openChat(5);
    await desk.call('replies.send', reply('We ship it tomorrow.'));
    await desk.clock.advance(1_000);
    await goOffline();
    desk.server.customerWrites(1, 'Never mind, it came.');
    await comeBack();
    expect(desk.server.sentTo(1)).toEqual([]);
    expect(await desk.outbox(1)).toMatchObject([{ state: 'held', problem: { who: 'customer' } }]);
  });

  test.each(['customer', 'colleague'] as const)('what the live channel lost is found: a %s', async (who) => {
    await openChat();
    desk.server.loseEvents = true;
    if (who === 'customer') desk.server.customerWrites(1, 'Stop, wrong address!');
    else desk.server.colleagueWrites(1, 'Done.');
    await desk.call('replies.send', reply('On its way.'));
    await desk.clock.advance(1_000);
    expect(desk.server.sentTo(1)).not.toContain('On its way.');
    expect(await desk.outbox(1)).toMatchObject([{ state: 'held', problem: { who } }]);
  });

  test('the server is asked once a minute at most, and again after a gap', async () => {
    await openChat();
    const before = pulls();
    await desk.call('replies.send', reply('one'));
    await desk.clock.advance(31_000);
    await desk.call('replies.send', reply('two'));
    await desk.clock.advance(1_000);
    expect(desk.server.sentTo(1)).toEqual(['one', 'two']);
    expect(pulls()).toBe(before + 1);
    await desk.clock.advance(61_000);
    // The minute's round reads changed conversations by itself, which is no business of the outbox.
    const beforeThree = pulls();
    await desk.call('replies.send', reply('three'));
    await desk.clock.advance(1_000);
    expect(pulls()).toBe(beforeThree + 1);
    await goOffline();
    await comeBack();
    const afterGap = pulls();
    await desk.call('replies.send', reply('four'));
    await desk.clock.advance(31_000);
    expect(desk.server.sentTo(1)).toEqual(['one', 'two', 'three', 'four']);
    expect(pulls()).toBe(afterGap + 1);
  });

  test('a look that fails sends nothing; the reply goes when the look succeeds', async () => {
    await openChat();
    desk.server.failNext('newestMessages', new ConnectorError('server', 'no', 500, 'HTTP 500'));
    await desk.call('replies.send', reply('patience'));
    await desk.clock.advance(1_000);
    expect(desk.server.sentTo(1)).toEqual([]);
    await desk.clock.advance(10_000);
    expect(desk.server.sentTo(1)).toEqual(['patience']);
  });
});

describe('a held reply', () => {
  async function held(): Promise<string> {
    await openChat();
    await goOffline();
    const stale = reply('We ship it tomorrow.');
    await desk.call('replies.send', stale);
    desk.server.colleagueWrites(1, 'Done.');
    await comeBack();
    return stale.clientId;
  }

  test('goes when a person says so, and is not held again for the same message', async () => {
    const id = await held();
    await desk.call('outbox.decide', { clientId: id, decision: 'send-again' });
    await desk.clock.advance(1_000);
    expect(desk.server.sentTo(1)).toEqual(['Done.', 'We ship it tomorrow.']);
    expect(await desk.outbox(1)).toEqual([]);
  });

  test('is held again for a new one', async () => {
    const id = await held();
    await goOffline();
    await desk.call('outbox.decide', { clientId: id, decision: 'send-again' });
    const another = desk.server.colleagueWrites(1, 'And refunded.');
    await comeBack();
    expect(desk.server.sentTo(1)).toEqual(['Done.', 'And refunded.']);
    expect(await desk.outbox(1)).toMatchObject([{ state: 'held', problem: { messageId: another.id } }]);
  });

  test('can be discarded or taken back', async () => {
    const id = await held();
    const { draft } = await desk.call('outbox.takeBack', { clientId: id });
    expect(draft.text).toBe('We ship it tomorrow.');
    expect(await desk.outbox(1)).toEqual([]);
    expect(desk.server.sentTo(1)).toEqual(['Done.']);
  });

  test('does not stop what is written with knowledge of it', async () => {
    await held();
    await desk.call('replies.send', reply('As my colleague said.'));
    await desk.clock.advance(1_000);
    expect(desk.server.sentTo(1)).toEqual(['Done.', 'As my colleague said.']);
  });

  test('is parked for a template when its window closes, at its deadline', async () => {
    await held();
    const { guardMs } = await desk.call('clock.get', {});
    const { openedAt } = (await desk.conversation(1)).window;
    const leftMs = (openedAt ?? 0) + 24 * hour - guardMs - desk.server.now();
    desk.server.skipClock(leftMs - 5_000);
    await desk.clock.advance(3_000);
    expect(await desk.outbox(1)).toMatchObject([{ state: 'held' }]);
    await desk.clock.advance(4_000);
    expect(await desk.outbox(1)).toMatchObject([{ state: 'needs-template', problem: { kind: 'window-closed' } }]);
  });
});
