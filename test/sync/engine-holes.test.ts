/** What no event tells, or what its event did not bring: found again within minutes, at a bounded cost. */
import { afterEach, describe, expect, test } from 'vitest';
import { ConnectorError } from '../../electron/core/connectors/connector.ts';
import { openDesk, type Desk } from '../support/desk.ts';
import { me, returns } from '../support/fake-office.ts';
import type { FakeServer } from '../support/fake-server.ts';
import { liveHandlersOf } from '../support/live-handlers.ts';
import { wrapCall } from '../support/slow-server.ts';

const minute = 60_000;

let desk: Desk | null = null;
afterEach(async () => {
  await desk?.dispose();
  desk = null;
});

const texts = async (which: Desk, id: number): Promise<string[]> =>
  (await which.call('messages.list', { conversationId: id, before: null, limit: 50 })).rows.map(({ text }) => text);
const pulled = (which: Desk): string[] =>
  which.server.requests.filter((line) => line.split(' ')[0] === 'newestMessages');

/** The event of the message is lost, and the next one of the conversation comes with the newer version. */
function loseOne(server: FakeServer, id: number): void {
  server.loseEvents = true;
  server.customerWrites(id, 'lost on the way');
  server.loseEvents = false;
  server.colleagueWrites(id, 'and this one arrived');
}

describe('a message whose event was lost, and whose conversation moved on', () => {
  test('is there after the next round', async () => {
    desk = await openDesk((server) => {
      server.addConversation(1);
      server.customerWrites(1, 'first');
    });
    await desk.clock.advance(1_000);
    loseOne(desk.server, 1);
    await desk.clock.advance(1_000);
    expect(await texts(desk, 1)).toEqual(['first', 'and this one arrived']);
    await desk.clock.advance(minute);
    expect(await texts(desk, 1)).toEqual(['first', 'lost on the way', 'and this one arrived']);
  });

  test('costs one request for each conversation that moved, and nothing afterwards', async () => {
    desk = await openDesk((server) => {
      for (const id of [1, 2]) server.addConversation(id);
    });
    await desk.clock.advance(1_000);
    desk.server.customerWrites(1, 'hello');
    desk.server.requests.length = 0;
    await desk.clock.advance(minute);
    expect(pulled(desk)).toEqual(['newestMessages 1']);
    desk.server.requests.length = 0;
    await desk.clock.advance(3 * minute);
    expect(pulled(desk)).toEqual([]);
  });

  test('of a busy team is found too, ten conversations a minute, the longest waiting first', async () => {
    desk = await openDesk((server) => {
      for (let id = 1; id <= 25; id += 1) server.addConversation(id);
    });
    await desk.clock.advance(1_000);
    for (let id = 1; id <= 25; id += 1) {
      loseOne(desk.server, id);
      await desk.clock.advance(1);
    }
    const perMinute: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      desk.server.requests.length = 0;
      await desk.clock.advance(minute);
      perMinute.push(pulled(desk).length);
    }
    expect(perMinute).toEqual([10, 10, 5, 0]);
    for (let id = 1; id <= 25; id += 1) expect(await texts(desk, id)).toContain('lost on the way');
  });

  test('in conversations that are closed to us holds up no other, and is not asked for again and again', async () => {
    desk = await openDesk((server) => {
      for (let id = 1; id <= 15; id += 1) server.addConversation(id);
    });
    await desk.clock.advance(1_000);
    wrapCall(desk.server, 'newestMessages', async (real, args) => {
      const [id] = args as unknown as [number];
      if (id <= 12) throw new ConnectorError('forbidden', 'no', 401, 'You are not authorized');
      return real(...args);
    });
    for (let id = 1; id <= 15; id += 1) {
      loseOne(desk.server, id);
      await desk.clock.advance(1);
    }
    await desk.clock.advance(2 * minute);
    expect(await texts(desk, 15)).toContain('lost on the way');
    desk.server.requests.length = 0;
    await desk.clock.advance(minute);
    expect((await desk.sync()).state).toBe('live');
  });
});

describe('what there is to choose from', () => {
  test('ready texts and macros are here without a connection too, also after a restart', async () => {
    desk = await openDesk();
    desk.server.unplug();
    await desk.kill();
    await desk.restart();
    expect((await desk.call('canned.list', {})).responses).toEqual(desk.server.canned);
    expect((await desk.call('macros.list', {})).macros).toEqual(desk.server.macros);
  });

  test('what changed replaces what was, and what the server marks as unchanged stays', async () => {
    desk = await openDesk((server) => {
      server.mark = 'a';
    });
    desk.server.canned.splice(0, 1, { id: 9, shortCode: 'bye', text: 'Good bye!' });
    await desk.clock.advance(10 * minute + 1_000);
    expect((await desk.call('canned.list', {})).responses).toEqual(desk.server.canned);
    expect((await desk.call('teams.list', {})).teams).toEqual([returns]);
    const asked = desk.server.requests.filter((line) => line.startsWith('reference'));
    expect(asked).toEqual(['reference', 'reference since a']);
  });

  test('the mark outlives a restart, and once an hour it is not enough', async () => {
    desk = await openDesk((server) => {
      server.mark = 'a';
    });
    await desk.kill();
    desk.server.requests.length = 0;
    await desk.restart();
    expect(desk.server.requests).toContain('reference since a');
    desk.server.requests.length = 0;
    await desk.clock.advance(61 * minute);
    const asked = desk.server.requests.filter((line) => line.startsWith('reference'));
    expect(asked.filter((line) => line === 'reference')).toHaveLength(1);
    expect(asked.length).toBeGreaterThanOrEqual(6);
  });
});

describe('mentions', () => {
  const mentions = async (which: Desk): Promise<number[]> =>
    (await which.call('conversations.list', { view: 'mentions', sort: 'activity', after: null, limit: 50 })).rows.map(
      ({ id }) => id,
    );
  const note = (text: string) => ({ kind: 'note', text, author: { kind: 'agent', id: 8, name: 'Ana' } }) as const;

  test('from before are read when it starts, and those of the absence when it comes back', async () => {
    desk = await openDesk((server) => {
      for (let id = 1; id <= 40; id += 1) server.addConversation(id, { lastActivityAt: server.now() - id * minute });
      for (const id of [3, 40]) server.mentioned.add(id);
    });
    await desk.clock.advance(1_000);
    expect(new Set(await mentions(desk))).toEqual(new Set([3, 40]));
    desk.server.unplug();
    await desk.clock.advance(5 * minute);
    desk.server.mentioned.add(17);
    desk.server.change(17, { lastActivityAt: desk.server.now() });
    desk.server.requests.length = 0;
    desk.server.plugIn();
    await desk.clock.advance(20_000);
    expect(new Set(await mentions(desk))).toEqual(new Set([3, 17, 40]));
    expect(desk.server.requests.filter((line) => line.startsWith('mentions'))).toEqual(['mentions 1']);
  });

  test('just now: told by the live channel', async () => {
    let live = (): ReturnType<ReturnType<typeof liveHandlersOf>> => expect.fail('not connected');
    desk = await openDesk((server) => {
      live = liveHandlersOf(server);
      server.addConversation(1);
    });
    expect(await mentions(desk)).toEqual([]);
    live().onMentioned(1);
    await desk.clock.advance(50);
    expect(await mentions(desk)).toEqual([1]);
  });

  test('in notes that arrive: of me, and of a team of mine, but not of others', async () => {
    desk = await openDesk((server) => {
      for (const id of [1, 2, 3, 4, 5]) server.addConversation(id);
    });
    desk.server.someoneAdds(1, note(`[@Sam](mention://user/${me.id}/Sam%20Rivera) please look`));
    desk.server.someoneAdds(2, note(`[@Returns](mention://team/${returns.id}/Returns) please look`));
    desk.server.someoneAdds(3, note(`[@Zoe](mention://user/${me.id}1/Zoe) please look`));
    desk.server.someoneAdds(4, note('[@Sales](mention://team/9/Sales) please look'));
    desk.server.customerWrites(5, `(mention://user/${me.id}/Sam)`);
    await desk.clock.advance(100);
    expect(new Set(await mentions(desk))).toEqual(new Set([1, 2]));
  });

  test('a server that refuses to list them stops nothing', async () => {
    desk = await openDesk((server) => {
      server.failNext('mentions', new ConnectorError('forbidden', 'no', 401, 'You are not authorized'));
    });
    expect((await desk.sync()).state).toBe('live');
  });
});

describe('search at the server', () => {
  test('stores what it finds the usual way, so that it opens and is found offline', async () => {
    desk = await openDesk((server) => {
      server.addConversation(1);
      for (let index = 0; index < 60; index += 1)
        server.customerWrites(1, index === 3 ? 'the blue parrot' : `line ${index}`);
    });
    await desk.clock.advance(1_000);
    desk.server.addConversation(2);
    desk.server.loseEvents = true;
    desk.server.someoneAdds(2, { kind: 'note', text: 'parrot, blue: ordered' });
    const { hits } = await desk.call('search.server', { text: 'parrot' });
    expect(hits.map(({ conversationId, message }) => [conversationId, message.kind])).toEqual([
      [2, 'note'],
      [1, 'incoming'],
    ]);
    expect(hits[1]?.excerpt.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(['parrot']);
    desk.server.unplug();
    await desk.clock.advance(10);
    const local = await desk.call('search.messages', { text: 'parrot', before: null, limit: 10 });
    expect(local.hits).toHaveLength(2);
    const page = await desk.call('messages.list', { conversationId: 1, before: null, limit: 50 });
    // It stands alone: nothing says that its neighbours are here.
    expect(page.rows[0]?.text).toBe('the blue parrot');
    expect(page.gaps).toEqual([{ afterId: page.rows[0]?.id, beforeId: page.rows[1]?.id }]);
    await expect(desk.call('search.server', { text: 'parrot' })).rejects.toMatchObject({ code: 'unreachable' });
  });

  test('a hit in a conversation that is closed to us is left out', async () => {
    desk = await openDesk((server) => {
      for (const id of [1, 2]) {
        server.addConversation(id);
        server.customerWrites(id, 'parrot');
      }
    });
    desk.server.loseEvents = true;
    const lost = desk.server.customerWrites(1, 'another parrot');
    desk.server.failNext('messagesBetween', new ConnectorError('forbidden', 'no', 401, 'You are not authorized'));
    const { hits } = await desk.call('search.server', { text: 'parrot' });
    expect(hits.map(({ message }) => message.id)).not.toContain(lost.id);
    expect(hits.map(({ conversationId }) => conversationId)).toContain(2);
  });
});
