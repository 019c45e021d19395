/** Presence makes the server assign conversations to us: said only while somebody is really there. */
import { afterEach, expect, test } from 'vitest';
import { ConnectorError } from '../../electron/core/connectors/connector.ts';
import type { FakeServer } from '../support/fake-server.ts';
import { ana, me } from '../support/fake-server.ts';
import { openDesk, type Desk } from '../support/desk.ts';
import { liveHandlersOf } from '../support/live-handlers.ts';

const minute = 60_000;

let desk: Desk | null = null;
afterEach(async () => {
  await desk?.dispose();
  desk = null;
});

const report = (which: Desk, active: boolean) => which.call('presence.report', { active });
/** Pauses between what was said, ms. */
const pauses = ({ server }: Desk): number[] =>
  server.presentAt.slice(1).map((at, index) => at - (server.presentAt[index] ?? 0));

test('nobody reported anything: nothing is said', async () => {
  desk = await openDesk();
  await desk.clock.advance(10 * minute);
  expect(desk.server.presentAt).toEqual([]);
});

test('said at once and every 20 s while the person is there, and not once more after they left', async () => {
  desk = await openDesk();
  await report(desk, true);
  expect(desk.server.presentAt).toHaveLength(1);
  await desk.clock.advance(minute);
  expect(pauses(desk)).toEqual([20_000, 20_000, 20_000]);
  await report(desk, false);
  await desk.clock.advance(10 * minute);
  expect(desk.server.presentAt).toHaveLength(4);
});

test('a page that reports often, or comes and goes, says no more than one that reports once', async () => {
  desk = await openDesk();
  for (let second = 0; second < 60; second += 1) {
    await report(desk, true);
    if (second % 7 === 0) await report(desk, false);
    await desk.clock.advance(1_000);
  }
  expect(Math.min(...pauses(desk))).toBeGreaterThanOrEqual(20_000);
});

test('a page that fell silent is taken for nobody after five minutes', async () => {
  desk = await openDesk();
  await report(desk, true);
  await desk.clock.advance(20 * minute);
  const last = desk.server.presentAt.at(-1)! - desk.server.presentAt[0]!;
  expect(last).toBeLessThan(5 * minute);
  expect(last).toBeGreaterThan(4 * minute);
  await report(desk, true);
  expect(desk.server.presentAt.at(-1)! - desk.server.presentAt[0]!).toBe(20 * minute);
});

test('a report without a connection breaks nothing, and counts when there is one', async () => {
  desk = await openDesk((server) => server.unplug());
  await report(desk, true);
  desk.server.plugIn();
  await desk.clock.advance(minute);
  expect(desk.server.presentAt.length).toBeGreaterThanOrEqual(1);
});

test('what colleagues see of me is asked for by hand, and shown as the server has it', async () => {
  desk = await openDesk();
  await desk.call('presence.setAvailability', { availability: 'busy' });
  expect((await desk.call('workspace.get', {})).workspace?.me.availability).toBe('busy');
  desk.server.failNext('setAvailability', new ConnectorError('server', 'unknown', 503, 'HTTP 503'));
  await expect(desk.call('presence.setAvailability', { availability: 'online' })).rejects.toMatchObject({
    code: 'unreachable',
  });
  desk.server.unplug();
  await desk.clock.advance(10);
  await expect(desk.call('presence.setAvailability', { availability: 'online' })).rejects.toMatchObject({
    code: 'unreachable',
  });
});

test('who of the team is there shows at once; who is not told of is away', async () => {
  let live: ReturnType<typeof liveHandlersOf> | null = null;
  desk = await openDesk((server: FakeServer) => (live = liveHandlersOf(server)));
  await desk.clock.advance(2_000);
  const team = async () => {
    const { agents } = await desk!.call('agents.list', {});
    return Object.fromEntries(agents.map(({ id, availability }) => [id, availability]));
  };
  const told = (present: ReadonlyMap<number, 'online' | 'busy'>) => live!().onPresence(present);
  told(new Map([[ana.id, 'busy']]));
  await desk.clock.advance(100);
  expect(await team()).toEqual({ [me.id]: 'offline', [ana.id]: 'busy' });
  told(new Map([[me.id, 'online']]));
  await desk.clock.advance(100);
  expect(await team()).toEqual({ [me.id]: 'online', [ana.id]: 'offline' });
});
