import { defineConfig } from '@playwright/test';
import { existsSync } from 'node:fs';
import { findElectron } from './scripts/electron-binary.mjs';

/** Debian's Chromium where it is installed, otherwise the one that Playwright manages itself. */
const systemChromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path));

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
  retries: 0,
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
    launchOptions: systemChromium === undefined ? {} : { executablePath: systemChromium },
  },
  projects: drivers.map((driver) => ({ name: driver, metadata: { driver } })),
});
