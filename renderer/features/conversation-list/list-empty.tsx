import type { ReactNode } from 'react';
import type { Conversation } from '../../../shared/contract/entities.ts';
import { windowState } from '../../../shared/window/window-state.ts';
import { formatNear } from '../../i18n/dates.ts';
import { useT, type Translate } from '../../i18n/i18n.tsx';
import { useActions, useApp } from '../../state/app-provider.tsx';
import { usePageClock, type ServerTime } from '../../state/clock.ts';
import { noFilter } from '../../state/store.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { IconName } from '../../ui/icon.tsx';
import { viewIcons } from '../rail/views.ts';
import { isFiltered } from './filter-choices.ts';
import { useNextClosing } from './use-next-closing.ts';

/** No rows: still reading, unreadable, waiting for the first sync, or nothing to do. */
export function ListEmpty() {
  const t = useT();
  const actions = useActions();
  const { view, state, filter } = useApp((app) => app.conversations.list);
  const sync = useApp((state) => state.sync.status);
  const next = useNextClosing(state === 'ready' && (view === 'mine' || view === 'unassigned'));
  const time = usePageClock().read();
  if (state === 'error') {
    return (
      <Centered icon="alert" title={t('list.error')} text={t('copy.unreadable')}>
        <Button icon="refresh" onClick={actions.list.retry}>
          {t('app.retry')}
        </Button>
      </Centered>
    );
  }
  const firstSync = sync !== null && sync.lastLiveAt === null && sync.state !== 'live';
  if (firstSync && (sync.progress !== null || state === 'loading')) return <FirstSync />;
  // A local read takes a few ms: rows that flash by would be worse than nothing.
  if (state === 'loading') return <div className="list-body" aria-busy="true" />;
  if (isFiltered(filter)) {
    return (
      <Centered
        icon="search"
        title={t('list.filter.none.title')}
        text={t('list.filter.none.text', { view: t(`view.${view}`) })}
      >
        <Button onClick={() => actions.list.setFilter(noFilter)}>{t('list.filter.none.clear')}</Button>
      </Centered>
    );
  }
  return (
    <Centered
      icon={view === 'open' ? 'check-circle' : viewIcons[view]}
      title={t(`list.empty.${view}.title`)}
      text={[t(`list.empty.${view}.text`), ...(next === null ? [] : [nextWords(next, time, t)])].join(' ')}
    >
      {view !== 'open' && <Button onClick={() => actions.list.setView('open')}>{t('list.empty.showOpen')}</Button>}
    </Centered>
  );
}

/** Nothing to do here is no reason not to look where there soon is. */
function nextWords({ window, contact, assignee }: Conversation, time: ServerTime, t: Translate): string {
  const { closesAt } = windowState(window, time);
  const words = { time: closesAt === null ? '' : formatNear(closesAt, time.nowMs), name: contact.name };
  return assignee === null
    ? t('list.empty.next.free', words)
    : t('list.empty.next.owned', { ...words, owner: assignee.name });
}

function FirstSync() {
  const t = useT();
  const progress = useApp((state) => state.sync.status?.progress ?? null);
  const done = progress?.done ?? 0;
  const total = progress?.total ?? null;
  const text =
    total === null ? t('list.firstSync.progressUnknown', { done }) : t('list.firstSync.progress', { done, total });
  return (
    <Centered icon="inbox" title={t('list.firstSync.title')} text={t('list.firstSync.text')}>
      <progress
        className="list-progress"
        aria-label={text}
        max={total ?? undefined}
        value={total === null ? undefined : done}
      />
      {progress !== null && <span className="list-progress-text tabular">{text}</span>}
    </Centered>
  );
}

interface CenteredProps {
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}

function Centered({ icon, title, text, children }: CenteredProps) {
  return (
    <div className="list-body list-empty">
      <EmptyState icon={icon} title={title} text={text}>
        {children}
      </EmptyState>
    </div>
  );
}
