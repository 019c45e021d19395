import { memo } from 'react';
import type { OutboxItem } from '../../../shared/contract/entities.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { OutboxActions } from '../outbox/outbox-actions.tsx';
import { LeavingLine, OutboxStateWords, ShowArrived } from '../outbox/outbox-state.tsx';
import { needsPerson } from '../outbox/outbox-words.ts';
import { NoteLabel, Time } from './message-bubble.tsx';

/** Something of ours that is not on the server yet, with what stands in its way and what can be done. */
export const PendingBubble = memo(function PendingBubble({ item }: { readonly item: OutboxItem }) {
  const t = useT();
  const { content, state, createdAt } = item;
  // Changes of the conversation have their place below its header.
  if (content.kind === 'action') return null;
  const side = content.kind === 'note' ? 'note' : 'out';
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
          {content.text}
        </p>
        <footer className="message-foot">
          <Time at={createdAt} />
          <span className={`delivery delivery-${needsPerson(item) ? 'failed' : state}`}>
            <OutboxStateWords item={item} />
          </span>
          <ShowArrived item={item} />
        </footer>
        <LeavingLine item={item} />
      </div>
      <OutboxActions item={item} />
    </article>
  );
});
