import type { Message } from '../../../shared/contract/entities.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useActions } from '../../state/app-provider.tsx';
import { Icon } from '../../ui/icon.tsx';
import './quote-block.css';

interface QuoteBlockProps {
  readonly conversationId: number;
  readonly quoted: NonNullable<Message['quoted']>;
}

/** What a message answers, and the way there. */
export function QuoteBlock({ conversationId, quoted }: QuoteBlockProps) {
  const t = useT();
  const actions = useActions();
  const { author, messageId, text } = quoted;
  if (text === null) {
    return (
      <p className="quoted quoted-missing">
        <Icon name="history" size={14} />
        {t('message.quote.missing')}
      </p>
    );
  }
  return (
    <button
      type="button"
      className="quoted"
      title={t('message.quote.show')}
      onClick={() => actions.ui.showMessage(conversationId, messageId)}
    >
      <span className="visually-hidden">{t('message.quote.of')}</span>
      {author !== null && <bdi className="quoted-author">{author}</bdi>}
      <span className="quoted-text" dir="auto">
        {text === '' ? t('message.quote.media') : text}
      </span>
    </button>
  );
}
