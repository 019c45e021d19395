/** Attachments of a message, from the shape that REST and the cable share (chatwoot-api §3.4). */
import type { Attachment } from '../../../../shared/contract/entities.ts';
import type { PushAttachment } from './push-shapes.ts';

const kinds: readonly Attachment['kind'][] = ['image', 'audio', 'video', 'file', 'location', 'contact'];

/** `contentType`: of the message. A sticker is an image that only its message tells apart. */
export function attachment(raw: PushAttachment, contentType: string | null | undefined): Attachment {
  const known = kinds.find((kind) => kind === raw.file_type) ?? 'other';
  const kind = known === 'image' && contentType === 'sticker' ? 'sticker' : known;
  const url = httpUrl(raw.data_url);
  const isContact = kind === 'contact';
  return {
    id: raw.id,
    kind,
    url,
    name: isContact ? contactName(raw) : (textOrNull(raw.fallback_title) ?? (url === null ? null : fileNameOf(url))),
    sizeBytes: wholeOrNull(raw.file_size),
    width: wholeOrNull(raw.width),
    height: wholeOrNull(raw.height),
    transcript: textOrNull(raw.transcribed_text),
    coordinates: coordinates(raw),
    // Chatwoot keeps the number of a shared contact in the title.
    phoneNumber: isContact ? textOrNull(raw.fallback_title) : null,
  };
}

function contactName({ meta }: PushAttachment): string | null {
  const parts = [meta?.['firstName'], meta?.['lastName']].filter((part) => typeof part === 'string');
  return textOrNull(parts.join(' ').trim());
}

function coordinates({
  coordinates_lat: latitude,
  coordinates_long: longitude,
}: PushAttachment): Attachment['coordinates'] {
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return null;
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null;
}

function textOrNull(text: string | null | undefined): string | null {
  return text === undefined || text === '' ? null : text;
}

function wholeOrNull(value: number | null | undefined): number | null {
  return typeof value === 'number' ? Math.round(value) : null;
}

/** Addresses from the server end up in the page (law 9): no `javascript:`, no `file:`. */
export function httpUrl(text: string | null | undefined): string | null {
  if (text === null || text === undefined || !URL.canParse(text)) return null;
  return /^https?:$/.test(new URL(text).protocol) ? text : null;
}

function fileNameOf(url: string): string | null {
  const last = new URL(url).pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last) || null;
  } catch {
    return last;
  }
}
