import { useState } from 'react';
import type { Message } from '../../../shared/contract/entities.ts';
import { daysBetween, formatDay, formatRange } from '../../i18n/dates.ts';
import { useT, type Translate } from '../../i18n/i18n.tsx';
import { useActions, useApp } from '../../state/app-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { MessageBubble, type BubbleFocus } from './message-bubble.tsx';
import { Time } from './message-foot.tsx';
import { PendingBubble } from './pending-bubble.tsx';
import type { ThreadItem } from './thread-items.ts';

interface ThreadRowProps {
  readonly item: ThreadItem;
  readonly today: number;
  /** Messages because of which something of ours is held. */
  readonly arrived: ReadonlySet<number>;
  /** The message that somebody asked to see. */
  readonly shownId: number | null;
  readonly tabStop: string | null;
  readonly onFocus: BubbleFocus['onFocus'];
}

export function ThreadRow({ item, today, arrived, shownId, tabStop, onFocus }: ThreadRowProps) {
  const t = useT();
  const focus = { itemKey: item.key, isTabStop: item.key === tabStop, onFocus };
  switch (item.kind) {
    case 'day': {
      const words = dayWords(item.at, today, t);
      return (
        <div className="day" role="separator" aria-label={words}>
          <span>{words}</span>
        </div>
      );
    }
    case 'unread':
      return (
        <div className="unread" role="separator" aria-label={t('thread.unread')}>
          <span>{t('thread.unread')}</span>
        </div>
      );
    case 'gap':
      return <GapRow item={item} />;
    case 'activity':
      return <ActivityRow messages={item.messages} />;
    case 'message': {
      const { message, follows } = item;
      const marks = { arrived: arrived.has(message.id), shown: message.id === shownId };
      return <MessageBubble message={message} item={item.item} follows={follows} {...marks} {...focus} />;
    }
    case 'pending':
      return <PendingBubble item={item.item} {...focus} />;
  }
}

export function dayWords(at: number, today: number, t: Translate): string {
  const days = daysBetween(at, today);
  return days === 0 ? t('thread.today') : days === 1 ? t('thread.yesterday') : formatDay(at, today);
}

function GapRow({ item }: { readonly item: ThreadItem & { readonly kind: 'gap' } }) {
  const t = useT();
  const actions = useActions();
  const live = useApp((state) => state.sync.status?.state === 'live');
  const [asked, setAsked] = useState(false);
  return (
    <div className="gap-row">
      <p>{t('thread.gapBetween', { dates: formatRange(item.from, item.to) })}</p>
      {!live && <p>{t('thread.gap.offline')}</p>}
      {live && (
        <Button
          size="small"
          aria-disabled={asked}
          onClick={() => {
            if (asked) return;
            setAsked(true);
            void actions.thread.fillGap(item.gap).then(setAsked);
          }}
        >
          {t(asked ? 'thread.gap.loading' : 'thread.gap.load')}
        </Button>
      )}
    </div>
  );
}

/** So many changes in a row are shown one by one. */
const fewChanges = 2;

function ActivityRow({ messages }: { readonly messages: readonly Message[] }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const all = open || messages.length <= fewChanges;
  const shown = all ? messages : messages.slice(-1);
  return (
    <div className="activity">
      {messages.length > fewChanges && (
        <button type="button" className="activity-more" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('thread.activities', { count: messages.length })}
        </button>
      )}
      {shown.map((message) => (
        <p key={message.id} dir="auto">
          {message.text} <Time at={message.at} />
        </p>
      ))}
    </div>
  );
}
