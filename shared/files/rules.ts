/** Which file may go where. WhatsApp's table is whatsapp-rules §3.2 (Meta's media page); 40 MB is Chatwoot's own limit. */
import type { ChannelKind } from '../contract/entities.ts';
import type { LocalFile } from '../contract/files.ts';

/** Where a message goes: to the customer by a channel of this kind, or to the team as a note. */
export type Destination = ChannelKind | 'team';

/** What WhatsApp takes a file for. */
export type MediaKind = 'image' | 'audio' | 'video' | 'document' | 'sticker';

/** Why a file cannot go. The page says it in words; `describeProblem` is for the log and for developers. */
export type FileProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-large'; readonly limitBytes: number; readonly as: MediaKind | null }
  | { readonly kind: 'type-not-taken'; readonly type: string };

const kb = 1024;
const mb = 1024 * kb;

/** `Attachment#validate_file_size`: nothing larger gets into Chatwoot, whatever the channel. */
export const mostServerBytes = 40 * mb;

/** At most so many in one draft: Chatwoot's limit for one message. Here and not in the contract, so that the page gets no zod. */
export const maxFiles = 15;

const whatsAppTypes: Readonly<Record<string, MediaKind>> = {
  'audio/aac': 'audio',
  'audio/amr': 'audio',
  'audio/mpeg': 'audio',
  'audio/mp4': 'audio',
  'audio/ogg': 'audio',
  'image/jpeg': 'image',
  'image/png': 'image',
  'image/webp': 'sticker',
  'video/mp4': 'video',
  'video/3gpp': 'video',
  'text/plain': 'document',
  'application/pdf': 'document',
  'application/msword': 'document',
  'application/vnd.ms-excel': 'document',
  'application/vnd.ms-powerpoint': 'document',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'document',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'document',
};

/** A sticker's limit is the animated one: whether it moves is not worth reading the whole file for. */
const whatsAppBytes: Readonly<Record<MediaKind, number>> = {
  audio: 16 * mb,
  document: 100 * mb,
  image: 5 * mb,
  sticker: 500 * kb,
  video: 16 * mb,
};

/** Null: WhatsApp takes no such file. */
export function whatsAppKind(type: string): MediaKind | null {
  return whatsAppTypes[type] ?? null;
}

/** Null: it may go. */
export function fileProblem(file: Pick<LocalFile, 'type' | 'sizeBytes'>, to: Destination): FileProblem | null {
  if (file.sizeBytes === 0) return { kind: 'empty' };
  const kind = to === 'whatsapp' ? whatsAppKind(file.type) : null;
  if (to === 'whatsapp' && kind === null) return { kind: 'type-not-taken', type: file.type };
  const limitBytes = Math.min(mostServerBytes, kind === null ? mostServerBytes : whatsAppBytes[kind]);
  return file.sizeBytes > limitBytes ? { kind: 'too-large', limitBytes, as: kind } : null;
}

export function describeProblem(problem: FileProblem): string {
  switch (problem.kind) {
    case 'empty':
      return 'The file is empty.';
    case 'too-large':
      return `The file is larger than ${problem.limitBytes} bytes, the most for ${problem.as ?? 'any file'}.`;
    case 'type-not-taken':
      return `WhatsApp takes no file of type ${problem.type}.`;
  }
}
