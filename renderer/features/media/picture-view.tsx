import { useState, type CSSProperties } from 'react';
import type { Attachment } from '../../../shared/contract/entities.ts';
import { useT } from '../../i18n/i18n.tsx';
import { MediaViewer } from './media-viewer.tsx';
import { MissingCard } from './missing-card.tsx';
import { useMedia } from './use-media.ts';

/** The longest side of a picture in the thread, and of one whose size nobody told (px at 100 %). */
const longest = { image: 320, sticker: 160 } as const;
const unknownBox = { width: 240, height: 180 } as const;

/** A picture in a box that is reserved before a byte of it is here, so that nothing moves when it comes. */
export function PictureView({ attachment }: { readonly attachment: Attachment }) {
  const t = useT();
  const source = useMedia(attachment);
  const [open, setOpen] = useState(false);
  const kindWords = t(`message.attachment.${attachment.kind}`);
  const label = attachment.name === null ? kindWords : `${kindWords}: ${attachment.name}`;
  if (source.missing || source.url === null) return <MissingCard attachment={attachment} source={source} />;
  return (
    <>
      <button
        type="button"
        className={`picture picture-${attachment.kind}`}
        style={boxOf(attachment)}
        aria-label={t('media.open', { what: label })}
        onClick={() => setOpen(true)}
      >
        <img src={source.url} alt="" loading="lazy" decoding="async" onError={source.onError} />
      </button>
      {open && <MediaViewer attachment={attachment} onClose={() => setOpen(false)} />}
    </>
  );
}

function boxOf({ kind, width, height }: Attachment): CSSProperties {
  const known = width !== null && height !== null && width > 0 && height > 0;
  const size = known ? { width, height } : unknownBox;
  const side = kind === 'sticker' ? longest.sticker : longest.image;
  const scale = Math.min(1, side / size.width, side / size.height);
  // Tall strips and thin lines keep a side that can be hit.
  const [boxWidth, boxHeight] = [Math.max(48, size.width * scale), Math.max(48, size.height * scale)];
  return { width: `${boxWidth / 16}rem`, aspectRatio: `${boxWidth} / ${boxHeight}` };
}
