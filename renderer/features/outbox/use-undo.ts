import type { OutboxItem } from '../../../shared/contract/outbox.ts';
import { useT, type MessageKey } from '../../i18n/i18n.tsx';
import { useActions, useApp, useAppStore } from '../../state/app-provider.tsx';
import { usePageClock, useServerTime, type ServerTime } from '../../state/clock.ts';
import type { AppState } from '../../state/store.ts';
import { useAnnounce } from '../../ui/live-region.tsx';
import { useCommand } from '../shortcuts/use-command.ts';
import { canTakeBack } from './outbox-words.ts';

/**
 * Whole seconds until the item leaves, for the words of its countdown; null: it does not wait to be taken back, or it
 * waits for a connection as well, and then nobody knows.
 */
export function useLeavesIn({ state, leavesAt }: OutboxItem): number | null {
  const live = useApp((app) => app.sync.status?.state === 'live');
  const counts = live && state === 'queued' && leavesAt !== null;
  const seconds = ({ nowMs }: ServerTime): number => (counts ? Math.ceil((leavesAt - nowMs) / 1_000) : 0);
  const time = useServerTime((now) => {
    const left = seconds(now);
    // The words change when a whole second has gone.
    return counts && left > 0 ? leavesAt - (left - 1) * 1_000 : null;
  });
  const left = seconds(time);
  return left > 0 ? left : null;
}

/** Takes an item back and says so. */
export function useTakeBack(): (item: OutboxItem) => Promise<void> {
  const t = useT();
  const actions = useActions();
  const announce = useAnnounce();
  return async (item) => {
    if (await actions.outbox.takeBack(item)) announce(t(said(item)));
  };
}

/** Only what never left may be called unsent. */
function said({ state }: OutboxItem): MessageKey {
  if (state === 'uncertain') return 'outbox.backInFieldUnsure';
  return state === 'failed' ? 'outbox.backInField' : 'outbox.takenBack';
}

/** The newest text of this conversation that still waits here. */
export function lastQueued({ outbox }: AppState, conversationId: number | null): OutboxItem | undefined {
  return newest(outbox.items.filter((item) => item.conversationId === conversationId && waits(item)));
}

/** What Ctrl+Z takes back: the newest that can still be undone, wherever it is; otherwise the last one queued in sight. */
export function undoable(state: AppState, nowMs: number): OutboxItem | undefined {
  const leaving = state.outbox.items.filter((item) => waits(item) && item.leavesAt !== null && item.leavesAt > nowMs);
  return newest(leaving) ?? lastQueued(state, state.ui.selectedId);
}

function waits(item: OutboxItem): boolean {
  return item.state === 'queued' && canTakeBack(item);
}

function newest(items: readonly OutboxItem[]): OutboxItem | undefined {
  return items.toSorted((a, b) => a.createdAt - b.createdAt).at(-1);
}

/** The undo key, unless the agent is in a text that has something to undo itself. */
export function useUndoCommand(): void {
  const store = useAppStore();
  const clock = usePageClock();
  const takeBack = useTakeBack();
  useCommand('undo', () => {
    if (hasTextOfItsOwn(document.activeElement)) return false;
    const item = undoable(store.getState(), clock.read().nowMs);
    if (item !== undefined) void takeBack(item);
    return item !== undefined;
  });
}

export function hasTextOfItsOwn(target: Element | null): boolean {
  if (target instanceof HTMLTextAreaElement) return target.value !== '';
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox' && target.value !== '';
  return target instanceof HTMLElement && (target.isContentEditable || target.closest('dialog') !== null);
}
