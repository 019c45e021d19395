/**
 * What a file is, by its first bytes: its name and what a browser says of it are only claims. Where several kinds share
 * one container (zip: docx, xlsx, pptx; OLE: doc, xls, ppt) the bytes prove the container and the name says which it is.
 */

/** So many bytes from the beginning are enough for every kind below. */
export const headBytes = 4096;

const unknown = 'application/octet-stream';
const zipped: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
};
const compound: Readonly<Record<string, string>> = {
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
};

/** Bytes as text, one character each. */
type Head = string;
interface Signature {
  /** At this offset … */
  readonly at: number;
  /** … stands this. */
  readonly bytes: string;
  readonly type: string | ((head: Head, name: string) => string);
}

const signatures: readonly Signature[] = [
  { at: 0, bytes: '\xff\xd8\xff', type: 'image/jpeg' },
  { at: 0, bytes: '\x89PNG\r\n\x1a\n', type: 'image/png' },
  { at: 0, bytes: 'GIF8', type: 'image/gif' },
  { at: 8, bytes: 'WEBP', type: (head) => (head.startsWith('RIFF') ? 'image/webp' : unknown) },
  { at: 8, bytes: 'WAVE', type: (head) => (head.startsWith('RIFF') ? 'audio/wav' : unknown) },
  { at: 0, bytes: '%PDF-', type: 'application/pdf' },
  { at: 4, bytes: 'ftyp', type: (head) => isoMedia(head.slice(8, 12)) },
  { at: 0, bytes: 'OggS', type: (head) => (head.includes('OpusHead') ? 'audio/ogg' : 'application/ogg') },
  { at: 0, bytes: 'ID3', type: 'audio/mpeg' },
  { at: 0, bytes: '#!AMR', type: 'audio/amr' },
  { at: 0, bytes: '\x1aE\xdf\xa3', type: 'video/webm' },
  { at: 0, bytes: 'PK\x03\x04', type: (_head, name) => zipped[extensionOf(name)] ?? 'application/zip' },
  {
    at: 0,
    bytes: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    type: (_head, name) => compound[extensionOf(name)] ?? unknown,
  },
];

/** The MIME type of the file that begins like this. Unknown bytes are `application/octet-stream`. */
export function fileType(head: Uint8Array, name: string): string {
  const text = Array.from(head.subarray(0, headBytes), (byte) => String.fromCharCode(byte)).join('');
  for (const { at, bytes, type } of signatures) {
    if (!text.startsWith(bytes, at)) continue;
    const found = typeof type === 'string' ? type : type(text, name);
    if (found !== unknown) return found;
  }
  return mpegAudio(head) ?? plainText(head, text);
}

function isoMedia(brand: string): string {
  if (brand.startsWith('M4A')) return 'audio/mp4';
  if (brand.startsWith('3g')) return 'video/3gpp';
  if (brand.startsWith('qt')) return 'video/quicktime';
  return /^(?:heic|heix|mif1|msf1)$/u.test(brand) ? 'image/heic' : 'video/mp4';
}

/** Frames without a header of their own: eleven set bits, then the layer (0: AAC's framing; 1–3: MP3 and its elders). */
function mpegAudio(head: Uint8Array): string | null {
  const [first, second = 0] = head;
  if (first !== 0xff || (second & 0xe0) !== 0xe0) return null;
  if ((second & 0xf6) === 0xf0) return 'audio/aac';
  return (second & 0x06) === 0 ? null : 'audio/mpeg';
}

/** Text that a browser would run is told apart, so that it is never shown as a page of ours. */
function plainText(head: Uint8Array, text: string): string {
  if (head.length === 0) return unknown;
  if (!isUtf8(head.subarray(0, headBytes))) return unknown;
  // oxlint-disable-next-line no-control-regex -- these are what tells bytes from text
  if (/[\x00-\x08\x0e-\x1a\x1c-\x1f]/u.test(text)) return unknown;
  if (/<svg[\s>]/iu.test(text)) return 'image/svg+xml';
  return /<(?:!doctype html|html|script|head|body)[\s>]/iu.test(text) ? 'text/html' : 'text/plain';
}

/** The end may be cut inside a character; everything before it must fit. */
function isUtf8(bytes: Uint8Array): boolean {
  let following = 0;
  for (const byte of bytes) {
    if (following > 0) {
      if ((byte & 0xc0) !== 0x80) return false;
      following -= 1;
    } else if (byte >= 0x80) {
      following = (byte & 0xe0) === 0xc0 ? 1 : (byte & 0xf0) === 0xe0 ? 2 : (byte & 0xf8) === 0xf0 ? 3 : -1;
      if (following === -1) return false;
    }
  }
  return true;
}

function extensionOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}
