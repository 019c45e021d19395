import { useMemo, type RefObject } from 'react';
import type { OutboxItem } from '../../../shared/contract/entities.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useActions, useApp } from '../../state/app-provider.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Popover } from '../../ui/popover.tsx';
import { OutboxActions } from './outbox-actions.tsx';
import './outbox.css';
import { OutboxStateWords, ShowArrived } from './outbox-state.tsx';
import { contentWords, needsPerson } from './outbox-words.ts';

/** Everything that has not reached the server, by conversation, oldest first. */
export function OutboxPopover({ anchor }: { readonly anchor: RefObject<HTMLElement | null> }) {
  const t = useT();
  const actions = useActions();
  const items = useApp((state) => state.outbox.items);
  const groups = useMemo(() => [...Map.groupBy(items, (item) => item.conversationId)], [items]);
  return (
    <Popover
      title={t('outbox.title')}
      className="outbox-popover"
      anchor={anchor}
      onClose={() => actions.ui.setPopover('none')}
    >
      {groups.length === 0 && <EmptyState icon="check-circle" title={t('outbox.empty')} text={t('outbox.emptyText')} />}
      {groups.map(([conversationId, group]) => (
        <OutboxGroup key={conversationId} conversationId={conversationId} items={group} />
      ))}
    </Popover>
  );
}

function OutboxGroup(props: { readonly conversationId: number; readonly items: readonly OutboxItem[] }) {
  const { conversationId, items } = props;
  const t = useT();
  const actions = useActions();
  const directory = useApp((state) => state.directory);
  const name = useApp((state) => state.conversations.byId[conversationId]?.contact.name);
  return (
    <section className="outbox-group">
      <button type="button" className="outbox-group-name" onClick={() => actions.ui.select(conversationId)}>
        <bdi>{name ?? t('outbox.open', { id: String(conversationId) })}</bdi>
        <Icon name="chevron-right" size={16} />
      </button>
      <ul>
        {items.map((item) => (
          <li key={item.clientId} className="outbox-item">
            <p className="outbox-text" dir="auto">
              {item.content.kind === 'note' && <Icon name="note" size={16} />}
              {contentWords(item, directory, t)}
            </p>
            <p className={needsPerson(item) ? 'outbox-state outbox-state-attention' : 'outbox-state'}>
              <OutboxStateWords item={item} />
              <ShowArrived item={item} />
            </p>
            <OutboxActions item={item} />
          </li>
        ))}
      </ul>
    </section>
  );
}
