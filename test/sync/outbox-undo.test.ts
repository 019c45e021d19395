/** Undo and edit: what has not left can be taken back, and nothing waits longer than it may. */
import { afterEach, describe, expect, test } from 'vitest';
import { ConnectorError } from '../../electron/core/connectors/connector.ts';
import type { CallInput } from '../../shared/contract/contract.ts';
import type { OutboxItem } from '../../shared/contract/outbox.ts';
import { must } from '../../shared/lang/assert.ts';
import { openDesk, type Desk } from '../support/desk.ts';
import { act, note, reply, template } from '../support/outbox-items.ts';

const minute = 60_000;
const hour = 60 * minute;

let desk: Desk;
afterEach(() => desk.dispose());

async function deskWithUndo(
  undoSeconds: 0 | 5 | 10 | 20 = 5,
  beforeStoreCall: (name: string) => Promise<void> | void = () => {},
): Promise<void> {
  desk = await openDesk(
    (server) => {
      server.addConversation(1);
      server.customerWrites(1, 'Where is my order?');
    },
    { undoSeconds, beforeStoreCall },
  );
}

/** Moves server time to this long before the end of the window. */
async function beforeEnd(ms: number): Promise<void> {
  const { openedAt } = (await desk.conversation(1)).window;
  desk.server.skipClock((openedAt ?? 0) + 24 * hour - ms - desk.server.now());
  await desk.clock.advance(10);
}

const rendered = 'Hello Mara, your order is on its way.';

async function sendOne(args: CallInput<'replies.send'>): Promise<OutboxItem> {
  const { items } = await desk.call('replies.send', args);
  expect(items).toHaveLength(1);
  return must(items[0], 'one item');
}

describe('undo', () => {
  test.each([5, 10, 20] as const)('a reply stays for %i s, tells until when, and then leaves', async (seconds) => {
    await deskWithUndo(seconds);
    const item = await sendOne(reply('On its way.'));
    expect(item.leavesAt).toBe(Math.round(desk.server.now()) + seconds * 1000);
    await desk.clock.advance(seconds * 1000 - 100);
    expect(desk.server.sentTo(1)).toEqual([]);
    await desk.clock.advance(200);
    expect(desk.server.sentTo(1)).toEqual(['On its way.']);
  });

  test('so does a template; a note and a change of the conversation leave at once', async () => {
    await deskWithUndo();
    const { item } = await desk.call('templates.send', template());
    expect(item.leavesAt).not.toBeNull();
    await desk.call('notes.add', note('for the team'));
    await desk.call('conversations.act', act({ kind: 'set-priority', priority: 'high' }));
    await desk.clock.advance(500);
    expect(desk.server.sentTo(1)).toEqual([]);
    expect(desk.server.notesOf(1)).toEqual(['for the team']);
    expect(desk.server.conversations.get(1)?.priority).toBe('high');
    await desk.clock.advance(5_000);
    expect(desk.server.sentTo(1)).toEqual([rendered]);
  });

  test('the setting of the moment of sending counts', async () => {
    await deskWithUndo();
    await desk.call('settings.set', { undoSeconds: 0 });
    expect((await sendOne(reply('at once'))).leavesAt).toBeNull();
    await desk.clock.advance(100);
    expect(desk.server.sentTo(1)).toEqual(['at once']);
  });

  test('a later reply never overtakes one that still waits', async () => {
    await deskWithUndo();
    await desk.call('replies.send', reply('first'));
    await desk.call('settings.set', { undoSeconds: 0 });
    await desk.call('replies.send', reply('second'));
    await desk.clock.advance(4_000);
    expect(desk.server.sentTo(1)).toEqual([]);
    await desk.clock.advance(40_000);
    expect(desk.server.sentTo(1)).toEqual(['first', 'second']);
  });

  test('in the last minutes nothing is kept back', async () => {
    await deskWithUndo(20);
    await beforeEnd(11 * minute);
    const thinking = reply('time to think');
    expect((await sendOne(thinking)).leavesAt).not.toBeNull();
    await desk.call('outbox.takeBack', { clientId: thinking.clientId });
    await beforeEnd(9 * minute);
    expect((await sendOne(reply('quick'))).leavesAt).toBeNull();
    expect((await desk.call('templates.send', template())).item.leavesAt).toBeNull();
    await desk.clock.advance(100);
    expect(desk.server.sentTo(1)).toEqual(['quick']);
  });

  test('killed while it waits: it is still here, and leaves once', async () => {
    await deskWithUndo();
    await desk.call('replies.send', reply('patience'));
    await desk.clock.advance(1_000);
    await desk.kill();
    await desk.restart();
    await desk.clock.advance(20_000);
    expect(desk.server.sentTo(1)).toEqual(['patience']);
  });
});

describe('taking back', () => {
  const draft = async (audience: 'customer' | 'team') =>
    (await desk.call('drafts.get', { conversationId: 1, audience })).draft?.text ?? null;

  test('a reply that waits becomes the draft again, and never leaves', async () => {
    await deskWithUndo();
    const sent = reply('Oops.');
    await desk.call('replies.send', sent);
    const answer = await desk.call('outbox.takeBack', { clientId: sent.clientId });
    expect(answer.draft).toMatchObject({ conversationId: 1, audience: 'customer', text: 'Oops.', caret: 5 });
    expect(await draft('customer')).toBe('Oops.');
    await desk.clock.advance(minute);
    expect(desk.server.sentTo(1)).toEqual([]);
    expect(await desk.outbox()).toEqual([]);
    await expect(desk.call('outbox.takeBack', { clientId: sent.clientId })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  test('its text goes in front of what was written since; the other audience is not touched', async () => {
    await deskWithUndo();
    const sent = reply('First thought');
    await desk.call('replies.send', sent);
    await desk.call('drafts.save', { conversationId: 1, audience: 'customer', text: 'second thought', caret: 3 });
    await desk.call('drafts.save', { conversationId: 1, audience: 'team', text: 'for the team', caret: 3 });
    const answer = await desk.call('outbox.takeBack', { clientId: sent.clientId });
    expect(answer.draft).toMatchObject({ text: 'First thought\n\nsecond thought', caret: 'First thought'.length });
    expect(await draft('team')).toBe('for the team');
  });

  test('a queued note goes back to the team, never to the customer (law 2)', async () => {
    await deskWithUndo();
    desk.server.unplug();
    await desk.clock.advance(100);
    const internal = note('she is difficult');
    await desk.call('notes.add', internal);
    const answer = await desk.call('outbox.takeBack', { clientId: internal.clientId });
    expect(answer.draft).toMatchObject({ audience: 'team', text: 'she is difficult' });
    expect(await draft('customer')).toBeNull();
  });

  test('what has left stays: while it is sending, and after', async () => {
    await deskWithUndo(0);
    const sent = reply('gone');
    await desk.call('replies.send', sent);
    await desk.clock.advance(100);
    await expect(desk.call('outbox.takeBack', { clientId: sent.clientId })).rejects.toMatchObject({
      code: 'not-allowed',
    });
    expect(await draft('customer')).toBeNull();
  });

  test('not a template and not an action', async () => {
    await deskWithUndo();
    const promotion = template();
    await desk.call('templates.send', promotion);
    const refused = { code: 'not-allowed' };
    await expect(desk.call('outbox.takeBack', promotion)).rejects.toMatchObject(refused);
    await desk.call('outbox.decide', { clientId: promotion.clientId, decision: 'cancel' });
    desk.server.unplug();
    await desk.clock.advance(100);
    const change = act({ kind: 'assign-team', teamId: 2 });
    await desk.call('conversations.act', change);
    await expect(desk.call('outbox.takeBack', change)).rejects.toMatchObject(refused);
    expect(desk.server.sentTo(1)).toEqual([]);
  });

  test('of a failed one the draft is the way to another try', async () => {
    await deskWithUndo(0);
    desk.server.failNext('createMessage', new ConnectorError('rejected', 'no', 422, 'Validation failed: too long'));
    const sent = reply('too long');
    await desk.call('replies.send', sent);
    await desk.clock.advance(1_000);
    expect(await desk.outbox(1)).toMatchObject([{ state: 'failed' }]);
    await desk.call('outbox.takeBack', { clientId: sent.clientId });
    expect(await draft('customer')).toBe('too long');
    expect(await desk.outbox(1)).toEqual([]);
  });

  test('at every moment around the departure it is either sent or a draft, never both and never neither', async () => {
    let beforeCall = async (_name: string): Promise<void> => {};
    await deskWithUndo(5, (name) => beforeCall(name));
    const seen = { sent: 0, taken: 0 };
    for (let moment = 0; ; moment += 1) {
      const text = `race ${moment}`;
      const item = await sendOne(reply(text));
      await desk.clock.advance(4_990);
      let taken = false;
      let count = 0;
      beforeCall = async (name) => {
        // The store calls of the departure itself; the backstop comes and goes.
        if (!/^outbox|^conversation|^message/u.test(name)) return;
        count += 1;
        if (count !== moment + 1) return;
        taken = await desk.call('outbox.takeBack', { clientId: item.clientId }).then(
          () => true,
          () => false,
        );
      };
      await desk.clock.advance(61_000);
      beforeCall = async () => {};
      if (count <= moment) break;
      seen[taken ? 'taken' : 'sent'] += 1;
      expect([desk.server.sentTo(1).includes(text), await draft('customer')], text).toEqual(
        taken ? [false, text] : [true, null],
      );
      await desk.call('drafts.save', { conversationId: 1, audience: 'customer', text: '', caret: 0 });
    }
    // Both happened, so the two did cross.
    expect(seen.sent).toBeGreaterThan(0);
    expect(seen.taken).toBeGreaterThan(2);
  });
});

test('the history of a conversation holds what was replaced, cancelled and discarded, newest first', async () => {
  await deskWithUndo();
  const list = async () => (await desk.call('drafts.history', { conversationId: 1 })).texts;
  await desk.call('drafts.save', { conversationId: 1, audience: 'team', text: 'a thought', caret: 0 });
  await desk.call('drafts.save', { conversationId: 1, audience: 'team', text: '', caret: 0 });
  const cancelled = reply('cancelled');
  await desk.call('replies.send', cancelled);
  await desk.call('outbox.decide', { clientId: cancelled.clientId, decision: 'cancel' });
  const back = reply('taken back');
  await desk.call('replies.send', back);
  await desk.call('outbox.takeBack', { clientId: back.clientId });
  const kept = (await list()).map(({ audience, text, why }) => ({ audience, text, why }));
  expect(kept).toHaveLength(2);
  expect(kept).toEqual(
    expect.arrayContaining([
      { audience: 'customer', text: 'cancelled', why: 'cancelled' },
      { audience: 'team', text: 'a thought', why: 'replaced' },
    ]),
  );
  const times = (await list()).map(({ keptAt }) => keptAt);
  expect(times).toEqual(times.toSorted((a, b) => b - a));
  expect((await desk.call('drafts.history', { conversationId: 2 })).texts).toEqual([]);
});
