import { afterEach, expect, test } from 'vitest';
import { ConnectorError, type LiveHandlers } from '../../electron/core/connectors/connector.ts';
import { openDesk, type Desk } from '../support/desk.ts';
import type { FakeServer } from '../support/fake-server.ts';
import { wrapCall } from '../support/slow-server.ts';

const minute = 60_000;
const hour = 60 * minute;

let desk: Desk | null = null;
afterEach(async () => {
  await desk?.dispose();
  desk = null;
});

const asked = (which: Desk, call: string): string[] =>
  which.server.requests.filter((line) => line.split(' ')[0] === call);
const texts = async (which: Desk, id: number): Promise<string[]> =>
  (await which.call('messages.list', { conversationId: id, before: null, limit: 50 })).rows.map(({ text }) => text);

/** Changes a conversation without telling anybody and without a new version, as Chatwoot does for some columns. */
function changeUnseen(server: FakeServer, id: number, change: Partial<Parameters<FakeServer['addConversation']>[1]>) {
  server.conversations.set(id, { ...server.conversations.get(id)!, ...change });
}

/** A new message whose conversation nobody tells about. */
function tellMessageOnly(server: FakeServer, conversationId: number, text: string): void {
  const message = { id: 7_001, conversationId, kind: 'incoming', text, createdAt: server.now() } as const;
  server.messages.get(conversationId)!.push(message);
  server.statusMoves(conversationId, message.id, {});
}

const messagesFail = (which: Desk, ids: readonly number[], error: ConnectorError): { stop(): void } => {
  let failing = true;
  wrapCall(which.server, 'newestMessages', async (real, args) => {
    if (failing && ids.includes((args as unknown as [number])[0])) throw error;
    return real(...args);
  });
  return {
    stop() {
      failing = false;
    },
  };
};
const http500 = new ConnectorError('server', 'no', 500, 'HTTP 500');

test('read on another device: seen within five minutes, although no event and no new version tells', async () => {
  desk = await openDesk((server) => {
    server.addConversation(1);
    server.customerWrites(1, 'Hello?');
  });
  expect((await desk.conversation(1)).unread).toBe(1);
  // By now the delta of a round does not reach back to the message any more.
  await desk.clock.advance(3 * minute + 1_000);
  changeUnseen(desk.server, 1, { unread: 0 });
  await desk.clock.advance(minute);
  expect((await desk.conversation(1)).unread).toBe(1);
  await desk.clock.advance(minute);
  expect((await desk.conversation(1)).unread).toBe(0);
});

test('a contact that was renamed elsewhere is renamed here', async () => {
  desk = await openDesk((server) => server.addConversation(1));
  await desk.clock.advance(3 * minute);
  const contact = { ...desk.server.conversations.get(1)!.contact!, name: 'Mara Lind' };
  changeUnseen(desk.server, 1, { contact });
  await desk.clock.advance(2 * minute + 1_000);
  expect((await desk.conversation(1)).contact.name).toBe('Mara Lind');
});

test('messages whose events were lost are all there after the next round, not only the newest', async () => {
  desk = await openDesk((server) => {
    server.addConversation(1);
    server.customerWrites(1, 'first');
  });
  const at = desk.server.now();
  for (let index = 0; index < 3; index += 1) {
    const like = desk.server.messages.get(1)![0]!;
    desk.server.messages.get(1)!.push({ ...like, id: 5_000 + index, text: `lost ${index}`, createdAt: at + index });
  }
  changeUnseen(desk.server, 1, { updatedAt: at, lastActivityAt: at });
  await desk.clock.advance(61_000);
  expect(await texts(desk, 1)).toEqual(['first', 'lost 0', 'lost 1', 'lost 2']);
});

test('a round that finds nothing new costs one request', async () => {
  desk = await openDesk((server) => {
    server.addConversation(1);
    server.customerWrites(1, 'Hello?');
  });
  await desk.clock.advance(1_000);
  desk.server.requests.length = 0;
  await desk.clock.advance(61_000);
  expect(desk.server.requests).toEqual(['conversationsChangedWithin 120']);
});

test('templates, agents and labels are read again every ten minutes, and at once when the server says so', async () => {
  let live: LiveHandlers | null = null;
  desk = await openDesk((server) => {
    const real = server.live.bind(server);
    server.live = (handlers) => {
      live = handlers;
      return real(handlers);
    };
  });
  expect(asked(desk, 'reference')).toHaveLength(1);
  await desk.clock.advance(9 * minute);
  expect(asked(desk, 'reference')).toHaveLength(1);
  await desk.clock.advance(minute + 1_000);
  expect(asked(desk, 'reference')).toHaveLength(2);
  // Three keys of the server's cache change at once: one read, and one more for what changed during it.
  for (let event = 0; event < 3; event += 1) (live as LiveHandlers | null)?.onReferenceChanged();
  await desk.clock.advance(100);
  expect(asked(desk, 'reference')).toHaveLength(4);
});

test('a deleted conversation goes when it is opened', async () => {
  desk = await openDesk((server) => {
    server.addConversation(1);
    server.addConversation(2);
  });
  desk.server.conversations.delete(1);
  await desk.call('conversations.open', { conversationId: 1 });
  await desk.clock.advance(100);
  await expect(desk.conversation(1)).rejects.toThrow('not on this device');
  expect((await desk.conversation(2)).id).toBe(2);
});

test('after a day away, what is not listed any more is asked for by id and removed if it is gone', async () => {
  desk = await openDesk((server) => {
    for (let id = 1; id <= 30; id += 1) server.addConversation(id, { lastActivityAt: server.now() - id * hour });
  });
  await desk.clock.advance(5_000);
  await desk.kill();
  desk.server.conversations.delete(20);
  await desk.clock.advance(25 * hour);
  desk.server.requests.length = 0;
  await desk.restart();
  await desk.clock.advance(20_000);
  expect(asked(desk, 'conversation')).toEqual(['conversation 20']);
  await expect(desk.conversation(20)).rejects.toThrow('not on this device');
  expect((await desk.conversation(21)).id).toBe(21);
});

test('an absence of hours walks pages down to where it left, and a short one asks once', async () => {
  desk = await openDesk((server) => {
    for (let id = 1; id <= 100; id += 1) server.addConversation(id, { lastActivityAt: server.now() - id * hour });
  });
  await desk.kill();
  await desk.clock.advance(4 * hour);
  desk.server.customerWrites(90, 'four hours later');
  desk.server.requests.length = 0;
  await desk.restart();
  await desk.clock.advance(5_000);
  expect(asked(desk, 'conversationPage')).toEqual(['conversationPage 1']);
  expect(asked(desk, 'conversationsChangedWithin')).toEqual([]);
  expect(await texts(desk, 90)).toEqual(['four hours later']);
  await desk.kill();
  await desk.clock.advance(hour);
  desk.server.requests.length = 0;
  await desk.restart();
  expect(asked(desk, 'conversationPage')).toEqual([]);
  expect(asked(desk, 'conversationsChangedWithin')).toHaveLength(1);
});

test('one conversation that the server cannot tell does not hold up the others, and is asked for until it can', async () => {
  desk = await openDesk((server) => {
    for (const id of [1, 2, 3]) server.addConversation(id);
  });
  desk.server.unplug();
  await desk.clock.advance(10);
  for (const id of [1, 2, 3]) {
    desk.server.customerWrites(id, 'one');
    desk.server.customerWrites(id, 'two');
  }
  const failing = messagesFail(desk, [2], http500);
  desk.states.length = 0;
  desk.server.plugIn();
  await desk.clock.advance(20_000);
  expect(desk.states).toEqual(['connecting', 'catching-up', 'live']);
  expect(await texts(desk, 3)).toEqual(['one', 'two']);
  expect(await texts(desk, 2)).toEqual(['two']);
  // Kept over a restart too: the delta of the next start does not list it.
  await desk.clock.advance(10 * minute);
  await desk.kill();
  await desk.restart();
  failing.stop();
  await desk.clock.advance(2 * minute);
  expect(await texts(desk, 2)).toEqual(['one', 'two']);
});

test('many such conversations back off once and then go live without them', async () => {
  desk = await openDesk((server) => {
    for (let id = 1; id <= 6; id += 1) server.addConversation(id);
  });
  desk.server.unplug();
  await desk.clock.advance(10);
  for (let id = 1; id <= 6; id += 1) desk.server.customerWrites(id, 'hello');
  messagesFail(desk, [1, 2, 3], http500);
  desk.states.length = 0;
  desk.server.plugIn();
  await desk.clock.advance(60_000);
  expect(desk.states.at(-1)).toBe('live');
  expect(desk.states.filter((state) => state === 'backing-off').length).toBeLessThanOrEqual(2);
  desk.states.length = 0;
  await desk.clock.advance(5 * minute);
  expect(desk.states).toEqual([]);
});

test('an event of an unknown conversation arrives although the server asks for mercy', async () => {
  desk = await openDesk();
  const refused = new ConnectorError('rate-limited', 'no', 429, 'Retry later');
  desk.server.failNext('conversationsChangedWithin', refused);
  await desk.clock.advance(60_000);
  expect(await desk.sync()).toMatchObject({ state: 'live', problem: 'rate-limited' });
  desk.server.addConversation(9);
  tellMessageOnly(desk.server, 9, 'First contact');
  await desk.clock.advance(50);
  expect((await desk.sync()).problem).toBe('rate-limited');
  expect((await desk.conversation(9)).preview?.text).toBe('First contact');
});

test('an unknown conversation that could not be fetched is fetched by the next round', async () => {
  desk = await openDesk((server) => server.addConversation(1));
  desk.server.addConversation(9, { updatedAt: 1 });
  desk.server.failNext('conversation', http500);
  desk.server.failNext('conversation', http500);
  tellMessageOnly(desk.server, 9, 'First contact');
  await desk.clock.advance(100);
  await expect(desk.conversation(9)).rejects.toThrow('not on this device');
  await desk.clock.advance(2 * minute);
  expect((await desk.conversation(9)).preview?.text).toBe('First contact');
});
