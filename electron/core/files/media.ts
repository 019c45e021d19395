/**
 * Files of messages, as the server has them: fetched once, when somebody first looks, and kept in the workspace's folder, so
 * that they are there without a network. Chatwoot's addresses for them need no sign-in (chatwoot-api §3.4), so the token is
 * never sent here, wherever an address leads.
 */
import type { Attachment } from '../../../shared/contract/entities.ts';
import { fileType, headBytes } from '../../../shared/files/file-type.ts';
import type { Clock, FetchLike, Log } from '../ports.ts';
import type { Store } from '../store/store-client.ts';
import { joined, type ByteRange, type FileStore } from './file-store.ts';

/** All kept ones together; those looked at longest ago go first. */
const mostCachedBytes = 500 * 1024 * 1024;
/** WhatsApp's largest document is 100 MB. */
const mostBytes = 110 * 1024 * 1024;
/** A download that stands still this long is given up. */
const idleMs = 30_000;

export interface MediaPorts {
  readonly store: Store;
  /** Its names are the ids of the attachments. */
  readonly pieces: FileStore;
  readonly fetch: FetchLike;
  readonly clock: Clock;
  readonly log: Log;
  /** Without a slash at the end. */
  readonly serverUrl: string;
}

export interface MediaFile {
  readonly name: string;
  /** By its content. */
  readonly type: string;
  readonly sizeBytes: number;
  read(range: ByteRange | null): AsyncIterable<Uint8Array>;
}

export interface Media {
  /** `unknown`: no message here has it, or it has no file. `unreachable`: not kept, and the server did not give it now. */
  open(attachmentId: number): Promise<MediaFile | 'unknown' | 'unreachable'>;
}

export function createMedia(ports: MediaPorts): Media {
  /** One download for all who ask at the same time. */
  const underWay = new Map<string, Promise<boolean>>();
  const fetched = (name: string, url: string): Promise<boolean> => {
    const running = underWay.get(name);
    if (running !== undefined) return running;
    const started = download(ports, name, url).finally(() => underWay.delete(name));
    underWay.set(name, started);
    return started;
  };
  return {
    async open(attachmentId) {
      const attachment = await ports.store.call('attachment.get', { id: attachmentId });
      const url = attachment === null ? null : addressOf(attachment, ports.serverUrl);
      if (attachment === null || url === null) return 'unknown';
      const name = String(attachmentId);
      if ((await ports.pieces.size(name)) === null && !(await fetched(name, url))) return 'unreachable';
      return describe(ports, name, attachment);
    },
  };
}

/**
 * Null: it has no file, or one that is not this server's. The server may call itself by another name than ours for it
 * (`FRONTEND_URL`); its own storage is asked for under the name that we know to be right.
 */
function addressOf({ url }: Attachment, serverUrl: string): string | null {
  // The address of a folder that was found again may not be known yet.
  if (url === null || !URL.canParse(serverUrl)) return null;
  const { origin, pathname, search } = new URL(url);
  if (origin === new URL(serverUrl).origin) return url;
  return pathname.startsWith('/rails/active_storage/') ? serverUrl + pathname + search : null;
}

/** False: not now. */
async function download(ports: MediaPorts, name: string, url: string): Promise<boolean> {
  const abort = new AbortController();
  try {
    // No token and no cookies, so that following to the storage behind the server gives nothing away.
    const init = { redirect: 'follow', credentials: 'omit', cache: 'no-store', signal: abort.signal } as const;
    const bytes = idleLimited(ports.clock, abort, () => ports.fetch(url, init), ports.serverUrl);
    await ports.pieces.write(name, bytes);
    await makeRoom(ports.pieces, name);
    return true;
  } catch (error) {
    ports.log.write('info', 'media could not be fetched', { detail: error instanceof Error ? error.message : '' });
    return false;
  }
}

async function* idleLimited(
  clock: Clock,
  abort: AbortController,
  // Asked only once somebody reads: a refusal before that would be nobody's, and end the process.
  ask: () => Promise<Response>,
  serverUrl: string,
): AsyncGenerator<Uint8Array> {
  const start = () => clock.schedule(idleMs, () => abort.abort());
  let timer = start();
  let total = 0;
  try {
    const response = await ask();
    if (!response.ok || response.body === null || !mayComeFrom(response.url, serverUrl)) {
      throw new Error(`the server answered ${response.status}`);
    }
    // The network we are in, asking for a sign-in: Rails never serves a file as a page.
    if (/^text\/html\b/iu.test(response.headers.get('content-type') ?? '')) throw new Error('a web page in its place');
    for await (const chunk of response.body) {
      timer.cancel();
      timer = start();
      total += chunk.length;
      if (total > mostBytes) throw new Error('it is larger than anything WhatsApp hands over');
      yield chunk;
    }
  } finally {
    timer.cancel();
    // Whoever stopped reading early leaves no download behind.
    abort.abort();
  }
}

/** Where the redirects ended: the server itself, or a storage behind it that is encrypted on the way. */
function mayComeFrom(url: string, serverUrl: string): boolean {
  return url === '' || url.startsWith('https:') || new URL(url).origin === new URL(serverUrl).origin;
}

async function makeRoom(pieces: FileStore, justWritten: string): Promise<void> {
  const all = (await pieces.list()).toSorted((a, b) => a.usedAt - b.usedAt);
  let total = all.reduce((sum, piece) => sum + piece.sizeBytes, 0);
  for (const { name, sizeBytes } of all) {
    if (total <= mostCachedBytes) return;
    if (name === justWritten) continue;
    await pieces.remove(name);
    total -= sizeBytes;
  }
}

async function describe(
  { pieces, clock }: MediaPorts,
  name: string,
  attachment: Attachment,
): Promise<MediaFile | 'unreachable'> {
  await pieces.touch(name, clock.wallNow());
  const sizeBytes = await pieces.size(name);
  // Removed by another download between the two: asked again, it is fetched again.
  if (sizeBytes === null) return 'unreachable';
  const last = Math.min(headBytes, sizeBytes) - 1;
  const head = last < 0 ? new Uint8Array(0) : await joined(pieces.read(name, { first: 0, last }));
  return {
    name: attachment.name ?? name,
    type: heardOnly(fileType(head, attachment.name ?? ''), attachment),
    sizeBytes,
    read: (range) => pieces.read(name, range),
  };
}

/** The same container holds sound and pictures; the server knows which it is. */
function heardOnly(type: string, { kind }: Attachment): string {
  return kind === 'audio' ? type.replace(/^video\//u, 'audio/') : type;
}
