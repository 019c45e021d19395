import type { Attachment } from '../../../shared/contract/entities.ts';
import { AudioPlayer } from './audio-player.tsx';
import { ContactCard } from './contact-card.tsx';
import { FileCard } from './file-card.tsx';
import { LocationCard } from './location-card.tsx';
import './media.css';
import { PictureView } from './picture-view.tsx';
import { VideoView } from './video-view.tsx';

/** What came with a message, as itself where it can be shown. */
export function AttachmentView({ attachment }: { readonly attachment: Attachment }) {
  switch (attachment.kind) {
    case 'image':
    case 'sticker':
      return <PictureView attachment={attachment} />;
    case 'audio':
      return <AudioPlayer attachment={attachment} />;
    case 'video':
      return <VideoView attachment={attachment} />;
    case 'location':
      return <LocationCard attachment={attachment} />;
    case 'contact':
      return <ContactCard attachment={attachment} />;
    case 'file':
    case 'other':
      return <FileCard attachment={attachment} />;
  }
}
