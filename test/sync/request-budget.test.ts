import { expect, test } from 'vitest';
import { ConnectorError } from '../../electron/core/connectors/connector.ts';
import { RequestBudget, type Rank } from '../../electron/core/sync/request-budget.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { mostInAnySecond } from '../support/slow-server.ts';

const refused = new ConnectorError('rate-limited', 'no', 429, 'too many requests');
const broken = new ConnectorError('server', 'no', 500, 'HTTP 500');

function setUp(tripMs: number) {
  const clock = new FakeClock();
  const held: boolean[] = [];
  const budget = new RequestBudget(clock, seededRandom(1), (now) => held.push(now));
  const started: { readonly name: string; readonly atMs: number }[] = [];
  const failures: ConnectorError[] = [];
  const seen = { atOnce: 0, most: 0 };
  /** A request of `tripMs`; fails with the next of `failures`, if there is one. */
  const ask = (name: string, rank: Rank = 'bulk', weight = 1): Promise<string> =>
    budget.run(
      rank,
      async () => {
        started.push({ name, atMs: clock.monotonicNow() });
        seen.atOnce += 1;
        seen.most = Math.max(seen.most, seen.atOnce);
        await new Promise<void>((resolve) => void clock.schedule(tripMs, resolve));
        seen.atOnce -= 1;
        const failure = failures.shift();
        if (failure !== undefined) throw failure;
        return name;
      },
      weight,
    );
  const names = (): string[] => started.map(({ name }) => name);
  return { clock, budget, held, started, failures, seen, ask, names };
}

function many(ask: (name: string) => Promise<string>, count: number): Promise<string>[] {
  return Array.from({ length: count }, (_, index) => ask(`bulk ${index}`));
}

test('never more than 25 requests in any second, and bulk work leaves two of them free', async () => {
  const { clock, ask, started } = setUp(5);
  const all = many(ask, 200);
  await clock.advance(3_500);
  const atOnce = [ask('agent a', 'now'), ask('agent b', 'now')];
  await clock.advance(20_000);
  await Promise.all([...all, ...atOnce]);
  expect(started).toHaveLength(202);
  expect(mostInAnySecond(started.map(({ atMs }) => atMs))).toBe(25);
  const bulk = started.filter(({ name }) => name.startsWith('bulk'));
  expect(mostInAnySecond(bulk.map(({ atMs }) => atMs))).toBe(23);
});

test('a read that makes five requests counts as five', async () => {
  const { clock, ask, started } = setUp(5);
  const all = Array.from({ length: 20 }, (_, index) => ask(`reference ${index}`, 'bulk', 5));
  await clock.advance(10_000);
  await Promise.all(all);
  expect(mostInAnySecond(started.map(({ atMs }) => atMs))).toBe(4);
});

test('starts with two at once, grows by one for every ten successes, and stops at four', async () => {
  const { clock, budget, ask, seen } = setUp(200);
  const all = many(ask, 60);
  await clock.advance(10);
  expect([seen.atOnce, budget.limit]).toEqual([2, 2]);
  await clock.advance(1_010);
  expect([seen.atOnce, budget.limit]).toEqual([3, 3]);
  await clock.advance(10_000);
  await Promise.all(all);
  expect([seen.most, budget.limit]).toEqual([4, 4]);
});

test('halves once for failures that were under way together, never below one, and grows again', async () => {
  const { clock, budget, ask, failures } = setUp(200);
  const warmUp = many(ask, 40);
  await clock.advance(4_000);
  await Promise.all(warmUp);
  expect(budget.limit).toBe(4);
  failures.push(broken, broken, broken, broken);
  const failing = Promise.allSettled(many(ask, 4));
  await clock.advance(300);
  expect((await failing).map(({ status }) => status)).toEqual(Array.from({ length: 4 }, () => 'rejected'));
  expect(budget.limit).toBe(2);
  for (const expected of [1, 1]) {
    failures.push(broken);
    const one = ask('again').catch(() => 'failed');
    await clock.advance(300);
    expect(await one).toBe('failed');
    expect(budget.limit).toBe(expected);
  }
  const healed = many(ask, 10);
  await clock.advance(3_000);
  await Promise.all(healed);
  expect(budget.limit).toBe(2);
});

test('what the agent asked for overtakes a queue of bulk work, and starts although all places are taken', async () => {
  const { clock, ask, names, seen } = setUp(200);
  void many(ask, 50);
  await clock.advance(10);
  const first = ask('agent 1', 'now');
  await clock.advance(0);
  expect(names()).toEqual(['bulk 0', 'bulk 1', 'agent 1']);
  expect(seen.atOnce).toBe(3);
  void ask('agent 2', 'now');
  await clock.advance(0);
  expect(seen.atOnce).toBe(3);
  await clock.advance(200);
  expect(await first).toBe('agent 1');
  // The second one waited for a place, but before all the bulk.
  expect(names().indexOf('agent 2')).toBe(3);
});

test('429: bulk work waits, the refused request is asked again and succeeds, and the hold is told once', async () => {
  const { clock, ask, failures, held, names } = setUp(50);
  failures.push(refused, refused);
  const all = many(ask, 6);
  await clock.advance(60);
  expect(held).toEqual([true]);
  expect(names()).toHaveLength(2);
  await clock.advance(400);
  expect(names()).toHaveLength(2);
  const agent = ask('agent', 'now');
  await clock.advance(60);
  expect(await agent).toBe('agent');
  await clock.advance(5_000);
  expect(await Promise.all(all)).toEqual(all.map((_, index) => `bulk ${index}`));
  expect(held).toEqual([true, false]);
});

test('an agent who clicks during a 429 does not make a loop of it', async () => {
  const { clock, ask, failures, names } = setUp(5);
  failures.push(...Array.from({ length: 4 }, () => refused));
  const agent = ask('agent', 'now');
  await clock.advance(60_000);
  expect(await agent).toBe('agent');
  expect(names()).toHaveLength(5);
});

test('refusals one after the other wait longer each time', async () => {
  const { clock, ask, failures, started } = setUp(0);
  failures.push(refused, refused, refused, refused);
  const one = ask('bulk');
  await clock.advance(60_000);
  await one;
  const pauses = started.slice(1).map(({ atMs }, index) => atMs - (started[index]?.atMs ?? 0));
  expect(pauses).toHaveLength(4);
  [500, 1_000, 2_000, 4_000].forEach((least, index) => {
    expect(pauses[index]).toBeGreaterThanOrEqual(least);
    expect(pauses[index]).toBeLessThanOrEqual(2 * least + 1);
  });
});

test('after clear() nothing that waited starts, nobody waits for what runs, and its places are free', async () => {
  const { clock, budget, ask, names, seen } = setUp(100_000);
  const over = new Error('over');
  const old = Promise.allSettled(many(ask, 10));
  await clock.advance(10);
  expect(seen.atOnce).toBe(2);
  budget.clear(over);
  expect((await old).map((result) => result.status === 'rejected' && result.reason === over)).toEqual(
    Array.from({ length: 10 }, () => true),
  );
  void ask('next connection');
  await clock.advance(10);
  expect(names()).toEqual(['bulk 0', 'bulk 1', 'next connection']);
  // The old ones end at last and must not free a place that they do not hold any more.
  await clock.advance(200_000);
  void many(ask, 5);
  await clock.advance(10);
  expect(seen.atOnce).toBe(2);
});

test('leaves no timer behind when nothing waits', async () => {
  const { clock, ask } = setUp(5);
  const all = many(ask, 60);
  await clock.advance(10_000);
  await Promise.all(all);
  expect(clock.pending).toBe(0);
});
