import { afterEach, expect, test } from 'vitest';
import {
  ConnectorError,
  type ConnectorErrorKind,
  type LiveHandlers,
} from '../../electron/core/connectors/connector.ts';
import type { SyncProblem } from '../../shared/contract/sync.ts';
import { openDesk, type Desk } from '../support/desk.ts';
import { swallow, wrapCall } from '../support/slow-server.ts';

const minute = 60_000;

let desk: Desk | null = null;
afterEach(async () => {
  await desk?.dispose();
  desk = null;
});

const failure = (kind: ConnectorErrorKind): ConnectorError => new ConnectorError(kind, 'no', null, kind);
const backAgain = ['backing-off', 'connecting', 'catching-up', 'live'];

/** Kinds of failure of a plain question while pings of the live channel still arrive. */
const failures: readonly (readonly [ConnectorErrorKind, SyncProblem])[] = [
  ['bad-response', 'bad-response'],
  ['captive-portal', 'captive-portal'],
  ['proxy', 'proxy'],
  ['server', 'server-down'],
  ['timeout', 'server-down'],
  ['offline', 'offline'],
];
test.each(failures)(
  'REST fails with %s while the live channel pings: named %s, and back by itself',
  async (kind, problem) => {
    desk = await openDesk((server) => server.addConversation(1));
    desk.states.length = 0;
    desk.server.failNext('conversationsChangedWithin', failure(kind));
    await desk.clock.advance(minute - 100);
    expect(await desk.sync()).toMatchObject({ state: 'backing-off', problem });
    expect((await desk.sync()).offlineSince).not.toBeNull();
    await desk.clock.advance(10_000);
    expect(desk.states).toEqual(backAgain);
    expect(await desk.sync()).toMatchObject({ problem: null, offlineSince: null });
  },
);

test('a portal in front of the sign-in: named, asked again, and over when it is over', async () => {
  desk = await openDesk((server) => server.failNext('profile', failure('bad-response')));
  expect(await desk.sync()).toMatchObject({ state: 'backing-off', problem: 'bad-response' });
  await desk.clock.advance(10_000);
  expect(desk.states).toEqual(['connecting', ...backAgain]);
});

test('the details say what failed, in words for a technician, until it is live again', async () => {
  desk = await openDesk((server) => server.addConversation(1));
  expect((await desk.sync()).lastError).toBeNull();
  desk.server.failNext('conversationsChangedWithin', new ConnectorError('server', 'no', 502, 'HTTP 502'));
  await desk.clock.advance(minute - 100);
  expect((await desk.sync()).lastError).toBe('server (HTTP 502): HTTP 502');
  desk.server.unplug();
  await desk.clock.advance(5_000);
  expect((await desk.sync()).lastError).toBe('offline: unplugged');
  desk.server.plugIn();
  await desk.clock.advance(20_000);
  expect(await desk.sync()).toMatchObject({ state: 'live', lastError: null });
});

test('a server that refuses this agent is not a server that is down: named, with its words, and asked once a minute', async () => {
  const suspended = new ConnectorError('forbidden', 'no', 401, 'Account is suspended');
  let isSuspended = true;
  desk = await openDesk((server) => {
    wrapCall(server, 'reference', async (real, args) => {
      if (isSuspended) throw suspended;
      return real(...args);
    });
  });
  const problem = { problem: 'refused', lastError: 'forbidden (HTTP 401): Account is suspended' };
  expect(await desk.sync()).toMatchObject({ state: 'backing-off', ...problem });
  desk.server.requests.length = 0;
  await desk.clock.advance(10 * minute);
  expect(desk.server.requests.filter((line) => line === 'profile')).toHaveLength(10);
  expect(await desk.sync()).toMatchObject(problem);
  isSuspended = false;
  await desk.call('sync.retry', {});
  await desk.clock.advance(1_000);
  expect(await desk.sync()).toMatchObject({ state: 'live', problem: null, lastError: null });
});

test('one conversation that cannot be read is no reason to go offline; the agent opened it and that is all', async () => {
  desk = await openDesk((server) => server.addConversation(1));
  await desk.clock.advance(1_000);
  desk.states.length = 0;
  desk.server.requests.length = 0;
  desk.server.failNext('newestMessages', failure('bad-response'));
  await desk.call('conversations.open', { conversationId: 1 });
  await desk.clock.advance(1_000);
  expect(desk.states).toEqual([]);
  // Found out by asking the server something that it must be able to answer.
  expect(desk.server.requests).toContain('conversationsChangedWithin 120');
});

test('429 moves no state: bulk work waits, the strip says so, and it ends by itself', async () => {
  desk = await openDesk((server) => {
    for (let id = 1; id <= 60; id += 1) server.addConversation(id);
    for (let time = 0; time < 3; time += 1) server.failNext('conversationPage', failure('rate-limited'));
  });
  expect(await desk.sync()).toMatchObject({ state: 'catching-up', problem: 'rate-limited' });
  const asked = desk.server.requests.filter((line) => line.startsWith('conversationPage')).length;
  expect(asked).toBe(1);
  await desk.clock.advance(30_000);
  expect(desk.states).toEqual(['connecting', 'catching-up', 'live']);
  expect((await desk.sync()).problem).toBeNull();
  const { rows } = await desk.call('conversations.list', { view: 'open', sort: 'activity', after: null, limit: 200 });
  expect(rows).toHaveLength(60);
});

test('a 429 while live is told and forgotten', async () => {
  desk = await openDesk();
  desk.states.length = 0;
  desk.server.failNext('conversationsChangedWithin', failure('rate-limited'));
  await desk.clock.advance(minute - 100);
  expect(await desk.sync()).toMatchObject({ state: 'live', problem: 'rate-limited' });
  await desk.clock.advance(5_000);
  expect(await desk.sync()).toMatchObject({ state: 'live', problem: null });
  expect(desk.states).toEqual([]);
});

test.each(['silent', 'closed', 'no-confirm'] as const)(
  'the live channel goes down (%s): a new connection',
  async (why) => {
    let live: LiveHandlers | null = null;
    desk = await openDesk((server) => {
      const real = server.live.bind(server);
      server.live = (handlers) => {
        live = handlers;
        return real(handlers);
      };
    });
    desk.states.length = 0;
    (live as LiveHandlers | null)?.onDown(why);
    await desk.clock.advance(10_000);
    expect(desk.states).toEqual(backAgain);
  },
);

test('an answer that never comes in a dead connection keeps nothing of the next one waiting', async () => {
  desk = await openDesk((server) => {
    server.addConversation(1);
    server.customerWrites(1, 'before');
  });
  const restore = swallow(desk.server, 'newestMessages');
  // Three hang for ever, which is all the places there are.
  for (let click = 0; click < 3; click += 1) await desk.call('conversations.open', { conversationId: 1 });
  await desk.clock.advance(100);
  desk.states.length = 0;
  desk.server.unplug();
  restore();
  desk.server.plugIn();
  desk.server.customerWrites(1, 'while cut off');
  await desk.clock.advance(10_000);
  expect(desk.states).toEqual(backAgain);
  const { rows } = await desk.call('messages.list', { conversationId: 1, before: null, limit: 50 });
  expect(rows.map(({ text }) => text)).toEqual(['before', 'while cut off']);
});

test('the rounds go on after many of them failed', async () => {
  desk = await openDesk((server) => server.addConversation(1));
  let failing = true;
  wrapCall(desk.server, 'conversationsChangedWithin', async (real, args) => {
    if (failing) throw failure('server');
    return real(...args);
  });
  await desk.clock.advance(10 * minute);
  expect((await desk.sync()).state).not.toBe('live');
  failing = false;
  await desk.clock.advance(minute);
  desk.server.requests.length = 0;
  await desk.clock.advance(3 * minute);
  expect((await desk.sync()).state).toBe('live');
  expect(desk.server.requests.filter((line) => line.startsWith('conversationsChangedWithin'))).toHaveLength(3);
});
