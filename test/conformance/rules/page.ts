/** The page: its scheme, its rights, and where it may go. */
import assert from 'node:assert/strict';
import { emptyPage, eventually, type Rule } from '../room.ts';

export const pageRules: readonly Rule[] = [
  {
    name: 'a standard scheme has an origin, and its handler answers the page',
    evidence: 'docs/api/protocol.md',
    async check({ open }) {
      const { window } = await open();
      assert.equal(window.webContents.mainFrame.origin, 'app://desk');
      assert.equal(window.webContents.mainFrame.url, 'app://desk/');
    },
  },
  {
    name: 'a handler counts in its own session only, and once in each',
    evidence: 'docs/api/protocol.md; lib/browser/api/protocol.ts',
    async check({ electron, open }) {
      const { session } = await open();
      assert.throws(() => session.protocol.handle('app', emptyPage));
      const other = new electron.BrowserWindow({ show: false, webPreferences: { partition: 'elsewhere' } });
      await assert.rejects(other.loadURL('app://desk/'));
    },
  },
  {
    name: 'a request of the page comes with its method, headers and body',
    evidence: 'docs/api/protocol.md, protocol.handle',
    async check({ open }) {
      const { page } = await open(async (request) => {
        if (!request.url.endsWith('/echo')) return emptyPage();
        return new Response([request.method, request.headers.get('x-name'), await request.text()].join(' '));
      });
      const answer = await page.fetch('/echo', { method: 'POST', body: 'hello', headers: { 'x-name': 'mara' } });
      assert.equal(answer, 'POST mara hello');
    },
  },
  {
    name: 'the policy in the header is obeyed',
    evidence: 'docs/tutorial/security.md §7',
    realOnly: 'it draws nothing; Chromium obeys it in the end-to-end tests',
    async check({ open }) {
      const { page } = await open(
        () =>
          new Response('<!doctype html><title>x</title><script>window.ran = true</script>', {
            headers: { 'content-type': 'text/html', 'content-security-policy': "default-src 'none'" },
          }),
      );
      assert.equal(await page.run('window.ran === undefined'), true);
    },
  },
  {
    name: 'the page sees the bridge, and nothing of the preload or of Node',
    evidence: 'docs/tutorial/context-isolation.md, docs/tutorial/sandbox.md',
    realOnly: 'it has one JavaScript world',
    async check({ open }) {
      const { page } = await open();
      const seen = await page.run(
        "[typeof lab.invoke, Object.isFrozen(lab), typeof preloadSecret, typeof require, typeof process, typeof Buffer].join(' ')",
      );
      assert.equal(seen, 'function true undefined undefined undefined undefined');
    },
  },
  {
    name: 'without handlers every permission is granted; with them both ways of asking are refused',
    evidence: 'docs/tutorial/security.md §5',
    async check({ open }) {
      const { page, session } = await open();
      assert.equal(await page.mayNotify('request'), true);
      const asked: unknown[] = [];
      session.setPermissionCheckHandler((_contents, permission, origin, { isMainFrame }) => {
        if (permission === 'notifications') asked.push(['check', origin, isMainFrame]);
        return false;
      });
      session.setPermissionRequestHandler((_contents, permission, answer, { isMainFrame, requestingUrl }) => {
        if (permission === 'notifications') asked.push(['request', requestingUrl, isMainFrame]);
        answer(false);
      });
      assert.equal(await page.mayNotify('check'), false);
      assert.deepEqual(asked[0], ['check', 'app://desk/', true]);
      assert.equal(await page.mayNotify('request'), false);
    },
  },
  {
    name: 'the app is asked before the page leaves, and can keep it',
    evidence: 'docs/api/web-contents.md, will-navigate and will-frame-navigate',
    async check({ open }) {
      const { page, window } = await open();
      const asked: string[] = [];
      window.webContents.on('will-frame-navigate', ({ url }) => void asked.push(`frame ${url}`));
      window.webContents.on('will-navigate', (event) => {
        asked.push(`page ${event.url}`);
        if (!event.url.startsWith('app://desk/')) event.preventDefault();
      });
      assert.equal(await page.goTo('https://example.com/'), false);
      assert.deepEqual(asked.toSorted(), ['frame https://example.com/', 'page https://example.com/']);
      assert.equal(await page.goTo('app://desk/second'), true);
    },
  },
  {
    name: 'window.open asks the handler, and opens nothing if that says no',
    evidence: 'docs/api/window-open.md',
    async check({ open }) {
      const { page, window } = await open();
      const asked: string[] = [];
      window.webContents.setWindowOpenHandler(({ url }) => {
        asked.push(url);
        return { action: 'deny' };
      });
      assert.equal(await page.open('https://example.com/'), false);
      assert.deepEqual(asked, ['https://example.com/']);
    },
  },
  {
    name: 'a page whose process dies says why, and its window can load it again',
    evidence: 'docs/api/web-contents.md, render-process-gone',
    async check({ open }) {
      let served = 0;
      const { page, window } = await open(() => {
        served += 1;
        return emptyPage();
      });
      const reasons: string[] = [];
      window.webContents.on('render-process-gone', (_event, { reason }) => void reasons.push(reason));
      page.die();
      await eventually('it says so', () => reasons.length > 0);
      assert.match(reasons[0] ?? '', /crashed|killed/);
      assert.equal(window.isDestroyed(), false);
      const before = served;
      window.reload();
      await eventually('it is asked for again', () => served > before);
    },
  },
];
