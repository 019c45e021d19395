import { ConversationRow } from '../../renderer/features/conversation-list/conversation-row.tsx';
import { ConversationList } from '../../renderer/features/conversation-list/conversation-list.tsx';
import { ListEmpty } from '../../renderer/features/conversation-list/list-empty.tsx';
import '../../renderer/features/conversation-list/conversation-list.css';
import { createSelection, toggled } from '../../renderer/state/selection.ts';
import type { Conversation } from '../../shared/contract/entities.ts';
import { View } from '../../shared/contract/entities.ts';
import { aConversation, hour, liveSync, me, minute, serverNow, windowWithLeft } from '../renderer/support/fixtures.ts';
import { windows } from './window-states.tsx';
import type { GallerySection, GalleryState } from './state.tsx';

type RowLook = 'plain' | 'open' | 'chosen' | 'choosing' | 'waiting';

function row(name: string, change: Partial<Conversation>, look: RowLook = 'plain', compact = false): GalleryState {
  return {
    name: compact ? `${name} · compact` : name,
    world: { conversations: [aConversation(change)] },
    ready: '.row-name',
    prepare: (actions) => {
      if (change.status === 'snoozed') actions.list.setView('snoozed');
    },
    show: () => <Row look={look} compact={compact} />,
  };
}

function Row({ look, compact }: { readonly look: RowLook; readonly compact: boolean }) {
  const selection = createSelection();
  if (look === 'chosen') selection.setState((now) => toggled(now, 1));
  if (look === 'choosing') selection.setState((now) => toggled(now, 2));
  return (
    <div className="list-pane" data-density={compact ? 'compact' : 'comfortable'} role="listbox" aria-label="Rows">
      <ConversationRow
        id={1}
        position={1}
        total={1}
        open={look === 'open'}
        tabbable
        byWaiting={look === 'waiting'}
        today={serverNow}
        selection={selection}
        onPress={() => undefined}
      />
    </div>
  );
}

const note = { text: 'Waits for the part from Ana', kind: 'note' as const, at: serverNow - 70 * minute };
const busy: Partial<Conversation> = {
  unread: 3,
  assignee: me,
  priority: 'urgent',
  labels: ['delivery', 'vip'],
  hasDraft: true,
  pending: true,
  contact: { id: 7, name: 'Maximiliane von Hohenstein-Rautenberg', phoneNumber: null, avatarUrl: null },
};

const rows: readonly GalleryState[] = [
  ...[false, true].flatMap((compact) => [
    row('read', {}, 'plain', compact),
    row('unread', { unread: 3 }, 'plain', compact),
    row('open', {}, 'open', compact),
    row('multi-selected', {}, 'chosen', compact),
    row('while choosing', {}, 'choosing', compact),
    row('everything at once', busy, 'plain', compact),
  ]),
  row('waits', { waitingSince: serverNow - 3 * hour }, 'waiting'),
  row('last word is a note', { preview: note }),
  row('last word is ours', { preview: { ...note, kind: 'outgoing' } }),
  row('no message yet', { preview: null }),
  row('snoozed', { status: 'snoozed', snoozedUntil: serverNow + 20 * hour }),
  row('snoozed until the customer answers', { status: 'snoozed' }),
  ...Object.entries(windows).map(([kind, window]) => row(`window ${kind}`, { window })),
];

const firstSync = { ...liveSync, state: 'catching-up' as const, lastLiveAt: null };

const empty: readonly GalleryState[] = [
  ...View.options.map((view): GalleryState => ({
    name: `nothing in ${view}`,
    world: { conversations: [] },
    ready: '.empty-state',
    prepare: (actions) => actions.list.setView(view),
    show: () => <ListEmpty />,
  })),
  {
    name: 'nothing fits the filter',
    world: { conversations: [] },
    ready: '.empty-state',
    prepare: (actions) =>
      actions.list.setFilter({ channelId: null, teamId: null, label: null, assigneeId: null, text: 'zzz' }),
    show: () => <ListEmpty />,
  },
  ...[
    { name: 'first sync', progress: { done: 340, total: 2100 } },
    { name: 'first sync, total not known', progress: { done: 340, total: null } },
  ].map(({ name, progress }): GalleryState => ({
    name,
    world: { conversations: [], sync: { ...firstSync, progress } },
    ready: 'progress',
    show: () => <ListEmpty />,
  })),
];

export const listSections: readonly GallerySection[] = [
  { name: 'rows', width: 340, states: rows },
  { name: 'list-empty', width: 340, states: empty },
  {
    name: 'list',
    width: 340,
    alone: true,
    states: [
      {
        name: 'the whole list',
        world: {
          conversations: Object.values(windows).map((window, index) =>
            aConversation({ id: index + 1, window: { ...window }, unread: index % 3 }),
          ),
        },
        ready: '.row-name',
        show: () => <ConversationList />,
      },
      {
        name: 'no window is closing',
        world: { conversations: [aConversation({ window: windowWithLeft(20 * hour) })] },
        ready: '.empty-state',
        prepare: (actions) => actions.list.setView('closing'),
        show: () => <ConversationList />,
      },
    ],
  },
];
