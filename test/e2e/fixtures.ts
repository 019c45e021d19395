/**
 * What every specification starts from: a data folder of its own, a practice server that the test controls, and the app
 * on both. The Playwright project's name says how the app runs: `host`, `fake-electron` or `electron`.
 */
import { test as base, type Browser } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPractice, type PracticeServer } from '../../electron/practice/practice-server.ts';
import type { Driver, LaunchOptions, RunningApp } from './drivers/driver.ts';
import { electronDriver } from './drivers/electron-driver.ts';
import { fakeElectronDriver } from './drivers/fake-electron-driver.ts';
import { hostDriver } from './drivers/host-driver.ts';

export interface LaunchOverrides {
  readonly dataFolder?: string;
  readonly server?: LaunchOptions['server'] | undefined;
  readonly platform?: LaunchOptions['platform'];
}

export interface Fixtures {
  readonly driver: Driver;
  /** Empty, and removed afterwards. */
  readonly dataFolder: string;
  /** Nothing happens in it by itself (`lively: false`): the test is the customer. */
  readonly practice: PracticeServer;
  /**
   * Starts the app on the test's folder and server; `overrides` replaces either, and `server: undefined` lets the app
   * start a practice workspace of its own. After `stop` or `kill`, launching again is a restart. Whatever still runs when
   * the test ends is stopped, and has to leave cleanly.
   */
  readonly launch: (overrides?: LaunchOverrides) => Promise<RunningApp>;
  /** The app, launched. */
  readonly app: RunningApp;
}

interface WorkerFixtures {
  /** One Chromium for all tests of a worker process, started when first asked for: the product brings its own. */
  readonly openBrowser: () => Promise<Browser>;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  openBrowser: [
    async ({ playwright, launchOptions }, use) => {
      const started: Promise<Browser>[] = [];
      await use(() => {
        started[0] ??= playwright.chromium.launch(launchOptions);
        return started[0];
      });
      for (const browser of await Promise.all(started)) await browser.close();
    },
    { scope: 'worker' },
  ],

  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures out of the pattern
  dataFolder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'latchkey-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },

  // oxlint-disable-next-line no-empty-pattern
  practice: async ({}, use) => {
    const practice = await startPractice({ port: 0, dataFile: null, lively: false });
    await use(practice);
    await practice.stop();
  },

  driver: async ({ openBrowser }, use, testInfo) => {
    const { name } = testInfo.project;
    if (name === 'electron') {
      const driver = electronDriver();
      const why = driver.unavailable();
      testInfo.skip(why !== null, why ?? '');
      await use(driver);
      return;
    }
    const browser = await openBrowser();
    await use(name === 'host' ? hostDriver(browser) : fakeElectronDriver(browser));
  },

  launch: async ({ driver, dataFolder, practice }, use, testInfo) => {
    const launched: { readonly app: RunningApp; isRunning: boolean }[] = [];
    await use(async (overrides = {}) => {
      const own = { url: practice.url, token: practice.apiAccessToken };
      const server = 'server' in overrides ? overrides.server : own;
      const folder = overrides.dataFolder ?? dataFolder;
      const app = await driver.launch({ dataFolder: folder, server, platform: overrides.platform });
      const entry = { app, isRunning: true };
      launched.push(entry);
      const once = (end: () => Promise<void>) => async () => {
        entry.isRunning = false;
        await end();
      };
      return { ...app, stop: once(() => app.stop()), kill: once(() => app.kill()) };
    });
    const running = launched.filter(({ isRunning }) => isRunning);
    const ends = await Promise.allSettled(running.map(({ app }) => app.stop()));
    const failed = ends.find((end) => end.status === 'rejected');
    if (failed !== undefined || testInfo.status !== testInfo.expectedStatus) {
      const body = launched.map(({ app }, index) => `--- start ${index + 1}\n${app.log()}`).join('\n');
      await testInfo.attach('app log', { body, contentType: 'text/plain' });
    }
    if (failed !== undefined) throw failed.reason;
  },

  app: async ({ launch }, use) => {
    await use(await launch());
  },
});

export { expect } from '@playwright/test';
