import { memo } from 'react';
import type { OutboxItem } from '../../../shared/contract/entities.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { OutboxActions } from '../outbox/outbox-actions.tsx';
import { contentWords, needsPerson, stateIcons, stateWords } from '../outbox/outbox-words.ts';
import { NoteLabel, Time } from './message-bubble.tsx';

/** Something of ours that is not on the server yet, with what stands in its way and what can be done. */
export const PendingBubble = memo(function PendingBubble({ item }: { readonly item: OutboxItem }) {
  const t = useT();
  const { content, state, createdAt } = item;
  const side = content.kind === 'note' ? 'note' : content.kind === 'action' ? 'action' : 'out';
  return (
    <article className={`message message-${side} message-pending`} data-state={state}>
      <div className="bubble">
        {content.kind === 'note' && <NoteLabel author={null} />}
        {content.kind === 'template' && (
          <header className="automatic-label">
            <Icon name="template" size={14} />
            {t('outbox.template')}
          </header>
        )}
        <p className="message-text" dir="auto">
          {contentWords(item, t)}
        </p>
        <footer className="message-foot">
          <Time at={createdAt} />
          <span className={`delivery delivery-${needsPerson(item) ? 'failed' : state}`}>
            <Icon name={stateIcons[state]} size={14} />
            <span>{stateWords(item, t)}</span>
          </span>
        </footer>
      </div>
      <OutboxActions item={item} />
    </article>
  );
});
