import { memo, type MouseEvent } from 'react';
import { useStore } from 'zustand';
import type { Conversation, MessagePreview } from '../../../shared/contract/entities.ts';
import { formatCorner, formatFull, formatNear } from '../../i18n/dates.ts';
import { useT, type Translate } from '../../i18n/i18n.tsx';
import { useApp } from '../../state/app-provider.tsx';
import type { SelectionStore } from '../../state/selection.ts';
import { Avatar, initials } from '../../ui/avatar.tsx';
import { Icon } from '../../ui/icon.tsx';
import { WindowChip } from '../window-chip/window-chip.tsx';

/** What a press on a row means. */
export type RowPress = (id: number, how: 'open' | 'toggle' | 'extend') => void;

export interface ConversationRowProps {
  readonly id: number;
  /** From 1, for assistive technology: only a part of the list is in the document. */
  readonly position: number;
  readonly total: number;
  /** Its messages are on the screen. */
  readonly open: boolean;
  /** The one row that Tab reaches. */
  readonly tabbable: boolean;
  /** The list is in the order of waiting: the corner says since when. */
  readonly byWaiting: boolean;
  /** Any moment of today, server time: decides between "14:32" and "Tue". */
  readonly today: number;
  readonly selection: SelectionStore;
  readonly onPress: RowPress;
}

/** Renders again only when its own conversation, its place or its own part in the selection changes. */
export const ConversationRow = memo(function ConversationRow(props: ConversationRowProps) {
  const { id, position, total, open, tabbable, byWaiting, today, selection, onPress } = props;
  const t = useT();
  const conversation = useApp((state) => state.conversations.byId[id]);
  const chosen = useStore(selection, ({ ids }) => ids.has(id));
  const choosing = useStore(selection, ({ ids }) => ids.size > 0);
  if (conversation === undefined) return <div className="row" />;
  const { contact, unread } = conversation;
  const onClick = (event: MouseEvent): void => {
    onPress(id, event.shiftKey ? 'extend' : event.ctrlKey || event.metaKey ? 'toggle' : 'open');
  };
  return (
    <div
      role="option"
      aria-selected={choosing ? chosen : open}
      aria-current={open}
      aria-setsize={total}
      aria-posinset={position}
      tabIndex={tabbable ? 0 : -1}
      data-conversation-id={id}
      data-chosen={chosen}
      className={`row${unread > 0 ? ' row-unread' : ''}${choosing ? ' row-choosing' : ''}`}
      onClick={onClick}
      // Shift and a click would otherwise select the text between two rows.
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
    >
      <RowFace name={contact.name} chosen={chosen} onToggle={() => onPress(id, 'toggle')} />
      <div className="row-text">
        <div className="row-line">
          <span className="row-name truncate">
            <bdi>{contact.name}</bdi>
          </span>
          <Corner conversation={conversation} byWaiting={byWaiting} today={today} />
        </div>
        <div className="row-line row-middle">
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

interface RowFaceProps {
  readonly name: string;
  readonly chosen: boolean;
  readonly onToggle: () => void;
}

/** The avatar; while the pointer is on the row, or several are being chosen, a box to tick. By keys: X. */
function RowFace({ name, chosen, onToggle }: RowFaceProps) {
  return (
    <span
      className="row-face"
      aria-hidden="true"
      onClick={(event) => {
        if (event.shiftKey) return;
        event.stopPropagation();
        onToggle();
      }}
    >
      <Avatar name={name} />
      <span className="row-box">{chosen && <Icon name="check" size={16} />}</span>
    </span>
  );
}

interface CornerProps {
  readonly conversation: Conversation;
  readonly byWaiting: boolean;
  readonly today: number;
}

function Corner({ conversation: { lastActivityAt, waitingSince }, byWaiting, today }: CornerProps) {
  const t = useT();
  const waits = byWaiting && waitingSince !== null;
  const at = waits ? waitingSince : lastActivityAt;
  return (
    <time
      className="row-time tabular"
      dateTime={new Date(at).toISOString()}
      title={waits ? t('row.waitingSince', { time: formatFull(at) }) : formatFull(at)}
    >
      {waits && <Icon name="hourglass" size={14} />}
      {formatCorner(at, today)}
    </time>
  );
}

function Preview({ preview, t }: { readonly preview: MessagePreview | null; readonly t: Translate }) {
  if (preview === null) return <span className="row-preview truncate">{t('row.noMessages')}</span>;
  const text =
    preview.text === '' ? t('row.attachment') : preview.text.replaceAll(/\[(@[^\]]+)\]\(mention:[^)]*\)/g, '$1');
  return (
    <span className="row-preview truncate" dir="auto">
      {preview.kind === 'note' && <Icon name="note" size={14} />}
      {withPrefix(preview.kind, text, t)}
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
