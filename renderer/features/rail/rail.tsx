import { useRef, type Ref } from 'react';
import type { View } from '../../../shared/contract/entities.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useActions, useApp } from '../../state/app-provider.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { OutboxPopover } from '../outbox/outbox-popover.tsx';
import { needsPerson } from '../outbox/outbox-words.ts';
import { WorkspaceSwitcher } from '../workspaces/workspace-switcher.tsx';
import './rail.css';
import { viewIcons, views } from './views.ts';

/** The views with their counts on top; outbox and settings at the bottom. */
export function Rail() {
  const t = useT();
  const actions = useActions();
  const current = useApp((state) => state.conversations.list.view);
  const counts = useApp((state) => state.conversations.counts);
  const popover = useApp((state) => state.ui.popover);
  const outbox = useApp((state) => state.outbox.items);
  const outboxButton = useRef<HTMLButtonElement>(null);
  const page = useApp((state) => state.ui.page);
  const toggleOutbox = (): void => actions.ui.setPopover(popover === 'outbox' ? 'none' : 'outbox');
  return (
    <nav className="rail" aria-label={t('rail.label')}>
      <ul className="rail-views">
        {views.map((view) => (
          <li key={view}>
            <ViewButton view={view} count={counts[view]} current={page === 'inbox' && view === current} />
          </li>
        ))}
      </ul>
      <RailButton
        icon="search"
        label={t('action.search.open')}
        current={page === 'search'}
        onClick={() => actions.ui.goTo('search')}
      />
      <RailButton
        icon="plus"
        label={t('action.conversation.start')}
        current={page === 'start'}
        onClick={() => actions.ui.goTo('start')}
      />
      <RailButton
        ref={outboxButton}
        icon="outbox"
        label={outbox.length === 0 ? t('rail.outbox') : t('rail.outboxCount', { count: outbox.length })}
        count={outbox.length === 0 ? undefined : outbox.length}
        attention={outbox.some(needsPerson)}
        expanded={popover === 'outbox'}
        current={page === 'outbox'}
        onClick={toggleOutbox}
      />
      <RailButton
        icon="sliders"
        label={t('rail.settings')}
        current={page === 'settings'}
        onClick={() => actions.ui.goTo('settings')}
      />
      <WorkspaceSwitcher />
      {popover === 'outbox' && <OutboxPopover anchor={outboxButton} />}
    </nav>
  );
}

interface ViewButtonProps {
  readonly view: View;
  readonly count: number | undefined;
  readonly current: boolean;
}

function ViewButton({ view, count, current }: ViewButtonProps) {
  const t = useT();
  const actions = useActions();
  const name = t(`view.${view}`);
  const label = count === undefined ? name : t('view.count', { name, count });
  // Closed ones are an archive: how many there are is no news.
  const shown = view === 'resolved' ? undefined : count;
  return (
    <RailButton
      icon={viewIcons[view]}
      label={label}
      count={shown}
      current={current}
      onClick={() => actions.list.setView(view)}
    />
  );
}

interface RailButtonProps {
  readonly ref?: Ref<HTMLButtonElement>;
  readonly icon: IconName;
  readonly label: string;
  readonly count?: number | undefined;
  readonly current?: boolean;
  readonly attention?: boolean;
  readonly expanded?: boolean;
  readonly onClick: () => void;
}

function RailButton({
  ref,
  icon,
  label,
  count,
  current = false,
  attention = false,
  expanded,
  onClick,
}: RailButtonProps) {
  return (
    <button
      ref={ref}
      type="button"
      className={attention ? 'rail-button rail-attention' : 'rail-button'}
      aria-label={label}
      title={label}
      aria-current={current ? 'page' : undefined}
      aria-expanded={expanded}
      aria-haspopup={expanded === undefined ? undefined : 'dialog'}
      onClick={onClick}
    >
      <Icon name={icon} />
      {count !== undefined && count > 0 && <span className="rail-count tabular">{count > 99 ? '99+' : count}</span>}
    </button>
  );
}
