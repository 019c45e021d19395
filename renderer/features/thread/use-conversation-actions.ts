import { useMemo } from 'react';
import type { Conversation } from '../../../shared/contract/entities.ts';
import type { ConversationAction } from '../../../shared/contract/outbox.ts';
import { useT, type MessageKey } from '../../i18n/i18n.tsx';
import { useActions, useAppStore } from '../../state/app-provider.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';
import { actionWords } from '../outbox/outbox-words.ts';

/** Any change of a conversation, and what was done in words. */
export function useActionSaid() {
  const t = useT();
  const { conversation } = useActions();
  const announce = useAnnounce();
  const store = useAppStore();
  return async (conversationId: number, action: ConversationAction): Promise<void> => {
    if (!(await conversation.act(conversationId, action))) return;
    announce(t('thread.did.change', { what: actionWords(action, store.getState().directory, t) }));
  };
}

/** Assign, snooze, close: for buttons and keys alike. Each says what it did, because the screen alone may not. */
export function useConversationActions() {
  const t = useT();
  const { conversation: act } = useActions();
  const announce = useAnnounce();
  const store = useAppStore();
  return useMemo(() => {
    const say = async (done: Promise<boolean>, key: MessageKey): Promise<void> => {
      if (await done) announce(t(key));
    };
    const reopen = ({ id }: Conversation) => say(act.setStatus(id, 'open'), 'thread.did.reopened');
    return {
      assignMe({ id }: Conversation): Promise<void> {
        const me = store.getState().workspace.info?.me;
        return me === undefined ? Promise.resolve() : say(act.assign(id, me.id), 'thread.did.assigned');
      },
      unassign: ({ id }: Conversation) => say(act.assign(id, null), 'thread.did.unassigned'),
      /** null: until the customer answers. */
      snooze: ({ id }: Conversation, until: number | null) =>
        say(act.setStatus(id, 'snoozed', until), 'thread.did.snoozed'),
      reopen,
      closeOrReopen: (conversation: Conversation) =>
        conversation.status === 'resolved'
          ? reopen(conversation)
          : say(act.setStatus(conversation.id, 'resolved'), 'thread.did.closed'),
    };
  }, [act, announce, store, t]);
}
