import { ThreadRow } from '../../renderer/features/thread/thread-row.tsx';
import type { ThreadItem } from '../../renderer/features/thread/thread-items.ts';
import '../../renderer/features/thread/thread.css';
import { AttachmentView } from '../../renderer/features/media/attachment-view.tsx';
import type { Attachment, DeliveryState, Message } from '../../shared/contract/entities.ts';
import type { OutboxItem, OutboxProblem, OutboxState } from '../../shared/contract/outbox.ts';
import { OutboxState as OutboxStates } from '../../shared/contract/outbox.ts';
import {
  aMessage,
  anAttachment,
  anOutboxItem,
  aReply,
  hour,
  liveSync,
  minute,
  serverNow,
} from '../renderer/support/fixtures.ts';
import type { MemoryWorld } from '../renderer/support/memory-contract.ts';
import type { GallerySection, GalleryState } from './state.tsx';

const agent = { kind: 'agent' as const, name: 'Robin Vos' };
const offline: Partial<MemoryWorld> = {
  sync: { ...liveSync, state: 'backing-off', problem: 'offline', offlineSince: serverNow - 11 * minute },
};

function row(name: string, item: ThreadItem, world: Partial<MemoryWorld> = {}, arrived: readonly number[] = []) {
  return {
    name,
    world,
    show: () => (
      <ThreadRow
        item={item}
        today={serverNow}
        arrived={new Set(arrived)}
        shownId={null}
        tabStop={null}
        onFocus={() => undefined}
      />
    ),
  } satisfies GalleryState;
}

function message(name: string, change: Partial<Message>, more: { follows?: boolean; arrived?: boolean } = {}) {
  const full = aMessage(change);
  const item = { kind: 'message' as const, key: 'm', message: full, follows: more.follows ?? false, item: null };
  return row(name, item, {}, more.arrived === true ? [full.id] : []);
}

const reply = (change: Partial<Message>): Partial<Message> => ({
  kind: 'outgoing',
  author: agent,
  text: 'It will be with you this week.',
  ...change,
});

const deliveries: readonly DeliveryState[] = ['accepted', 'handed', 'delivered', 'read', 'failed'];
/** WhatsApp's numbers with a sentence of their own; null: the server's words. */
const failures: readonly (number | null)[] = [131047, 131026, 131049, 131050, 130429, 132015, null];

const long =
  'A very long message with a link https://example.com/orders/4711/details?from=whatsapp&campaign=autumn that has to break somewhere, *bold*, _italic_ and `code`.';

const kinds: readonly GalleryState[] = [
  message('incoming', {}),
  message('incoming, follows', { text: 'And can I change the address?' }, { follows: true }),
  message('incoming, arrived before our reply left', {}, { arrived: true }),
  message('incoming, right to left', { text: 'السلام عليكم، متى يصل الطلب رقم 4711؟' }),
  message('incoming, long', { text: long }),
  message('deleted', { deleted: true, text: '' }),
  message('quotes', { quoted: { messageId: 9, author: 'Robin Vos', text: 'It will be with you this week.' } }),
  message('quotes what is not here', { quoted: { messageId: 9, author: null, text: null } }),
  message('automatic', { kind: 'automatic', author: { kind: 'bot', name: 'Welcome' }, text: 'We answer from 9:00.' }),
  message('note', {
    kind: 'note',
    author: agent,
    text: '[@Ana Ferreira](mention://user/2/Ana) is the frame still at the paint shop?',
  }),
  ...deliveries.map((delivery) => message(`reply, ${delivery}`, reply({ delivery }))),
  ...failures.map((code) =>
    message(
      `refused, ${code ?? 'without a number'}`,
      reply({ delivery: 'failed', failure: { code, text: 'not delivered' } }),
    ),
  ),
];

const dividers: readonly GalleryState[] = [
  row('day', { kind: 'day', key: 'd', at: serverNow - 26 * hour }),
  row('unread', { kind: 'unread', key: 'u' }),
  ...(['here', 'offline'] as const).map((where) =>
    row(
      `gap, ${where}`,
      { kind: 'gap', key: 'g', gap: { afterId: 1, beforeId: 9 }, from: serverNow - 90 * hour, to: serverNow },
      where === 'offline' ? offline : {},
    ),
  ),
  ...[1, 4].map((count) =>
    row(`${count} changes`, {
      kind: 'activity',
      key: 'a',
      messages: Array.from({ length: count }, (_, id) =>
        aMessage({ id: id + 1, kind: 'activity', text: 'Ana assigned the conversation to Robin Vos' }),
      ),
    }),
  ),
];

const problems: Partial<Record<OutboxState, readonly OutboxProblem[]>> = {
  queued: [{ kind: 'retrying', tries: 4, text: '502' }],
  accepted: [{ kind: 'not-handed-over' }],
  held: [
    { kind: 'someone-wrote', who: 'customer', name: 'Mara', messageId: 10 },
    { kind: 'someone-wrote', who: 'colleague', name: 'Ana', messageId: 10 },
  ],
  'needs-template': [{ kind: 'window-closed' }],
  failed: [
    { kind: 'refused', code: 131026, text: 'undeliverable' },
    { kind: 'refused', code: null, text: 'The server said no' },
    { kind: 'file', why: 'missing', text: '' },
    { kind: 'file', why: 'too-large', text: '' },
  ],
};

const template: OutboxItem['content'] = {
  kind: 'template',
  name: 'order_update',
  language: 'en',
  values: { header: {}, body: {}, buttons: {}, mediaUrl: null, mediaName: null },
  text: 'Hello Mara, your order 4711 is on its way.',
};

function pending(name: string, change: Partial<OutboxItem>): GalleryState {
  return row(name, { kind: 'pending', key: 'p', item: anOutboxItem(change) });
}

/** `conflict` belongs to changes of the conversation, which are no bubbles. */
const bubbleStates = OutboxStates.options.filter((state) => state !== 'conflict');

const outbox: readonly GalleryState[] = [
  ...bubbleStates.flatMap((state) =>
    [null, ...(problems[state] ?? [])].map((problem) =>
      pending(`${state}${problem === null ? '' : `, ${Object.values(problem).slice(0, 2).join(' ')}`}`, {
        state,
        problem,
        mustLeaveBy: state === 'queued' ? serverNow + 2 * hour : null,
      }),
    ),
  ),
  pending('queued, can be undone', { leavesAt: serverNow + hour }),
  pending('queued note', { content: { kind: 'note', text: 'Waits for the part.', file: null } }),
  pending('queued template', { content: template }),
  pending('queued answer to a message', {
    content: { kind: 'reply', text: 'On Thursday.', file: null, quotedId: 9 },
  }),
  pending('queued, long', { content: aReply(long) }),
];

const media: readonly (readonly [string, Partial<Attachment>])[] = [
  ['image', { kind: 'image' }],
  ['image without a size', { kind: 'image', sizeBytes: null, name: null }],
  ['audio', { kind: 'audio', name: 'voice.ogg', transcript: 'Hello, I am calling about my order.' }],
  ['video', { kind: 'video', name: 'frame.mp4' }],
  ['file', { kind: 'file', name: 'invoice-2026-000471-with-a-rather-long-name.pdf' }],
  ['sticker', { kind: 'sticker', name: null }],
  ['location', { kind: 'location', name: 'Back entrance', coordinates: { latitude: 38.9, longitude: -77.03 } }],
  ['contact', { kind: 'contact', name: 'Maya Williams', phoneNumber: '+12025550190' }],
  ['other', { kind: 'other', name: null, sizeBytes: null }],
];

export const messageSections: readonly GallerySection[] = [
  { name: 'messages', width: 480, states: [...kinds, ...dividers] },
  { name: 'outbox-bubbles', width: 480, states: outbox },
  {
    name: 'media',
    width: 360,
    states: media.flatMap(([name, change]) =>
      (['here', 'offline'] as const).map((where) => ({
        name: `${name}, ${where}`,
        world: where === 'offline' ? offline : {},
        show: () => <AttachmentView attachment={anAttachment(change)} />,
      })),
    ),
  },
];
