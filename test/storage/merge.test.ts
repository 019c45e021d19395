import { describe, expect, test } from 'vitest';
import { mergeConversation, mergeMessage, mergeRuns, mergeStatus } from '../../electron/core/store/merge.ts';
import type { MessagePatch } from '../../electron/core/store/records.ts';
import { conversation, incoming, noon, outgoing } from './support/fixtures.ts';

describe('conversations', () => {
  test('a key that an answer leaves out keeps the stored value; null clears it', () => {
    const full = mergeConversation(null, conversation(1, { labels: ['vip'], priority: 'high', unread: 4 }));
    const kept = mergeConversation(full, { id: 1, channelId: 1, updatedAt: noon + 5 });
    expect(kept).toMatchObject({
      server_labels: '["vip"]',
      server_priority: 'high',
      server_unread: 4,
      updated_at: noon + 5,
    });
    const cleared = mergeConversation(full, { id: 1, channelId: 1, priority: null, updatedAt: noon + 5 });
    expect(cleared.server_priority).toBeNull();
  });

  test('an older answer does not undo status, assignee, labels, snooze, priority or team', () => {
    const me = { id: 7, name: 'Me', availability: 'online' as const };
    const newer = mergeConversation(
      null,
      conversation(1, {
        updatedAt: noon + 10,
        status: 'snoozed',
        snoozedUntil: noon + 99,
        assignee: me,
        labels: ['a'],
        priority: 'low',
        team: { id: 3, name: 'Night' },
      }),
    );
    const merged = mergeConversation(newer, conversation(1, { updatedAt: noon + 9.5 }));
    expect(merged).toEqual(newer);
  });

  test('an older answer still fills what no newer one told', () => {
    const partial = mergeConversation(null, { id: 1, channelId: 1, status: 'resolved', updatedAt: noon + 10 });
    const merged = mergeConversation(partial, conversation(1, { updatedAt: noon, labels: ['vip'] }));
    expect(merged).toMatchObject({ server_status: 'resolved', server_labels: '["vip"]' });
  });

  test('with the same version the later arrival wins: reading changes unread without a new version', () => {
    const before = mergeConversation(null, conversation(1, { unread: 3 }));
    expect(mergeConversation(before, conversation(1, { unread: 0 })).server_unread).toBe(0);
  });

  test('activity never goes back', () => {
    const before = mergeConversation(null, conversation(1, { lastActivityAt: noon + 50 }));
    const merged = mergeConversation(before, conversation(1, { lastActivityAt: noon, updatedAt: noon + 99 }));
    expect(merged.server_last_activity_at).toBe(noon + 50);
  });
});

describe('message status', () => {
  test.each([
    [null, 'sent', 'sent'],
    ['sent', 'delivered', 'delivered'],
    ['delivered', 'sent', 'delivered'],
    ['read', 'delivered', 'read'],
    ['sent', 'failed', 'failed'],
    ['failed', 'sent', 'failed'],
    ['delivered', 'failed', 'delivered'],
    ['failed', 'delivered', 'delivered'],
    ['read', 'failed', 'read'],
    ['delivered', null, 'delivered'],
    ['delivered', undefined, 'delivered'],
  ] as const)('%s then %s is %s', (stored, next, result) => {
    expect(mergeStatus(stored, next)).toBe(result);
  });
});

describe('messages', () => {
  const base: MessagePatch = outgoing(1, 10, noon, { sourceId: 'wamid.1', clientId: 'c', updatedAt: noon });

  test('the source id and the client id are never lost', () => {
    const merged = mergeMessage(mergeMessage(null, base), {
      ...base,
      sourceId: null,
      clientId: null,
      updatedAt: noon + 9,
    });
    expect(merged).toMatchObject({ source_id: 'wamid.1', client_id: 'c' });
  });

  test('deleting changes the text for good, also against a late older answer', () => {
    const deleted = mergeMessage(mergeMessage(null, base), {
      ...base,
      text: 'This message was deleted',
      deleted: true,
    });
    expect(deleted).toMatchObject({ text: 'This message was deleted', deleted: 1, attachments: '[]' });
    expect(mergeMessage(deleted, base)).toEqual(deleted);
  });

  test('an older version does not change the text, a newer one does', () => {
    const stored = mergeMessage(null, base);
    expect(mergeMessage(stored, { ...base, text: 'old', updatedAt: noon - 1 }).text).toBe(base.text);
    expect(mergeMessage(stored, { ...base, text: 'new', updatedAt: noon + 1 }).text).toBe('new');
  });

  test('one shape that knows an incoming message for a reaction is enough, in either order', () => {
    const plain = incoming(1, 5, noon);
    const reaction = { ...plain, opensWindow: false };
    expect(mergeMessage(mergeMessage(null, plain), reaction).opens_window).toBe(0);
    expect(mergeMessage(mergeMessage(null, reaction), { ...plain, opensWindow: true }).opens_window).toBe(0);
  });

  test('the earlier time counts, whichever shape told it', () => {
    const stored = mergeMessage(null, incoming(1, 5, noon + 400, { providerAt: noon - 100 }));
    const merged = mergeMessage(stored, incoming(1, 5, noon, { providerAt: null }));
    expect(merged).toMatchObject({ at: noon, provider_at: noon - 100 });
  });
});

describe('runs without holes', () => {
  test.each([
    ['the first one', [], [40, 60], [[40, 60]]],
    ['older messages read on', [[40, 60]], [20, 40], [[20, 60]]],
    ['a newer page that overlaps', [[40, 60]], [55, 80], [[40, 80]]],
    [
      'a newer page beyond a hole',
      [[40, 60]],
      [70, 90],
      [
        [40, 60],
        [70, 90],
      ],
    ],
    ['the very first message', [[40, 60]], [0, 60], [[0, 60]]],
    [
      'a hole that is filled',
      [
        [1, 9],
        [40, 60],
        [70, 90],
      ],
      [60, 70],
      [
        [1, 9],
        [40, 90],
      ],
    ],
    [
      'part of a hole',
      [
        [1, 9],
        [70, 90],
      ],
      [9, 30],
      [
        [1, 30],
        [70, 90],
      ],
    ],
    [
      'one message in the middle of a hole',
      [
        [1, 9],
        [70, 90],
      ],
      [50, 50],
      [
        [1, 9],
        [50, 50],
        [70, 90],
      ],
    ],
  ])('%s', (_, runs, [from, to], result) => {
    const run = ([first = 0, last = 0]: readonly number[]) => ({ from: first, to: last });
    expect(mergeRuns(runs.map(run), { from: from!, to: to! })).toEqual(result.map(run));
  });
});
