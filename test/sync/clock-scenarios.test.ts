/** What happens to server time when the process dies, the network is gone and somebody sets the computer's clock. */
import { afterEach, expect, test } from 'vitest';
import { ConnectorError } from '../../electron/core/connectors/connector.ts';
import { openDesk, type Desk } from '../support/desk.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

let desk: Desk | null = null;
afterEach(async () => {
  await desk?.dispose();
  desk = null;
});

/** One conversation whose window opened `agoMs` ago. */
async function openedAgo(agoMs = 0): Promise<Desk> {
  const opened = await openDesk((server) => {
    server.addConversation(1);
    server.customerWrites(1, 'Hi');
  });
  opened.server.skipClock(agoMs);
  await opened.clock.advance(100);
  return opened;
}

const clockOf = (which: Desk) => which.call('clock.get', {});
const offBy = async (which: Desk): Promise<number> => Math.abs((await clockOf(which)).serverNow - which.server.now());

async function killAndUnplug(which: Desk): Promise<void> {
  await which.kill();
  which.server.unplug();
}

let replies = 0;
const reply = (which: Desk) => {
  replies += 1;
  const clientId = `01900000-0000-7000-8000-${String(replies).padStart(12, '0')}`;
  return which.call('replies.send', { conversationId: 1, clientId, body: { audience: 'customer', text: 'Hello' } });
};

test('killed and started without a network: carried on from the last sample, and the window is judged by it', async () => {
  desk = await openedAgo();
  await desk.clock.advance(21 * second);
  await killAndUnplug(desk);
  await desk.clock.advance(5 * hour);
  await desk.restart();
  expect((await clockOf(desk)).confidence).toBe('carried');
  expect(await offBy(desk)).toBeLessThan(second);
  await expect(reply(desk)).resolves.toBeDefined();
  await desk.clock.advance(19 * hour);
  await expect(reply(desk)).rejects.toThrow('template');
});

test('a jump of server time is kept at once, not at the next round of twenty seconds', async () => {
  desk = await openedAgo();
  await desk.clock.advance(30 * second);
  desk.server.skipClock(6 * hour);
  await desk.clock.advance(second);
  await killAndUnplug(desk);
  await desk.restart();
  expect((await clockOf(desk)).confidence).toBe('carried');
  expect(await offBy(desk)).toBeLessThan(second);
});

test.each([3 * hour, -3 * hour])(
  "the computer's clock is set (%d ms) while we run and the process dies soon after: nothing has moved",
  async (jumpMs) => {
    desk = await openedAgo();
    await desk.clock.advance(21 * second);
    desk.clock.jumpWall(jumpMs);
    expect(await offBy(desk)).toBeLessThan(second);
    await desk.clock.advance(3 * second);
    await killAndUnplug(desk);
    await desk.clock.advance(minute);
    await desk.restart();
    expect((await clockOf(desk)).confidence).toBe('carried');
    expect(await offBy(desk)).toBeLessThan(second);
  },
);

test('set back while we were not running: time is not earlier than what the server has told, and nothing is sent', async () => {
  desk = await openedAgo(23 * hour);
  await desk.clock.advance(25 * second);
  const newest = desk.server.now();
  await killAndUnplug(desk);
  await desk.clock.advance(minute);
  desk.clock.jumpWall(-10 * hour);
  await desk.restart();
  const { serverNow, confidence } = await clockOf(desk);
  expect(confidence).toBe('unknown');
  expect(serverNow).toBeGreaterThan(newest - 21 * second);
  await expect(reply(desk)).rejects.toThrow('not sure enough');
});

test('set ahead while we were not running: the window closes early, never late', async () => {
  desk = await openedAgo(20 * hour);
  await desk.clock.advance(25 * second);
  await killAndUnplug(desk);
  desk.clock.jumpWall(10 * hour);
  await desk.restart();
  expect((await clockOf(desk)).serverNow).toBeGreaterThan(desk.server.now());
  await expect(reply(desk)).rejects.toThrow('template');
  // And the first answer of the server puts it right again.
  desk.server.plugIn();
  await desk.clock.advance(20 * second);
  expect(await offBy(desk)).toBeLessThan(second);
});

test('a start that knows nothing does not overwrite what an earlier one knew', async () => {
  desk = await openedAgo();
  await desk.clock.advance(25 * second);
  await killAndUnplug(desk);
  desk.clock.jumpWall(-10 * hour);
  await desk.restart();
  expect((await clockOf(desk)).confidence).toBe('unknown');
  await desk.clock.advance(2 * minute);
  await desk.kill();
  desk.clock.jumpWall(10 * hour);
  await desk.restart();
  expect((await clockOf(desk)).confidence).toBe('carried');
  expect(await offBy(desk)).toBeLessThan(second);
});

test('a sleep without a network: the monotonic clock carries server time through it', async () => {
  desk = await openedAgo();
  desk.server.unplug();
  await desk.clock.advance(minute);
  desk.clock.sleep(4 * hour);
  await desk.clock.advance(3 * second);
  expect((await clockOf(desk)).confidence).toBe('trusted');
  expect(await offBy(desk)).toBeLessThan(second);
});

test('restarted twice without a network: still carried, still right', async () => {
  desk = await openedAgo();
  await desk.clock.advance(25 * second);
  await killAndUnplug(desk);
  for (let restart = 0; restart < 2; restart += 1) {
    await desk.clock.advance(hour);
    await desk.restart();
    await desk.clock.advance(30 * second);
    await desk.kill();
  }
  await desk.restart();
  expect((await clockOf(desk)).confidence).toBe('carried');
  expect(await offBy(desk)).toBeLessThan(second);
});

test.each([
  [40, 90 * second],
  [44 * second, 90 * second],
  [60 * second, 120 * second],
  [200 * second, 300 * second],
])('a round trip of %d ms makes a guard of about %d ms, at least 90 s and at most 5 min', async (trip, guard) => {
  desk = await openDesk((server) => {
    server.roundTrips = () => [40, trip, trip];
  });
  const { guardMs } = await clockOf(desk);
  expect(guardMs).toBeGreaterThanOrEqual(guard);
  expect(guardMs).toBeLessThan(guard + second);
});

test('the guard counts how sure the time is', async () => {
  desk = await openDesk((server) => {
    server.roundTrips = () => [60 * second];
    const real = server.sampleClock.bind(server);
    server.sampleClock = async () => {
      const sample = await real();
      return sample && { ...sample, uncertaintyMs: 7 * second };
    };
  });
  const { guardMs } = await clockOf(desk);
  expect(guardMs).toBeGreaterThanOrEqual(127 * second);
  expect(guardMs).toBeLessThan(128 * second);
});

test.each([1, 2])(
  "a computer's clock that is fast, and %i unanswered look(s) at the server's: nothing is missed after an absence",
  async (unanswered) => {
    desk = await openDesk((server) => {
      server.addConversation(1);
      server.offsetMs -= 27 * minute;
      const lost = new ConnectorError('timeout', 'no', null, 'no answer');
      for (let look = 0; look < unanswered; look += 1) server.failNext('sampleClock', lost);
    });
    expect((await desk.sync()).state).toBe('live');
    await desk.kill();
    desk.server.addConversation(2);
    desk.server.customerWrites(2, 'written while nobody was there');
    await desk.clock.advance(5 * minute);
    await desk.restart();
    expect((await desk.conversation(2)).preview?.text).toBe('written while nobody was there');
  },
);
