import type { Attachment } from '../../../shared/contract/entities.ts';
import { useT } from '../../i18n/i18n.tsx';
import { CopyButton } from './copy-button.tsx';
import { Card } from './card.tsx';

export function ContactCard({ attachment }: { readonly attachment: Attachment }) {
  const t = useT();
  const { name, phoneNumber } = attachment;
  return (
    <Card icon="user" name={name ?? t('message.attachment.contact')} details={[phoneNumber]}>
      {phoneNumber !== null && <CopyButton text={phoneNumber} label={t('media.copyNumber')} />}
    </Card>
  );
}
