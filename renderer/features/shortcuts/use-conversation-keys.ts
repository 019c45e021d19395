import { useEffect } from 'react';
import type { Conversation } from '../../../shared/contract/entities.ts';
import { useActions, useAppStore } from '../../state/app-provider.tsx';
import { useContextOpen } from '../context/use-context-open.ts';
import { useConversationActions } from '../thread/use-conversation-actions.ts';
import { isPlainKey } from './plain-key.ts';

/** Single keys for the conversation that has the focus in the list, otherwise for the open one. */
export function useConversationKeys(): void {
  const actions = useActions();
  const act = useConversationActions();
  const store = useAppStore();
  const contextOpen = useContextOpen();
  useEffect(() => {
    const target = (): Conversation | undefined => {
      const active = document.activeElement;
      const row = active instanceof HTMLElement ? active.dataset['conversationId'] : undefined;
      const { conversations, ui } = store.getState();
      const id = row === undefined ? ui.selectedId : Number(row);
      return id === null ? undefined : conversations.byId[id];
    };
    const run = (key: string, conversation: Conversation): boolean => {
      const { id } = conversation;
      switch (key) {
        case 'r':
        case 'n':
          actions.ui.select(id);
          actions.ui.focusComposer(key === 'r' ? 'reply' : 'note');
          return true;
        case 't':
          actions.ui.select(id);
          actions.ui.openTemplatePicker({ conversationId: id, text: '', replaces: null });
          return true;
        case 'e':
          void act.closeOrReopen(conversation);
          return true;
        case 's':
          actions.ui.select(id);
          actions.ui.setPopover('snooze');
          return true;
        case 'i':
          void act.assignMe(conversation);
          return true;
        case ']':
          actions.ui.setContextOpen(!contextOpen);
          return true;
        default:
          return false;
      }
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.shiftKey || !isPlainKey(event)) return;
      const conversation = target();
      if (conversation !== undefined && run(event.key.toLowerCase(), conversation)) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [actions, act, store, contextOpen]);
}
