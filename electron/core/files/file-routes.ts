/**
 * The page's two-way street for bytes, answered the same way by both hosts on the page's own origin. Who may post is the
 * host's business; which workspace's files an address means, and whether it gives the right to read them, is decided here.
 *
 *   POST /files?workspace=<id>&name=<name>   body: the file → 200 `LocalFile`
 *   GET  /files/<workspace>/<file id>        a copy on its way to the customer
 *   GET  /media/<workspace>/<attachment id>  a file of a message
 *
 * What failed is `{code}` with a code of `shared/contract/errors.ts`.
 */
import { CallError, type ErrorCode } from '../../../shared/contract/errors.ts';
import { FileId, type FileRef } from '../../../shared/contract/files.ts';
import { securityHeaders } from '../assets.ts';
import type { FileRoom } from './file-room.ts';
import type { FileKeys } from './file-keys.ts';
import type { ByteRange } from './file-store.ts';
import type { Media, MediaFile } from './media.ts';

export interface FileRequest {
  readonly method: string;
  /** As it stands in the address, still encoded, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: AsyncIterable<Uint8Array> | null;
}

export interface FileAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: AsyncIterable<Uint8Array> | Uint8Array<ArrayBuffer>;
}

/** The files of one workspace. */
export interface WorkspaceFiles {
  readonly room: FileRoom;
  readonly media: Media;
  /** Where the page reads one of them; an unknown one is not found there. */
  addressOf(file: FileRef): string;
}

export function fileAddresses(keys: FileKeys, workspace: string): WorkspaceFiles['addressOf'] {
  return (file) =>
    keys.addressOf(
      'fileId' in file ? `/files/${workspace}/${file.fileId}` : `/media/${workspace}/${file.attachmentId}`,
    );
}

export interface FileRoutes {
  /** For addresses of which `isFilePath` is true. Never rejects. */
  respond(request: FileRequest): Promise<FileAnswer>;
}

export function isFilePath(path: string): boolean {
  return /^\/(?:files|media)(?:\/|$)/u.test(path);
}

const statuses: Readonly<Partial<Record<ErrorCode, number>>> = {
  'bad-request': 400,
  'not-found': 404,
  'file-invalid': 422,
  storage: 507,
  unreachable: 504,
};

/** `filesOf`: null, if there is no such workspace. */
export function createFileRoutes(
  filesOf: (workspace: string) => WorkspaceFiles | null,
  keys: Pick<FileKeys, 'opens'>,
): FileRoutes {
  return {
    async respond(request) {
      const [, area, workspace, id, ...more] = request.path.split('/');
      try {
        if (request.method === 'POST' && request.path === '/files') return await receive(filesOf, request);
        if (request.method !== 'GET' && request.method !== 'HEAD') return failed('bad-request');
        // Without the right to know, what is there looks like what is not.
        const files = keys.opens(request.path, request.query) ? filesOf(workspace ?? '') : null;
        if (files === null || id === undefined || more.length > 0) return failed('not-found');
        const file = await (area === 'files' ? localFile(files.room, id) : mediaFile(files.media, id));
        return 'code' in file ? failed(file.code) : serve(request, file);
      } catch (error) {
        return failed(error instanceof CallError ? error.code : 'internal');
      }
    },
  };
}

async function receive(
  filesOf: (workspace: string) => WorkspaceFiles | null,
  { query, body }: FileRequest,
): Promise<FileAnswer> {
  const files = filesOf(query.get('workspace') ?? '');
  if (files === null) return failed('not-found');
  if (body === null) return failed('bad-request');
  return json(200, await files.room.add(query.get('name') ?? '', body));
}

type Found = MediaFile | { readonly code: ErrorCode };

async function localFile(room: FileRoom, id: string): Promise<Found> {
  const file = FileId.safeParse(id).success ? await room.get(id) : null;
  if (file === null) return { code: 'not-found' };
  return { ...file, read: (range) => room.read(id, range) };
}

async function mediaFile(media: Media, id: string): Promise<Found> {
  const found = /^\d{1,15}$/u.test(id) ? await media.open(Number(id)) : 'unknown';
  if (found === 'unknown') return { code: 'not-found' };
  return found === 'unreachable' ? { code: 'unreachable' } : found;
}

/** What a browser shows or plays without running any of it; everything else it may only save. */
const shown = /^(?:image\/(?:jpeg|png|gif|webp)|audio\/[\w.-]+|video\/[\w.-]+)$/u;
/** What a browser would run as a page of ours if it were ever shown as what it is. */
const runnable: ReadonlySet<string> = new Set(['text/html', 'image/svg+xml']);

function serve({ method, headers }: FileRequest, file: MediaFile): FileAnswer {
  const isShown = shown.test(file.type);
  const common = {
    ...securityHeaders,
    'content-security-policy': "default-src 'none'; sandbox",
    'content-type': runnable.has(file.type) ? 'application/octet-stream' : file.type,
    'content-disposition': `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeName(file.name)}`,
    'accept-ranges': 'bytes',
    // It is on this disk already, in the workspace's own folder, which goes when the workspace is forgotten.
    'cache-control': 'no-store',
  };
  const range = rangeOf(headers['range'], file.sizeBytes);
  if (range === 'none-of-it') {
    return { status: 416, headers: { ...common, 'content-range': `bytes */${file.sizeBytes}` }, body: nothing };
  }
  const length = range === null ? file.sizeBytes : range.last - range.first + 1;
  const partial = range === null ? {} : { 'content-range': `bytes ${range.first}-${range.last}/${file.sizeBytes}` };
  return {
    status: range === null ? 200 : 206,
    headers: { ...common, ...partial, 'content-length': String(length) },
    body: method === 'HEAD' ? nothing : file.read(range),
  };
}

/** Null: all of it. More than one range at once is answered with all of it, as the standard allows. */
function rangeOf(header: string | undefined, size: number): ByteRange | 'none-of-it' | null {
  const found = /^bytes=(\d{0,15})-(\d{0,15})$/u.exec(header ?? '');
  const [, from = '', to = ''] = found ?? [];
  if (from === '' && to === '') return null;
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (from !== '' && to !== '' && Number(to) < first) return null;
  return first >= size || last < first ? 'none-of-it' : { first, last };
}

/** RFC 8187: everything but letters and digits is escaped. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replaceAll(/['()*!]/gu, (found) => `%${found.charCodeAt(0).toString(16)}`);
}

const nothing = new Uint8Array(0);

function failed(code: ErrorCode): FileAnswer {
  return json(statuses[code] ?? 500, { code });
}

function json(status: number, value: unknown): FileAnswer {
  const headers = { ...securityHeaders, 'content-type': 'application/json', 'cache-control': 'no-store' };
  return { status, headers, body: new Uint8Array(new TextEncoder().encode(JSON.stringify(value))) };
}
