import type { CSSProperties } from 'react';
import type { OutboxItem } from '../../../shared/contract/outbox.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useActions } from '../../state/app-provider.tsx';
import { usePageClock } from '../../state/clock.ts';
import { Icon } from '../../ui/icon.tsx';
import './outbox.css';
import { stateIcons, stateWords } from './outbox-words.ts';
import { useLeavesIn } from './use-undo.ts';

/** Icon and words of an item's state; while it can be undone: how long. */
export function OutboxStateWords({ item }: { readonly item: OutboxItem }) {
  const t = useT();
  const seconds = useLeavesIn(item);
  return (
    <>
      <Icon name={stateIcons[item.state]} size={14} />
      <span className="tabular">{seconds === null ? stateWords(item, t) : t('outbox.leavesIn', { seconds })}</span>
    </>
  );
}

/** A thin line that runs out. The words say the same, so it is hidden from assistive technology. */
export function LeavingLine({ item }: { readonly item: OutboxItem }) {
  const leaving = useLeavesIn(item) !== null;
  const clock = usePageClock();
  const { leavesAt, createdAt } = item;
  if (!leaving || leavesAt === null) return null;
  const wholeMs = Math.max(1, leavesAt - createdAt);
  const goneMs = wholeMs - (leavesAt - clock.read().nowMs);
  // Negative delay: an animation that began when the agent pressed Send, whenever this bubble was drawn.
  const style: CSSProperties = { animationDuration: `${wholeMs}ms`, animationDelay: `${-goneMs}ms` };
  return <span key={leavesAt} className="leaving-line" style={style} aria-hidden="true" />;
}

/** Held because somebody wrote: the way to what they wrote. */
export function ShowArrived({ item }: { readonly item: OutboxItem }) {
  const t = useT();
  const actions = useActions();
  const { problem, conversationId, state } = item;
  if (state !== 'held' || problem?.kind !== 'someone-wrote') return null;
  return (
    <button
      type="button"
      className="outbox-link"
      onClick={() => actions.ui.showMessage(conversationId, problem.messageId)}
    >
      {t('outbox.showArrived')}
    </button>
  );
}
