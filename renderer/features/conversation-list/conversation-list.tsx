import { useEffect, useRef, useState, type RefObject } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { useApp } from '../../state/app-provider.tsx';
import { createSelection, pruned } from '../../state/selection.ts';
import { BulkBar } from '../bulk/bulk-bar.tsx';
import { PaneSeparator } from '../panes/pane-separator.tsx';
import './conversation-list.css';
import { ListEmpty } from './list-empty.tsx';
import type { ListHandle } from './list-handle.ts';
import { ListHead } from './list-head.tsx';
import { ListRows } from './list-rows.tsx';

export function ConversationList() {
  const t = useT();
  const view = useApp((state) => state.conversations.list.view);
  const density = useApp((state) => state.settings.density);
  const rows = useRef<ListHandle>(null);
  return (
    <section
      id="list"
      tabIndex={-1}
      className="list-pane"
      data-density={density}
      aria-label={t('list.label', { view: t(`view.${view}`) })}
    >
      <ListHead rows={rows} />
      <ListBody key={view} rows={rows} />
      <PaneSeparator pane="list" />
    </section>
  );
}

/** The rows and what is selected of them. Another view or filter begins with nothing selected; another order keeps it. */
function ListBody({ rows }: { readonly rows: RefObject<ListHandle | null> }) {
  const { sort, ids, state } = useApp((app) => app.conversations.list);
  const [selection] = useState(createSelection);
  useEffect(() => {
    // While another order is being read, nothing is there and nothing has left.
    if (state !== 'loading') selection.setState((now) => pruned(now, ids));
  }, [selection, ids, state]);
  return (
    <>
      {ids.length === 0 ? <ListEmpty /> : <ListRows key={sort} handle={rows} selection={selection} />}
      <BulkBar selection={selection} rows={rows} />
    </>
  );
}
