/** What takes long is visible, what fails is tried ever more rarely, and what must not happen twice does not. */
import { afterEach, describe, expect, test } from 'vitest';
import { ConnectorError } from '../../electron/core/connectors/connector.ts';
import type { ConversationAction } from '../../shared/contract/outbox.ts';
import { openDesk, type Desk } from '../support/desk.ts';
import { ana, me } from '../support/fake-server.ts';
import { act, clientId, note, reply } from '../support/outbox-items.ts';

const minute = 60_000;
const hour = 60 * minute;

let desk: Desk;
afterEach(() => desk.dispose());

async function openChat(): Promise<void> {
  desk = await openDesk((server) => {
    server.addConversation(1);
    server.customerWrites(1, 'Where is my order?');
  });
}

async function does(action: ConversationAction): Promise<string> {
  const call = act(action);
  await desk.call('conversations.act', call);
  return call.clientId;
}

function asked(call: string): number {
  return desk.server.requests.filter((request) => request.split(' ')[0] === call).length;
}

describe('a server that fails again and again', () => {
  const trouble = new ConnectorError('server', 'unknown', 500, 'HTTP 500');

  test('is asked ever more rarely, a person sees it, and other changes are made meanwhile', async () => {
    await openChat();
    for (let time = 0; time < 12; time += 1) desk.server.failNext('assign', trouble);
    await does({ kind: 'assign', assigneeId: me.id });
    await does({ kind: 'set-priority', priority: 'high' });
    await does({ kind: 'assign', assigneeId: ana.id });
    await desk.clock.advance(14_000);
    expect(desk.server.conversations.get(1)?.priority).toBeNull();
    await desk.clock.advance(2_000);
    const [first] = await desk.outbox(1);
    expect(first).toMatchObject({ state: 'queued', problem: { kind: 'retrying', tries: 3, text: 'HTTP 500' } });
    expect(desk.server.conversations.get(1)?.priority).toBe('high');
    await desk.clock.advance(hour - 16_000);
    // Eight in vain are enough for the first one; the one behind it had four, and got through.
    expect(asked('assign')).toBe(13);
    expect(desk.server.conversations.get(1)?.assignee).toEqual(ana);
    expect(await desk.outbox(1)).toMatchObject([
      { clientId: first?.clientId, state: 'failed', problem: { kind: 'refused', text: 'HTTP 500' } },
    ]);
  });

  test('a server that wants a pause, however often, is no reason to give an action up', async () => {
    await openChat();
    const pause = new ConnectorError('rate-limited', 'no', 429, 'Retry later');
    for (let time = 0; time < 12; time += 1) desk.server.failNext('assign', pause);
    await does({ kind: 'assign', assigneeId: ana.id });
    await desk.clock.advance(hour);
    expect(asked('assign')).toBe(13);
    expect(await desk.outbox()).toEqual([]);
  });

  test('a person who decides again does not wait for the pause', async () => {
    await openChat();
    for (let time = 0; time < 4; time += 1) desk.server.failNext('assign', trouble);
    const id = await does({ kind: 'assign', assigneeId: me.id });
    await desk.clock.advance(50_000);
    await desk.call('outbox.decide', { clientId: id, decision: 'cancel' });
    await does({ kind: 'assign', assigneeId: ana.id });
    await desk.clock.advance(1_000);
    expect(desk.server.conversations.get(1)?.assignee).toEqual(ana);
  });
});

describe('accepted and not handed over', () => {
  test('is told after two minutes, and forgotten once WhatsApp has it', async () => {
    await openChat();
    await desk.call('replies.send', reply('On its way.'));
    await desk.clock.advance(115_000);
    expect(await desk.outbox()).toEqual([]);
    await desk.clock.advance(10_000);
    const [item] = await desk.outbox(1);
    expect(item).toMatchObject({ state: 'accepted', problem: { kind: 'not-handed-over' } });
    desk.server.statusMoves(1, item?.serverId ?? 0, { sourceId: 'wamid.late' });
    await desk.clock.advance(1_000);
    expect(await desk.outbox()).toEqual([]);
  });

  test('only where the channel says what became of it', async () => {
    await openChat();
    desk.server.addConversation(2, { channelId: 4 });
    desk.server.customerWrites(2, 'By SMS');
    await desk.clock.advance(1_000);
    await desk.call('replies.send', { ...reply('Hello'), conversationId: 2 });
    await desk.clock.advance(10 * minute);
    expect(desk.server.sentTo(2)).toEqual(['Hello']);
    expect(await desk.outbox()).toEqual([]);
  });
});

describe('while the connection is still catching up', () => {
  /** The rest of the inbox takes long to come. */
  async function comeBackSlowly(): Promise<void> {
    desk.server.conversationsChangedWithin = () => new Promise(() => undefined);
    desk.server.conversationPage = () => new Promise(() => undefined);
    desk.server.plugIn();
    await desk.clock.advance(20_000);
    expect((await desk.sync()).state).toBe('catching-up');
  }

  test('messages leave, from conversations that were looked at again first; changes wait', async () => {
    await openChat();
    desk.server.unplug();
    await desk.clock.advance(100);
    await desk.call('replies.send', reply('On its way.'));
    await desk.call('notes.add', note('told them'));
    await does({ kind: 'assign', assigneeId: me.id });
    const before = asked('newestMessages');
    await comeBackSlowly();
    expect(desk.server.sentTo(1)).toEqual(['On its way.']);
    expect(desk.server.notesOf(1)).toEqual(['told them']);
    expect(asked('newestMessages')).toBe(before + 1);
    expect(asked('assign')).toBe(0);
  });

  test('not over what was written meanwhile', async () => {
    await openChat();
    desk.server.unplug();
    await desk.clock.advance(100);
    await desk.call('replies.send', reply('On its way.'));
    desk.server.colleagueWrites(1, 'Done.');
    await comeBackSlowly();
    expect(desk.server.sentTo(1)).toEqual(['Done.']);
    expect(await desk.outbox(1)).toMatchObject([{ state: 'held', problem: { who: 'colleague' } }]);
  });

  test('a window that the customer opened again meanwhile counts', async () => {
    await openChat();
    const { openedAt } = (await desk.conversation(1)).window;
    desk.server.skipClock((openedAt ?? 0) + 24 * hour - 5 * minute - desk.server.now());
    await desk.clock.advance(100);
    desk.server.unplug();
    await desk.clock.advance(100);
    await desk.call('replies.send', reply('Just in time?'));
    await desk.clock.advance(6 * minute);
    desk.server.customerWrites(1, 'Still there?');
    await comeBackSlowly();
    // Not parked for a template: held, because it answers something else than what is there now.
    expect(await desk.outbox(1)).toMatchObject([{ state: 'held', problem: { kind: 'someone-wrote' } }]);
  });
});

describe('macros', () => {
  const closing = { kind: 'run-macro', macroId: 5, name: 'Close as spam' } as const;
  const writing = { kind: 'run-macro', macroId: 6, name: 'Say goodbye' } as const;

  test('run once', async () => {
    await openChat();
    await does(closing);
    await desk.clock.advance(1_000);
    expect(desk.server.macroRuns).toEqual([{ conversationId: 1, macroId: 5 }]);
    expect(await desk.outbox()).toEqual([]);
  });

  test('no answer: not again by itself, nothing waits behind it, and a person decides', async () => {
    await openChat();
    desk.server.failNext('runMacro', new ConnectorError('server', 'unknown', 500, 'HTTP 500'), 'after');
    const id = await does(closing);
    await does({ kind: 'set-priority', priority: 'high' });
    await desk.clock.advance(10 * minute);
    await desk.kill();
    await desk.restart();
    await desk.clock.advance(10 * minute);
    expect(desk.server.macroRuns).toHaveLength(1);
    expect(desk.server.conversations.get(1)?.priority).toBe('high');
    expect(await desk.outbox(1)).toMatchObject([{ clientId: id, state: 'uncertain' }]);
    await desk.call('outbox.decide', { clientId: id, decision: 'send-again' });
    await desk.clock.advance(1_000);
    expect(desk.server.macroRuns).toHaveLength(2);
  });

  test('one that writes to the customer keeps to the window; others need not', async () => {
    await openChat();
    desk.server.skipClock(25 * hour);
    await desk.clock.advance(100);
    await expect(does(writing)).rejects.toMatchObject({ code: 'window-closed' });
    await does(closing);
    await desk.clock.advance(1_000);
    expect(desk.server.macroRuns).toEqual([{ conversationId: 1, macroId: 5 }]);
  });

  test('one that writes to the customer is refused for all of many, if one window is closed', async () => {
    desk = await openDesk((server) => {
      for (const id of [1, 2]) server.addConversation(id);
      server.customerWrites(1, 'Where is my order?');
    });
    const onBoth = (action: ConversationAction) =>
      desk.call('conversations.actOnMany', {
        targets: [1, 2].map((conversationId) => ({ conversationId, clientId: clientId() })),
        action,
      });
    await expect(onBoth(writing)).rejects.toMatchObject({ code: 'window-closed' });
    await desk.clock.advance(minute);
    expect(desk.server.macroRuns).toEqual([]);
    expect(await desk.outbox()).toEqual([]);
    await onBoth(closing);
    await desk.clock.advance(minute);
    expect(desk.server.macroRuns).toHaveLength(2);
  });

  test('law 1 at the drain: the window closes before one that writes to the customer could leave', async () => {
    await openChat();
    desk.server.unplug();
    await desk.clock.advance(100);
    await does(writing);
    await desk.clock.advance(25 * hour);
    desk.server.plugIn();
    await desk.clock.advance(2 * minute);
    expect(desk.server.macroRuns).toEqual([]);
    expect(await desk.outbox(1)).toMatchObject([{ state: 'held', problem: { kind: 'window-closed' } }]);
  }, 60_000);

  test('one that writes to the customer does not talk over a colleague', async () => {
    await openChat();
    desk.server.unplug();
    await desk.clock.advance(100);
    await does(writing);
    desk.server.colleagueWrites(1, 'Done.');
    desk.server.plugIn();
    await desk.clock.advance(20_000);
    expect(desk.server.macroRuns).toEqual([]);
    expect(await desk.outbox(1)).toMatchObject([{ state: 'held', problem: { who: 'colleague' } }]);
  });

  test('one that is not known here is taken for one that writes', async () => {
    await openChat();
    desk.server.skipClock(25 * hour);
    await desk.clock.advance(100);
    const unknown = does({ kind: 'run-macro', macroId: 99, name: 'New' });
    await expect(unknown).rejects.toMatchObject({ code: 'window-closed' });
    await desk.clock.advance(1_000);
    expect(desk.server.macroRuns).toEqual([]);
  });
});

test('marking unread shows at once and reaches the server', async () => {
  await openChat();
  await desk.call('conversations.open', { conversationId: 1 });
  await desk.clock.advance(1_000);
  expect((await desk.conversation(1)).unread).toBe(0);
  const id = clientId();
  await desk.call('conversations.act', { conversationId: 1, clientId: id, action: { kind: 'mark-unread' } });
  expect((await desk.conversation(1)).unread).toBe(1);
  await desk.clock.advance(1_000);
  expect(asked('markUnread')).toBe(1);
  expect(await desk.outbox()).toEqual([]);
});
