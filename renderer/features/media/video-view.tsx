import type { CSSProperties } from 'react';
import type { Attachment } from '../../../shared/contract/entities.ts';
import { useT } from '../../i18n/i18n.tsx';
import { MissingCard } from './missing-card.tsx';
import { useMedia } from './use-media.ts';

/** The browser's own player, which has keys and captions, in a box of the right shape. */
export function VideoView({ attachment }: { readonly attachment: Attachment }) {
  const t = useT();
  const source = useMedia(attachment);
  const { name, width, height } = attachment;
  if (source.missing || source.url === null) return <MissingCard attachment={attachment} source={source} />;
  const known = width !== null && height !== null && width > 0 && height > 0;
  const style: CSSProperties = { aspectRatio: known ? `${width} / ${height}` : '16 / 9' };
  return (
    <video
      className="video"
      style={style}
      src={source.url}
      controls
      preload="metadata"
      aria-label={name ?? t('message.attachment.video')}
      onError={source.onError}
    />
  );
}
