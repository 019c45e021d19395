/** The app as `npm start -- --browser` runs it: plain Node, the page in a Chromium of the test. */
import type { Browser } from '@playwright/test';
import { AppProcess, inProject, launchArguments } from './app-process.ts';
import type { Driver, LaunchOptions, RunningApp } from './driver.ts';
import { noteConsole, playPlatform } from './page-log.ts';

export function hostDriver(browser: Browser): Driver {
  return { name: 'host', unavailable: () => null, launch: (options) => launch(browser, options) };
}

async function launch(browser: Browser, options: LaunchOptions): Promise<RunningApp> {
  const script = inProject('dist/electron/host.js');
  const args = [script, '--no-open', '--port', '0', ...launchArguments(options)];
  const app = new AppProcess(args, options, { hasChannel: false });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, serviceWorkers: 'block' });
  try {
    const [, address] = await app.line(/^Latchkey: (http:\/\/127\.0\.0\.1:\d+\/#t=\S+)$/, 'The host did not start');
    await playPlatform(context, options);
    const page = await context.newPage();
    noteConsole(page, (line) => app.note(line));
    await page.goto(address ?? '', { waitUntil: 'domcontentloaded' });
    return {
      page,
      log: () => app.log(),
      // The process first: a page that is gone would be a reason for the host to behave differently.
      async stop() {
        try {
          await app.stop();
        } finally {
          await context.close();
        }
      },
      async kill() {
        await app.kill();
        await context.close();
      },
    };
  } catch (error) {
    await app.kill();
    await context.close();
    throw error;
  }
}
