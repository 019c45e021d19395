/** Windows that close and an app that ends. */
import assert from 'node:assert/strict';
import type { Rule } from '../room.ts';

export const leavingRules: readonly Rule[] = [
  {
    name: 'a window asks before it closes; a closed one throws on use but says that it is gone',
    evidence: 'docs/api/browser-window.md, close; shell/common/gin_helper/function_template.h:206',
    async check({ electron, open }) {
      electron.app.on('window-all-closed', () => undefined);
      const { window } = await open();
      let asked = 0;
      window.on('close', (event) => {
        asked += 1;
        if (asked === 1) event.preventDefault();
      });
      // `close` is a person's; nothing of ours calls it, so it is not in our surface.
      const { close } = window as unknown as { close(): void };
      const gone = new Promise<void>((resolve) => window.on('closed', resolve));
      close.call(window);
      assert.equal(window.isDestroyed(), false);
      const { webContents } = window;
      close.call(window);
      await gone;
      assert.equal(window.isDestroyed(), true);
      assert.throws(() => window.show(), /destroyed/);
      assert.throws(() => webContents.send('x'), /destroyed/);
    },
  },
  {
    name: 'quitting asks, closes the windows, and goes; who said no is asked again next time',
    evidence: 'docs/api/app.md, before-quit, will-quit, quit',
    async check({ electron, open, say }) {
      const { window } = await open();
      const { app } = electron;
      // The rest of the order is not in our surface, because nothing of ours listens to it.
      const emitter = app as unknown as { on(event: string, listener: () => void): void };
      let asked = 0;
      app.on('before-quit', (event) => {
        asked += 1;
        say('before-quit');
        if (asked === 1) event.preventDefault();
      });
      window.on('close', () => say('close'));
      app.on('window-all-closed', () => say('window-all-closed'));
      emitter.on('will-quit', () => say('will-quit'));
      emitter.on('quit', () => say('quit'));
      app.quit();
      say('still here');
      app.quit();
    },
    leaves: { code: 0, said: ['before-quit', 'still here', 'before-quit', 'close', 'will-quit', 'quit'] },
  },
  {
    name: 'exit asks nobody',
    evidence: 'docs/api/app.md, app.exit',
    async check({ electron, say }) {
      electron.app.on('before-quit', () => say('before-quit'));
      say('leaving');
      electron.app.exit(3);
    },
    leaves: { code: 3, said: ['leaving'] },
  },
  {
    name: 'when the last window closes and nobody listens, the app ends',
    evidence: 'docs/api/app.md, window-all-closed',
    async check({ open, say }) {
      const { window } = await open();
      say('closing');
      (window as unknown as { close(): void }).close();
    },
    leaves: { code: 0, said: ['closing'] },
  },
];
