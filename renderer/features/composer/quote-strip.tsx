import type { ReactElement } from 'react';
import type { Message } from '../../../shared/contract/entities.ts';
import { plainText } from '../../../shared/format/spans.ts';
import { render } from '../../../shared/format/preview.ts';
import { useT } from '../../i18n/i18n.tsx';
import { IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';

interface QuoteStripProps {
  /** null: the draft names a message that is not loaded. */
  readonly message: Message | null;
  readonly onRemove: () => void;
}

/** The message that the reply answers. */
export function QuoteStrip({ message, onRemove }: QuoteStripProps): ReactElement {
  const t = useT();
  return (
    <div className="composer-quote">
      <Icon name="undo" size={16} />
      <span className="composer-quote-words">
        <span className="composer-quote-author">
          {t('quote.strip', { author: authorOf(message) ?? t('quote.you') })}
        </span>
        <bdi className="truncate">{message === null ? t('quote.notHere') : wordsOf(message) || t('quote.noText')}</bdi>
      </span>
      <IconButton icon="close" label={t('quote.remove')} onClick={onRemove} />
    </div>
  );
}

function authorOf(message: Message | null): string | null {
  return message === null || message.kind !== 'incoming' ? null : message.author.name;
}

function wordsOf({ text, kind, attachments }: Message): string {
  const blocks = render(text, kind === 'incoming' ? 'whatsapp' : 'sent');
  const words = blocks.map(({ spans }) => plainText(spans)).join(' ');
  return words.trim() || (attachments[0]?.name ?? '');
}
