import { describe, expect, test } from 'vitest';
import { SAFE_WEB_PREFERENCES } from '../../electron/shell/window.ts';
import { readyDesk, shownWindow } from './setup.ts';

describe('the window', () => {
  test('every window has the safe preferences, and none beside them', async () => {
    const ready = await readyDesk();
    const first = await shownWindow(ready);
    const { options: firstOptions } = first;
    first.close();
    const { options: secondOptions } = await shownWindow(ready);
    for (const options of [firstOptions, secondOptions]) {
      expect(options.webPreferences).toEqual({
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webviewTag: false,
        navigateOnDragDrop: false,
        safeDialogs: true,
        partition: 'persist:desk',
        preload: '/app/preload.cjs',
      });
    }
  });

  test('the preferences cannot be changed by anyone', () => {
    expect(Object.isFrozen(SAFE_WEB_PREFERENCES)).toBe(true);
  });

  test('it stays hidden until the page can be shown', async () => {
    const { fake, desk } = await readyDesk();
    desk.show();
    const window = fake.windows[0];
    expect(window?.isVisible()).toBe(false);
    window?.emit('ready-to-show');
    expect(window?.isVisible()).toBe(true);
  });

  test('it opens at 1280 × 800 and cannot become smaller than 720 × 560', async () => {
    const { options } = await shownWindow(await readyDesk());
    expect(options).toMatchObject({ width: 1280, height: 800, minWidth: 720, minHeight: 560 });
  });

  test.each([
    ['dark', '#171b21'],
    ['light', '#ffffff'],
  ] as const)('in the %s theme its ground is %s from the first moment', async (theme, ground) => {
    const ready = await readyDesk();
    ready.fake.nativeTheme.themeSource = theme;
    expect((await shownWindow(ready)).options.backgroundColor).toBe(ground);
  });

  test('showing the desk again brings the same window back, even from the task bar', async () => {
    const ready = await readyDesk();
    const window = await shownWindow(ready);
    window.minimize();
    ready.desk.show();
    expect(ready.fake.windows).toHaveLength(1);
    expect([window.isMinimized(), window.isFocused()]).toEqual([false, true]);
  });

  test('events go to the window there is, and nowhere while there is none', async () => {
    const ready = await readyDesk();
    ready.desk.send('latchkey:event', 'too early');
    const window = await shownWindow(ready);
    ready.desk.send('latchkey:event', 'sync.changed', { revision: 1 });
    window.close();
    ready.desk.send('latchkey:event', 'too late');
    const second = await shownWindow(ready);
    expect(second.webContents.sent).toEqual([]);
  });

  test('what was sent arrived', async () => {
    const ready = await readyDesk();
    const window = await shownWindow(ready);
    ready.desk.send('latchkey:event', 'sync.changed', { revision: 1 });
    expect(window.webContents.sent).toEqual([{ channel: 'latchkey:event', args: ['sync.changed', { revision: 1 }] }]);
  });

  test('a page that dies is loaded again, but not for ever', async () => {
    const ready = await readyDesk();
    const window = await shownWindow(ready);
    let reloads = 0;
    window.webContents.on('reloaded', () => (reloads += 1));
    for (let death = 0; death < 5; death += 1) {
      window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    }
    expect(reloads).toBe(3);
    expect(ready.log.entries.filter(({ what }) => what === 'the page died')).toHaveLength(5);
  });
});
