import type { ReactElement } from 'react';
import type { Conversation } from '../../../shared/contract/entities.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import type { WindowNow } from '../window-chip/use-window.ts';
import { headerText } from '../window-chip/window-words.ts';

interface CallWindowDialogProps {
  readonly conversation: Conversation;
  readonly window: WindowNow;
  readonly onClose: () => void;
}

/** What `/call-window` shows (whatsapp-rules §1: calls open the window as messages do). */
export function CallWindowDialog({ conversation, window, onClose }: CallWindowDialogProps): ReactElement {
  const t = useT();
  const { name } = conversation.contact;
  return (
    <Dialog title={t('callWindow.title')} onClose={onClose}>
      <div className="call-window">
        <p>{t('callWindow.now', { window: headerText(t, conversation.window, window, null) })}</p>
        <p>{t('callWindow.opens', { name })}</p>
        <p>{t('callWindow.ours', { name })}</p>
        {!conversation.channel.capabilities.calls && <p>{t('callWindow.channel')}</p>}
      </div>
    </Dialog>
  );
}
