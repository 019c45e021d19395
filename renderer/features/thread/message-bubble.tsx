import { memo, type FocusEvent } from 'react';
import type { Message } from '../../../shared/contract/entities.ts';
import type { OutboxItem } from '../../../shared/contract/outbox.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useActions } from '../../state/app-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { OutboxActions } from '../outbox/outbox-actions.tsx';
import { needsPerson } from '../outbox/outbox-words.ts';
import { wantsTemplate } from './failure-words.ts';
import { MessageBody } from './message-body.tsx';
import { MessageFoot } from './message-foot.tsx';
import './message.css';
import { MoreButton } from './more-button.tsx';

/** One of the messages is where Tab enters the thread; the arrow keys move it. */
export interface BubbleFocus {
  readonly itemKey: string;
  readonly isTabStop: boolean;
  readonly onFocus: (itemKey: string, event: FocusEvent) => void;
}

export interface MessageBubbleProps extends BubbleFocus {
  readonly message: Message;
  readonly item: OutboxItem | null;
  /** Same author, moments later: no name, less space. */
  readonly follows: boolean;
  /** A reply of ours is held because of it. */
  readonly arrived: boolean;
  /** Somebody asked to see it. */
  readonly shown: boolean;
}

export const MessageBubble = memo(function MessageBubble(props: MessageBubbleProps) {
  const { message, item, follows, arrived, shown, itemKey, isTabStop, onFocus } = props;
  const t = useT();
  const { kind, author, deleted } = message;
  const side = kind === 'incoming' ? 'in' : kind === 'note' ? 'note' : 'out';
  return (
    <article
      className={`message message-${side}${follows ? ' message-follows' : ''}`}
      data-kind={kind}
      data-arrived={arrived}
      data-shown={shown}
      data-item={itemKey}
      tabIndex={isTabStop ? 0 : -1}
      onFocus={(event) => onFocus(itemKey, event)}
    >
      <div className="bubble-row">
        <div className="bubble">
          {kind === 'incoming' && !follows && <span className="visually-hidden">{author.name}</span>}
          {arrived && <p className="arrived-label">{t('message.arrived')}</p>}
          {kind === 'note' && <NoteLabel author={author.name} />}
          {kind === 'automatic' && <AutomaticLabel />}
          <MessageBody message={message} />
          <MessageFoot message={message} />
        </div>
        {!deleted && <MoreButton itemKey={itemKey} />}
      </div>
      {item !== null && needsPerson(item) ? <OutboxActions item={item} /> : <FailedActions message={message} />}
    </article>
  );
});

/** Refused for its window after it had left: its text goes into a template. */
function FailedActions({ message }: { readonly message: Message }) {
  const t = useT();
  const actions = useActions();
  if (!wantsTemplate(message)) return null;
  const { conversationId, text } = message;
  return (
    <div className="outbox-actions">
      <Button
        size="small"
        variant="primary"
        icon="template"
        onClick={() => actions.ui.openTemplatePicker({ conversationId, text, replaces: null })}
      >
        {t('outbox.chooseTemplate')}
      </Button>
    </div>
  );
}

export function NoteLabel({ author }: { readonly author: string | null }) {
  const t = useT();
  return (
    <header className="note-label">
      <Icon name="note" size={16} />
      <span>{t('message.note')}</span>
      {author !== null && <bdi className="note-author">{author}</bdi>}
    </header>
  );
}

function AutomaticLabel() {
  return (
    <header className="automatic-label">
      <Icon name="robot" size={14} />
      {useT()('message.automatic')}
    </header>
  );
}
