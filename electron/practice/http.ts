/** Requests and answers of the practice server: just enough HTTP for one dialect. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Practice } from './practice.ts';
import type { Conversation, User } from './state.ts';

/** One request as the log and tests see it. */
export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  /** With its `?`; empty if there was none. */
  readonly query: string;
  /** Parsed JSON or form fields; null if there was no body; the text itself if it was neither. */
  readonly body: unknown;
  /** Practice time it arrived, epoch ms. */
  readonly at: number;
}

/** What a test may do to a request. `lose-answer` and `replace-answer` let the server do the work first. */
export type Interception =
  | { readonly kind: 'answer'; readonly status: number; readonly body: unknown; readonly headers?: Headers }
  | { readonly kind: 'replace-answer'; readonly status: number; readonly body: unknown; readonly headers?: Headers }
  | { readonly kind: 'destroy' }
  | { readonly kind: 'lose-answer' };
export type Intercept = (
  request: LoggedRequest,
) => Interception | undefined | void | Promise<Interception | undefined | void>;

export type Headers = Readonly<Record<string, string>>;

export interface Answer {
  readonly status: number;
  /** An object is sent as JSON, a string or bytes as they are, null as an empty body. */
  readonly body: unknown;
  readonly headers?: Headers;
}

export interface UploadedFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

export interface Request {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
}

/** What a route gets: the request, who asks, and the numbers in the path. */
export interface Call {
  readonly practice: Practice;
  readonly request: Request;
  readonly user: User;
  readonly params: Readonly<Record<string, string>>;
  /** The conversation named in the path; routes without one must not read it. */
  readonly conversation: Conversation;
}

export const ok = (body: unknown, headers: Headers = {}): Answer => ({ status: 200, body, headers });
/** `head :ok` of the dialect: 200 without a body. */
export const empty: Answer = { status: 200, body: null };
export const fail = (status: number, error: string): Answer => ({ status, body: { error } });
export const notFound: Answer = fail(404, 'Resource could not be found');
export const notAllowed: Answer = fail(401, 'You are not authorized to do this action');

/** The largest file Chatwoot takes and a little for its form; a bigger body is cut off instead of filling memory. */
const maxBodyBytes = 41 * 1024 * 1024;

async function readBody(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > maxBodyBytes) throw new Error('request body is too large');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** `message[content]` and `attachments[]` of a form become nested fields and files. */
async function readForm(bytes: Buffer, contentType: string): Promise<{ body: unknown; files: UploadedFile[] }> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } }).formData();
  const fields: Record<string, unknown> = {};
  const files: UploadedFile[] = [];
  for (const [key, value] of form) {
    if (typeof value !== 'string') {
      files.push({ name: value.name, contentType: value.type, bytes: new Uint8Array(await value.arrayBuffer()) });
      continue;
    }
    const nested = /^(\w+)\[(\w+)\]$/.exec(key);
    if (nested?.[1] === undefined || nested[2] === undefined) fields[key] = value;
    else fields[nested[1]] = { ...asRecord(fields[nested[1]]), [nested[2]]: value };
  }
  return { body: fields, files };
}

export async function readRequest(message: IncomingMessage): Promise<Request> {
  const url = new URL(message.url ?? '/', 'http://practice');
  const bytes = await readBody(message);
  const contentType = message.headers['content-type'] ?? '';
  const common = {
    method: message.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: message.headers,
  };
  if (bytes.length === 0) return { ...common, body: null, files: [] };
  if (contentType.startsWith('multipart/form-data')) return { ...common, ...(await readForm(bytes, contentType)) };
  const text = bytes.toString('utf8');
  return { ...common, body: parseText(text, contentType), files: [] };
}

/** curl says "urlencoded" for any `-d`, so JSON is tried first whatever the header says. */
function parseText(text: string, contentType: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    if (contentType.startsWith('application/x-www-form-urlencoded'))
      return Object.fromEntries(new URLSearchParams(text));
    return text;
  }
}

/** `now`: the practice clock, which the `Date` header must follow so that clients learn server time from any answer. */
export function sendAnswer(response: ServerResponse, answer: Answer, now: number): void {
  const { body } = answer;
  const isRaw = typeof body === 'string' || body instanceof Uint8Array;
  const payload = body === null || body === undefined ? '' : isRaw ? body : JSON.stringify(body);
  response.writeHead(answer.status, {
    ...(payload === ''
      ? {}
      : { 'content-type': isRaw ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8' }),
    'cache-control': 'no-store',
    'content-length': String(Buffer.byteLength(payload)),
    date: new Date(now).toUTCString(),
    ...answer.headers,
  });
  response.end(payload);
}

export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
export const asString = (value: unknown): string | null => (typeof value === 'string' ? value : null);
/** Rails' `to_i` on a parameter that may be text; null if it is absent or no number. */
export function asInteger(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? Math.trunc(value) : null;
  if (typeof value !== 'string') return null;
  const number = Number.parseInt(value, 10);
  return Number.isNaN(number) ? null : number;
}
/** Rails' boolean cast: forms send text. */
export const asBoolean = (value: unknown): boolean =>
  value === true || value === 'true' || value === '1' || value === 1;
