import { memo } from 'react';
import type { Attachment, DeliveryState, Message } from '../../../shared/contract/entities.ts';
import { formatFull, formatTime } from '../../i18n/dates.ts';
import { useT, type Translate } from '../../i18n/i18n.tsx';
import { useApp } from '../../state/app-provider.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { failureWords } from './failure-words.ts';
import { RichText } from './rich-text.tsx';
import './message.css';

export interface MessageBubbleProps {
  readonly message: Message;
  /** Same author, moments later: no name, less space. */
  readonly follows: boolean;
  /** A reply of ours is held because of it. */
  readonly arrived?: boolean;
}

export const MessageBubble = memo(function MessageBubble(props: MessageBubbleProps) {
  const { message, follows, arrived = false } = props;
  const t = useT();
  const { kind } = message;
  if (kind === 'activity') return <ActivityLine message={message} />;
  const side = kind === 'incoming' ? 'in' : kind === 'note' ? 'note' : 'out';
  return (
    <article
      className={`message message-${side}${follows ? ' message-follows' : ''}`}
      data-kind={kind}
      data-arrived={arrived}
    >
      <div className="bubble">
        {arrived && <p className="arrived-label">{t('message.arrived')}</p>}
        {kind === 'note' && <NoteLabel author={message.author.name} />}
        {kind === 'automatic' && <AutomaticLabel />}
        <MessageBody message={message} />
        <MessageFoot message={message} />
      </div>
    </article>
  );
});

function ActivityLine({ message }: { readonly message: Message }) {
  return (
    <p className="activity" dir="auto">
      {message.text} <Time at={message.at} />
    </p>
  );
}

export function NoteLabel({ author }: { readonly author: string | null }) {
  const t = useT();
  return (
    <header className="note-label">
      <Icon name="note" size={16} />
      <span>{t('message.note')}</span>
      {author !== null && <bdi className="note-author">{author}</bdi>}
    </header>
  );
}

function AutomaticLabel() {
  return (
    <header className="automatic-label">
      <Icon name="robot" size={14} />
      {useT()('message.automatic')}
    </header>
  );
}

function MessageBody({ message }: { readonly message: Message }) {
  const t = useT();
  if (message.deleted) return <p className="message-gone">{t('message.deleted')}</p>;
  const { text, attachments } = message;
  if (text === '' && attachments.length === 0) return <p className="message-gone">{t('message.unsupported')}</p>;
  return (
    <>
      {attachments.map((attachment) => (
        <AttachmentCard key={attachment.id} attachment={attachment} t={t} />
      ))}
      {text !== '' && (
        <p className="message-text" dir="auto">
          <RichText text={text} />
        </p>
      )}
    </>
  );
}

const attachmentIcons: Readonly<Record<Attachment['kind'], IconName>> = {
  image: 'image',
  audio: 'play',
  video: 'play',
  file: 'file',
  location: 'map-pin',
  contact: 'user',
  other: 'paperclip',
};

/** Files are not on this device yet; the card says what there is, and opens it where a browser can. */
function AttachmentCard({ attachment, t }: { readonly attachment: Attachment; readonly t: Translate }) {
  const { kind, name, sizeBytes, url } = attachment;
  const size = sizeBytes === null ? null : formatSize(sizeBytes);
  const details = [name === null ? null : t(`message.attachment.${kind}`), size, t('message.attachment.notHere')];
  const content = (
    <>
      <span className="attachment-icon">
        <Icon name={attachmentIcons[kind]} />
      </span>
      <span className="attachment-text">
        <bdi className="attachment-name truncate">{name ?? t(`message.attachment.${kind}`)}</bdi>
        <span className="attachment-details">{details.filter((detail) => detail !== null).join(' · ')}</span>
      </span>
    </>
  );
  if (url === null || !/^https?:/.test(url)) return <span className="attachment">{content}</span>;
  return (
    <a className="attachment" href={url} target="_blank" rel="noopener noreferrer">
      {content}
    </a>
  );
}

function formatSize(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte'] as const;
  const step = bytes < 1_000 ? 0 : bytes < 1_000_000 ? 1 : 2;
  const format = { style: 'unit', unit: units[step] ?? 'byte', maximumFractionDigits: step === 2 ? 1 : 0 } as const;
  return new Intl.NumberFormat(undefined, format).format(bytes / 1_000 ** step);
}

function MessageFoot({ message }: { readonly message: Message }) {
  const me = useApp((state) => state.workspace.info?.me.name ?? null);
  const t = useT();
  const { author, delivery, kind, at } = message;
  const showAuthor = kind === 'outgoing' && author.kind !== 'contact';
  return (
    <footer className="message-foot">
      {showAuthor && <bdi>{author.name === me ? t('message.you') : author.name}</bdi>}
      <Time at={at} />
      {delivery !== null && delivery !== 'failed' && <Delivery state={delivery} />}
      {delivery === 'failed' && (
        <span className="delivery delivery-failed">
          <Icon name="alert" size={14} />
          <span>{t('delivery.failed', { reason: failureWords(message.failure, t) })}</span>
        </span>
      )}
    </footer>
  );
}

const deliveryIcons = { accepted: 'check', handed: 'check', delivered: 'check-double', read: 'check-double' } as const;

export function Delivery({ state }: { readonly state: Exclude<DeliveryState, 'failed'> }) {
  const t = useT();
  return (
    <span className={`delivery delivery-${state}`}>
      <Icon name={deliveryIcons[state]} size={14} />
      {t(`delivery.${state}`)}
    </span>
  );
}

export function Time({ at }: { readonly at: number }) {
  return (
    <time className="message-time tabular" dateTime={new Date(at).toISOString()} title={formatFull(at)}>
      {formatTime(at)}
    </time>
  );
}
