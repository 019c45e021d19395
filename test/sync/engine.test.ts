import { afterEach, expect, test } from 'vitest';
import { ConnectorError } from '../../electron/core/connectors/connector.ts';
import { openDesk, type Desk } from '../support/desk.ts';

const minute = 60_000;
const hour = 60 * minute;

let desk: Desk | null = null;
afterEach(async () => {
  await desk?.dispose();
  desk = null;
});

const openList = async (which: Desk) =>
  (await which.call('conversations.list', { view: 'open', sort: 'activity', after: null, limit: 200 })).rows;

test('first sync: every conversation, newest first, then live', async () => {
  desk = await openDesk((server) => {
    for (let id = 1; id <= 60; id += 1) server.addConversation(id, { lastActivityAt: server.now() - id * minute });
    server.customerWrites(60, 'Hello?');
  });
  const rows = await openList(desk);
  expect(rows).toHaveLength(60);
  expect(rows[0]?.id).toBe(60);
  expect((await desk.sync()).state).toBe('live');
  // Asked from the first page on; the fourth page was empty and ended it.
  const pages = desk.server.requests.filter((request) => request.startsWith('conversationPage'));
  expect(pages).toEqual(['conversationPage 1', 'conversationPage 2', 'conversationPage 3', 'conversationPage 4']);
});

test('a customer message opens the window for 24 h of server time', async () => {
  desk = await openDesk((server) => server.addConversation(5));
  const { at } = await messageAt(desk, 5, 'Where is my order?');
  await desk.clock.advance(100);
  const { window, unread, preview } = await desk.conversation(5);
  expect(window).toMatchObject({ openedAt: at, durationMs: 24 * hour, complete: true });
  expect(unread).toBe(1);
  expect(preview?.text).toBe('Where is my order?');
});

test('a live message of a conversation that nobody has seen yet brings the conversation along', async () => {
  desk = await openDesk();
  desk.server.addConversation(9);
  desk.server.customerWrites(9, 'First contact');
  await desk.clock.advance(100);
  expect((await desk.conversation(9)).preview?.text).toBe('First contact');
});

test('cut off and back: what changed meanwhile is fetched, in the states the diagram draws', async () => {
  desk = await openDesk((server) => {
    server.addConversation(1);
    server.customerWrites(1, 'before');
  });
  desk.states.length = 0;
  desk.server.unplug();
  await desk.clock.advance(10);
  expect((await desk.sync()).problem).toBe('offline');
  expect((await desk.sync()).offlineSince).not.toBeNull();
  desk.server.customerWrites(1, 'while you were away');
  desk.server.colleagueWrites(1, 'answered by Ana');
  desk.server.plugIn();
  await desk.clock.advance(20_000);
  expect(desk.states).toEqual(['backing-off', 'connecting', 'catching-up', 'live']);
  const page = await desk.call('messages.list', { conversationId: 1, before: null, limit: 50 });
  expect(page.rows.map((message) => message.text)).toEqual(['before', 'while you were away', 'answered by Ana']);
  expect(await desk.sync()).toMatchObject({ state: 'live', problem: null, offlineSince: null });
});

test('a gap too wide to fill at once is shown as a gap, and filled on demand', async () => {
  desk = await openDesk((server) => {
    server.addConversation(1);
    server.customerWrites(1, 'first of all');
  });
  desk.server.unplug();
  await desk.clock.advance(10);
  for (let index = 1; index <= 1_100; index += 1) desk.server.customerWrites(1, `message ${index}`);
  desk.server.plugIn();
  await desk.clock.advance(20_000);
  const page = await desk.call('messages.list', { conversationId: 1, before: null, limit: 50 });
  expect(page.rows.at(-1)?.text).toBe('message 1100');
  // What was here before is still here, and nothing pretends that the two belong together.
  expect(page.rows.map((message) => message.text).slice(0, 2)).toEqual(['first of all', 'message 1081']);
  const [before, after] = page.rows;
  const gap = { afterId: before!.id, beforeId: after!.id };
  expect(page).toMatchObject({ gaps: [gap], hasOlder: false, serverHasOlder: false });
  desk.server.requests.length = 0;
  await desk.call('messages.fillGap', { conversationId: 1, ...gap });
  expect(desk.server.requests).toHaveLength(2);
  const whole = await desk.call('messages.list', { conversationId: 1, before: null, limit: 200 });
  expect(whole.rows.map((message) => message.text).slice(0, 2)).toEqual(['message 901', 'message 902']);
  expect(whole.gaps).toEqual([]);
});

test('a gap between two pages is told with the newer one', async () => {
  desk = await openDesk((server) => {
    server.addConversation(1);
    server.customerWrites(1, 'first of all');
  });
  desk.server.unplug();
  await desk.clock.advance(10);
  for (let index = 1; index <= 1_100; index += 1) desk.server.customerWrites(1, `message ${index}`);
  desk.server.plugIn();
  await desk.clock.advance(20_000);
  const newest = await desk.call('messages.list', { conversationId: 1, before: null, limit: 20 });
  expect(newest.rows).toHaveLength(20);
  expect(newest.gaps).toEqual([{ afterId: 1_001, beforeId: newest.rows[0]!.id }]);
  const older = await desk.call('messages.list', { conversationId: 1, before: newest.rows[0]!.id, limit: 20 });
  expect(older.rows.map(({ id }) => id)).toEqual([1_001]);
  expect(older.gaps).toEqual([]);
});

test('a refused credential ends in signed-out and is not tried again by itself', async () => {
  desk = await openDesk((server) => {
    server.failNext('profile', new ConnectorError('signed-out', 'no', 401, 'Invalid Access Token'));
  });
  expect(await desk.sync()).toMatchObject({ state: 'signed-out', problem: 'signed-out' });
  const asked = desk.server.requests.length;
  await desk.clock.advance(10 * minute);
  expect(desk.server.requests).toHaveLength(asked);
});

test('a permission refusal is not a sign-out', async () => {
  desk = await openDesk((server) => {
    server.addConversation(1);
    server.failNext('newestMessages', new ConnectorError('forbidden', 'no', 401, 'You are not authorized'));
  });
  await desk.call('conversations.open', { conversationId: 1 });
  await desk.clock.advance(30_000);
  expect((await desk.sync()).state).toBe('live');
});

test('waits longer after each failed try, and a person can ask for one right now', async () => {
  desk = await openDesk();
  desk.server.unplug();
  await desk.clock.advance(2 * minute);
  const tries = desk.server.requests.filter((request) => request === 'profile').length;
  // 1 + 2 + 4 + 8 + 15 + 15 … seconds, each at least half: never a hammering, never silence.
  expect(tries).toBeGreaterThanOrEqual(8);
  expect(tries).toBeLessThanOrEqual(25);
  desk.server.plugIn();
  await desk.call('sync.retry', {});
  await desk.clock.advance(100);
  expect((await desk.sync()).state).toBe('live');
});

test('an event that got lost is found by the backstop', async () => {
  desk = await openDesk((server) => server.addConversation(1, { assignee: null }));
  // Changed behind the live channel's back, as when Chatwoot's event queue stands still.
  desk.server.conversations.set(1, {
    ...desk.server.conversations.get(1)!,
    status: 'resolved',
    updatedAt: desk.server.now() + 30_000,
  });
  await desk.clock.advance(61_000);
  expect((await desk.conversation(1)).status).toBe('resolved');
});

test('the window follows the server when its clock is skipped ahead', async () => {
  desk = await openDesk((server) => server.addConversation(1));
  desk.server.customerWrites(1, 'Hi');
  desk.server.skipClock(23 * hour + 50 * minute);
  await desk.clock.advance(50);
  const { serverNow } = await desk.call('clock.get', {});
  const { window } = await desk.conversation(1);
  const left = (window.openedAt ?? 0) + 24 * hour - serverNow;
  expect(Math.round(left / minute)).toBe(10);
});

test("the computer's clock moves nothing", async () => {
  desk = await openDesk((server) => server.addConversation(1));
  const before = (await desk.call('clock.get', {})).serverNow;
  desk.clock.jumpWall(-5 * hour);
  const after = await desk.call('clock.get', {});
  expect(after.serverNow).toBe(before);
  expect(after.computerClockErrorMs).toBeLessThan(-4 * hour);
});

async function messageAt(which: Desk, conversationId: number, text: string): Promise<{ at: number }> {
  const message = which.server.customerWrites(conversationId, text);
  await which.clock.advance(50);
  return { at: message.createdAt };
}
