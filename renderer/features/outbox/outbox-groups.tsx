import { useMemo } from 'react';
import type { OutboxItem } from '../../../shared/contract/outbox.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useActions, useApp } from '../../state/app-provider.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Icon } from '../../ui/icon.tsx';
import { KeptTexts } from './kept-texts.tsx';
import { OutboxActions } from './outbox-actions.tsx';
import './outbox.css';
import { OutboxStateWords, ShowArrived } from './outbox-state.tsx';
import { audienceWords, contentWords, needsPerson } from './outbox-words.ts';

/** `full`: on the page of its own, with whom each is for and what was kept of earlier texts. */
export interface OutboxGroupsProps {
  readonly full: boolean;
}

/** Everything that has not reached the server, by conversation, oldest first. */
export function OutboxGroups({ full }: OutboxGroupsProps) {
  const t = useT();
  const items = useApp((state) => state.outbox.items);
  const groups = useMemo(() => [...Map.groupBy(items, (item) => item.conversationId)], [items]);
  if (groups.length === 0) {
    return <EmptyState icon="check-circle" title={t('outbox.empty')} text={t('outbox.emptyText')} />;
  }
  return groups.map(([conversationId, group]) => (
    <OutboxGroup key={conversationId} conversationId={conversationId} items={group} full={full} />
  ));
}

interface OutboxGroupProps extends OutboxGroupsProps {
  readonly conversationId: number;
  readonly items: readonly OutboxItem[];
}

function OutboxGroup({ conversationId, items, full }: OutboxGroupProps) {
  const t = useT();
  const actions = useActions();
  const known = useApp((state) => state.conversations.byId[conversationId]?.contact.name);
  const name = known ?? t('outbox.open', { id: String(conversationId) });
  return (
    <section className="outbox-group" aria-label={name}>
      <button type="button" className="outbox-group-name" onClick={() => actions.ui.select(conversationId)}>
        <bdi>{name}</bdi>
        <Icon name="chevron-right" size={16} />
      </button>
      <ul>
        {items.map((item) => (
          <OutboxRow key={item.clientId} item={item} full={full} />
        ))}
      </ul>
      {full && <KeptTexts conversationId={conversationId} />}
    </section>
  );
}

function OutboxRow({ item, full }: OutboxGroupsProps & { readonly item: OutboxItem }) {
  const t = useT();
  const directory = useApp((state) => state.directory);
  return (
    <li className="outbox-item">
      {full && <p className="outbox-audience">{audienceWords(item, t)}</p>}
      <p className={full ? 'outbox-text outbox-text-full' : 'outbox-text'} dir="auto">
        {item.content.kind === 'note' && <Icon name="note" size={16} />}
        {contentWords(item, directory, t)}
      </p>
      <p className={needsPerson(item) ? 'outbox-state outbox-state-attention' : 'outbox-state'}>
        <OutboxStateWords item={item} />
        <ShowArrived item={item} />
      </p>
      <OutboxActions item={item} />
    </li>
  );
}
