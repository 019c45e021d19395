import type { Attachment } from '../../../shared/contract/entities.ts';
import type { IconName } from '../../ui/icon.tsx';

export const attachmentIcons: Readonly<Record<Attachment['kind'], IconName>> = {
  image: 'image',
  audio: 'play',
  video: 'play',
  file: 'file',
  sticker: 'image',
  location: 'map-pin',
  contact: 'user',
  other: 'paperclip',
};
