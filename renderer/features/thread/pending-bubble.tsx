import { memo } from 'react';
import type { OutboxItem } from '../../../shared/contract/outbox.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { LocalFileView } from '../media/local-file-view.tsx';
import { OutboxActions } from '../outbox/outbox-actions.tsx';
import { LeavingLine, OutboxStateWords, ShowArrived } from '../outbox/outbox-state.tsx';
import { needsPerson } from '../outbox/outbox-words.ts';
import { NoteLabel, type BubbleFocus } from './message-bubble.tsx';
import { MessageText } from './message-body.tsx';
import { Time } from './message-foot.tsx';
import { PendingQuote } from './pending-quote.tsx';

interface PendingBubbleProps extends BubbleFocus {
  readonly item: OutboxItem;
}

/** Something of ours that is not on the server yet, with what stands in its way and what can be done. */
export const PendingBubble = memo(function PendingBubble({ item, itemKey, isTabStop, onFocus }: PendingBubbleProps) {
  const t = useT();
  const { content, state, createdAt } = item;
  // Changes of the conversation have their place below its header.
  if (content.kind === 'action') return null;
  const side = content.kind === 'note' ? 'note' : 'out';
  // A template's words are WhatsApp's own; the others go through the server like any typed text.
  const textKind = content.kind === 'template' ? 'whatsapp' : content.kind === 'note' ? 'note' : 'sent';
  const file = content.kind === 'template' ? null : content.file;
  return (
    <article
      className={`message message-${side} message-pending`}
      data-state={state}
      data-item={itemKey}
      tabIndex={isTabStop ? 0 : -1}
      onFocus={(event) => onFocus(itemKey, event)}
    >
      <div className="bubble">
        {content.kind === 'note' && <NoteLabel author={null} />}
        {content.kind === 'template' && (
          <header className="automatic-label">
            <Icon name="template" size={14} />
            {t('outbox.template')}
          </header>
        )}
        {content.kind === 'reply' && content.quotedId !== null && <PendingQuote messageId={content.quotedId} />}
        {file !== null && <LocalFileView file={file} />}
        {content.text !== '' && <MessageText text={content.text} kind={textKind} />}
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
