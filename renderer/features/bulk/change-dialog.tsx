import { bulkPlan, type BulkPlan } from '../../../shared/bulk/bulk-plan.ts';
import type { ConversationAction } from '../../../shared/contract/outbox.ts';
import { snoozeContext } from '../../../shared/snooze/snooze-context.ts';
import { windowState } from '../../../shared/window/window-state.ts';
import { ownTimeZone } from '../../i18n/dates.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useApp, useAppStore } from '../../state/app-provider.tsx';
import { usePageClock } from '../../state/clock.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { PickList, type PickItem } from '../../ui/pick-list.tsx';
import { priceFor, sumWords } from '../pricing/price-words.ts';
import { useRates } from '../pricing/use-rates.ts';
import { snoozeItems, snoozeNothing } from '../snooze/snooze-items.ts';
import { bulkOptions, type BulkOption } from './bulk-items.ts';
import type { BulkKind } from './bulk-kinds.ts';
import { previewWords } from './bulk-words.ts';

export interface ChangeDialogProps {
  readonly kind: BulkKind;
  readonly ids: readonly number[];
  readonly onChoose: (action: ConversationAction, plan: BulkPlan) => void;
  readonly onClose: () => void;
}

/** One change for all of them. Each choice says beforehand how many it reaches, and why not the others. */
export function ChangeDialog({ kind, ids, onChoose, onClose }: ChangeDialogProps) {
  const t = useT();
  const clock = usePageClock();
  const store = useAppStore();
  const rates = useRates();
  const { directory, workspace } = store.getState();
  const byId = useApp((state) => state.conversations.byId);
  const targets = ids.flatMap((id) => byId[id] ?? []);
  const time = clock.read();
  // "Before it closes" is a moment of one window: with several, nothing is counted back.
  const [first] = targets;
  const alone = targets.length === 1 && first !== undefined;
  const context = alone
    ? snoozeContext(windowState(first.window, time), time.nowMs, ownTimeZone())
    : { now: time.nowMs, timeZone: ownTimeZone(), closesAt: null };

  const optionsFor = (text: string): readonly BulkOption[] => {
    if (kind === 'snooze') {
      return snoozeItems(t, context, text).map(({ until, outlives: _one, ...item }) => ({
        ...item,
        action: { kind: 'set-status', status: 'snoozed', snoozedUntil: until },
      }));
    }
    const wanted = text.trim().toLocaleLowerCase();
    return bulkOptions(kind, { t, directory, targets, meId: workspace.info?.me.id ?? null }).filter(({ label }) =>
      label.toLocaleLowerCase().includes(wanted),
    );
  };
  const planOf = (action: ConversationAction): BulkPlan => {
    return bulkPlan(action, targets, { time, writesToCustomer: writesToCustomer(action) });
  };
  const writesToCustomer = (action: ConversationAction): boolean =>
    action.kind === 'run-macro' &&
    directory.macros.some(({ id, writesToCustomer: does }) => does && id === action.macroId);
  const priceOfMessages = ({ can }: BulkPlan): string => {
    const prices = can.flatMap((id) => {
      const target = byId[id];
      return target === undefined || rates === null ? [] : [priceFor('service', target, rates, time.nowMs)];
    });
    return prices.length === 0 ? '' : t('price.messages', { sum: sumWords(prices, t) });
  };
  const itemsFor = (text: string): readonly PickItem[] =>
    optionsFor(text).map(({ action, ...option }) => {
      const plan = planOf(action);
      const price = writesToCustomer(action) ? priceOfMessages(plan) : '';
      return { ...option, ...previewWords(plan, targets.length, price, t), onChoose: () => onChoose(action, plan) };
    });
  return (
    <Dialog
      title={t(`bulk.title.${kind}`, { count: targets.length, name: first?.contact.name ?? '' })}
      onClose={onClose}
    >
      <PickList
        label={t(`bulk.action.${kind}`)}
        placeholder={t(kind === 'snooze' ? 'snooze.when' : 'bulk.find')}
        itemsFor={itemsFor}
        nothing={(text) => (kind === 'snooze' ? snoozeNothing(t, context, text) : t('bulk.nothing', { text }))}
      />
    </Dialog>
  );
}
