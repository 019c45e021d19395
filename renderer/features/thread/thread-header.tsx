import { useRef } from 'react';
import type { Conversation } from '../../../shared/contract/entities.ts';
import { formatNear } from '../../i18n/dates.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useActions, useApp } from '../../state/app-provider.tsx';
import { useServerTime } from '../../state/clock.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ExplainedWindow } from '../window-chip/explained-window.tsx';
import { useContextOpen } from '../context/use-context-open.ts';
import { SnoozeMenu } from '../snooze/snooze-menu.tsx';
import { useConversationActions } from './use-conversation-actions.ts';

export function ThreadHeader({ conversation }: { readonly conversation: Conversation }) {
  const t = useT();
  const actions = useActions();
  const { contact, channel, team } = conversation;
  return (
    <header className="thread-head">
      <div className="thread-back">
        <IconButton icon="chevron-left" label={t('app.back')} onClick={actions.ui.back} />
      </div>
      <Avatar name={contact.name} />
      <div className="thread-who">
        <h1 className="thread-name truncate">
          <bdi>{contact.name}</bdi>
        </h1>
        <p className="thread-channel truncate">
          {team !== null && `${team.name} · `}
          {channel.name}
          {channel.phoneNumber !== null && (
            <>
              {' · '}
              <bdi>{channel.phoneNumber}</bdi>
            </>
          )}
        </p>
      </div>
      <div className="thread-window">
        <ExplainedWindow conversation={conversation} />
        <StatusChip conversation={conversation} />
        <PriorityChip priority={conversation.priority} />
      </div>
      <ThreadActions conversation={conversation} />
    </header>
  );
}

function StatusChip({ conversation }: { readonly conversation: Conversation }) {
  const t = useT();
  const { nowMs } = useServerTime();
  const { status, snoozedUntil } = conversation;
  if (status === 'open') return null;
  const words =
    status === 'snoozed' && snoozedUntil !== null
      ? t('thread.statusChip.snoozedUntil', { time: formatNear(snoozedUntil, nowMs) })
      : t(`thread.statusChip.${status}`);
  return (
    <span className="status-chip">
      <Icon name={status === 'snoozed' ? 'snooze' : status === 'resolved' ? 'check-circle' : 'clock'} size={14} />
      <span className="truncate">{words}</span>
    </span>
  );
}

/** Only what asks for attention; the rest is in the customer's details. */
function PriorityChip({ priority }: Pick<Conversation, 'priority'>) {
  const t = useT();
  if (priority !== 'high' && priority !== 'urgent') return null;
  return (
    <span className="status-chip status-chip-priority">
      <Icon name="arrow-up" size={14} />
      <span className="truncate">{t(`priority.${priority}`)}</span>
    </span>
  );
}

function ThreadActions({ conversation }: { readonly conversation: Conversation }) {
  const t = useT();
  const actions = useActions();
  const act = useConversationActions();
  const me = useApp((state) => state.workspace.info?.me ?? null);
  const snoozeOpen = useApp((state) => state.ui.popover === 'snooze');
  const contextOpen = useContextOpen();
  const snoozeButton = useRef<HTMLButtonElement>(null);
  const { assignee, status } = conversation;
  const closeWords = t(status === 'resolved' ? 'thread.reopen' : 'thread.close');
  const mine = assignee !== null && assignee.id === me?.id;
  const assignWords = mine
    ? t('thread.assignedToMe')
    : assignee === null
      ? t('thread.assignMe')
      : t('thread.takeOver', { name: assignee.name });
  return (
    <div className="thread-actions">
      <Button
        variant="quiet"
        icon={mine ? 'user' : 'user-add'}
        title={mine ? t('thread.release') : `${assignWords} (I)`}
        aria-label={mine ? `${assignWords}. ${t('thread.release')}` : assignWords}
        onClick={() => void (mine ? act.unassign(conversation) : act.assignMe(conversation))}
      >
        {mine ? t('thread.assignedToMe') : t('thread.assignMe')}
      </Button>
      <div className="menu-anchor">
        <Button
          ref={snoozeButton}
          variant="quiet"
          icon="snooze"
          title={`${t('thread.snooze')} (S)`}
          aria-label={t('thread.snooze')}
          aria-haspopup="menu"
          aria-expanded={snoozeOpen}
          onClick={() => actions.ui.setPopover(snoozeOpen ? 'none' : 'snooze')}
        >
          {t('thread.snooze')}
        </Button>
        {snoozeOpen && <SnoozeMenu conversation={conversation} anchor={snoozeButton} />}
      </div>
      <Button
        variant="secondary"
        icon={status === 'resolved' ? 'undo' : 'check'}
        title={`${closeWords} (E)`}
        aria-label={closeWords}
        onClick={() => void act.closeOrReopen(conversation)}
      >
        {closeWords}
      </Button>
      <IconButton
        icon="panel"
        label={t(contextOpen ? 'context.hide' : 'context.show')}
        aria-pressed={contextOpen}
        onClick={() => actions.ui.setContextOpen(!contextOpen)}
      />
    </div>
  );
}
