import { StatusStrip } from '../../renderer/features/status-strip/status-strip.tsx';
import { SyncBanner } from '../../renderer/features/sync-banner/sync-banner.tsx';
import { LockScreen } from '../../renderer/features/desk-lock/lock-screen.tsx';
import { PinDialog } from '../../renderer/features/desk-lock/pin-dialog.tsx';
import { Gate, KeyMissing } from '../../renderer/features/gate/gate.tsx';
import { OutboxGroups } from '../../renderer/features/outbox/outbox-groups.tsx';
import { SignInForm } from '../../renderer/features/sign-in/sign-in-form.tsx';
import { Workspaces } from '../../renderer/features/workspaces/workspaces.tsx';
import { WorkspaceSwitcher } from '../../renderer/features/workspaces/workspace-switcher.tsx';
import { AppProvider } from '../../renderer/state/app-provider.tsx';
import type { WebSocketTransport, WireState } from '../../renderer/api/web-socket-transport.ts';
import { EmptyState } from '../../renderer/ui/empty-state.tsx';
import { OutboxState } from '../../shared/contract/outbox.ts';
import type { SyncStatus } from '../../shared/contract/sync.ts';
import { SyncProblem } from '../../shared/contract/sync.ts';
import type { VaultKind } from '../../shared/contract/accounts.ts';
import {
  aClock,
  anOutboxItem,
  aWorkspace,
  computer,
  hour,
  liveSync,
  minute,
  serverNow,
  settings,
} from '../renderer/support/fixtures.ts';
import type { GallerySection, GalleryState } from './state.tsx';

const cut: Partial<SyncStatus> = {
  state: 'backing-off',
  offlineSince: serverNow - 11 * minute,
  lastLiveAt: serverNow - 11 * minute,
  retryAt: serverNow + 30_000,
  lastError: 'GET /api/v1/profile: 502',
};

function connection(name: string, change: Partial<SyncStatus>): GalleryState {
  return {
    name,
    world: { sync: { ...liveSync, ...change }, outbox: [anOutboxItem()] },
    ready: '.strip',
    show: () => (
      <>
        <SyncBanner />
        <StatusStrip />
      </>
    ),
  };
}

const connections: readonly GalleryState[] = [
  connection('live', {}),
  connection('connecting', { state: 'connecting', lastLiveAt: null }),
  connection('catching up', { state: 'catching-up', progress: { done: 214, total: 900 } }),
  ...SyncProblem.options.map((problem) =>
    connection(problem, { ...cut, problem, ...(problem === 'signed-out' ? { state: 'signed-out' as const } : {}) }),
  ),
  ...[4, -7].map((minutes): GalleryState => ({
    ...connection(`clock off by ${minutes} min`, {}),
    world: { clock: aClock({ computerClockErrorMs: minutes * minute }) },
  })),
  { ...connection('zoomed', {}), world: { settings: { ...settings, zoom: 125 } } },
  {
    ...connection('the core is gone', {}),
    prepare: (_actions, contract) => contract.setConnected(false),
    ready: '.sync-banner',
  },
];

const ids = '0123456789abcdef';
const everyItem = OutboxState.options.map((state, index) =>
  anOutboxItem({
    clientId: `7b6e6f3e-51a5-4d0e-9a25-0f3a4a7d2c${ids[index] ?? '0'}0`,
    state,
    mustLeaveBy: serverNow + hour,
    ...(state === 'conflict'
      ? {
          content: { kind: 'action' as const, action: { kind: 'assign' as const, assigneeId: 3 } },
          problem: { kind: 'changed-meanwhile' as const, by: 'Ana', now: 'Jonas' },
        }
      : {}),
  }),
);

function signIn(name: string, vault: VaultKind, again = false, servers: string[] | null = null): GalleryState {
  return {
    name,
    world: { computer: { ...computer, policy: { ...computer.policy, servers } } },
    ready: '.sign-in',
    show: ({ client }) => (
      <SignInForm
        client={client}
        vault={vault}
        serverUrl={again ? 'https://chat.example.com' : ''}
        again={again}
        onDone={() => undefined}
        onCancel={() => undefined}
      />
    ),
  };
}

function gate(name: string, state: WireState): GalleryState {
  const onState: WebSocketTransport['onState'] = (listener) => {
    listener(state);
    return () => undefined;
  };
  return {
    name,
    ready: '.gate',
    show: ({ transport }) => <Gate transport={{ ...transport, onState, close: () => undefined }}>{null}</Gate>,
  };
}

export const syncSections: readonly GallerySection[] = [
  { name: 'connection', width: 720, states: connections },
  {
    name: 'outbox',
    width: 480,
    states: [
      ...[true, false].map((full) => ({
        name: full ? 'every state, page' : 'every state, popover',
        world: { outbox: everyItem },
        ready: '.outbox-item',
        show: () => <OutboxGroups full={full} />,
      })),
      { name: 'empty', ready: '.empty-state', show: () => <OutboxGroups full /> },
    ],
  },
  {
    name: 'sign-in',
    width: 480,
    // Its heading has an id of its own.
    alone: true,
    states: [
      signIn('first time', 'system'),
      signIn('again', 'system', true),
      signIn('key in a file', 'file'),
      signIn('key in memory', 'memory'),
      signIn('servers of the organisation', 'system', false, ['https://chat.example.com', 'https://b.example/chat']),
      signIn('no server at present', 'system', false, []),
    ],
  },
  {
    name: 'desk-lock',
    width: 480,
    // Each is the whole page, or modal.
    alone: true,
    states: [
      ...[0, 20_000].map((waitMs): GalleryState => ({
        name: waitMs === 0 ? 'locked' : 'after wrong PINs',
        ready: '.desk-lock',
        show: ({ client }) => <LockScreen client={client} waitMs={waitMs} />,
      })),
      ...(['choose', 'change', 'remove'] as const).map((kind): GalleryState => ({
        name: `${kind} the PIN`,
        ready: '.dialog',
        show: ({ client }) => <PinDialog client={client} kind={kind} onClose={() => undefined} />,
      })),
    ],
  },
  {
    name: 'gate',
    width: 480,
    // Each is the whole page.
    alone: true,
    states: [
      gate('a used link', 'refused'),
      gate('not there yet', 'waiting'),
      { name: 'no link', ready: '.gate', show: () => <KeyMissing /> },
    ],
  },
  {
    name: 'switcher',
    width: 120,
    states: [
      { name: 'one', workspaces: [aWorkspace()] },
      { name: 'two, unread elsewhere', workspaces: [aWorkspace(), aWorkspace({ id: 'w2', unread: 120 })] },
      { name: 'signed out', workspaces: [aWorkspace({ signedIn: false, unsent: 2 })] },
    ].map(({ name, workspaces }) => ({
      name,
      world: { workspaces },
      ready: '.workspace-button',
      show: ({ transport }) => (
        <Workspaces transport={transport}>
          {(client) => (
            <AppProvider client={client}>
              <WorkspaceSwitcher />
            </AppProvider>
          )}
        </Workspaces>
      ),
    })),
  },
  {
    name: 'empty-states',
    width: 360,
    states: [
      { name: 'with a text', show: () => <EmptyState icon="inbox" title="All answered" text="Nothing is waiting." /> },
      { name: 'title only', show: () => <EmptyState icon="search" title="Nothing found" /> },
    ],
  },
];
