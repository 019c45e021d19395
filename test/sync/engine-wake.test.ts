import { afterEach, expect, test } from 'vitest';
import { watchTime, TICK_MS, type TimeTravel } from '../../electron/core/time-travel.ts';
import { openDesk, type Desk } from '../support/desk.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { swallow } from '../support/slow-server.ts';

const minute = 60_000;
const hour = 60 * minute;

let desk: Desk | null = null;
afterEach(async () => {
  await desk?.dispose();
  desk = null;
});

function watched() {
  const clock = new FakeClock();
  const travels: TimeTravel[] = [];
  let ticks = 0;
  const watch = watchTime({ clock, onTravel: (travel) => travels.push(travel), onTick: () => (ticks += 1) });
  return { clock, travels, watch, ticks: () => ticks };
}

test('time that simply passes is no travel', async () => {
  const { clock, travels, ticks } = watched();
  await clock.advance(hour);
  expect(travels).toEqual([]);
  expect(ticks()).toBe(hour / TICK_MS);
});

test('a sleep is noticed at the first tick after it, once, with its length', async () => {
  const { clock, travels } = watched();
  await clock.advance(TICK_MS);
  clock.sleep(hour);
  await clock.advance(10 * TICK_MS);
  expect(travels).toEqual([{ kind: 'slept', gapMs: hour - TICK_MS }]);
});

test('so is one in which the monotonic clock stood still, and a clock that was set either way', async () => {
  const { clock, travels } = watched();
  clock.sleep(hour, 'monotonic');
  await clock.advance(TICK_MS);
  clock.jumpWall(-3 * hour);
  await clock.advance(TICK_MS);
  clock.jumpWall(5_000);
  await clock.advance(TICK_MS);
  expect(travels).toEqual([
    { kind: 'clock-set', gapMs: hour },
    { kind: 'clock-set', gapMs: -3 * hour },
    { kind: 'clock-set', gapMs: 5_000 },
  ]);
});

test('a small correction by the time service, and a busy second, are no travel', async () => {
  const { clock, travels } = watched();
  clock.jumpWall(900);
  await clock.advance(TICK_MS);
  clock.sleep(1_500 + TICK_MS);
  await clock.advance(TICK_MS);
  expect(travels).toEqual([]);
});

test('nothing ticks after stop()', async () => {
  const { clock, watch, ticks } = watched();
  watch.stop();
  await clock.advance(minute);
  expect([ticks(), clock.pending]).toEqual([0, 0]);
});

test('the tick does not keep a process alive', async () => {
  const clock = new FakeClock();
  const holding = new Set<number>();
  let order = 0;
  const watch = watchTime({
    clock: {
      wallNow: () => clock.wallNow(),
      monotonicNow: () => clock.monotonicNow(),
      schedule(delayMs, run) {
        const id = (order += 1);
        holding.add(id);
        return { ...clock.schedule(delayMs, run), unref: () => void holding.delete(id) };
      },
    },
    onTravel: () => undefined,
    onTick: () => undefined,
  });
  await clock.advance(5 * TICK_MS);
  expect([order, holding.size]).toEqual([6, 0]);
  watch.stop();
});

test('after a sleep the connection is a new one and what happened meanwhile is here within two seconds', async () => {
  desk = await openDesk((server) => {
    server.addConversation(1);
    server.customerWrites(1, 'before');
  });
  desk.states.length = 0;
  desk.clock.sleep(8 * hour);
  desk.server.messages.get(1)!.push({ ...desk.server.messages.get(1)![0]!, id: 9_000, text: 'in the night' });
  const at = desk.server.now();
  desk.server.conversations.set(1, { ...desk.server.conversations.get(1)!, updatedAt: at, lastActivityAt: at });
  await desk.clock.advance(2_000);
  expect(desk.states).toEqual(['connecting', 'catching-up', 'live']);
  const { rows } = await desk.call('messages.list', { conversationId: 1, before: null, limit: 50 });
  expect(rows.map(({ text }) => text)).toEqual(['before', 'in the night']);
  expect(await desk.sync()).toMatchObject({ problem: null, offlineSince: null });
});

test('waiting for the next try when the computer sleeps: it tries at once after waking up', async () => {
  desk = await openDesk();
  desk.server.unplug();
  await desk.clock.advance(5 * minute);
  desk.states.length = 0;
  desk.server.plugIn();
  desk.clock.sleep(3 * hour, 'monotonic');
  await desk.clock.advance(TICK_MS + 100);
  expect(desk.states.slice(-3)).toEqual(['connecting', 'catching-up', 'live']);
});

test('a line that is still good is kept, and asked what changed', async () => {
  desk = await openDesk();
  await desk.clock.advance(5_000);
  desk.states.length = 0;
  desk.server.requests.length = 0;
  desk.server.skipClock(0); // A ping.
  desk.clock.jumpWall(hour);
  await desk.clock.advance(TICK_MS);
  expect(desk.states).toEqual([]);
  expect(desk.server.requests.slice(0, 2)).toEqual(['sampleClock', 'conversationsChangedWithin 120']);
});

test('a line that swallows everything is given two seconds, not thirty, for as long as it lasts', async () => {
  desk = await openDesk();
  await desk.clock.advance(5_000);
  const restore = swallow(desk.server, 'sampleClock');
  desk.states.length = 0;
  desk.server.skipClock(0);
  desk.clock.jumpWall(hour);
  await desk.clock.advance(TICK_MS + 2_000);
  expect(desk.states).toEqual(['connecting']);
  await desk.clock.advance(1_000);
  expect(desk.states).toEqual(['connecting', 'backing-off']);
  expect((await desk.sync()).problem).toBe('server-down');
  restore();
  await desk.clock.advance(3_500);
  expect(desk.states.slice(-3)).toEqual(['connecting', 'catching-up', 'live']);
});

test('a stopped workspace leaves no timer behind', async () => {
  desk = await openDesk((server) => server.addConversation(1));
  await desk.clock.advance(5 * minute);
  const { clock } = desk;
  await desk.dispose();
  desk = null;
  await clock.advance(100);
  expect(clock.pending).toBe(0);
});
