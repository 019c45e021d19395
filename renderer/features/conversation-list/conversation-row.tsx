import { memo } from 'react';
import type { Conversation, MessagePreview } from '../../../shared/contract/entities.ts';
import { formatCorner, formatFull, formatNear } from '../../i18n/dates.ts';
import { useT, type Translate } from '../../i18n/i18n.tsx';
import { useApp } from '../../state/app-provider.tsx';
import { Avatar, initials } from '../../ui/avatar.tsx';
import { Icon } from '../../ui/icon.tsx';
import { WindowChip } from '../window-chip/window-chip.tsx';

export interface ConversationRowProps {
  readonly id: number;
  /** From 1, for assistive technology: only a part of the list is in the document. */
  readonly position: number;
  readonly total: number;
  readonly selected: boolean;
  /** The one row that Tab reaches. */
  readonly tabbable: boolean;
  /** Any moment of today, server time: decides between "14:32" and "Tue". */
  readonly today: number;
  readonly onOpen: (id: number) => void;
}

export const ConversationRow = memo(function ConversationRow(props: ConversationRowProps) {
  const { id, position, total, selected, tabbable, today, onOpen } = props;
  const t = useT();
  const conversation = useApp((state) => state.conversations.byId[id]);
  if (conversation === undefined) return <div className="row" />;
  const { contact, unread, lastActivityAt } = conversation;
  return (
    <div
      role="option"
      aria-selected={selected}
      aria-setsize={total}
      aria-posinset={position}
      tabIndex={tabbable ? 0 : -1}
      data-conversation-id={id}
      className={unread > 0 ? 'row row-unread' : 'row'}
      onClick={() => onOpen(id)}
    >
      <Avatar name={contact.name} />
      <div className="row-text">
        <div className="row-line">
          <span className="row-name truncate">
            <bdi>{contact.name}</bdi>
          </span>
          <time
            className="row-time tabular"
            dateTime={new Date(lastActivityAt).toISOString()}
            title={formatFull(lastActivityAt)}
          >
            {formatCorner(lastActivityAt, today)}
          </time>
        </div>
        <div className="row-line">
          <Preview preview={conversation.preview} t={t} />
          {unread > 0 && (
            <>
              <span className="row-dot" aria-hidden="true" />
              <span className="visually-hidden">{t('row.unread', { count: unread })}</span>
            </>
          )}
        </div>
        <RowChips conversation={conversation} today={today} />
      </div>
    </div>
  );
});

function Preview({ preview, t }: { readonly preview: MessagePreview | null; readonly t: Translate }) {
  if (preview === null) return <span className="row-preview truncate">{t('row.noMessages')}</span>;
  const text =
    preview.text === '' ? t('row.attachment') : preview.text.replaceAll(/\[(@[^\]]+)\]\(mention:[^)]*\)/g, '$1');
  return (
    <span className="row-preview truncate">
      {preview.kind === 'note' && <Icon name="note" size={14} />}
      <bdi>{withPrefix(preview.kind, text, t)}</bdi>
    </span>
  );
}

function withPrefix(kind: MessagePreview['kind'], text: string, t: Translate): string {
  if (kind === 'outgoing') return t('row.you', { text });
  if (kind === 'note') return t('row.note', { text });
  if (kind === 'automatic') return t('row.automatic', { text });
  return text;
}

function RowChips({ conversation, today }: { readonly conversation: Conversation; readonly today: number }) {
  const t = useT();
  const { assignee, contact, status, snoozedUntil, window, hasDraft, pending, priority } = conversation;
  return (
    <div className="row-chips">
      <WindowChip facts={window} size="list" contactName={contact.name} />
      {status === 'snoozed' && (
        <span className="row-chip">
          <Icon name="snooze" size={14} />
          {snoozedUntil === null
            ? t('row.snoozedUntilReply')
            : t('row.snoozedUntil', { time: formatNear(snoozedUntil, today) })}
        </span>
      )}
      {(priority === 'high' || priority === 'urgent') && (
        <span className="row-chip row-chip-priority">
          <Icon name="arrow-up" size={14} />
          {t(`priority.${priority}`)}
        </span>
      )}
      {hasDraft && <span className="row-chip row-chip-draft">{t('row.draft')}</span>}
      <span className="row-gap" />
      {pending && (
        <span className="row-pending" role="img" aria-label={t('row.pending')} title={t('row.pending')}>
          <Icon name="clock" size={14} />
        </span>
      )}
      {assignee !== null && (
        <span
          className="row-assignee"
          role="img"
          aria-label={t('row.assignedTo', { name: assignee.name })}
          title={assignee.name}
        >
          {initials(assignee.name)}
        </span>
      )}
    </div>
  );
}
