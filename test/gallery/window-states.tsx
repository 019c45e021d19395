import { ExplainedWindow } from '../../renderer/features/window-chip/explained-window.tsx';
import { WindowChip } from '../../renderer/features/window-chip/window-chip.tsx';
import type { WindowFacts } from '../../shared/contract/entities.ts';
import { hour, liveSync, minute, serverNow, windowWithLeft } from '../renderer/support/fixtures.ts';
import { Opened, type GallerySection, type GalleryState } from './state.tsx';

/** One of each kind of `shared/window/window-state.ts`. */
export const windows: Readonly<Record<string, WindowFacts>> = {
  unlimited: windowWithLeft(0, { durationMs: null }),
  none: windowWithLeft(0, { openedAt: null, openedBy: null }),
  open: windowWithLeft(21 * hour + 40 * minute + 30_000),
  closing: windowWithLeft(3 * hour + 12 * minute + 30_000),
  urgent: windowWithLeft(48 * minute + 30_000),
  last: windowWithLeft(6 * minute + 31_500),
  guard: windowWithLeft(60_000),
  closed: windowWithLeft(-2 * hour),
  unverified: windowWithLeft(5 * hour, { complete: false }),
};

const offline = { ...liveSync, offlineSince: serverNow - 11 * minute, lastLiveAt: serverNow - 11 * minute };

function chips(size: 'list' | 'header', connection: 'online' | 'offline'): readonly GalleryState[] {
  return Object.entries(windows).map(([kind, facts]) => ({
    name: `${kind} · ${size} · ${connection}`,
    world: connection === 'offline' ? { sync: offline } : {},
    ready: '.window-chip',
    show: () => <WindowChip facts={facts} size={size} contactName="Mara Singh" />,
  }));
}

export const windowSections: readonly GallerySection[] = [
  {
    name: 'window-chips-list',
    width: 160,
    states: [...chips('list', 'online'), ...chips('list', 'offline')],
  },
  {
    name: 'window-chips-header',
    width: 320,
    states: [
      ...chips('header', 'online'),
      ...chips('header', 'offline'),
      {
        name: 'with the way to “why?”',
        ready: '.window-chip',
        show: () => <Opened>{(conversation) => <ExplainedWindow conversation={conversation} />}</Opened>,
      },
    ],
  },
];
