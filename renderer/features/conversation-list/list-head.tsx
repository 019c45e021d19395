import type { RefObject } from 'react';
import { formatTime } from '../../i18n/dates.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useActions, useApp } from '../../state/app-provider.tsx';
import type { SortOrder } from '../../state/store.ts';
import { MenuButton } from '../../ui/menu-button.tsx';
import { FilterBar } from './filter-bar.tsx';
import { FilterChips } from './filter-chips.tsx';
import { isFiltered } from './filter-choices.ts';
import type { ListHandle } from './list-handle.ts';

const orders: readonly SortOrder[] = ['activity', 'closing', 'waiting'];

export function ListHead({ rows }: { readonly rows: RefObject<ListHandle | null> }) {
  const t = useT();
  const { view, filter, more, ids } = useApp((state) => state.conversations.list);
  const inView = useApp((state) => state.conversations.counts[view]);
  // How many fit a filter is known once all of them are loaded.
  const filtered = more ? undefined : ids.length;
  const count = isFiltered(filter) ? filtered : inView;
  return (
    <header className="list-head">
      <div className="list-title-line">
        <h1 className="list-title">
          <span className="truncate">{t(`view.${view}`)}</span>
          {count !== undefined && <span className="list-count tabular">{count}</span>}
        </h1>
        <AsOf />
        <SortMenu />
      </div>
      <FilterBar rows={rows} />
      <FilterChips />
    </header>
  );
}

/** How old the list may be: only while the server cannot be asked. */
function AsOf() {
  const t = useT();
  const status = useApp((state) => state.sync.status);
  if (status === null || status.offlineSince === null || status.lastLiveAt === null) return null;
  const time = formatTime(status.lastLiveAt);
  return (
    <span className="list-as-of tabular" title={t('list.asOfLabel', { time })}>
      {t('list.asOf', { time })}
    </span>
  );
}

function SortMenu() {
  const t = useT();
  const actions = useActions();
  const sort = useApp((state) => state.conversations.list.sort);
  const name = (order: SortOrder): string => t(`list.sort.${order}`);
  return (
    <MenuButton
      label={t('list.sort', { order: name(sort) })}
      items={orders.map((order) => ({
        key: order,
        label: name(order),
        checked: order === sort,
        onChoose: () => actions.list.setSort(order),
      }))}
    >
      {name(sort)}
    </MenuButton>
  );
}
