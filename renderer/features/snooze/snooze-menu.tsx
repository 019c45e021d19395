import type { RefObject } from 'react';
import type { Conversation } from '../../../shared/contract/entities.ts';
import { snoozeContext } from '../../../shared/snooze/snooze-context.ts';
import { windowState } from '../../../shared/window/window-state.ts';
import { ownTimeZone } from '../../i18n/dates.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useActions } from '../../state/app-provider.tsx';
import { useServerTime } from '../../state/clock.ts';
import { PickList, type PickItem } from '../../ui/pick-list.tsx';
import { Popover } from '../../ui/popover.tsx';
import { useConversationActions } from '../thread/use-conversation-actions.ts';
import { snoozeItems, snoozeNothing } from './snooze-items.ts';
import './snooze-menu.css';

export interface SnoozeMenuProps {
  readonly conversation: Conversation;
  readonly anchor: RefObject<HTMLElement | null>;
}

/** Until when: one of the presets, or a moment in one's own words. Each one that outlives the window says so. */
export function SnoozeMenu({ conversation, anchor }: SnoozeMenuProps) {
  const t = useT();
  const actions = useActions();
  const act = useConversationActions();
  const time = useServerTime();
  const context = snoozeContext(windowState(conversation.window, time), time.nowMs, ownTimeZone());
  const close = (): void => actions.ui.setPopover('none');
  const choose = (run: () => Promise<void>): void => {
    close();
    anchor.current?.focus();
    void run();
  };
  const wake: readonly PickItem[] =
    conversation.status === 'snoozed'
      ? [{ key: 'wake', icon: 'undo', label: t('snooze.wake'), onChoose: () => choose(() => act.reopen(conversation)) }]
      : [];
  const itemsFor = (text: string): readonly PickItem[] => [
    ...(text === '' ? wake : []),
    ...snoozeItems(t, context, text).map(({ until, outlives, ...item }) => ({
      ...item,
      ...(outlives ? { warning: t('snooze.outlives') } : {}),
      onChoose: () => choose(() => act.snooze(conversation, until)),
    })),
  ];
  return (
    <Popover title={t('snooze.label')} className="snooze-menu" anchor={anchor} onClose={close}>
      <PickList
        label={t('snooze.label')}
        placeholder={t('snooze.when')}
        itemsFor={itemsFor}
        nothing={(text) => snoozeNothing(t, context, text)}
      />
    </Popover>
  );
}
