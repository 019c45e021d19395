import { describe, expect, test } from 'vitest';
import { applyBatch } from '../../electron/core/store/apply.ts';
import type { CacheBatch } from '../../electron/core/store/records.ts';
import { addOutbox } from '../../electron/core/store/queries/outbox.ts';
import { getConversation, incompleteIds } from '../../electron/core/store/queries/conversations.ts';
import type { Files } from '../../electron/core/store/sql.ts';
import {
  clientId,
  conversation,
  day,
  hour,
  incoming,
  item,
  noon,
  openForTest,
  outgoing,
  whatsapp,
} from './support/fixtures.ts';

const refused = { status: 'failed', failure: '131047: Re-engagement message' } as const;

function start(batch: CacheBatch): Files {
  const files = openForTest();
  applyBatch(files, { channels: [whatsapp], conversations: [conversation(1)] });
  applyBatch(files, batch);
  return files;
}

function expiresAt(files: Files): unknown {
  return files.cache.prepare('SELECT window_expires_at FROM conversation WHERE id = 1').pluck().get();
}

describe('openings', () => {
  test('the newest message of the customer opens the window for the length of the channel', () => {
    const files = start({
      messages: [incoming(1, 10, noon), incoming(1, 12, noon + hour), outgoing(1, 14, noon + 2 * hour)],
    });
    expect(getConversation(files, 1)?.window).toMatchObject({
      openedAt: noon + hour,
      openedBy: 'message',
      refusedAt: null,
    });
    expect(expiresAt(files)).toBe(noon + hour + day);
  });

  test('a reaction opens nothing, also when that becomes known later', () => {
    const files = start({ messages: [incoming(1, 10, noon), incoming(1, 12, noon + hour)] });
    applyBatch(files, { messages: [incoming(1, 12, noon + hour, { opensWindow: false })] });
    expect(getConversation(files, 1)?.window.openedAt).toBe(noon);
  });

  test('WhatsApp’s own earlier time ends the window earlier', () => {
    const files = start({ messages: [incoming(1, 10, noon)] });
    applyBatch(files, { messages: [incoming(1, 10, noon, { providerAt: noon - 5 * 60_000 })] });
    expect(expiresAt(files)).toBe(noon - 5 * 60_000 + day);
  });
});

describe('refusals', () => {
  test('131047 closes the window until the customer writes again', () => {
    const files = start({ messages: [incoming(1, 10, noon), outgoing(1, 11, noon + hour, { status: 'sent' })] });
    expect(expiresAt(files)).toBe(noon + day);
    applyBatch(files, { messages: [outgoing(1, 11, noon + hour, refused)] });
    expect(getConversation(files, 1)?.window).toMatchObject({ openedAt: noon, refusedAt: noon + hour });
    expect(expiresAt(files)).toBeNull();
    applyBatch(files, { messages: [incoming(1, 12, noon + 2 * hour)] });
    expect(expiresAt(files)).toBe(noon + 2 * hour + day);
  });

  test.each([
    ['Twilio’s 63016', { status: 'failed', failure: '63016 - Outside the allowed window' }, noon + hour],
    ['another reason', { status: 'failed', failure: '131026: Message undeliverable' }, null],
    ['a template', { ...refused, isTemplate: true }, null],
    ['a note', { ...refused, kind: 'note' }, null],
  ] as const)('%s', (_, more, refusedAt) => {
    const files = start({ messages: [incoming(1, 10, noon), outgoing(1, 11, noon + hour, more)] });
    expect(getConversation(files, 1)?.window.refusedAt).toBe(refusedAt);
  });
});

describe('completeness', () => {
  test.each<[string, CacheBatch, boolean]>([
    ['may reply, and no message of the customer', { conversations: [conversation(1, { canReply: true })] }, false],
    ['may not reply, and no message of the customer', { conversations: [conversation(1, { canReply: false })] }, true],
    ['unread, and no message of the customer', { conversations: [conversation(1, { unread: 2 })] }, false],
    [
      'may reply, and a message young enough',
      { conversations: [conversation(1, { canReply: true, unread: 1 })], messages: [incoming(1, 10, noon - hour)] },
      true,
    ],
    [
      'may reply, and only a message older than the window',
      { conversations: [conversation(1, { canReply: true })], messages: [incoming(1, 10, noon - day)] },
      false,
    ],
    [
      'the same, and everything up to the last activity is here',
      {
        conversations: [conversation(1, { canReply: true })],
        messages: [incoming(1, 10, noon - day), outgoing(1, 11, noon)],
        contiguous: [{ conversationId: 1, fromId: 0 }],
      },
      true,
    ],
    [
      'the same, and the last activity is not here',
      {
        conversations: [conversation(1, { canReply: true })],
        messages: [incoming(1, 10, noon - day)],
        contiguous: [{ conversationId: 1, fromId: 0 }],
      },
      false,
    ],
  ])('%s', (_, batch, complete) => {
    const files = start(batch);
    expect(getConversation(files, 1)?.window.complete).toBe(complete);
    expect(incompleteIds(files, 5)).toEqual(complete ? [] : [1]);
  });

  test('a channel without a window has nothing to know', () => {
    const files = start({
      channels: [{ ...whatsapp, windowMs: null }],
      conversations: [conversation(1, { canReply: true, unread: 3 })],
    });
    expect(getConversation(files, 1)?.window).toMatchObject({ durationMs: null, complete: true });
    expect(expiresAt(files)).toBeNull();
  });
});

describe('templates', () => {
  test('one that went out shows until the customer answers', () => {
    const files = start({ messages: [incoming(1, 10, noon), outgoing(1, 11, noon + hour, { isTemplate: true })] });
    expect(getConversation(files, 1)?.templateSentAt).toBe(noon + hour);
    applyBatch(files, { messages: [incoming(1, 12, noon + 2 * hour)] });
    expect(getConversation(files, 1)?.templateSentAt).toBeNull();
  });

  test('our own is known by its client id, although REST does not tell', () => {
    const files = start({ messages: [incoming(1, 10, noon)] });
    const values = { header: {}, body: {}, buttons: {}, mediaUrl: null, mediaName: null };
    addOutbox(files, { item: item(1, 1, { kind: 'template', name: 'hi', language: 'en', values, text: 'Hello' }) });
    applyBatch(files, { messages: [outgoing(1, 11, noon + hour, { ...refused, clientId: clientId(1) })] });
    expect(getConversation(files, 1)).toMatchObject({ templateSentAt: null, window: { refusedAt: null } });
    applyBatch(files, { messages: [outgoing(1, 11, noon + hour, { status: 'delivered' })] });
    expect(getConversation(files, 1)?.templateSentAt).toBe(noon + hour);
  });
});
