/** Every row of chatwoot-api §8.4 and §9 (4, 5): what a failure is called, and whether the message may exist all the same. */
import { describe, expect, it } from 'vitest';
import { failure, json, restMessageJson, signedIn, type Answering } from './chatwoot-fixtures.ts';

const text = (body: string, status: number): Response => new Response(body, { status });
const html = '<!doctype html><title>Sign in to the Wi-Fi</title>';
const fail = (error: Error) => (): never => {
  throw error;
};
/** What Node's fetch throws: the reason is in `cause`. */
const fetchFailed = (cause: object): Error =>
  new TypeError('fetch failed', { cause: Object.assign(new Error('connect'), cause) });
const bothAddresses = Object.assign(
  new AggregateError(['127.0.0.1', '::1'].map(() => Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }))),
  { code: 'ECONNREFUSED' },
);

/** [what, answer, kind, committed after a POST] */
const rows: readonly (readonly [string, Answering, string, 'no' | 'unknown'])[] = [
  [
    '401 Devise',
    () => json({ errors: ['You need to sign in or sign up before continuing.'] }, 401),
    'signed-out',
    'no',
  ],
  ['401 bad token', () => json({ error: 'Invalid Access Token' }, 401), 'signed-out', 'no'],
  ['401 Pundit', () => json({ error: 'You are not authorized to do this action' }, 401), 'forbidden', 'no'],
  ['401 account', () => json({ error: 'You are not authorized to access this account' }, 401), 'forbidden', 'no'],
  ['401 suspended', () => json({ error: 'Account is suspended' }, 401), 'forbidden', 'no'],
  ['401 bot', () => json({ error: 'Access to this endpoint is not authorized for bots' }, 401), 'forbidden', 'no'],
  ['401 of a proxy', () => text(html, 401), 'bad-response', 'no'],
  ['402', () => json({ error: 'Plan limit' }, 402), 'rejected', 'no'],
  ['403', () => json({ error: 'Message status update is only allowed for API inboxes' }, 403), 'forbidden', 'no'],
  ['404', () => json({ error: 'Resource could not be found' }, 404), 'not-found', 'no'],
  ['404 of something else', () => text(html, 404), 'bad-response', 'no'],
  ['408', () => text('', 408), 'timeout', 'unknown'],
  ['409 (idempotency key reused)', () => json({ error: 'Conflict' }, 409), 'rejected', 'unknown'],
  ['413 of nginx', () => text('<html>413 Request Entity Too Large</html>', 413), 'rejected', 'no'],
  ['422 validation', () => json({ error: 'Validation failed: Too many messages' }, 422), 'rejected', 'no'],
  ['422 builder', () => json({ error: 'Incoming messages are only allowed in Api inboxes' }, 422), 'rejected', 'no'],
  ['422 after commit', () => json({ error: 'Connection refused - connect(2) for redis' }, 422), 'rejected', 'unknown'],
  [
    '422 record',
    () => json({ message: 'Phone number taken', attributes: ['phone_number'] }, 422),
    'rejected',
    'unknown',
  ],
  ['422 quoting a validation', () => json({ error: 'job: Validation failed: x' }, 422), 'rejected', 'unknown'],
  ['429 text', () => text('Retry later\n', 429), 'rate-limited', 'no'],
  ['500 HTML', () => text(html, 500), 'server', 'unknown'],
  ['502', () => text('Bad Gateway', 502), 'server', 'unknown'],
  ['503 JSON', () => json({ error: 'x' }, 503), 'server', 'unknown'],
  [
    '302 of a portal',
    () => new Response(null, { status: 302, headers: { location: 'http://portal/' } }),
    'captive-portal',
    'unknown',
  ],
  [
    '302 to another place of this server',
    () => new Response(null, { status: 302, headers: { location: '/app/login' } }),
    'bad-response',
    'unknown',
  ],
  ['511', () => text(html, 511), 'captive-portal', 'unknown'],
  ['200 HTML', () => text(html, 200), 'captive-portal', 'unknown'],
  ['407 of a proxy', () => text('Proxy Authentication Required', 407), 'proxy', 'no'],
  ['SOCKS5 proxy wants a sign-in', fail(fetchFailed({ code: 'UND_ERR_SOCKS5_AUTH_FAILED' })), 'proxy', 'no'],
  ['Chromium, proxy is gone', fail(new Error('net::ERR_PROXY_CONNECTION_FAILED')), 'proxy', 'no'],
  ['200 cut off', () => text('{"id":901,"conte', 200), 'bad-response', 'unknown'],
  ['200 of another shape', () => json({ ok: true }), 'bad-response', 'unknown'],
  ['200 with a time as text', () => json(restMessageJson({ created_at: '2026-01-14' })), 'bad-response', 'unknown'],
  ['refused connection', fail(fetchFailed({ code: 'ECONNREFUSED', syscall: 'connect' })), 'offline', 'no'],
  ['refused on both addresses', fail(fetchFailed(bothAddresses)), 'offline', 'no'],
  ['no such host', fail(fetchFailed({ code: 'ENOTFOUND', syscall: 'getaddrinfo' })), 'offline', 'no'],
  ['connect timeout', fail(fetchFailed({ code: 'ETIMEDOUT', syscall: 'connect' })), 'offline', 'no'],
  ['bad certificate', fail(fetchFailed({ code: 'CERT_HAS_EXPIRED' })), 'offline', 'no'],
  ['Chromium, unplugged', fail(new Error('net::ERR_INTERNET_DISCONNECTED')), 'offline', 'no'],
  ['Chromium, refused', fail(new Error('net::ERR_CONNECTION_REFUSED')), 'offline', 'no'],
  ['Chromium, reset', fail(new Error('net::ERR_CONNECTION_RESET')), 'timeout', 'unknown'],
  ['Chromium, network changed', fail(new Error('net::ERR_NETWORK_CHANGED')), 'timeout', 'unknown'],
  ['read timeout', fail(fetchFailed({ code: 'ETIMEDOUT', syscall: 'read' })), 'timeout', 'unknown'],
  ['reset', fail(fetchFailed({ code: 'ECONNRESET', syscall: 'read' })), 'timeout', 'unknown'],
  ['closed without an answer', fail(fetchFailed({ code: 'UND_ERR_SOCKET' })), 'timeout', 'unknown'],
  ['anything else', fail(new Error('?')), 'timeout', 'unknown'],
];

describe('a failed request', () => {
  it.each(rows)('%s', async (_what, answer, kind, committed) => {
    const { connector, requests } = await signedIn(answer);
    const write = connector.createMessage({
      conversationId: 42,
      clientId: '5b2f…',
      writtenAt: 1_768_392_000_000,
      content: { kind: 'reply', text: 'Hi' },
    });
    expect(await failure(write)).toMatchObject({ kind, committed });
    // Never sent again by itself, whatever happened.
    expect(requests).toHaveLength(1);
    // A read changes nothing, so there is nothing to be unsure of.
    expect(await failure(connector.conversation(42))).toMatchObject({ kind, committed: 'no' });
  });

  it('keeps the words of the server, but never more than a line', async () => {
    const { connector } = await signedIn(() => json({ error: `Account is suspended ${'x'.repeat(1000)}` }, 401));
    await expect(connector.markRead(42)).rejects.toThrow(/^Account is suspended x{179}$/);
  });
});

describe('a request without an end', () => {
  const reply = { kind: 'reply', text: 'Hi' } as const;
  const message = { conversationId: 42, clientId: 'c', writtenAt: 0, content: reply };

  it('times out after 30 s, aborts, and may have been done', async () => {
    const { connector, clock, requests } = await signedIn(() => new Promise<Response>(() => undefined));
    const outcome = failure(connector.createMessage(message));
    await clock.advance(29_999);
    expect(requests[0]?.init.signal?.aborted).toBe(false);
    await clock.advance(1);
    expect(await outcome).toEqual({ kind: 'timeout', committed: 'unknown', status: null });
    expect(requests[0]?.init.signal?.aborted).toBe(true);
    expect(clock.pending).toBe(0);
  });

  it('counts a body that never ends', async () => {
    const endless = new ReadableStream({ start: (stream) => stream.enqueue(new TextEncoder().encode('{"id":')) });
    const { connector, clock } = await signedIn(() => new Response(endless, { status: 200 }));
    const outcome = failure(connector.createMessage(message));
    await clock.advance(30_000);
    expect(await outcome).toMatchObject({ kind: 'timeout', committed: 'unknown' });
  });

  it('gives the unpaged list more time', async () => {
    const { connector, clock } = await signedIn(() => new Promise<Response>(() => undefined));
    const outcome = failure(connector.conversationsChangedWithin(600));
    await clock.advance(59_999);
    expect(clock.pending).toBe(1);
    await clock.advance(1);
    expect(await outcome).toMatchObject({ kind: 'timeout', committed: 'no' });
  });
});
