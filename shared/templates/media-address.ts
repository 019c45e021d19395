/** The address of a header's image, video or document. WhatsApp fetches it itself, so what it cannot reach or read fails late. */
import type { MediaFormat } from './parse.ts';

/** What WhatsApp takes in a media header (media page of the Cloud API), by the ending of the address. */
const endings: Readonly<Record<MediaFormat, readonly string[]>> = {
  image: ['jpg', 'jpeg', 'png'],
  video: ['mp4', '3gp'],
  document: ['pdf', 'doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'txt'],
};

/** Kinds of file that people try and WhatsApp refuses; any other ending may be a path without a file name. */
const refusedEndings: readonly string[] =
  'gif webp svg heic heif avif bmp tif tiff mov avi mkv webm mp3 ogg wav m4a zip html htm'.split(' ');

/** For the text of a refusal: "jpg, jpeg or png". */
export function acceptedEndings(format: MediaFormat): readonly string[] {
  return endings[format];
}

interface Address {
  readonly host: string;
  readonly path: string;
}

/** null: no http(s) address. Only what our rules need; the port, the query and a name in front of the host do not matter. */
export function readAddress(text: string): Address | null {
  const match = /^https?:\/\/(?:[^\s/?#@]*@)?(\[[^\s\]]+\]|[^\s/?#:@]+)(?::\d+)?(\/[^\s?#]*)?(?:[?#]\S*)?$/iu.exec(
    text,
  );
  return match?.[1] === undefined ? null : { host: match[1].toLowerCase(), path: match[2] ?? '/' };
}

function endingOf(path: string): string | null {
  return /\.([a-z\d]{2,5})$/iu.exec(path)?.[1]?.toLowerCase() ?? null;
}

/** `unknown`: the address does not say; WhatsApp asks the server that it points to. */
export function mediaFit(address: string, format: MediaFormat): 'fits' | 'wrong' | 'unknown' {
  const ending = endingOf(readAddress(address)?.path ?? '');
  if (ending === null) return 'unknown';
  if (endings[format].includes(ending)) return 'fits';
  const isKnown = refusedEndings.includes(ending) || Object.values(endings).flat().includes(ending);
  return isKnown ? 'wrong' : 'unknown';
}

const privateHosts: readonly RegExp[] = [
  /^localhost$|\.(?:local|localhost|internal|lan)$/u,
  // RFC 1918, loopback and link-local addresses; the same of IPv6.
  /^(?:10|127)(?:\.\d+){3}$|^192\.168(?:\.\d+){2}$|^169\.254(?:\.\d+){2}$|^172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}$/u,
  /^\[(?:::1|f[cd]|fe[89ab])/u,
];

/**
 * Chatwoot's own addresses of a file (ActiveStorage of Rails): `blobs/redirect` forwards, and WhatsApp's fetcher does not
 * follow but takes the answer for a web page (chatwoot PR 15702); `disk`, where it leads, is valid for five minutes.
 */
const passing = /^\/rails\/active_storage\/(?:(?:blobs|representations)\/(?!proxy\/)|disk\/)/u;

/** `private`: only this computer or this network reaches it. `forwards`, `sample`: see above and below. */
export function mediaReach(address: string): 'public' | 'private' | 'forwards' | 'sample' {
  const { host, path } = readAddress(address) ?? { host: '', path: '' };
  const isPrivate = privateHosts.some((pattern) => pattern.test(host));
  if (isPrivate) return 'private';
  if (passing.test(path)) return 'forwards';
  // Where Meta keeps a template's sample picture: it opens in a browser, but refuses Meta's own fetcher (131053).
  return /(?:^|\.)(?:fbcdn\.net|scontent\.whatsapp\.net)$/u.test(host) ? 'sample' : 'public';
}

/** What the customer's phone shows as the name of a document. */
export function fileNameOf(address: string): string | null {
  const last = readAddress(address)?.path.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last) || null;
  } catch {
    return last || null;
  }
}
