/** Answers as they come over a bad line, and the part of a `Response` that the core reads of them. */
import type { restFaults } from './plan.ts';
import type { Asked, Reply } from './server.ts';

export type RestFault = (typeof restFaults)[number];

const page = { 'content-type': 'text/html; charset=utf-8' };

/** Answers that come from something in front of the server, which never hears of the request. */
const canned: Partial<Record<RestFault, Pick<Reply, 'status' | 'text'> & { readonly headers?: Reply['headers'] }>> = {
  '429': { status: 429, text: 'Retry later\n' },
  '413': { status: 413, text: '<html><body>413 Request Entity Too Large</body></html>', headers: page },
  '422-before': { status: 422, text: '{"error":"Validation failed"}' },
  '500-before': { status: 502, text: '<html><body>502 Bad Gateway</body></html>', headers: page },
  '401': { status: 401, text: '{"error":"You are not authorized to do this action"}' },
  portal: { status: 200, text: '<!doctype html><title>Free WiFi</title><form>Accept</form>', headers: page },
};

export function cannedReply(fault: RestFault | null, now: number): Reply | null {
  const reply = fault === null ? undefined : canned[fault];
  if (reply === undefined) return null;
  return { ...reply, bytes: null, headers: { date: new Date(now).toUTCString(), ...reply.headers } };
}

/** What is left of an answer whose work was done. */
const spoil: Partial<Record<RestFault, (reply: Reply) => Reply>> = {
  '500-after': (reply) => ({ ...reply, bytes: null, status: 500, text: '{"error":"Internal Server Error"}' }),
  '422-after': (reply) => ({
    ...reply,
    bytes: null,
    status: 422,
    text: '{"error":"Error connecting to Redis on 127.0.0.1:6379"}',
  }),
  truncated: (reply) => ({ ...reply, text: reply.text.slice(0, Math.floor(reply.text.length / 2)) }),
  'wrong-shape': (reply) => (reply.bytes === null ? { ...reply, text: '{"success":true,"items":[1,2]}' } : reply),
};

export function spoilt(fault: RestFault | null, reply: Reply): Reply {
  const how = fault === null ? undefined : spoil[fault];
  return how === undefined ? reply : how(reply);
}

/** Without the streams of a real one, which would leave this thread. `isCut`: the line breaks in the middle. */
export function responseOf(reply: Reply, isCut: boolean): Response {
  const { status } = reply;
  const whole = reply.bytes ?? new TextEncoder().encode(reply.text);
  const body = async function* (): AsyncGenerator<Uint8Array> {
    const middle = Math.floor(whole.length / 2);
    yield whole.slice(0, middle);
    if (isCut) throw failure('ECONNRESET', 'read');
    yield whole.slice(middle);
  };
  return {
    status,
    ok: status >= 200 && status <= 299,
    url: '',
    headers: new Headers(reply.headers),
    text: () => Promise.resolve(reply.text),
    body: body(),
  } as unknown as Response;
}

/** As Node's own `fetch` fails. */
export function failure(code: string, syscall: string): Error {
  const cause = Object.assign(new Error(`${syscall} ${code}`), { code, syscall });
  return new TypeError('fetch failed', { cause });
}

/** What a request says: JSON, or a form with files. */
export async function askedBy(url: string, init: RequestInit): Promise<Asked> {
  const asked = {
    method: init.method ?? 'GET',
    address: url.replace(/^https?:\/\/[^/]+/, ''),
    headers: { ...(init.headers as Record<string, string> | undefined) },
  };
  if (!(init.body instanceof FormData)) {
    const text = typeof init.body === 'string' ? init.body : '';
    return { ...asked, body: text === '' ? null : JSON.parse(text), files: [] };
  }
  const parts = [...init.body.values()].filter((part) => typeof part !== 'string');
  const files = parts.map(async (part) => ({
    name: part.name,
    contentType: part.type,
    bytes: new Uint8Array(await part.arrayBuffer()),
  }));
  return { ...asked, body: null, files: await Promise.all(files) };
}
