/** The handlers of the inbox, search, templates and diagnostics, over the whole core. */
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { keepStore } from '../../electron/core/store-keeper.ts';
import type { Store } from '../../electron/core/store/store-client.ts';
import { version } from '../../electron/core/version.ts';
import { aboutTests } from '../support/about.ts';
import { openDesk, type Desk } from '../support/desk.ts';
import { FakeClock, settled } from '../support/fake-clock.ts';
import { orderUpdate } from '../support/fake-server.ts';
import { clientId } from '../support/outbox-items.ts';

let desk: Desk | null = null;
afterEach(async () => {
  await desk?.dispose();
  desk = null;
});

async function open(): Promise<Desk> {
  desk = await openDesk((server) => {
    for (const id of [1, 2]) {
      server.addConversation(id);
      server.customerWrites(id, `Where is my order ${id}?`);
    }
  });
  return desk;
}

describe('one change of many conversations', () => {
  test('reaches the server for each of them', async () => {
    const { call, conversation, server, clock } = await open();
    const targets = [1, 2].map((conversationId) => ({ conversationId, clientId: clientId() }));
    await call('conversations.actOnMany', {
      targets,
      action: { kind: 'set-status', status: 'resolved', snoozedUntil: null },
    });
    expect((await conversation(2)).status).toBe('resolved');
    await clock.advance(1_000);
    expect(await desk?.outbox()).toEqual([]);
    const onServer = await Promise.all([1, 2].map((id) => server.conversation(id)));
    expect(onServer.map(({ conversation: { status } }) => status)).toEqual(['resolved', 'resolved']);
  });

  test('is refused as a whole if one is unknown', async () => {
    const { call, outbox } = await open();
    const targets = [1, 99].map((conversationId) => ({ conversationId, clientId: clientId() }));
    const asked = call('conversations.actOnMany', { targets, action: { kind: 'assign', assigneeId: 7 } });
    await expect(asked).rejects.toMatchObject({ code: 'not-found' });
    expect(await outbox()).toEqual([]);
  });
});

describe('one undo of many changes', () => {
  const resolve = { kind: 'set-status', status: 'resolved', snoozedUntil: null } as const;
  const reopen = { kind: 'set-status', status: 'open', snoozedUntil: null } as const;
  const targets = () => [1, 2].map((conversationId) => ({ conversationId, clientId: clientId() }));

  test('what has not left never leaves', async () => {
    const { call, conversation, outbox, server, clock } = await open();
    server.unplug();
    await clock.advance(1_000);
    const all = targets();
    await call('conversations.actOnMany', { targets: all, action: resolve });
    const changes = all.map((each) => ({ ...each, opposite: reopen }));
    expect(await call('conversations.undoMany', { changes })).toEqual({ undone: 2, ran: 0, changed: 0 });
    expect(await outbox()).toEqual([]);
    expect((await conversation(1)).status).toBe('open');
  });

  test('what has left is changed back, unless somebody changed it since or nothing can change it back', async () => {
    const { call, conversation, server, clock } = await open();
    const [mine, theirs] = targets();
    if (mine === undefined || theirs === undefined) throw new Error('there are two');
    await call('conversations.actOnMany', { targets: [mine, theirs], action: resolve });
    await clock.advance(1_000);
    server.change(2, { status: 'open' });
    await clock.advance(5_000);
    expect((await conversation(2)).status).toBe('open');
    const changes = [
      { ...mine, opposite: reopen },
      { ...theirs, opposite: reopen },
    ];
    expect(await call('conversations.undoMany', { changes })).toEqual({ undone: 1, ran: 0, changed: 1 });
    await clock.advance(1_000);
    expect((await server.conversation(1)).conversation.status).toBe('open');
    // The same undo again finds nothing that still holds.
    expect(await call('conversations.undoMany', { changes })).toEqual({ undone: 0, ran: 0, changed: 2 });
    const macro = { conversationId: 1, clientId: clientId() };
    await call('conversations.actOnMany', { targets: [macro], action: { kind: 'assign', assigneeId: 7 } });
    await clock.advance(1_000);
    const without = await call('conversations.undoMany', { changes: [{ ...macro, opposite: null }] });
    expect(without).toEqual({ undone: 0, ran: 1, changed: 0 });
  });
});

test('search finds messages and customers of this device', async () => {
  const { call } = await open();
  const search = { before: null, limit: 10 };
  const found = await call('search.messages', { ...search, text: 'ord from:customer' });
  expect(new Set(found.hits.map(({ conversationId }) => conversationId))).toEqual(new Set([1, 2]));
  expect(found.searched.messages).toBe(2);
  expect((await call('search.messages', { ...search, text: 'order before:2020-01-01' })).hits).toEqual([]);
  expect((await call('search.messages', { ...search, text: 'order before:2100-01-01' })).hits).toHaveLength(2);
  const { contacts } = await call('contacts.search', { text: '', limit: 50 });
  expect(contacts).toHaveLength(2);
  const { conversations } = await call('conversations.ofContact', { contactId: contacts[0]?.id ?? 0 });
  expect(conversations).toHaveLength(1);
});

test('a template that was sent is remembered, once for each message', async () => {
  const { call } = await open();
  const { name, language, channelId } = orderUpdate;
  const values = { header: {}, body: { '1': 'Mara' }, buttons: {}, mediaUrl: null, mediaName: null };
  const send = { conversationId: 1, clientId: clientId(), name, language, values, replaces: null };
  const { item } = await call('templates.send', send);
  await call('templates.send', send);
  await call('templates.favour', { channelId, name, language, favourite: true });
  expect((await call('templates.list', { channelId })).uses).toEqual([
    { name, language, favourite: true, sent: 1, lastSentAt: item.createdAt, lastValues: values },
  ]);
});

test('the diagnostics hold facts', async () => {
  const { call } = await open();
  const { store, ...rest } = await call('diagnostics.get', {});
  expect(store).toMatchObject({ conversations: 2, messages: 2, outbox: 0, drafts: 0 });
  expect(rest).toMatchObject({ version, runsOn: aboutTests.runsOn, log: [] });
  expect(await call('workspace.get', {})).toMatchObject({ repaired: null });
});

test('the version is that of package.json', () => {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as unknown;
  expect(manifest).toMatchObject({ version });
});

describe('keeping house', () => {
  function storeThat(tend: () => boolean): { store: Store; asked: number[] } {
    const asked: number[] = [];
    const call = async (_name: string, args: { nowMs?: number }): Promise<unknown> => {
      asked.push(args.nowMs ?? 0);
      return { more: tend() };
    };
    return { store: { call, close: async () => undefined } as unknown as Store, asked };
  }
  const log = { write: () => undefined };

  test('goes on in small steps with pauses, then waits an hour', async () => {
    const clock = new FakeClock();
    let left = 3;
    const { store, asked } = storeThat(() => (left -= 1) > 0);
    const keeper = keepStore({ store, clock, log });
    const start = clock.wallNow();
    await clock.advance(60_000);
    expect(asked.map((at) => at - start)).toEqual([5_000, 5_050, 5_100]);
    await clock.advance(3_600_000);
    expect(asked).toHaveLength(4);
    await keeper.stop();
    await clock.advance(36_000_000);
    expect(asked).toHaveLength(4);
  });

  test('goes on after a failure', async () => {
    const clock = new FakeClock();
    const { store, asked } = storeThat(() => {
      if (asked.length === 2) throw new Error('the desk file is damaged');
      return asked.length === 1;
    });
    keepStore({ store, clock, log });
    await clock.advance(10_000);
    expect(asked).toHaveLength(2);
    await clock.advance(3 * 3_600_000);
    await settled();
    expect(asked.length).toBeGreaterThan(3);
  });
});
