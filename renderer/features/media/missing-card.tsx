import type { Attachment } from '../../../shared/contract/entities.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { attachmentIcons } from './attachment-icons.ts';
import { Card } from './card.tsx';
import { sizeWords } from './file-words.ts';
import type { MediaSource } from './use-media.ts';

interface MissingCardProps {
  readonly attachment: Attachment;
  readonly source: MediaSource;
}

/** "Photo · 2.1 MB · not downloaded", and the way to get it. */
export function MissingCard({ attachment, source }: MissingCardProps) {
  const t = useT();
  const { kind, name, sizeBytes } = attachment;
  const { live, url, wanted, get } = source;
  const kindWords = t(`message.attachment.${kind}`);
  const details = [
    name === null ? null : kindWords,
    sizeBytes === null ? null : sizeWords(sizeBytes),
    t(wanted ? 'media.wanted' : 'message.attachment.notHere'),
  ];
  return (
    <Card icon={attachmentIcons[kind]} name={name ?? kindWords} details={details}>
      {url !== null && !wanted && (
        <Button size="small" icon="download" onClick={get}>
          {t(live ? 'media.get' : 'media.getWhenOnline')}
        </Button>
      )}
    </Card>
  );
}
