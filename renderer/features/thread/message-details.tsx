import type { ReactNode } from 'react';
import { customerZone } from '../../../shared/phone/customer-zone.ts';
import type { Conversation } from '../../../shared/contract/entities.ts';
import { formatFull, formatFullIn } from '../../i18n/dates.ts';
import { useT, type MessageKey } from '../../i18n/i18n.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { CopyButton } from '../media/copy-button.tsx';
import { stateWords } from '../outbox/outbox-words.ts';
import { failureWords } from './failure-words.ts';
import './message-details.css';
import type { OpenMenuState } from './message-menu.tsx';

interface MessageDetailsProps {
  readonly item: OpenMenuState['item'];
  readonly conversation: Conversation;
  readonly onClose: () => void;
}

/** When, by whom, what became of it, and the numbers that support asks for. */
export function MessageDetails({ item, conversation, onClose }: MessageDetailsProps) {
  const t = useT();
  const { contact } = conversation;
  const at = item.kind === 'message' ? item.message.at : item.item.createdAt;
  const zone = customerZone(contact.phoneNumber);
  const messageId = item.kind === 'message' ? item.message.id : item.item.serverId;
  const clientId = item.kind === 'message' ? item.message.clientId : item.item.clientId;
  const failure = item.kind === 'message' ? item.message.failure : null;
  return (
    <Dialog title={t('details.title')} onClose={onClose}>
      <dl className="details">
        <Row name="details.yourTime">{formatFull(at)}</Row>
        <Row name="details.theirTime">
          {zone === null ? t('details.zoneUnknown') : `${formatFullIn(at, zone)} (${zone.replaceAll('_', ' ')})`}
        </Row>
        {item.kind === 'message' && item.message.author.name !== '' && (
          <Row name="details.author">
            <bdi>{item.message.author.name}</bdi>
          </Row>
        )}
        <Row name="details.state">
          {item.kind === 'pending'
            ? stateWords(item.item, t)
            : item.message.delivery === null
              ? t(`details.kind.${item.message.kind}`)
              : item.message.delivery === 'failed'
                ? t('delivery.failed', { reason: failureWords(failure, t) })
                : t(`delivery.${item.message.delivery}`)}
        </Row>
        {failure !== null && <Row name="details.serverWords">{failure.text}</Row>}
        <Row name="details.conversation">#{conversation.id}</Row>
        {messageId !== null && (
          <Row name="details.message" copy={`${messageId}`}>
            {messageId}
          </Row>
        )}
        {clientId !== null && (
          <Row name="details.client" copy={clientId}>
            {clientId}
          </Row>
        )}
      </dl>
    </Dialog>
  );
}

interface RowProps {
  readonly name: MessageKey;
  /** What its button puts on the clipboard. */
  readonly copy?: string;
  readonly children: ReactNode;
}

function Row({ name, copy, children }: RowProps) {
  const t = useT();
  return (
    <div className="details-row">
      <dt>{t(name)}</dt>
      <dd>
        {children}
        {copy !== undefined && <CopyButton text={copy} label={t('details.copy', { what: t(name) })} />}
      </dd>
    </div>
  );
}
