/** The computer around the page: its key store, notifications, tray, network and theme. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Rule } from '../room.ts';

export const systemRules: readonly Rule[] = [
  {
    name: 'what safeStorage sealed, it opens again; what it did not, it refuses',
    evidence: 'docs/api/safe-storage.md',
    async check({ electron: { safeStorage } }) {
      // A desktop without a key store says so instead; then there is nothing to seal with.
      if (!(await safeStorage.isAsyncEncryptionAvailable())) return;
      const sealed = await safeStorage.encryptStringAsync('a token ✓');
      assert.equal(sealed.includes('a token'), false);
      const opened = await safeStorage.decryptStringAsync(sealed);
      assert.deepEqual([opened.result, typeof opened.shouldReEncrypt], ['a token ✓', 'boolean']);
      await assert.rejects(safeStorage.decryptStringAsync(Buffer.from('not sealed by anybody here')));
    },
  },
  {
    name: 'on Linux safeStorage names its backend',
    evidence: 'docs/api/safe-storage.md',
    platforms: ['linux'],
    async check({ electron }) {
      const known = ['basic_text', 'gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6', 'unknown'];
      assert.ok(known.includes(electron.safeStorage.getSelectedStorageBackend()));
    },
  },
  {
    name: 'a notification can be made, shown, listened to and closed',
    evidence: 'docs/api/notification.md',
    async check({ electron }) {
      assert.equal(typeof electron.Notification.isSupported(), 'boolean');
      const shown = new electron.Notification({ title: 'Conformance', body: 'Close me.', silent: true });
      shown.on('show', () => undefined);
      shown.on('click', () => undefined);
      shown.on('close', () => undefined);
      shown.on('failed', () => undefined);
      shown.show();
      shown.close();
    },
  },
  {
    name: 'Windows refuses a name of more than 64 units, and knows what outlived a process',
    evidence: 'electron_api_notification.cc:136-150',
    platforms: ['win32'],
    async check({ electron }) {
      assert.throws(() => new electron.Notification({ title: 'x', id: 'x'.repeat(65) }));
      electron.Notification.handleActivation(() => undefined);
    },
  },
  {
    name: 'macOS can take a notification out of the notification centre by its name',
    evidence: 'docs/api/notification.md',
    platforms: ['darwin'],
    async check({ electron }) {
      electron.Notification.remove('nobody-is-called-that');
    },
  },
  {
    name: 'a tray wants a picture that is there and an identity that is one',
    evidence: 'electron/electron#21243, electron_api_tray.cc:79-82',
    async check({ electron, folder, picture }) {
      assert.throws(() => new electron.Tray(join(folder, 'nothing.png')), /Failed to load image/);
      assert.throws(() => new electron.Tray(picture, 'not-a-guid'), /GUID/);
    },
  },
  {
    name: 'a tray takes a picture, a text and a menu, again and again',
    evidence: 'docs/api/tray.md',
    async check({ electron, picture }) {
      const tray = new electron.Tray(picture);
      for (const text of ['one', 'two']) {
        tray.setImage(picture);
        tray.setToolTip(text);
        tray.setContextMenu(
          electron.Menu.buildFromTemplate([{ label: text, click: () => undefined }, { type: 'separator' }]),
        );
      }
      assert.throws(() => tray.setImage(`${picture}.nothing`), /Failed to load image/);
    },
  },
  {
    name: 'a picture that is not there is an empty one',
    evidence: 'docs/api/native-image.md',
    async check({ electron, folder, picture }) {
      assert.equal(electron.nativeImage.createFromPath(join(folder, 'nothing.png')).isEmpty(), true);
      assert.equal(electron.nativeImage.createFromPath(picture).isEmpty(), false);
    },
  },
  {
    name: 'a badge says whether anybody shows it; Windows has none',
    evidence: 'electron.d.ts, setBadgeCount',
    async check({ electron, platform }) {
      const isShown = electron.app.setBadgeCount(0);
      assert.equal(typeof isShown, 'boolean');
      if (platform === 'win32') assert.equal(isShown, false);
    },
  },
  {
    name: 'a session’s fetch reaches this computer and answers as the web does',
    evidence: 'docs/api/session.md, fetch',
    async check({ electron }) {
      const session = electron.session.fromPartition('rules-fetch');
      const server = createServer((request, response) => {
        response.setHeader('x-heard', String(request.headers['x-name']));
        response.end('hello');
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const { port } = server.address() as AddressInfo;
      try {
        const answer = await session.fetch(`http://127.0.0.1:${port}/`, { headers: { 'x-name': 'mara' } });
        assert.deepEqual([answer.status, answer.headers.get('x-heard'), await answer.text()], [200, 'mara', 'hello']);
        server.closeAllConnections();
      } finally {
        server.close();
      }
      await assert.rejects(session.fetch(`http://127.0.0.1:${port}/`));
    },
  },
  {
    name: 'a session tells the proxy that was set as a script would answer',
    evidence: 'docs/api/session.md, setProxy and resolveProxy',
    async check({ electron }) {
      const session = electron.session.fromPartition('rules-proxy');
      await session.setProxy({ mode: 'fixed_servers', proxyRules: 'proxy.example:3128' });
      assert.equal(await session.resolveProxy('https://chat.example/'), 'PROXY proxy.example:3128');
      await session.setProxy({ mode: 'direct' });
      assert.equal(await session.resolveProxy('https://chat.example/'), 'DIRECT');
      await session.closeAllConnections();
    },
  },
  {
    name: 'the theme follows what was chosen',
    evidence: 'docs/api/native-theme.md',
    async check({ electron: { nativeTheme } }) {
      for (const theme of ['dark', 'light'] as const) {
        nativeTheme.themeSource = theme;
        assert.equal(nativeTheme.shouldUseDarkColors, theme === 'dark');
      }
    },
  },
  {
    name: 'screens say where there is room, and the power monitor says nothing unasked',
    evidence: 'docs/api/screen.md, docs/api/power-monitor.md',
    async check({ electron }) {
      const [display] = electron.screen.getAllDisplays();
      assert.ok(display !== undefined && display.workArea.width > 0);
      const heard: string[] = [];
      electron.powerMonitor.on('resume', () => void heard.push('resume'));
      electron.powerMonitor.on('unlock-screen', () => void heard.push('unlock-screen'));
      electron.powerMonitor.on('shutdown', () => void heard.push('shutdown'));
      electron.powerMonitor.on('suspend', () => void heard.push('suspend'));
      electron.powerMonitor.on('lock-screen', () => void heard.push('lock-screen'));
      assert.ok(electron.powerMonitor.getSystemIdleTime() >= 0);
      await new Promise((resolve) => setTimeout(resolve, 50));
      assert.deepEqual(heard, []);
    },
  },
];
