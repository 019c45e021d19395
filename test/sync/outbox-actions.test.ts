/** Changes of a conversation made offline: shown at once, sent later, and never over somebody else's without asking. */
import { afterEach, describe, expect, test } from 'vitest';
import { ConnectorError } from '../../electron/core/connectors/connector.ts';
import type { ConversationPatch } from '../../electron/core/store/records.ts';
import type { Conversation } from '../../shared/contract/entities.ts';
import type { ConversationAction } from '../../shared/contract/outbox.ts';
import { openDesk, type Desk } from '../support/desk.ts';
import { ana, me, returns } from '../support/fake-server.ts';
import { act } from '../support/outbox-items.ts';

let desk: Desk;
afterEach(() => desk.dispose());

async function openChat(change: Partial<ConversationPatch> = {}): Promise<void> {
  desk = await openDesk((server) => {
    server.addConversation(1, change);
    server.customerWrites(1, 'Where is my order?');
  });
}

async function goOffline(): Promise<void> {
  desk.server.unplug();
  await desk.clock.advance(100);
}

async function comeBack(): Promise<void> {
  desk.server.plugIn();
  await desk.clock.advance(20_000);
}

async function does(action: ConversationAction): Promise<string> {
  const call = act(action);
  await desk.call('conversations.act', call);
  return call.clientId;
}

const until = Date.UTC(2026, 0, 16, 9, 0, 0);

/** Each action, what it shows, and a colleague's change of the same thing with the words for it. */
const changes: readonly {
  readonly action: ConversationAction;
  readonly shows: Partial<Conversation>;
  readonly reaches: Partial<ConversationPatch>;
  readonly theirs: Partial<ConversationPatch>;
  readonly now: string;
}[] = [
  {
    action: { kind: 'assign', assigneeId: me.id },
    shows: { assignee: me },
    reaches: { assignee: me },
    theirs: { assignee: ana },
    now: ana.name,
  },
  {
    action: { kind: 'assign-team', teamId: returns.id },
    shows: { team: returns },
    reaches: { team: returns },
    theirs: { team: { id: 9, name: 'Night' } },
    now: 'Night',
  },
  {
    action: { kind: 'set-priority', priority: 'high' },
    shows: { priority: 'high' },
    reaches: { priority: 'high' },
    theirs: { priority: 'low' },
    now: 'low',
  },
  {
    action: { kind: 'set-status', status: 'snoozed', snoozedUntil: until },
    shows: { status: 'snoozed', snoozedUntil: until },
    reaches: { status: 'snoozed', snoozedUntil: until },
    theirs: { status: 'resolved' },
    now: 'resolved',
  },
];

describe.each(changes)('$action.kind', ({ action, shows, reaches, theirs, now }) => {
  test('shows at once, goes out when there is a connection, and stays', async () => {
    await openChat();
    await goOffline();
    await does(action);
    expect(await desk.conversation(1)).toMatchObject({ ...shows, pending: true });
    expect(desk.server.conversations.get(1)).not.toMatchObject(reaches);
    await comeBack();
    expect(desk.server.conversations.get(1)).toMatchObject(reaches);
    expect(await desk.conversation(1)).toMatchObject({ ...shows, pending: false });
    expect(await desk.outbox()).toEqual([]);
  });

  test('changed by somebody else meanwhile: theirs is shown, and a person decides', async () => {
    await openChat();
    await goOffline();
    const id = await does(action);
    desk.server.change(1, theirs);
    await comeBack();
    expect(await desk.outbox(1)).toMatchObject([
      { state: 'conflict', problem: { kind: 'changed-meanwhile', by: null, now } },
    ]);
    expect(desk.server.conversations.get(1)).toMatchObject(theirs);
    expect(await desk.conversation(1)).toMatchObject({ ...theirs, pending: false });
    await expect(desk.call('outbox.takeBack', { clientId: id })).rejects.toMatchObject({ code: 'not-allowed' });
    await desk.call('outbox.decide', { clientId: id, decision: 'send-again' });
    await desk.clock.advance(1_000);
    expect(desk.server.conversations.get(1)).toMatchObject(reaches);
    expect(await desk.conversation(1)).toMatchObject(shows);
    expect(await desk.outbox()).toEqual([]);
  });

  test('keeping theirs sends nothing', async () => {
    await openChat();
    await goOffline();
    const id = await does(action);
    desk.server.change(1, theirs);
    await comeBack();
    await desk.call('outbox.decide', { clientId: id, decision: 'discard' });
    await desk.clock.advance(10_000);
    expect(desk.server.conversations.get(1)).toMatchObject(theirs);
    expect(await desk.outbox()).toEqual([]);
  });

  test('somebody else did the same: nothing to decide', async () => {
    await openChat();
    await goOffline();
    await does(action);
    desk.server.change(1, reaches);
    await comeBack();
    expect(await desk.outbox()).toEqual([]);
    expect(await desk.conversation(1)).toMatchObject({ ...shows, pending: false });
  });

  test('refused by the server: not shown any more, and told why', async () => {
    await openChat();
    const [call] = (
      {
        assign: ['assign'],
        'assign-team': ['assignTeam'],
        'set-priority': ['setPriority'],
        'set-status': ['setStatus'],
        'change-labels': ['changeLabels'],
        'mark-read': ['markRead'],
        'mark-unread': ['markUnread'],
        'run-macro': ['runMacro'],
      } as const
    )[action.kind];
    for (const [kind, status] of [
      ['forbidden', 401],
      ['not-found', 404],
      ['rejected', 422],
    ] as const) {
      desk.server.failNext(call, new ConnectorError(kind, 'no', status, `no: ${status}`));
      const id = await does(action);
      await desk.clock.advance(1_000);
      expect(await desk.outbox(1)).toMatchObject([
        { state: 'failed', problem: { kind: 'refused', code: null, text: `no: ${status}` } },
      ]);
      expect(await desk.conversation(1)).not.toMatchObject(shows);
      await desk.call('outbox.decide', { clientId: id, decision: 'discard' });
    }
  });
});

describe('conflicts', () => {
  test('are named after the colleague whom the thread tells of', async () => {
    await openChat();
    await goOffline();
    await does({ kind: 'set-priority', priority: 'high' });
    desk.server.change(1, { priority: 'low' });
    desk.server.someoneAdds(1, { kind: 'activity', text: `${ana.name} set the priority to low` });
    await comeBack();
    expect(await desk.outbox(1)).toMatchObject([{ state: 'conflict', problem: { by: ana.name, now: 'low' } }]);
  });

  test('are not found online: the agent saw what they changed', async () => {
    await openChat();
    desk.server.change(1, { assignee: ana });
    await desk.clock.advance(100);
    await does({ kind: 'assign', assigneeId: me.id });
    await desk.clock.advance(1_000);
    expect(desk.server.conversations.get(1)).toMatchObject({ assignee: me });
  });

  test('a colleague’s change of something else is none', async () => {
    await openChat();
    await goOffline();
    await does({ kind: 'set-priority', priority: 'high' });
    desk.server.change(1, { assignee: ana, status: 'resolved' });
    await comeBack();
    expect(desk.server.conversations.get(1)).toMatchObject({ priority: 'high', assignee: ana, status: 'resolved' });
    expect(await desk.outbox()).toEqual([]);
  });

  test('my own earlier change is none, even if the connection breaks in between', async () => {
    await openChat();
    await goOffline();
    await does({ kind: 'assign', assigneeId: me.id });
    await does({ kind: 'assign', assigneeId: ana.id });
    // The first gets through, the second finds the line dead again.
    desk.server.failNext('assign', new ConnectorError('offline', 'no', null, 'unplugged'), 'before', 1);
    await comeBack();
    expect(desk.server.requests.filter((request) => request.startsWith('assign'))).toEqual([
      'assign 1 7',
      'assign 1 8',
      'assign 1 8',
    ]);
    expect(desk.server.conversations.get(1)).toMatchObject({ assignee: ana });
    expect(await desk.outbox()).toEqual([]);
  });

  test('survive a restart, and applying mine does not conflict with the same change again', async () => {
    await openChat();
    await goOffline();
    const id = await does({ kind: 'set-priority', priority: 'high' });
    desk.server.change(1, { priority: 'low' });
    await comeBack();
    await desk.kill();
    desk.server.unplug();
    await desk.restart();
    expect(await desk.outbox(1)).toMatchObject([{ state: 'conflict', problem: { now: 'low' } }]);
    await desk.call('outbox.decide', { clientId: id, decision: 'send-again' });
    await comeBack();
    expect(desk.server.conversations.get(1)).toMatchObject({ priority: 'high' });
  });
});

describe('order', () => {
  test('actions of a conversation reach the server one after the other', async () => {
    await openChat();
    await goOffline();
    await does({ kind: 'assign', assigneeId: me.id });
    await does({ kind: 'set-priority', priority: 'high' });
    await does({ kind: 'assign', assigneeId: ana.id });
    desk.server.failNext('assign', new ConnectorError('rate-limited', 'no', 429, 'too many requests'));
    await comeBack();
    const asked = desk.server.requests.filter((request) => /^(assign|setPriority) /u.test(request));
    expect(asked.slice(-4)).toEqual(['assign 1 7', 'assign 1 7', 'setPriority 1 high', 'assign 1 8']);
  });
});

describe('labels', () => {
  test('are merged into what the server has by then, and never conflict', async () => {
    await openChat({ labels: ['vip', 'old'] });
    await goOffline();
    await does({ kind: 'change-labels', add: ['refund'], remove: ['old'] });
    expect(await desk.conversation(1)).toMatchObject({ labels: ['vip', 'refund'], pending: true });
    desk.server.change(1, { labels: ['vip', 'old', 'urgent'] });
    await comeBack();
    expect(desk.server.conversations.get(1)?.labels).toEqual(['vip', 'urgent', 'refund']);
    expect(await desk.conversation(1)).toMatchObject({ labels: ['vip', 'urgent', 'refund'], pending: false });
    expect(await desk.outbox()).toEqual([]);
  });
});

test('teams are listed', async () => {
  await openChat();
  expect(await desk.call('teams.list', {})).toEqual({ teams: [returns] });
});
