/** The real bundled main.js and preload.cjs in plain Node, with the behavioural fake in Electron's place. */
import type { Browser, Page } from '@playwright/test';
import { showInChromium } from '../../support/electron-fake/chromium-display.ts';
import { AppProcess, inProject, launchArguments } from './app-process.ts';
import type { Driver, LaunchOptions, RunningApp } from './driver.ts';
import { noteConsole, playPlatform } from './page-log.ts';

/** `main`: another build of it, such as the packed one. */
export function fakeElectronDriver(browser: Browser, main = inProject('dist/electron/main.js')): Driver {
  return { name: 'fake-electron', unavailable: () => null, launch: (options) => launch(browser, main, options) };
}

async function launch(browser: Browser, main: string, options: LaunchOptions): Promise<RunningApp> {
  const register = new URL('../../support/electron-fake/register.mjs', import.meta.url).href;
  const args = ['--import', register, main, ...launchArguments(options)];
  const app = new AppProcess(args, options, { hasChannel: true });
  app.child.stdout?.on('data', (text: string) => app.note(text.trimEnd()));

  const first = Promise.withResolvers<Page>();
  const display = showInChromium({
    child: app.child,
    browser,
    onPage(page) {
      noteConsole(page, (line) => app.note(line));
      // Asked of the browser before the address that the display opens next.
      playPlatform(page, options).catch(first.reject);
      page.once('domcontentloaded', () => first.resolve(page));
    },
    onError: (error) => app.note(`[window] ${String(error)}`),
  });
  try {
    const page = await app.whileRunning(first.promise, 'The window did not open');
    return {
      page,
      log: () => app.log(),
      async stop() {
        try {
          await app.stop();
        } finally {
          await display.close();
        }
      },
      async kill() {
        await app.kill();
        await display.close();
      },
    };
  } catch (error) {
    await app.kill();
    await display.close();
    throw error;
  }
}
