import type { RefObject } from 'react';
import type { Conversation } from '../../../shared/contract/entities.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useActions } from '../../state/app-provider.tsx';
import { usePageClock } from '../../state/clock.ts';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { useConversationActions } from './use-conversation-actions.ts';

export interface SnoozeMenuProps {
  readonly conversation: Conversation;
  readonly anchor: RefObject<HTMLElement | null>;
}

export function SnoozeMenu({ conversation, anchor }: SnoozeMenuProps) {
  const t = useT();
  const actions = useActions();
  const act = useConversationActions();
  const clock = usePageClock();
  const until = (at: (nowMs: number) => number | null) => () => void act.snooze(conversation, at(clock.read().nowMs));
  const items: MenuItem[] = [
    { key: '2h', icon: 'clock', label: t('thread.snooze.twoHours'), onChoose: until((now) => now + 2 * 3_600_000) },
    { key: 'tomorrow', icon: 'sun', label: t('thread.snooze.tomorrow'), onChoose: until(tomorrowAtNine) },
    { key: 'answer', icon: 'user', label: t('thread.snooze.untilAnswer'), onChoose: until(() => null) },
  ];
  if (conversation.status === 'snoozed') {
    items.push({
      key: 'wake',
      icon: 'undo',
      label: t('thread.snooze.wake'),
      onChoose: () => void act.reopen(conversation),
    });
  }
  return (
    <Menu label={t('thread.snooze')} items={items} anchor={anchor} onClose={() => actions.ui.setPopover('none')} />
  );
}

/** 9:00 of the next day in the agent's own zone. */
export function tomorrowAtNine(nowMs: number): number {
  const date = new Date(nowMs);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1, 9).getTime();
}
