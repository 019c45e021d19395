import { afterEach, expect, test } from 'vitest';
import { ConnectorError } from '../../electron/core/connectors/connector.ts';
import { openDesk, type Desk } from '../support/desk.ts';
import type { FakeServer } from '../support/fake-server.ts';
import { reads, slowDown, wrapCall } from '../support/slow-server.ts';

const minute = 60_000;

let desk: Desk | null = null;
afterEach(async () => {
  await desk?.dispose();
  desk = null;
});

/** Signed in to a server that cannot be reached yet, so that a test can prepare what happens when it can. */
async function unplugged(conversations: number): Promise<Desk> {
  const opened = await openDesk((server) => {
    for (let id = 1; id <= conversations; id += 1)
      server.addConversation(id, { lastActivityAt: server.now() - id * minute });
    server.unplug();
  });
  opened.states.length = 0;
  opened.server.requests.length = 0;
  return opened;
}

const plugIn = async (which: Desk): Promise<void> => {
  which.server.plugIn();
  await which.call('sync.retry', {});
};
const countOpen = async (which: Desk): Promise<number> =>
  (await which.call('conversations.list', { view: 'open', sort: 'activity', after: null, limit: 200 })).rows.length;
const pagesOf = (server: FakeServer): number[] =>
  server.requests.filter((line) => line.startsWith('conversationPage')).map((line) => Number(line.split(' ')[1]));

test('the list is there from the first page on, progress tells the rest, and four pages are read at once at most', async () => {
  desk = await unplugged(150);
  const traffic = slowDown(desk.server, desk.clock, reads, 300);
  await plugIn(desk);
  await desk.clock.advance(650);
  expect(await countOpen(desk)).toBe(25);
  expect(await desk.sync()).toMatchObject({ state: 'catching-up', progress: { done: 25, total: 150 } });
  const seen: number[] = [];
  for (let step = 0; step < 20; step += 1) {
    await desk.clock.advance(100);
    seen.push((await desk.sync()).progress?.done ?? 150);
  }
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  expect(new Set(seen).size).toBeGreaterThanOrEqual(3);
  await desk.clock.advance(20_000);
  expect(await countOpen(desk)).toBe(150);
  expect(await desk.sync()).toMatchObject({ state: 'live', progress: null });
  expect(traffic.mostAtOnce).toBeLessThanOrEqual(4);
  expect(desk.states).toEqual(['connecting', 'catching-up', 'live']);
});

test('killed in the middle, it goes on where it was and still hears what changed meanwhile', async () => {
  desk = await unplugged(150);
  slowDown(desk.server, desk.clock, ['conversationPage'], 100);
  await plugIn(desk);
  await desk.clock.advance(250);
  const before = await countOpen(desk);
  expect(before).toBeGreaterThanOrEqual(50);
  expect(before).toBeLessThan(150);
  await desk.kill();
  desk.server.customerWrites(1, 'while the app was dead');
  desk.server.change(2, { priority: 'urgent' });
  await desk.clock.advance(10 * minute);
  desk.server.requests.length = 0;
  desk.states.length = 0;
  await desk.restart();
  await desk.clock.advance(20_000);
  expect(desk.states).toEqual(['connecting', 'catching-up', 'live']);
  expect(await countOpen(desk)).toBe(150);
  expect((await desk.conversation(1)).preview?.text).toBe('while the app was dead');
  // Neither its page nor its messages are read again: only the delta tells.
  expect((await desk.conversation(2)).priority).toBe('urgent');
  // One page is read again, because rows may have moved; nothing before it.
  const pages = pagesOf(desk.server);
  expect(Math.min(...pages)).toBe(Math.floor(before / 25));
  expect(pages).toEqual([...new Set(pages)]);
});

test('a row that the moving list skipped is found by a second pass, and a repeated one is there once', async () => {
  desk = await unplugged(60);
  let passes = 0;
  wrapCall(desk.server, 'conversationPage', async (real, args) => {
    const answer = (await real(...args)) as Awaited<ReturnType<FakeServer['conversationPage']>>;
    const [page] = args as unknown as [number];
    if (page === 1) passes += 1;
    if (page !== 2 || passes > 1) return answer;
    // Conversation 30 slipped through between two pages, and 25 of page 1 came again.
    const again = { conversation: desk!.server.conversations.get(25)!, messages: [] };
    return { ...answer, rows: [again, ...answer.rows.filter((row) => row.conversation.id !== 30)] };
  });
  await plugIn(desk);
  await desk.clock.advance(20_000);
  expect(passes).toBe(2);
  expect(await countOpen(desk)).toBe(60);
});

test('a complete first pass is not repeated', async () => {
  desk = await unplugged(60);
  await plugIn(desk);
  await desk.clock.advance(20_000);
  expect(pagesOf(desk.server).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4]);
});

test('a page that cannot be read is not half written: what came before it stays, and the walk goes on from there', async () => {
  desk = await unplugged(60);
  let broken = true;
  wrapCall(desk.server, 'conversationPage', async (real, args) => {
    if (broken && (args as unknown as [number])[0] === 2)
      throw new ConnectorError('bad-response', 'no', 200, 'not JSON from /conversations');
    return real(...args);
  });
  await plugIn(desk);
  await desk.clock.advance(300);
  expect(await desk.sync()).toMatchObject({ state: 'backing-off', problem: 'bad-response' });
  const kept = await countOpen(desk);
  expect([25, 35]).toContain(kept); // Page 1, and page 3 if its answer was faster than the failure.
  broken = false;
  await desk.clock.advance(20_000);
  expect(await countOpen(desk)).toBe(60);
  expect(desk.states).toEqual(['connecting', 'catching-up', 'backing-off', 'connecting', 'catching-up', 'live']);
});
