import type { Attachment } from '../../../shared/contract/entities.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { attachmentIcons } from './attachment-icons.ts';
import { Card } from './card.tsx';
import { endingOf, sizeWords } from './file-words.ts';
import { useMedia } from './use-media.ts';

/** A document, or something that this page cannot show: it can be saved. */
export function FileCard({ attachment }: { readonly attachment: Attachment }) {
  const t = useT();
  const { url } = useMedia(attachment);
  const { kind, name, sizeBytes } = attachment;
  const shownName = name ?? t(`message.attachment.${kind}`);
  const details = [
    endingOf(name) ?? (name === null ? null : t(`message.attachment.${kind}`)),
    sizeBytes === null ? null : sizeWords(sizeBytes),
    url === null ? t('message.attachment.notHere') : null,
  ];
  return (
    <Card icon={attachmentIcons[kind]} name={shownName} details={details}>
      {url !== null && <SaveLink url={url} name={shownName} />}
    </Card>
  );
}

/** `url`: undefined while its address is on its way. */
export function SaveLink({ url, name }: { readonly url: string | undefined; readonly name: string }) {
  const label = useT()('media.save', { name });
  return (
    <a className="icon-button" href={url} download={name} aria-label={label} title={label}>
      <Icon name="download" />
    </a>
  );
}
