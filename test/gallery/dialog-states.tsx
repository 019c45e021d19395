import { bulkKinds } from '../../renderer/features/bulk/bulk-kinds.ts';
import { ChangeDialog } from '../../renderer/features/bulk/change-dialog.tsx';
import { HelpDialog } from '../../renderer/features/composer/help-dialog.tsx';
import { HistoryDialog } from '../../renderer/features/composer/history-dialog.tsx';
import '../../renderer/features/composer/composer.css';
import { Trouble } from '../../renderer/features/sign-in/parts.tsx';
import '../../renderer/features/sign-in/sign-in.css';
import { SweepSummary } from '../../renderer/features/sweep/sweep-summary.tsx';
import '../../renderer/features/sweep/sweep.css';
import { SignOutDialog } from '../../renderer/features/workspaces/sign-out-dialog.tsx';
import type { SweepOutcome } from '../../shared/sweep/sweep-machine.ts';
import { aWorkspace, serverNow } from '../renderer/support/fixtures.ts';
import type { MemoryContract } from '../renderer/support/memory-contract.ts';
import { Opened, type GallerySection } from './state.tsx';

const nothing = () => undefined;

const troubles = [
  'signIn.error.password',
  'signIn.error.token',
  'signIn.error.code',
  'signIn.error.unreachable',
  'signIn.error.rate-limited',
  'signIn.error.not-chatwoot',
  'signIn.error.storage',
  'signIn.error.other',
] as const;

const outcomes: Readonly<Record<string, readonly SweepOutcome[]>> = {
  'all saved': ['saved', 'saved'],
  'a bit of everything': ['saved', 'parked', 'closed', 'skipped', 'gone'],
  'left early': ['saved'],
  'nothing done': [],
};
const swept = [1, 2, 3, 4, 5];

const kept = [
  { id: 'k1', audience: 'customer' as const, why: 'discarded' as const, text: 'It arrives on Thursday.' },
  { id: 'k2', audience: 'team' as const, why: 'replaced' as const, text: 'Waits for the part.' },
].map((text) => ({ ...text, conversationId: 1, keptAt: serverNow }));

export const dialogSections: readonly GallerySection[] = [
  {
    name: 'sign-in-errors',
    width: 440,
    states: troubles.map((key) => ({
      name: key,
      show: () => <Trouble trouble={{ key, detail: 'getaddrinfo ENOTFOUND', turn: 1 }} server="chat.example.com" />,
    })),
  },
  {
    name: 'bulk-changes',
    width: 560,
    alone: true,
    states: bulkKinds.map((kind) => ({
      name: kind,
      ready: 'dialog',
      show: () => (
        <Opened>{({ id }) => <ChangeDialog kind={kind} ids={[id]} onChoose={nothing} onClose={nothing} />}</Opened>
      ),
    })),
  },
  {
    name: 'more-dialogs',
    width: 560,
    alone: true,
    states: [
      { name: 'help', ready: 'dialog', show: () => <HelpDialog onClose={nothing} /> },
      ...[kept, []].map((history) => ({
        name: `earlier texts, ${history.length}`,
        world: { history },
        ready: 'dialog',
        show: () => <HistoryDialog conversationId={1} onRestore={nothing} onClose={nothing} />,
      })),
      ...[false, true].map((forget) => ({
        name: forget ? 'remove a workspace' : 'sign out',
        ready: 'dialog',
        show: ({ client }: MemoryContract) => (
          <SignOutDialog entry={aWorkspace({ unsent: 2 })} forget={forget} client={client} onClose={nothing} />
        ),
      })),
      ...Object.entries(outcomes).map(([name, all]) => ({
        name: `sweep, ${name}`,
        ready: 'dialog',
        show: () => (
          <SweepSummary
            sweep={{
              ids: swept.slice(0, name === 'all saved' ? 2 : swept.length),
              at: all.length,
              outcomes: Object.fromEntries(all.map((outcome, index) => [index + 1, outcome])),
            }}
            onWalk={nothing}
            onClose={nothing}
          />
        ),
      })),
    ],
  },
];
