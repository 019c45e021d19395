import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Attachment } from '../../../shared/contract/entities.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useApp } from '../../state/app-provider.tsx';
import { IconButton } from '../../ui/button.tsx';
import { sideways } from '../../ui/sideways.ts';
import { SaveLink } from './file-card.tsx';
import './media-viewer.css';
import { MissingCard } from './missing-card.tsx';
import { useMedia } from './use-media.ts';

interface MediaViewerProps {
  /** Shown first; the other pictures of the open conversation are before and after it. */
  readonly attachment: Attachment;
  readonly onClose: () => void;
}

const zoomStep = 1.5;
const mostZoom = 8;

/** A picture as large as the window, or larger. + and − zoom, 0 fits, arrows go to the next one, Escape closes. */
export function MediaViewer({ attachment, onClose }: MediaViewerProps) {
  const t = useT();
  const dialog = useRef<HTMLDialogElement>(null);
  const pictures = usePictures(attachment);
  const [shownId, setShownId] = useState(attachment.id);
  const [zoom, setZoom] = useState(1);
  const at = Math.max(
    0,
    pictures.findIndex(({ id }) => id === shownId),
  );
  const shown = pictures[at] ?? attachment;
  const name = shown.name ?? t(`message.attachment.${shown.kind}`);
  const { url } = useMedia(shown);
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const zoomBy = (factor: number): void => setZoom(Math.min(mostZoom, Math.max(1, zoom * factor)));
  const go = (step: number): void => {
    const next = pictures[at + step];
    if (next === undefined) return;
    setShownId(next.id);
    setZoom(1);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const along = sideways(event.key, event.currentTarget);
    const keys: Readonly<Record<string, () => void>> = {
      '+': () => zoomBy(zoomStep),
      '=': () => zoomBy(zoomStep),
      '-': () => zoomBy(1 / zoomStep),
      '0': () => setZoom(1),
      // Enlarged, the arrows move over the picture.
      ...(zoom === 1 && along !== 0 ? { [event.key]: () => go(along) } : {}),
    };
    const run = keys[event.key];
    if (run === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  };
  return (
    <dialog
      ref={dialog}
      className="viewer"
      aria-label={t('media.viewer', { name })}
      onKeyDown={onKeyDown}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header className="viewer-head">
        <p className="viewer-name truncate">
          <bdi>{name}</bdi>
          {pictures.length > 1 && ` · ${t('media.of', { at: at + 1, count: pictures.length })}`}
        </p>
        <IconButton
          icon="minus"
          label={t('media.zoomOut')}
          disabled={zoom === 1}
          onClick={() => zoomBy(1 / zoomStep)}
        />
        <span className="viewer-zoom tabular">{Math.round(zoom * 100)} %</span>
        <IconButton
          icon="plus"
          label={t('media.zoomIn')}
          disabled={zoom === mostZoom}
          onClick={() => zoomBy(zoomStep)}
        />
        {url !== null && <SaveLink url={url} name={name} />}
        <IconButton icon="close" label={t('app.close')} onClick={onClose} />
      </header>
      <div className="viewer-body">
        {at > 0 && (
          <IconButton
            className="viewer-previous"
            icon="chevron-left"
            label={t('media.previous')}
            onClick={() => go(-1)}
          />
        )}
        <Picture key={shown.id} attachment={shown} name={name} zoom={zoom} />
        {at < pictures.length - 1 && (
          <IconButton className="viewer-next" icon="chevron-right" label={t('media.next')} onClick={() => go(1)} />
        )}
      </div>
    </dialog>
  );
}

interface PictureProps {
  readonly attachment: Attachment;
  readonly name: string;
  readonly zoom: number;
}

function Picture({ attachment, name, zoom }: PictureProps) {
  const source = useMedia(attachment);
  if (source.missing || source.url === null) return <MissingCard attachment={attachment} source={source} />;
  return (
    <div className="viewer-scroll" tabIndex={0} role="group" aria-label={name} data-zoomed={zoom > 1}>
      <div className="viewer-sheet" style={{ width: `${zoom * 100}%`, height: `${zoom * 100}%` }}>
        <img src={source.url} alt={name} onError={source.onError} />
      </div>
    </div>
  );
}

/** All pictures among the messages on the screen, oldest first; at least this one. */
function usePictures(attachment: Attachment): readonly Attachment[] {
  const messages = useApp((state) => state.thread?.messages);
  const all = (messages ?? []).flatMap((message) => message.attachments.filter(({ kind }) => kind === 'image'));
  return all.some(({ id }) => id === attachment.id) ? all : [attachment];
}
