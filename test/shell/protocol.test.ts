import { describe, expect, test } from 'vitest';
import { loadAssets, manifestName } from '../../electron/core/assets.ts';
import { registerDeskScheme, serveDesk } from '../../electron/shell/protocol.ts';
import { deskPartition } from '../../electron/shell/session.ts';
import type { FileRequest } from '../../electron/core/files/file-routes.ts';
import { createFakeElectron } from '../support/electron-fake/fake-electron.ts';
import type { FakeSessionProtocol } from '../support/electron-fake/protocol.ts';

const built: Readonly<Record<string, string>> = {
  [manifestName]: JSON.stringify({
    '/index.html': 'text/html; charset=utf-8',
    '/assets/index-1a2b.js': 'text/javascript; charset=utf-8',
  }),
  'index.html': '<!doctype html><title>Latchkey</title>',
  'assets/index-1a2b.js': 'export {};',
  'secret.txt': 'not in the manifest',
};

interface Asked extends Pick<FileRequest, 'method' | 'path'> {
  readonly query: string;
  readonly body: string;
}

/** Answers every request for files with a few bytes, in two pieces. */
async function echo({ method, path, query, body }: FileRequest, asked: Asked[]) {
  const parts: Uint8Array[] = [];
  for await (const part of body ?? []) parts.push(part);
  asked.push({ method, path, query: query.toString(), body: Buffer.concat(parts).toString() });
  async function* pieces(): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode('some ');
    yield new TextEncoder().encode('bytes');
  }
  return { status: 206, headers: { 'content-type': 'image/png', 'content-range': 'bytes 0-9/20' }, body: pieces() };
}

async function served(asked: Asked[] = []): Promise<FakeSessionProtocol> {
  const fake = createFakeElectron();
  registerDeskScheme(fake.surface.protocol);
  await fake.ready();
  const assets = await loadAssets((name) => Promise.resolve(new TextEncoder().encode(built[name])));
  serveDesk(fake.surface.session.fromPartition(deskPartition), assets, { respond: (request) => echo(request, asked) });
  return fake.sessions.fromPartition(deskPartition).protocol;
}

describe('app://desk', () => {
  test.each([
    ['app://desk/', 'text/html; charset=utf-8', 'index.html'],
    ['app://desk/index.html?x=1#y', 'text/html; charset=utf-8', 'index.html'],
    ['app://desk/assets/index-1a2b.js', 'text/javascript; charset=utf-8', 'assets/index-1a2b.js'],
  ])('%s is %s', async (url, type, file) => {
    const response = await (await served()).fetch(url);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
    expect(await response.text()).toBe(built[file]);
  });

  test.each([
    'app://desk/secret.txt',
    'app://desk/manifest.json',
    'app://desk/../secret.txt',
    'app://desk/assets/../secret.txt',
    'app://desk/assets/%2e%2e/secret.txt',
    'app://desk/..%2fsecret.txt',
    'app://desk/%2e%2e%2fsecret.txt',
    'app://desk/assets%5c..%5csecret.txt',
    'app://desk//etc/passwd',
    'app://desk/constructor',
    'app://desk/__proto__',
    'app://other/index.html',
    'app://desk:81/index.html',
  ])('%s is not there', async (url) => {
    const response = await (await served()).fetch(url);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('manifest');
  });

  test('every answer of ours carries the policy, found or not', async () => {
    const protocol = await served();
    for (const url of ['app://desk/', 'app://desk/nothing']) {
      // oxlint-disable-next-line no-await-in-loop -- two answers
      const { headers } = await protocol.fetch(url);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("require-trusted-types-for 'script'");
      expect(policy).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  test('only reading is possible', async () => {
    const protocol = await served();
    expect((await protocol.fetch('app://desk/', { method: 'POST' })).status).toBe(405);
    const head = await protocol.fetch('app://desk/', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  test('files are read and posted on the same origin, as streams', async () => {
    const asked: Asked[] = [];
    const protocol = await served(asked);
    const picture = await protocol.fetch('app://desk/media/w1/7?thumb=1');
    expect([picture.status, picture.headers.get('content-range'), await picture.text()]).toEqual([
      206,
      'bytes 0-9/20',
      'some bytes',
    ]);
    await protocol.fetch('app://desk/files?workspace=w1&name=a.txt', {
      method: 'POST',
      body: new TextEncoder().encode('mine'),
    });
    expect(asked).toEqual([
      { method: 'GET', path: '/media/w1/7', query: 'thumb=1', body: '' },
      { method: 'POST', path: '/files', query: 'workspace=w1&name=a.txt', body: 'mine' },
    ]);
    expect((await protocol.fetch('app://other/media/w1/7')).status).toBe(404);
    expect(asked).toHaveLength(2);
  });
});
