/** From Chatwoot's shapes to patches: units, kinds, and what a shape does not tell stays untold (law 8). */
import { describe, expect, it } from 'vitest';
import { PushConversation, PushMessage } from '../../electron/core/connectors/chatwoot/push-shapes.ts';
import { RestConversation, RestMessage } from '../../electron/core/connectors/chatwoot/rest-shapes.ts';
import {
  conversationFromPush,
  conversationFromRest,
  messageFromPush,
  messageFromRest,
} from '../../electron/core/connectors/chatwoot/to-records.ts';
import {
  agentJson,
  pushConversationJson,
  pushMessageJson,
  restConversationJson,
  restMessageJson,
} from './chatwoot-fixtures.ts';

const rest = (over: Record<string, unknown> = {}) => messageFromRest(RestMessage.parse(restMessageJson(over)));
const push = (over: Record<string, unknown> = {}) => messageFromPush(PushMessage.parse(pushMessageJson(over)));

describe('a message over REST', () => {
  it('has times in ms and no word about templates and versions', () => {
    expect(rest()).toEqual({
      id: 901,
      conversationId: 42,
      kind: 'outgoing',
      text: 'Hi',
      createdAt: 1_768_392_000_000,
      status: 'sent',
      sourceId: null,
      failure: null,
      author: { kind: 'agent', id: 7, name: 'Asha' },
      attachments: [],
      deleted: false,
      quotedId: null,
    });
  });

  it.each([
    [0, false, 'incoming'],
    [1, false, 'outgoing'],
    [2, false, 'activity'],
    [3, false, 'automatic'],
    [0, true, 'note'],
    [1, true, 'note'],
    [2, true, 'note'],
    [3, true, 'note'],
  ])('type %i, private %s is %s', (type, isPrivate, kind) => {
    expect(rest({ message_type: type, private: isPrivate }).kind).toBe(kind);
    expect(push({ message_type: type, private: isPrivate }).kind).toBe(kind);
  });

  it('tells our id from the stored key, or from the echo, or not at all', () => {
    expect(rest({ content_attributes: { latchkey_id: 'a' }, echo_id: 'b' }).clientId).toBe('a');
    expect(rest({ echo_id: 'b' }).clientId).toBe('b');
    // A retry wipes the attributes; "null" would make the store forget whose message it is.
    expect('clientId' in rest()).toBe(false);
    expect('clientId' in rest({ content_attributes: { deleted: true } })).toBe(false);
  });

  it('tells failure, deletion and delivery', () => {
    const failed = rest({ status: 'failed', content_attributes: { external_error: '131047: Re-engagement message' } });
    expect(failed).toMatchObject({ status: 'failed', failure: '131047: Re-engagement message' });
    expect(rest({ content_attributes: { deleted: true } }).deleted).toBe(true);
    expect(rest({ status: 'read', source_id: 'wamid.1' })).toMatchObject({ status: 'read', sourceId: 'wamid.1' });
    // A state of a later version is not worth losing the message for.
    expect('status' in rest({ status: 'progress' })).toBe(false);
    expect('status' in rest({ message_type: 0 })).toBe(false);
  });

  it('says which incoming message does not open the window', () => {
    expect(rest({ message_type: 0 }).opensWindow).toBe(true);
    expect(rest({ message_type: 0, content_attributes: { is_unsupported: true } }).opensWindow).toBe(false);
    expect('opensWindow' in rest({ message_type: 1 })).toBe(false);
  });

  it("takes the provider's time of an incoming message only if it can be one", () => {
    const told = (value: unknown) => rest({ message_type: 0, content_attributes: { external_created_at: value } });
    expect(told(1_768_390_000).providerAt).toBe(1_768_390_000_000);
    for (const other of ['2026-01-14', 1_768_390_000_000, 0, null]) expect('providerAt' in told(other)).toBe(false);
    const ours = rest({ message_type: 1, content_attributes: { external_created_at: 1_768_390_000 } });
    expect('providerAt' in ours).toBe(false);
  });

  it('survives strange attributes, but not a missing time', () => {
    expect(rest({ content_attributes: 'text' }).deleted).toBe(false);
    expect(rest({ content_attributes: null, content: null }).text).toBe('');
    expect(RestMessage.safeParse(restMessageJson({ created_at: null })).success).toBe(false);
    expect(RestMessage.safeParse(restMessageJson({ message_type: 'outgoing' })).success).toBe(false);
    expect(RestMessage.safeParse(restMessageJson({ private: undefined })).success).toBe(false);
  });

  it.each([
    ['a contact', { message_type: 0, sender: { id: 55, name: 'Maria', type: 'contact' } }, 'contact', 55, 'Maria'],
    ['a bot', { sender: { id: 1, name: 'Robo', type: 'agent_bot' } }, 'bot', 1, 'Robo'],
    ['nobody (activity)', { message_type: 2, sender: undefined }, 'system', null, ''],
    ['a deleted contact', { message_type: 0, sender: undefined }, 'contact', null, ''],
    [
      'an agent without a shown name',
      { sender: { id: 7, name: 'Asha K', available_name: '', type: 'user' } },
      'agent',
      7,
      'Asha K',
    ],
  ])('by %s', (_who, over, kind, id, name) => {
    expect(rest(over).author).toEqual({ kind, id, name });
  });

  it('lists attachments with addresses that a page may follow', () => {
    const of = (over: object) =>
      rest({ attachments: [{ id: 5, message_id: 901, account_id: 1, ...over }] }).attachments?.[0];
    const url = 'https://desk.example/rails/x/Invoice%20May.pdf';
    expect(of({ file_type: 'file', data_url: url, file_size: 1234 })).toEqual({
      id: 5,
      kind: 'file',
      url,
      name: 'Invoice May.pdf',
      sizeBytes: 1234,
      width: null,
      height: null,
      transcript: null,
      coordinates: null,
      phoneNumber: null,
    });
    expect(of({ file_type: 'ig_reel', data_url: 'javascript:alert(1)' })).toMatchObject({ kind: 'other', url: null });
    expect(of({ file_type: 'location', data_url: null, fallback_title: 'Office' })).toMatchObject({ name: 'Office' });
    expect(of({ file_type: 'file', data_url: 'https://desk.example/%E0%A4%A' })?.name).toBe('%E0%A4%A');
  });

  it('tells places, people, sizes, words and stickers', () => {
    const of = (over: object, more: object = {}) =>
      rest({ attachments: [{ id: 5, message_id: 901, account_id: 1, ...over }], ...more }).attachments?.[0];
    const place = { file_type: 'location', coordinates_lat: 52.5, coordinates_long: 13.4, fallback_title: 'Office' };
    expect(of(place)).toMatchObject({ name: 'Office', coordinates: { latitude: 52.5, longitude: 13.4 } });
    expect(of({ ...place, coordinates_lat: 91 })?.coordinates).toBeNull();
    expect(
      of({ file_type: 'contact', fallback_title: '+491', meta: { firstName: 'Maya', lastName: 'Li' } }),
    ).toMatchObject({ kind: 'contact', name: 'Maya Li', phoneNumber: '+491' });
    expect(of({ file_type: 'contact', fallback_title: '+491', meta: {} })).toMatchObject({ name: null });
    expect(of({ file_type: 'image', width: 640, height: 480 })).toMatchObject({ width: 640, height: 480 });
    expect(of({ file_type: 'audio', transcribed_text: 'Hello' })?.transcript).toBe('Hello');
    expect(of({ file_type: 'audio', transcribed_text: '', width: 'wide' })).toMatchObject({
      transcript: null,
      width: null,
    });
    expect(of({ file_type: 'image' }, { content_type: 'sticker' })?.kind).toBe('sticker');
  });

  it('tells which message it answers', () => {
    expect(rest({ content_attributes: { in_reply_to: 880 } }).quotedId).toBe(880);
    expect(rest({ content_attributes: { in_reply_to: null, in_reply_to_external_id: 'wamid' } }).quotedId).toBeNull();
  });
});

describe('a pushed message', () => {
  it('has a version and says whether it is a template', () => {
    expect(push()).toEqual({
      id: 902,
      conversationId: 42,
      kind: 'incoming',
      text: 'hello',
      createdAt: 1_768_391_000_000,
      updatedAt: Date.UTC(2026, 0, 14, 11, 43, 20, 123),
      opensWindow: true,
      sourceId: 'wamid.IN',
      failure: null,
      author: { kind: 'contact', id: 55, name: 'Maria' },
      attachments: [],
      deleted: false,
      quotedId: null,
      isTemplate: false,
    });
    expect(push({ message_type: 1, additional_attributes: { template_params: { name: 't' } } }).isTemplate).toBe(true);
    expect('isTemplate' in push({ additional_attributes: undefined })).toBe(false);
  });

  it('leaves the author alone if it only has columns', () => {
    expect('author' in push({ sender: undefined })).toBe(false);
    expect(push({ sender: undefined, sender_id: null, message_type: 2 }).author?.kind).toBe('system');
    expect(push({ sender: { id: 1, name: 'Robo' }, sender_type: 'AgentBot', message_type: 1 }).author?.kind).toBe(
      'bot',
    );
  });
});

describe('a conversation over REST', () => {
  const of = (over = {}, meta = {}) => conversationFromRest(RestConversation.parse(restConversationJson(over, meta)));

  it('has ms, a version with its fraction, and nulls for what the server leaves out', () => {
    expect(of().conversation).toEqual({
      id: 42,
      channelId: 3,
      contact: { id: 55, name: 'Maria', phoneNumber: '+15557654321', avatarUrl: 'https://desk.example/a.png' },
      status: 'open',
      snoozedUntil: null,
      assignee: null,
      team: null,
      labels: ['vip'],
      priority: null,
      unread: 2,
      lastActivityAt: 1_768_392_000_000,
      waitingSince: 1_768_391_000_000,
      agentSeenAt: 1_768_392_000_000,
      canReply: true,
      createdAt: 1_768_300_000_000,
      updatedAt: 1_768_392_000_123.456,
    });
  });

  it('brings the newest message of any kind and the newest spoken one, once each', () => {
    expect(of().messages.map((message) => message.id)).toEqual([902]);
    const activity = pushMessageJson({ id: 903, message_type: 2, sender: undefined, sender_id: null });
    expect(of({ messages: [activity] }).messages.map((message) => message.kind)).toEqual(['incoming', 'activity']);
    expect(of({ messages: [], last_non_activity_message: null }).messages).toEqual([]);
  });

  it('knows a snooze, a team, a person, and that a bot is no person', () => {
    const snoozed = of({ status: 'snoozed', snoozed_until: '2026-01-15T09:00:00.000Z', waiting_since: 0 });
    expect(snoozed.conversation).toMatchObject({ snoozedUntil: Date.UTC(2026, 0, 15, 9), waitingSince: null });
    const team = { id: 2, name: 'support' };
    const taken = of({}, { assignee: agentJson, assignee_type: 'User', team });
    expect(taken.conversation).toMatchObject({ assignee: { id: 7, name: 'Asha', availability: 'online' }, team });
    const bot = of({}, { assignee: { id: 9, name: 'Robo' }, assignee_type: 'AgentBot' });
    expect(bot.conversation.assignee).toBeNull();
  });

  it('lets no status through that we do not know', () => {
    expect('status' in of({ status: 'archived' }).conversation).toBe(false);
  });
});

describe('a pushed conversation', () => {
  const of = (over = {}, meta = {}) => conversationFromPush(PushConversation.parse(pushConversationJson(over, meta)));

  it('has the same units, and says nothing about keys that are missing', () => {
    expect(of().conversation).toMatchObject({
      id: 42,
      assignee: null,
      team: null,
      priority: 'high',
      waitingSince: null,
      snoozedUntil: Date.UTC(2026, 0, 15, 9),
      updatedAt: 1_768_392_001_500,
    });
    expect(of().messages.map((message) => message.id)).toEqual([902]);
    const bare = of(
      { labels: undefined, snoozed_until: undefined },
      { assignee: undefined, team: undefined },
    ).conversation;
    for (const key of ['assignee', 'team', 'labels', 'snoozedUntil']) expect(bare).not.toHaveProperty(key);
  });
});
