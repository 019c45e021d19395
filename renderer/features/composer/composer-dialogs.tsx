import type { ReactElement } from 'react';
import type { Conversation } from '../../../shared/contract/entities.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useActions } from '../../state/app-provider.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';
import { CallWindowDialog } from './call-window-dialog.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { HistoryDialog } from './history-dialog.tsx';
import { QuestionDialog } from './question-dialog.tsx';
import { SmsDialog } from './sms-dialog.tsx';
import type { ComposerControl } from './use-composer.ts';
import type { Looks } from './use-composer-view.ts';

interface ComposerDialogsProps {
  readonly conversation: Conversation;
  readonly control: ComposerControl;
  readonly looks: Looks;
  readonly historyOpen: boolean;
  readonly onHistoryClose: () => void;
  readonly focusField: () => void;
}

/** What lies over the composer: the machine's question, and what a command or a button opened. */
export function ComposerDialogs(props: ComposerDialogsProps): ReactElement {
  const { conversation, control, looks, historyOpen, onHistoryClose, focusField } = props;
  const t = useT();
  const actions = useActions();
  const announce = useAnnounce();
  const { state, dispatch, dialog, show } = control;
  const { name } = conversation.contact;
  const { question } = state;
  const close = (): void => show(null);
  return (
    <>
      {question !== null && (
        <QuestionDialog
          question={question}
          name={name}
          files={state.files[question.kind === 'leak' ? 'reply' : 'note'].length}
          onAnswer={(answer) => {
            dispatch({ type: 'answer', answer });
            focusField();
          }}
        />
      )}
      {historyOpen && (
        <HistoryDialog
          conversationId={conversation.id}
          onRestore={({ audience, text, files: kept }) => {
            const mode = audience === 'team' ? 'note' : 'reply';
            dispatch({ type: 'recalled', mode, text, files: kept });
            actions.ui.focusComposer(mode);
          }}
          onClose={onHistoryClose}
        />
      )}
      {dialog === 'help' && <HelpDialog onClose={close} />}
      {dialog === 'call-window' && (
        <CallWindowDialog conversation={conversation} window={looks.window} onClose={close} />
      )}
      {dialog === 'sms' && (
        <SmsDialog
          conversation={conversation}
          way={looks.sms}
          text={state.reply.text}
          onClose={close}
          onSent={(conversationId, usedText) => {
            close();
            control.replyUsed(usedText);
            announce(t('sms.sent', { name }));
            actions.ui.select(conversationId);
          }}
        />
      )}
    </>
  );
}
