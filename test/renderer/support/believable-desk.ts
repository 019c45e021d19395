/** A desk as it looks on a working day: windows in every state, several languages, notes, failures, a queued reply. */
import type { Conversation, Message } from '../../../shared/contract/entities.ts';
import {
  aConversation,
  aMessage,
  aReply,
  aTemplate,
  ana,
  anAttachment,
  anOutboxItem,
  hour,
  me,
  minute,
  serverNow,
  tom,
  website,
  windowWithLeft,
} from './fixtures.ts';
import type { MemoryWorld } from './memory-contract.ts';

const customer = (id: number, name: string) => ({ id: 100 + id, name, phoneNumber: '+4915112345678', avatarUrl: null });
const says = (text: string, minutesAgo: number, kind: 'incoming' | 'outgoing' | 'note' = 'incoming') => ({
  text,
  kind,
  at: serverNow - minutesAgo * minute,
});

function row(id: number, name: string, change: Partial<Conversation>): Conversation {
  const at = change.preview?.at ?? serverNow - id * 7 * minute;
  return aConversation({ id, contact: customer(id, name), lastActivityAt: at, ...change });
}

export function believableConversations(): Conversation[] {
  return [
    row(1, 'Mara Singh', {
      contact: { id: 101, name: 'Mara Singh', phoneNumber: '+919812345678', avatarUrl: null },
      unread: 3,
      assignee: me,
      priority: 'high',
      labels: ['delivery', 'vip'],
      preview: says('And can I change the address?', 4),
      window: windowWithLeft(23 * hour + 56 * minute),
    }),
    row(2, 'Jürgen Weiß', {
      assignee: me,
      preview: says('Vielen Dank! Bis dann.', 12),
      window: windowWithLeft(3 * hour + 12 * minute),
    }),
    row(3, 'سارة العلي', { unread: 1, preview: says('متى يصل الطلب؟', 19), window: windowWithLeft(48 * minute) }),
    row(4, 'Chidi Okafor', {
      assignee: ana,
      unread: 2,
      preview: says('Hello? Still waiting', 23),
      window: windowWithLeft(6 * minute + 31_000),
    }),
    row(5, 'Yuki Tanaka', {
      assignee: tom,
      hasDraft: true,
      preview: says('返品したいです', 30),
      window: windowWithLeft(60_000),
    }),
    row(6, 'Lucía Fernández', {
      preview: says('Your parcel is at the depot', 55, 'outgoing'),
      window: windowWithLeft(-2 * hour),
      pending: true,
    }),
    row(7, 'Bram de Wit', {
      assignee: me,
      preview: says('Waits for the part from Ana', 70, 'note'),
      window: windowWithLeft(11 * hour),
    }),
    row(8, '+31 6 5551 2345', { preview: null, window: windowWithLeft(0, { openedAt: null, openedBy: null }) }),
    row(9, 'Nadia Haddad', {
      preview: says('Bonjour, le vélo fait un bruit', 90),
      window: windowWithLeft(5 * hour, { complete: false }),
    }),
    row(10, 'Website visitor', {
      channel: website,
      preview: says('Do you rent bikes?', 100),
      window: windowWithLeft(0, { durationMs: null }),
    }),
    ...Array.from({ length: 24 }, (_, index) =>
      row(20 + index, `Customer ${index + 1}`, {
        preview: says('Is the helmet in stock?', 600 + index * 130),
        window: windowWithLeft((20 - index * 3) * hour),
      }),
    ),
  ];
}

export function believableThread(): Message[] {
  const agent = { kind: 'agent' as const, name: me.name };
  return [
    aMessage({ id: 1, text: 'Hi! I ordered a city bike last week, order 4711.', at: serverNow - 26 * hour }),
    aMessage({
      id: 2,
      kind: 'automatic',
      author: { kind: 'bot', name: 'Welcome' },
      text: 'Thanks for your message. We answer between 9:00 and 18:00.',
      at: serverNow - 26 * hour + 3_000,
      delivery: 'read',
    }),
    aMessage({
      id: 3,
      kind: 'activity',
      author: { kind: 'system', name: '' },
      text: 'Conversation was assigned to Robin Vos',
      at: serverNow - 25 * hour,
    }),
    aMessage({
      id: 4,
      kind: 'outgoing',
      author: agent,
      text: 'Good morning Mara, I have found it: https://example.com/orders/4711',
      at: serverNow - 25 * hour + 5 * minute,
      delivery: 'read',
    }),
    aMessage({
      id: 5,
      kind: 'note',
      author: { kind: 'agent', name: ana.name },
      text: '[@Robin Vos](mention://user/1/Robin) the frame is still at the paint shop. Please do not promise Thursday.',
      at: serverNow - 2 * hour,
    }),
    aMessage({
      id: 6,
      kind: 'outgoing',
      author: agent,
      text: 'It will be with you this week.',
      at: serverNow - 100 * minute,
      delivery: 'delivered',
    }),
    aMessage({
      id: 7,
      kind: 'outgoing',
      author: agent,
      text: 'Here is our winter offer.',
      at: serverNow - 90 * minute,
      delivery: 'failed',
      failure: { code: 131049, text: '131049: This message was not delivered' },
    }),
    aMessage({
      id: 8,
      text: '',
      at: serverNow - 8 * minute,
      attachments: [anAttachment()],
    }),
    aMessage({ id: 9, text: 'When will my bike arrive?', at: serverNow - 5 * minute }),
    aMessage({ id: 10, text: 'And can I change the address?', at: serverNow - 4 * minute }),
  ];
}

export function believableDesk(): Partial<MemoryWorld> {
  return {
    conversations: believableConversations(),
    messages: new Map([[1, believableThread()]]),
    templates: [
      aTemplate(),
      aTemplate({ name: 'back_in_stock', category: 'marketing', body: 'Good news {{1}}: it is back in stock.' }),
    ],
    outbox: [
      anOutboxItem({
        content: aReply('It arrives on Thursday, between 9:00 and 12:00.'),
        mustLeaveBy: serverNow + 2 * hour,
      }),
      anOutboxItem({
        clientId: '1b6e6f3e-51a5-4d0e-9a25-0f3a4a7d2c12',
        conversationId: 6,
        state: 'needs-template',
        content: aReply('Your parcel is at the depot.'),
      }),
    ],
  };
}
