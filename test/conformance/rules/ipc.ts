/** Between the page and the app. */
import assert from 'node:assert/strict';
import type { Rule } from '../room.ts';

export const ipcRules: readonly Rule[] = [
  {
    name: 'a call says who is calling',
    evidence: 'docs/tutorial/security.md §17',
    async check({ electron, open }) {
      const { page, window } = await open();
      electron.ipcMain.handle('who', async ({ sender, senderFrame }) => [
        sender.id === window.webContents.id,
        senderFrame === sender.mainFrame,
        senderFrame?.origin,
        senderFrame?.url,
      ]);
      assert.deepEqual(await page.invoke('who'), [true, true, 'app://desk', 'app://desk/']);
    },
  },
  {
    name: 'arguments and answers are copies',
    evidence: 'shell/common/v8_util.cc:165',
    async check({ electron, open }) {
      const { page, window } = await open();
      electron.ipcMain.handle('echo', async (_event, value) => ({ value }));
      const argument = { list: [1, 'two', null, { three: 3 }] };
      assert.deepEqual(await page.invoke('echo', argument), { value: argument });
      assert.throws(() => window.webContents.send('x', () => 1), /An object could not be cloned/);
    },
  },
  {
    name: 'of an error only the text crosses, with a prefix',
    evidence: 'lib/renderer/api/ipc-renderer.ts:24',
    async check({ electron, open }) {
      const { page } = await open();
      electron.ipcMain.handle('fail', () => Promise.reject(Object.assign(new TypeError('no'), { code: 'lost' })));
      await assert.rejects(page.invoke('fail'), /Error invoking remote method 'fail': TypeError: no/);
      await assert.rejects(page.invoke('nobody'), /No handler registered for 'nobody'/);
    },
  },
  {
    name: 'a channel has one handler; once it is removed there is room again',
    evidence: 'lib/browser/ipc-main-impl.ts:17',
    async check({ electron }) {
      const handler = async (): Promise<number> => 1;
      electron.ipcMain.handle('once', handler);
      assert.throws(() => electron.ipcMain.handle('once', handler), /second handler/);
      electron.ipcMain.removeHandler('once');
      electron.ipcMain.handle('once', handler);
    },
  },
];
