import { useRef, useState } from 'react';
import type { Conversation } from '../../../shared/contract/entities.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useActions, useApp } from '../../state/app-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useCommand } from '../shortcuts/use-command.ts';
import { FindBar } from './find-bar.tsx';
import { MessageList } from './message-list.tsx';

/** The messages between header and composer, and the search in them. */
export function ThreadBody({ conversation }: { readonly conversation: Conversation }) {
  const t = useT();
  const actions = useActions();
  const thread = useApp((state) => state.thread);
  const find = useFind();
  return (
    <>
      {find.open && <FindBar conversationId={conversation.id} onClose={find.close} />}
      {thread?.state === 'ready' && thread.conversationId === conversation.id && (
        <MessageList thread={thread} conversation={conversation} />
      )}
      {thread?.state === 'loading' && <div className="messages" aria-busy="true" />}
      {thread?.state === 'error' && (
        <div className="messages thread-none">
          <EmptyState icon="alert" title={t('thread.error')} text={t('copy.unreadable')}>
            <Button icon="refresh" onClick={actions.thread.retry}>
              {t('app.retry')}
            </Button>
          </EmptyState>
        </div>
      )}
    </>
  );
}

/** The search field comes with Ctrl/Cmd+F; focus goes back to where it was. */
function useFind() {
  const [open, setOpen] = useState(false);
  const before = useRef<Element | null>(null);
  useCommand('thread.find', () => {
    if (open) {
      document.querySelector<HTMLInputElement>('.find-field')?.select();
      return;
    }
    before.current = document.activeElement;
    setOpen(true);
  });
  const close = (): void => {
    setOpen(false);
    if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus();
  };
  return { open, close };
}
