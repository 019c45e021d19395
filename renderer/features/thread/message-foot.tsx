import type { DeliveryState, Message } from '../../../shared/contract/entities.ts';
import { formatFull, formatTime } from '../../i18n/dates.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useApp } from '../../state/app-provider.tsx';
import { Icon } from '../../ui/icon.tsx';
import { failureWords, nextStepKey } from './failure-words.ts';

/** Who, when, and what became of it. */
export function MessageFoot({ message }: { readonly message: Message }) {
  const me = useApp((state) => state.workspace.info?.me.name ?? null);
  const t = useT();
  const { author, delivery, failure, kind, at } = message;
  const showAuthor = kind === 'outgoing' && author.kind !== 'contact';
  const next = nextStepKey(failure);
  return (
    <footer className="message-foot">
      {showAuthor && <bdi>{author.name === me ? t('message.you') : author.name}</bdi>}
      <Time at={at} />
      {delivery !== null && delivery !== 'failed' && <Delivery state={delivery} />}
      {delivery === 'failed' && (
        <span className="delivery delivery-failed">
          <Icon name="alert" size={14} />
          <span>
            {t('delivery.failed', { reason: failureWords(failure, t) })}
            {next !== null && ` ${t(next)}`}
          </span>
        </span>
      )}
    </footer>
  );
}

const deliveryIcons = { accepted: 'check', handed: 'check', delivered: 'check-double', read: 'check-double' } as const;

function Delivery({ state }: { readonly state: Exclude<DeliveryState, 'failed'> }) {
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
