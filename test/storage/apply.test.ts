import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Conversation, Message } from '../../shared/contract/entities.ts';
import { applyBatch } from '../../electron/core/store/apply.ts';
import { getConversation, idsWithoutHistory, syncInfo } from '../../electron/core/store/queries/conversations.ts';
import { messagePage } from '../../electron/core/store/queries/messages.ts';
import type { CacheBatch, ConversationPatch, MessagePatch } from '../../electron/core/store/records.ts';
import { closeFiles } from '../../electron/core/store/open.ts';
import type { Files } from '../../electron/core/store/sql.ts';
import {
  conversation,
  hour,
  incoming,
  noon,
  openForTest,
  outgoing,
  openInMemory,
  whatsapp,
} from './support/fixtures.ts';

const conversationId = fc.integer({ min: 1, max: 3 });
const steps = fc.integer({ min: 0, max: 20 });

/** What an answer says follows from its version, as on a real server: the same version never says two things. */
const conversationPatch: fc.Arbitrary<ConversationPatch> = fc
  .record({ id: conversationId, version: steps, parts: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()) })
  .map(({ id, version, parts: [status, people, reply] }) => ({
    id,
    channelId: 1,
    updatedAt: noon + version + 0.5,
    lastActivityAt: noon + version,
    ...(status && {
      status: (['open', 'pending', 'snoozed', 'resolved'] as const)[version % 4] ?? 'open',
      snoozedUntil: version % 4 === 2 ? noon + hour : null,
    }),
    ...(people && {
      assignee:
        version % 3 === 0 ? null : { id: version % 3, name: `A${version % 3}`, availability: 'online' as const },
      labels: [`l${version}`],
      unread: version % 5,
    }),
    ...(reply && { canReply: version % 2 === 0 }),
  }));

const statuses = ['sent', 'delivered', 'read', 'failed'] as const;

const messagePatch: fc.Arbitrary<MessagePatch> = fc
  .record({ conversationId, number: fc.integer({ min: 1, max: 6 }), version: steps, rest: fc.boolean() })
  .map(({ conversationId: id, number, version, rest }) => {
    const kind = number % 2 === 0 ? ('incoming' as const) : ('outgoing' as const);
    return {
      id: id * 100 + number,
      conversationId: id,
      kind,
      text: version >= 18 ? 'gone' : `text ${number}`,
      deleted: version >= 18,
      createdAt: noon + number * 1000,
      status: kind === 'outgoing' ? (statuses[version % 4] ?? null) : null,
      failure: version % 4 === 3 ? '131047: Re-engagement message' : null,
      // Push shapes tell more than REST ones, and carry a version.
      ...(!rest && {
        updatedAt: noon + version,
        sourceId: version > 3 ? `wamid.${number}` : null,
        providerAt: kind === 'incoming' ? noon + number * 900 : null,
        clientId: kind === 'outgoing' ? `client-${id}-${number}` : null,
        isTemplate: number === 5,
        opensWindow: number !== 6,
      }),
    };
  });

const batch: fc.Arbitrary<CacheBatch> = fc.record({
  conversations: fc.array(conversationPatch, { maxLength: 2 }),
  messages: fc.array(messagePatch, { maxLength: 3 }),
});

function stateOf(files: Files): unknown {
  const conversations = [1, 2, 3].map((id) => getConversation(files, id));
  const messages = [1, 2, 3].map((id) => messagePage(files, { conversationId: id, before: null, limit: 50 }).rows);
  return { conversations, messages, info: [1, 2, 3].map((id) => syncInfo(files, id)) };
}

function stateAfter(batches: readonly CacheBatch[]): unknown {
  const files = openInMemory();
  try {
    for (const one of batches) applyBatch(files, one);
    return stateOf(files);
  } finally {
    closeFiles(files);
  }
}

describe('law 8: merge', () => {
  test('the order and the repetition of answers do not matter', () => {
    const history = fc.array(batch, { minLength: 1, maxLength: 6 }).chain((batches) =>
      fc.record({
        batches: fc.constant([{ channels: [whatsapp] }, ...batches]),
        shuffled: fc.shuffledSubarray([{ channels: [whatsapp] }, ...batches, ...batches], {
          minLength: batches.length * 2 + 1,
        }),
      }),
    );
    fc.assert(
      fc.property(history, ({ batches, shuffled }) => {
        expect(stateAfter(shuffled)).toEqual(stateAfter(batches));
      }),
      { numRuns: 200 },
    );
  });

  test('the same batch again changes nothing and reports nothing', () => {
    const files = openForTest();
    const one: CacheBatch = {
      channels: [whatsapp],
      conversations: [conversation(1, { canReply: true, unread: 1 })],
      messages: [incoming(1, 10, noon), outgoing(1, 11, noon + 5)],
      contiguous: [{ conversationId: 1, fromId: 0 }],
    };
    expect(applyBatch(files, one)).toEqual({ conversations: [1], messages: [1], outbox: [] });
    const before = stateOf(files);
    expect(applyBatch(files, one)).toEqual({ conversations: [], messages: [], outbox: [] });
    expect(stateOf(files)).toEqual(before);
  });

  test('a message that comes before its conversation is there when that comes', () => {
    const files = openForTest();
    applyBatch(files, { messages: [incoming(1, 10, noon)] });
    expect(getConversation(files, 1)).toBeNull();
    applyBatch(files, { channels: [whatsapp], conversations: [conversation(1)] });
    expect(getConversation(files, 1)).toMatchObject({
      preview: { text: 'message 10', kind: 'incoming', at: noon },
      window: { openedAt: noon, openedBy: 'message', complete: true },
    });
  });
});

describe('what the page gets', () => {
  test('is exactly the contract, also from the poorest answers', () => {
    const files = openForTest();
    applyBatch(files, { conversations: [{ id: 1, channelId: 9 }], messages: [incoming(1, 10, noon)] });
    const poor = getConversation(files, 1);
    expect(Conversation.strict().parse(poor)).toEqual(poor);
    applyBatch(files, {
      channels: [{ ...whatsapp, id: 9 }],
      conversations: [conversation(1, { channelId: 9, assignee: { id: 3, name: 'Ana', availability: 'busy' } })],
    });
    const rich = getConversation(files, 1);
    expect(Conversation.strict().parse(rich)).toEqual(rich);
    expect(rich).toMatchObject({
      channel: { name: 'Support' },
      assignee: { id: 3, name: 'Ana', availability: 'busy' },
    });
    for (const row of messagePage(files, { conversationId: 1, before: null, limit: 5 }).rows) {
      expect(Message.strict().parse(row)).toEqual(row);
    }
  });

  test('a conversation of a channel that is not known yet holds instead of having no window', () => {
    const files = openForTest();
    applyBatch(files, { conversations: [conversation(1)], messages: [incoming(1, 10, noon)] });
    expect(getConversation(files, 1)?.window).toMatchObject({ durationMs: 24 * hour, complete: false });
    expect(applyBatch(files, { channels: [{ ...whatsapp, windowMs: null }] }).conversations).toEqual([1]);
    expect(getConversation(files, 1)?.window).toMatchObject({ durationMs: null, complete: true });
  });

  test.each([
    [{ status: 'sent' }, 'accepted', null],
    [{ status: 'sent', sourceId: 'wamid.1' }, 'handed', null],
    [{ status: 'read', sourceId: 'wamid.1' }, 'read', null],
    [
      { status: 'failed', failure: '131047: Re-engagement message' },
      'failed',
      { code: 131_047, text: '131047: Re-engagement message' },
    ],
  ] as const)('an outgoing message with %j is %s', (more, delivery, failure) => {
    const files = openForTest();
    applyBatch(files, { messages: [outgoing(1, 10, noon, more)] });
    const [row] = messagePage(files, { conversationId: 1, before: null, limit: 5 }).rows;
    expect(row).toMatchObject({ delivery, failure });
  });
});

describe('message pages', () => {
  test('walk back through everything, oldest first in each page', () => {
    const files = openForTest();
    const all = Array.from({ length: 25 }, (_, index) => incoming(1, 10 + index, noon + index));
    applyBatch(files, {
      channels: [whatsapp],
      conversations: [conversation(1)],
      messages: [...all.toReversed(), incoming(2, 999, noon)],
    });
    const newest = messagePage(files, { conversationId: 1, before: null, limit: 10 });
    expect(newest.rows.map(({ id }) => id)).toEqual([25, 26, 27, 28, 29, 30, 31, 32, 33, 34]);
    expect(newest).toMatchObject({ hasOlder: true, serverHasOlder: true });
    const last = messagePage(files, { conversationId: 1, before: 15, limit: 10 });
    expect(last.rows.map(({ id }) => id)).toEqual([10, 11, 12, 13, 14]);
    expect(last.hasOlder).toBe(false);
    applyBatch(files, { contiguous: [{ conversationId: 1, fromId: 0 }] });
    expect(messagePage(files, { conversationId: 1, before: null, limit: 10 }).serverHasOlder).toBe(false);
  });

  test('a live message does not hide the hole before it from the sync engine', () => {
    const files = openForTest();
    applyBatch(files, {
      channels: [whatsapp],
      conversations: [conversation(1), conversation(2)],
      messages: [incoming(1, 10, noon)],
      contiguous: [{ conversationId: 1, fromId: 0 }],
    });
    applyBatch(files, { messages: [incoming(1, 50, noon + 5)] });
    expect(syncInfo(files, 1)).toMatchObject({ reachesStart: true, contiguousTo: 10, newestMessageId: 50 });
    expect(idsWithoutHistory(files, 10)).toEqual([2]);
  });
});

test('a conversation the server has no more goes, and the agent’s own text stays', () => {
  const files = openForTest();
  applyBatch(files, { channels: [whatsapp], conversations: [conversation(1)], messages: [incoming(1, 10, noon)] });
  expect(applyBatch(files, { removed: [1] }).conversations).toEqual([1]);
  expect(getConversation(files, 1)).toBeNull();
  expect(files.cache.prepare('SELECT count(*) AS many FROM opening_event').get()).toEqual({ many: 1 });
});
