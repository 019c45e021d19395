import { useT } from '../../i18n/i18n.tsx';
import { useActions, useApp } from '../../state/app-provider.tsx';
import type { SortOrder } from '../../state/store.ts';
import { Segmented } from '../../ui/segmented.tsx';

export function ListHead() {
  const t = useT();
  const actions = useActions();
  const { view, sort } = useApp((state) => state.conversations.list);
  const count = useApp((state) => state.conversations.counts[view]);
  return (
    <header className="list-head">
      <h1 className="list-title">
        {t(`view.${view}`)}
        {count !== undefined && <span className="list-count tabular">{count}</span>}
      </h1>
      <Segmented<SortOrder>
        label={t('list.sort')}
        value={sort}
        onChange={actions.list.setSort}
        options={[
          { value: 'activity', label: t('list.sort.activity') },
          { value: 'closing', label: t('list.sort.closing') },
        ]}
      />
    </header>
  );
}
