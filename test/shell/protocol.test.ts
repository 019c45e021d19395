import { describe, expect, test } from 'vitest';
import { loadAssets, manifestName } from '../../electron/core/assets.ts';
import { registerDeskScheme, serveDesk } from '../../electron/shell/protocol.ts';
import { deskPartition } from '../../electron/shell/session.ts';
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

async function served(): Promise<FakeSessionProtocol> {
  const fake = createFakeElectron();
  registerDeskScheme(fake.surface.protocol);
  await fake.ready();
  const assets = await loadAssets((name) => Promise.resolve(new TextEncoder().encode(built[name])));
  serveDesk(fake.surface.session.fromPartition(deskPartition), assets);
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
    expect((await protocol.fetch('app://desk/', 'POST')).status).toBe(405);
    const head = await protocol.fetch('app://desk/', 'HEAD');
    expect([head.status, await head.text()]).toEqual([200, '']);
  });
});
