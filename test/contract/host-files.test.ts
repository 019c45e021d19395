/** Who gets at the files of a workspace over the browser host, and what of the request reaches the core. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FileAnswer, FileRequest } from '../../electron/core/files/file-routes.ts';
import { startHost, type Host } from '../../electron/host/host-server.ts';
import { linkCode, newSession } from '../support/host-page.ts';

let folder: string;
let host: Host;
let session: string;
let asked: { readonly request: Omit<FileRequest, 'body'>; readonly body: string }[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-files-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html>');
  await writeFile(join(folder, 'manifest.json'), '{"/index.html":"text/html; charset=utf-8"}');
  asked = [];
  const core = { handlersOf: () => null, onEvent: () => () => undefined, fileRoutes: { respond } };
  host = await startHost({ core, rendererFolder: folder, port: 0, log: { write: () => undefined } });
  session = await newSession(host);
});
afterEach(async () => {
  await host.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Notes what it was asked and answers ten bytes in two pieces. */
async function respond({ body, ...request }: FileRequest): Promise<FileAnswer> {
  const parts: Uint8Array[] = [];
  for await (const part of body ?? []) parts.push(part);
  asked.push({ request, body: Buffer.concat(parts).toString() });
  async function* pieces(): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode('some ');
    yield new TextEncoder().encode('bytes');
  }
  return { status: 206, headers: { 'content-type': 'image/png', 'x-said': 'by the core' }, body: pieces() };
}

const post = (headers: Record<string, string>, path = '/files?workspace=w1&name=a.txt'): Promise<Response> =>
  fetch(host.url + path, { method: 'POST', headers, body: 'the file' });

describe('reading', () => {
  it('is decided by the core from the address, which arrives as it is', async () => {
    const address = '/media/w1/7?until=5&key=right';
    const answer = await fetch(host.url + address, { headers: { range: 'bytes=0-9' } });
    expect([answer.status, await answer.text(), answer.headers.get('x-said')]).toEqual([
      206,
      'some bytes',
      'by the core',
    ]);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.request).toMatchObject({ method: 'GET', path: '/media/w1/7', headers: { range: 'bytes=0-9' } });
    expect(asked[0]?.request.query.toString()).toBe('until=5&key=right');
  });
});

describe('posting', () => {
  it("takes the page's session, which the core does not see", async () => {
    const answer = await post({ 'x-latchkey-key': session, origin: host.url, 'content-type': 'text/plain' });
    expect(answer.status).toBe(206);
    expect(asked[0]?.body).toBe('the file');
    expect(asked[0]?.request.query.get('name')).toBe('a.txt');
    expect(Object.keys(asked[0]?.request.headers ?? {})).not.toContain('x-latchkey-key');
  });

  it.each([
    ['no key', {}],
    ['a wrong key', { 'x-latchkey-key': 'x'.repeat(32) }],
    ["another page's origin", { 'x-latchkey-key': 'right', origin: 'https://evil.example' }],
  ])('is refused with %s', async (_what, headers: Record<string, string>) => {
    const given = headers['x-latchkey-key'] === 'right' ? { ...headers, 'x-latchkey-key': session } : headers;
    expect((await post(given)).status).toBe(403);
    expect(asked).toEqual([]);
  });

  it('takes no link, which is for the page to come in', async () => {
    expect((await post({ 'x-latchkey-key': linkCode(host), origin: host.url })).status).toBe(403);
    expect(asked).toEqual([]);
  });

  it('is the only other method', async () => {
    const headers = { 'x-latchkey-key': session };
    expect((await fetch(`${host.url}/files/w1/7?key=right`, { method: 'DELETE', headers })).status).toBe(403);
    expect(asked).toEqual([]);
  });
});
