import { useMemo } from 'react';
import type { Message } from '../../../shared/contract/entities.ts';
import { render, type TextKind } from '../../../shared/format/preview.ts';
import { useT } from '../../i18n/i18n.tsx';
import { AttachmentView } from '../media/attachment-view.tsx';
import { FormattedText } from './formatted-text.tsx';
import { QuoteBlock } from './quote-block.tsx';

/** Who wrote a text decides which marks in it mean something. */
const textKinds: Readonly<Record<Message['kind'], TextKind>> = {
  incoming: 'whatsapp',
  outgoing: 'sent',
  automatic: 'sent',
  note: 'note',
  activity: 'plain',
};

/** What it answers, what it carries and what it says. */
export function MessageBody({ message }: { readonly message: Message }) {
  const t = useT();
  if (message.deleted) return <p className="message-gone">{t('message.deleted')}</p>;
  const { text, attachments, quoted, conversationId } = message;
  if (text === '' && attachments.length === 0) return <p className="message-gone">{t('message.unsupported')}</p>;
  return (
    <>
      {quoted !== null && <QuoteBlock conversationId={conversationId} quoted={quoted} />}
      {attachments.map((attachment) => (
        <AttachmentView key={attachment.id} attachment={attachment} />
      ))}
      {text !== '' && <MessageText text={text} kind={textKinds[message.kind]} />}
    </>
  );
}

export function MessageText({ text, kind }: { readonly text: string; readonly kind: TextKind }) {
  const blocks = useMemo(() => render(text, kind), [text, kind]);
  return (
    <p className="message-text" dir="auto">
      <FormattedText blocks={blocks} />
    </p>
  );
}
