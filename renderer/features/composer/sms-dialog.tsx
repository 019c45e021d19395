import { useState, type ReactElement } from 'react';
import type { Conversation } from '../../../shared/contract/entities.ts';
import { smsParts } from '../../../shared/composer/sms-parts.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useSmsSending, type SmsWay } from './use-sms.ts';

interface SmsDialogProps {
  readonly conversation: Conversation;
  readonly way: SmsWay;
  /** The reply draft: never a note (law 2). */
  readonly text: string;
  readonly onSent: (conversationId: number, usedText: string) => void;
  readonly onClose: () => void;
}

/** Shows from which number, to which, and exactly what, before an SMS costs anything. */
export function SmsDialog({ conversation, way, text: draft, onSent, onClose }: SmsDialogProps): ReactElement {
  const t = useT();
  const [text, setText] = useState(draft.trim());
  const { busy, error, send } = useSmsSending(conversation);
  const { name, phoneNumber } = conversation.contact;
  const parts = smsParts(text);
  const ready = way.state === 'ready' && text.trim() !== '' && !busy;
  const submit = async (): Promise<void> => {
    if (way.state !== 'ready' || !ready) return;
    const conversationId = await send(way.channel.id, text.trim());
    if (conversationId !== null) onSent(conversationId, draft);
  };
  return (
    <Dialog
      title={t('sms.title', { name })}
      onClose={onClose}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('question.keepEditing')}
          </Button>
          <Button variant="primary" icon="send" aria-disabled={!ready} onClick={() => void submit()}>
            {t('sms.send')}
          </Button>
        </>
      }
    >
      <p className="question-text" role="status">
        {way.state === 'ready'
          ? t('sms.text', { from: way.channel.phoneNumber ?? way.channel.name, to: phoneNumber ?? name })
          : t(stateKeys[way.state], { name })}
      </p>
      <textarea
        className="sms-field"
        aria-label={t('sms.field')}
        rows={5}
        dir="auto"
        maxLength={1600}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p className="composer-hint tabular">{t('sms.parts', { count: parts.count, left: parts.left })}</p>
      {error !== null && (
        <p className="composer-note" data-error="true" role="alert">
          {t(`error.${error}`)}
        </p>
      )}
    </Dialog>
  );
}

const stateKeys = {
  looking: 'sms.looking',
  'no-channel': 'sms.noChannel',
  'not-reachable': 'sms.notReachable',
  unanswered: 'sms.unanswered',
} as const;
