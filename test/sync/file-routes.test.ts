/** What the page gets for an address, and what it cannot get at. */
import { beforeEach, describe, expect, test } from 'vitest';
import { createFileRoom } from '../../electron/core/files/file-room.ts';
import { createFileKeys, type FileKeys } from '../../electron/core/files/file-keys.ts';
import { createFileRoutes, fileAddresses, isFilePath, type FileAnswer } from '../../electron/core/files/file-routes.ts';
import { joined } from '../../electron/core/files/file-store.ts';
import { createMedia } from '../../electron/core/files/media.ts';
import type { Store } from '../../electron/core/store/store-client.ts';
import type { Attachment } from '../../shared/contract/entities.ts';
import type { LocalFile } from '../../shared/contract/files.ts';
import { mostServerBytes } from '../../shared/files/rules.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { chunksOf, MemoryFileStore } from '../support/memory-file-store.ts';
import { seededRandom } from '../support/seeded-random.ts';

const serverUrl = 'https://desk.test';
const log = { write: () => undefined };
const attachment = (id: number, change: Partial<Attachment> = {}): Attachment => ({
  id,
  kind: 'file',
  url: `${serverUrl}/rails/active_storage/blobs/redirect/x/a.bin`,
  name: 'a.bin',
  sizeBytes: null,
  width: null,
  height: null,
  transcript: null,
  coordinates: null,
  phoneNumber: null,
  ...change,
});

let pieces: MemoryFileStore;
let kept: MemoryFileStore;
let attachments: Map<number, Attachment>;
/** What the server gives; a missing address is a network that is down. */
let served: Map<string, Response>;
let asked: { readonly url: string; readonly init: RequestInit }[];
let clock: FakeClock;
let keys: FileKeys;
let routes: ReturnType<typeof createFileRoutes>;

beforeEach(() => {
  pieces = new MemoryFileStore();
  kept = new MemoryFileStore();
  attachments = new Map();
  served = new Map();
  asked = [];
  const rows = new Map<string, LocalFile>();
  const answers: Record<string, (args: never) => unknown> = {
    'file.add': (file: LocalFile) => void rows.set(file.id, file),
    'file.get': ({ id }: { id: string }) => rows.get(id) ?? null,
    'attachment.get': ({ id }: { id: number }) => attachments.get(id) ?? null,
  };
  const store = { call: async (name: string, args: never) => answers[name]?.(args) } as unknown as Store;
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    asked.push({ url, init });
    const answer = served.get(url);
    if (answer === undefined) throw new TypeError('fetch failed');
    return answer.clone();
  };
  const room = createFileRoom({ store, pieces, random: seededRandom(1), log });
  const media = createMedia({ store, pieces: kept, fetch, clock: new FakeClock(), log, serverUrl });
  clock = new FakeClock();
  keys = createFileKeys({ clock, random: seededRandom(2) });
  const addressOf = fileAddresses(keys, 'mine');
  routes = createFileRoutes((id) => (id === 'mine' ? { room, media, addressOf } : null), keys);
});

/** With the right to read what is there, as the page has it. */
const ask = (path: string, change: Change = {}) =>
  askAs(change.method === 'POST' ? path : keys.addressOf(path), change);

interface Change {
  readonly method?: string;
  readonly range?: string;
  readonly body?: string;
}

async function askAs(path: string, change: Change = {}) {
  const url = new URL(path, 'http://page');
  const answer = await routes.respond({
    method: change.method ?? 'GET',
    path: path.split('?')[0] ?? '',
    query: url.searchParams,
    headers: { range: change.range },
    body: change.body === undefined ? null : chunksOf(change.body),
  });
  return { ...answer, text: await textOf(answer) };
}

async function textOf({ body }: FileAnswer): Promise<string> {
  return new TextDecoder().decode(body instanceof Uint8Array ? body : await joined(body));
}

const add = (name: string, body: string) =>
  ask(`/files?workspace=mine&name=${encodeURIComponent(name)}`, { method: 'POST', body });

describe('adding', () => {
  test('keeps a copy under an id of its own, with the type of its content', async () => {
    const { status, text } = await add('../../etc/Ä passwd.png', '%PDF-1.4 …');
    expect(status).toBe(200);
    const file = JSON.parse(text);
    expect(file).toMatchObject({ name: '../../etc/Ä passwd.png', type: 'application/pdf', sizeBytes: 12 });
    expect([...pieces.pieces.keys()]).toEqual([file.id]);
    const read = await ask(`/files/mine/${file.id}`);
    expect(read).toMatchObject({ status: 200, text: '%PDF-1.4 …' });
    expect(read.headers['content-disposition']).toBe(
      "attachment; filename*=UTF-8''..%2F..%2Fetc%2F%C3%84%20passwd.png",
    );
  });

  test.each([
    ['nothing in it', 'a.txt', '', 422, 'file-invalid'],
    ['no name', '   ', 'x', 400, 'bad-request'],
    ['an endless name', 'x'.repeat(256), 'x', 400, 'bad-request'],
  ])('refuses one with %s, and keeps nothing', async (_what, name, body, status, code) => {
    expect(await add(name, body)).toMatchObject({ status, text: JSON.stringify({ code }) });
    expect(pieces.pieces.size).toBe(0);
  });

  test('stops at the limit while it streams', async () => {
    let given = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        given += 1;
        yield new Uint8Array(1024 * 1024);
      }
    }
    const query = new URLSearchParams({ workspace: 'mine', name: 'a' });
    const request = { method: 'POST', path: '/files', query, headers: {}, body: endless() };
    expect(await routes.respond(request)).toMatchObject({ status: 422 });
    expect(given).toBe(mostServerBytes / 1024 / 1024 + 1);
    expect(pieces.pieces.size).toBe(0);
  });

  test('a full disk is said, and leaves nothing', async () => {
    pieces.isFull = true;
    expect(await add('a.txt', 'x')).toMatchObject({ status: 507, text: '{"code":"storage"}' });
  });

  test('goes to a workspace that exists', async () => {
    expect(await ask('/files?workspace=other&name=a', { method: 'POST', body: 'x' })).toMatchObject({ status: 404 });
  });
});

describe('reading', () => {
  test.each([
    '/files/other/00000000-0000-4000-8000-000000000001',
    '/files/mine/00000000-0000-4000-8000-000000000001',
    '/files/mine/..%2F..%2Fdesk.db',
    '/files/mine/../desk.db',
    '/files/mine',
    '/files/mine/',
    '/media/mine/1',
    '/media/mine/x',
    '/media/mine/1/2',
    '/media/other/7',
  ])('%s is nothing', async (path) => {
    attachments.set(7, attachment(7));
    expect(await ask(path)).toMatchObject({ status: 404, text: '{"code":"not-found"}' });
    expect(asked).toEqual([]);
  });

  test.each([
    ['/files', true],
    ['/files/mine/x', true],
    ['/media/mine/7', true],
    ['/', false],
    ['/mediathek/1', false],
    ['/assets/files/x', false],
  ])('%s is an address of files: %s', (path, isOne) => {
    expect(isFilePath(path)).toBe(isOne);
  });

  test.each([
    [undefined, 200, '0123456789', null],
    ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=-3', 206, '789', 'bytes 7-9/10'],
    ['bytes=-99', 206, '0123456789', 'bytes 0-9/10'],
    ['bytes=4-99', 206, '456789', 'bytes 4-9/10'],
    ['bytes=10-', 416, '', 'bytes */10'],
    ['bytes=4-2', 200, '0123456789', null],
    ['bytes=0-1,4-5', 200, '0123456789', null],
    ['lines=0-1', 200, '0123456789', null],
  ])('range %s: %i', async (range, status, text, contentRange) => {
    const { id } = JSON.parse((await add('a.txt', '0123456789')).text);
    const answer = await ask(`/files/mine/${id}`, range === undefined ? {} : { range });
    expect(answer).toMatchObject({ status, text });
    expect(answer.headers['content-range'] ?? null).toBe(contentRange);
    if (status !== 416) expect(answer.headers['content-length']).toBe(String(text.length));
  });

  test.each([
    ['GIF89a…', 'a.bin', 'image/gif', 'inline'],
    ['ID3…', 'a.bin', 'audio/mpeg', 'inline'],
    ['%PDF-1.4', 'a.bin', 'application/pdf', 'attachment'],
    ['just words', 'a.html', 'text/plain', 'attachment'],
    ['<html><script>steal()</script>', 'a.png', 'application/octet-stream', 'attachment'],
    ['<svg onload="steal()"/>', 'a.png', 'application/octet-stream', 'attachment'],
  ])('%s is served as what it is and never as a page', async (content, name, type, disposition) => {
    attachments.set(7, attachment(7, { name }));
    served.set(attachment(7).url ?? '', new Response(content, { headers: { 'content-type': 'image/svg+xml' } }));
    const { headers } = await ask('/media/mine/7');
    expect(headers).toMatchObject({ 'content-type': type, 'x-content-type-options': 'nosniff' });
    expect(headers['content-disposition']).toMatch(new RegExp(`^${disposition};`, 'u'));
    expect(headers['content-security-policy']).toContain('sandbox');
  });
});

describe('the right to read', () => {
  const hour = 3_600_000;
  const pathOf = (address: string): string => address.split('?')[0] ?? '';
  const change = (address: string, part: Record<string, string>): string => {
    const url = new URL(address, 'http://page');
    for (const [name, value] of Object.entries(part)) url.searchParams.set(name, value);
    return url.pathname + url.search;
  };
  let address: string;
  beforeEach(async () => {
    const { id } = JSON.parse((await add('a.txt', 'bytes')).text) as LocalFile;
    address = fileAddresses(keys, 'mine')({ fileId: id });
    expect(await askAs(address)).toMatchObject({ status: 200, text: 'bytes' });
  });

  test('stands in the address of one file, and what lacks it looks like nothing', async () => {
    const other = JSON.parse((await add('b.txt', 'others')).text) as LocalFile;
    const refused = [
      pathOf(address),
      change(address, { key: '' }),
      change(address, { key: 'x'.repeat(43) }),
      change(address, { until: String(100 * hour) }),
      change(address, { until: 'Infinity' }),
      address.replace(pathOf(address), `/files/mine/${other.id}`),
      address.replace('/mine/', '/other/'),
      `${pathOf(address)}/?${address.split('?')[1]}`,
    ];
    // oxlint-disable-next-line no-await-in-loop -- a handful
    for (const each of refused)
      expect(await askAs(each), each).toMatchObject({ status: 404, text: '{"code":"not-found"}' });
    expect(await askAs(change(address, { attempt: '2' }))).toMatchObject({ status: 200 });
  });

  test('lasts from 6 to 12 hours, whatever the clock of the computer says', async () => {
    const again = () => fileAddresses(keys, 'mine')({ attachmentId: 7 });
    const first = again();
    clock.jumpWall(99 * hour);
    expect(again()).toBe(first);
    await clock.advance(6 * hour);
    expect(again()).not.toBe(first);
    expect(await askAs(address)).toMatchObject({ status: 200 });
    await clock.advance(6 * hour);
    expect(await askAs(address)).toMatchObject({ status: 404 });
  });

  test('ends for all that were given out when the key is renewed, and is of this run only', async () => {
    const elsewhere = createFileKeys({ clock, random: seededRandom(3) });
    expect(await askAs(elsewhere.addressOf(pathOf(address)))).toMatchObject({ status: 404 });
    keys.renew();
    expect(await askAs(address)).toMatchObject({ status: 404 });
    expect(await askAs(keys.addressOf(pathOf(address)))).toMatchObject({ status: 200 });
  });
});

describe('files of messages', () => {
  test('are fetched once, without token or cookies, and are there offline afterwards', async () => {
    attachments.set(7, attachment(7));
    served.set(attachment(7).url ?? '', new Response('bytes'));
    expect(await ask('/media/mine/7')).toMatchObject({ status: 200, text: 'bytes' });
    served.clear();
    expect(await ask('/media/mine/7')).toMatchObject({ status: 200, text: 'bytes' });
    expect(asked).toHaveLength(1);
    expect(asked[0]?.init).toMatchObject({ credentials: 'omit' });
    expect(asked[0]?.init.headers).toBeUndefined();
  });

  test('not kept and no network: says so, and keeps no half of it', async () => {
    attachments.set(7, attachment(7));
    expect(await ask('/media/mine/7')).toMatchObject({ status: 504, text: '{"code":"unreachable"}' });
    served.set(attachment(7).url ?? '', new Response('not found', { status: 404 }));
    expect(await ask('/media/mine/7')).toMatchObject({ status: 504 });
    expect(kept.pieces.size).toBe(0);
  });

  test.each([
    ['the server under its other name', 'http://chat.internal/rails/active_storage/blobs/redirect/x/a.bin', 200],
    ['any other address', 'http://169.254.169.254/latest/meta-data', 404],
    ['no address', null, 404],
  ])('%s', async (_what, url, status) => {
    attachments.set(7, attachment(7, { url }));
    served.set(attachment(7).url ?? '', new Response('bytes'));
    expect((await ask('/media/mine/7')).status).toBe(status);
    expect(asked.every((request) => request.url.startsWith(serverUrl))).toBe(true);
  });

  test('the sign-in page of a network is not the file', async () => {
    attachments.set(7, attachment(7));
    const url = attachment(7).url ?? '';
    const page = new Response('<!doctype html>Free WiFi', { headers: { 'content-type': 'text/html; charset=utf-8' } });
    served.set(url, page);
    expect(await ask('/media/mine/7')).toMatchObject({ status: 504 });
    served.set(url, new Response('bytes'));
    expect(await ask('/media/mine/7')).toMatchObject({ status: 200, text: 'bytes' });
  });

  test('those looked at longest ago make room', async () => {
    const large = { length: 200 * 1024 * 1024 } as Uint8Array;
    kept.pieces.set('1', { bytes: large, usedAt: 1 });
    kept.pieces.set('2', { bytes: large, usedAt: -1 });
    kept.pieces.set('3', { bytes: large, usedAt: 0 });
    attachments.set(7, attachment(7));
    served.set(attachment(7).url ?? '', new Response('bytes'));
    await ask('/media/mine/7');
    expect([...kept.pieces.keys()]).toEqual(['1', '3', '7']);
  });
});
