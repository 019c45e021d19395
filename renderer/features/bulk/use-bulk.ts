import { useEffect, useState, type RefObject } from 'react';
import { bulkPlan, type BulkPlan } from '../../../shared/bulk/bulk-plan.ts';
import type { ConversationAction } from '../../../shared/contract/outbox.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useActions, useAppStore } from '../../state/app-provider.tsx';
import { usePageClock } from '../../state/clock.ts';
import { emptySelection, type SelectionStore } from '../../state/selection.ts';
import { useAnnounce } from '../../ui/live-region.tsx';
import type { ListHandle } from '../conversation-list/list-handle.ts';
import { actionWords } from '../outbox/outbox-words.ts';
import { resultWords } from './bulk-words.ts';

/** Long enough to read two sentences. ms */
const resultMs = 12_000;

export interface Bulk {
  /** In words, for a while or until it is dismissed; null: nothing to say. */
  readonly result: string | null;
  readonly dismiss: () => void;
  /** Without a dialog: everything that can be changed is changed. */
  readonly run: (ids: readonly number[], action: ConversationAction) => void;
  readonly carryOut: (action: ConversationAction, plan: BulkPlan) => Promise<void>;
}

/** Changes many and says what came of it. The focus goes to the row that has the place of the list's cursor. */
export function useBulk(selection: SelectionStore, rows: RefObject<ListHandle | null>): Bulk {
  const t = useT();
  const actions = useActions();
  const store = useAppStore();
  const clock = usePageClock();
  const announce = useAnnounce();
  const [result, setResult] = useState<string | null>(null);

  useEffect(() => {
    if (result === null) return undefined;
    const timer = window.setTimeout(() => setResult(null), resultMs);
    return () => window.clearTimeout(timer);
  }, [result]);

  const carryOut = async (action: ConversationAction, plan: BulkPlan): Promise<void> => {
    // Before the rows go: the list then finds the next one that stays.
    rows.current?.focus(null);
    if (action.kind === 'set-status') selection.setState(emptySelection);
    const done = await actions.conversation.actOnMany(plan.can, action);
    const what = actionWords(action, store.getState().directory, t);
    const refused = plan.can.length - done.length;
    const words = resultWords({ what, done: done.length, refused, cannot: plan.cannot }, t);
    setResult(words);
    announce(words);
  };
  return {
    result,
    dismiss: () => setResult(null),
    run(ids, action) {
      const { byId } = store.getState().conversations;
      const targets = ids.flatMap((id) => byId[id] ?? []);
      void carryOut(action, bulkPlan(action, targets, { time: clock.read(), writesToCustomer: false }));
    },
    carryOut,
  };
}
