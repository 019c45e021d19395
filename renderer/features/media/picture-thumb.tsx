import { useState } from 'react';
import type { Attachment } from '../../../shared/contract/entities.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { MediaViewer } from './media-viewer.tsx';
import './media.css';
import { useMedia } from './use-media.ts';

/** A small square of a picture, for a collection of them. */
export function PictureThumb({ attachment }: { readonly attachment: Attachment }) {
  const t = useT();
  const { url, missing, onError } = useMedia(attachment);
  const [open, setOpen] = useState(false);
  const name = attachment.name ?? t('message.attachment.image');
  return (
    <>
      <button
        type="button"
        className="thumb"
        aria-label={t('media.open', { what: name })}
        title={name}
        onClick={() => setOpen(true)}
      >
        {missing || url === null ? (
          <Icon name="image" />
        ) : (
          <img src={url} alt="" loading="lazy" decoding="async" onError={onError} />
        )}
      </button>
      {open && <MediaViewer attachment={attachment} onClose={() => setOpen(false)} />}
    </>
  );
}
