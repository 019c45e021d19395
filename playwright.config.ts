import { defineConfig } from '@playwright/test';
import { chromiumOptions } from './scripts/chromium.mjs';
import { findElectron } from './scripts/electron-binary.mjs';

/** The same specifications over three ways to run the app; test/e2e/drivers has one driver for each name. */
const drivers = ['host', 'fake-electron', ...(findElectron() === null ? [] : ['electron'])];

// Said once: every worker process reads this file again.
if (!drivers.includes('electron') && process.env['TEST_WORKER_INDEX'] === undefined) {
  process.stderr.write("The project electron is skipped as a whole: Electron's binary is not in node_modules.\n");
}

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  workers: 2,
  // See scripts/test.mjs, which names what passes only the second time.
  retries: 1,
  forbidOnly: true,
  timeout: 90_000,
  // A machine may have other work; what has to be quick says so itself.
  expect: { timeout: 10_000 },
  globalTimeout: 15 * 60_000,
  reporter: 'list',
  use: {
    viewport: { width: 1280, height: 800 },
    // Off: the contexts are the drivers' own, and recording them makes starting one fail now and then.
    trace: 'off',
    launchOptions: chromiumOptions(),
  },
  projects: drivers.map((name) => ({
    name,
    // In Electron nobody else can reach the page: there are no links to it.
    testIgnore: name === 'host' ? [] : ['**/host.spec.ts'],
  })),
});
