import { useEffect, useState, type RefObject } from 'react';
import { bulkPlan, type BulkPlan } from '../../../shared/bulk/bulk-plan.ts';
import { oppositeOf } from '../../../shared/bulk/bulk-undo.ts';
import type { CallInput } from '../../../shared/contract/contract.ts';
import type { ConversationAction } from '../../../shared/contract/outbox.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useActions, useAppStore } from '../../state/app-provider.tsx';
import { usePageClock } from '../../state/clock.ts';
import { emptySelection, type SelectionStore } from '../../state/selection.ts';
import { useAnnounce } from '../../ui/live-region.tsx';
import type { ListHandle } from '../conversation-list/list-handle.ts';
import { hasTextOfItsOwn, undoable } from '../outbox/use-undo.ts';
import { useCommand } from '../shortcuts/use-command.ts';
import { actionWords } from '../outbox/outbox-words.ts';
import { resultWords, undoneWords } from './bulk-words.ts';

/** Long enough to read two sentences and to think again: it can be taken back for as long. ms */
const resultMs = 20_000;

export interface Bulk {
  /** In words, for a while or until it is dismissed; null: nothing to say. */
  readonly result: string | null;
  /** Takes all of it back; null: there is nothing to take back. */
  readonly undo: (() => void) | null;
  readonly dismiss: () => void;
  /** Without a dialog: everything that can be changed is changed. */
  readonly run: (ids: readonly number[], action: ConversationAction) => void;
  readonly carryOut: (action: ConversationAction, plan: BulkPlan) => Promise<void>;
}

interface Change {
  /** What was done, in words. */
  readonly what: string;
  /** Server time, ms. */
  readonly at: number;
  readonly changes: CallInput<'conversations.undoMany'>['changes'];
}

interface Shown {
  readonly words: string;
  /** What its Undo takes back. */
  readonly change: Change | null;
}

/** Changes many and says what came of it. The focus goes to the row that has the place of the list's cursor. */
export function useBulk(selection: SelectionStore, rows: RefObject<ListHandle | null>): Bulk {
  const t = useT();
  const actions = useActions();
  const store = useAppStore();
  const clock = usePageClock();
  const announce = useAnnounce();
  const [shown, setShown] = useState<Shown | null>(null);
  const say = (words: string, change: Change | null): void => {
    setShown({ words, change });
    announce(words);
  };

  useEffect(() => {
    if (shown === null) return undefined;
    const timer = window.setTimeout(() => setShown(null), resultMs);
    return () => window.clearTimeout(timer);
  }, [shown]);

  const carryOut = async (action: ConversationAction, plan: BulkPlan): Promise<void> => {
    // Before the rows go: the list then finds the next one that stays.
    rows.current?.focus(null);
    const { byId } = store.getState().conversations;
    const { nowMs: at } = clock.read();
    if (action.kind === 'set-status') selection.setState(emptySelection);
    const done = await actions.conversation.actOnMany(plan.can, action);
    const what = actionWords(action, store.getState().directory, t);
    const refused = plan.can.length - done.length;
    const words = resultWords({ what, done: done.length, refused, cannot: plan.cannot }, t);
    const changes = done.map(({ conversationId, clientId }) => {
      const before = byId[conversationId];
      return { conversationId, clientId, opposite: before === undefined ? null : oppositeOf(action, before) };
    });
    say(words, changes.length === 0 ? null : { what, at, changes });
  };
  const undo = async ({ what, changes }: Change): Promise<void> => {
    // At once, so that the key pressed twice is one undo.
    setShown(null);
    rows.current?.focus(null);
    const undone = await actions.conversation.undoMany([...changes]);
    if (undone !== null) say(undoneWords(what, undone, t), null);
  };
  useUndoKey(shown?.change ?? null, undo);
  const change = shown?.change ?? null;
  return {
    result: shown?.words ?? null,
    undo: change === null ? null : () => void undo(change),
    dismiss: () => setShown(null),
    run(ids, action) {
      const { byId } = store.getState().conversations;
      const targets = ids.flatMap((id) => byId[id] ?? []);
      void carryOut(action, bulkPlan(action, targets, { time: clock.read(), writesToCustomer: false }));
    },
    carryOut,
  };
}

/** The undo key takes back what was done last: this, unless a text was sent after it or is being written. */
function useUndoKey(change: Change | null, undo: (change: Change) => Promise<void>): void {
  const store = useAppStore();
  const clock = usePageClock();
  useCommand(
    'undo',
    () => {
      if (change === null || hasTextOfItsOwn(document.activeElement)) return false;
      const text = undoable(store.getState(), clock.read().nowMs);
      if (text !== undefined && text.createdAt > change.at) return false;
      void undo(change);
      return true;
    },
    change !== null,
  );
}
