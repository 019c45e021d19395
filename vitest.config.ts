import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/** Debian's Chromium where it is installed, otherwise the one that Playwright manages itself. */
const systemChromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path));
const launchOptions = systemChromium === undefined ? {} : { executablePath: systemChromium };

/** Suites in plain Node, one project each, named for their folder in test/. */
const nodeProjects = ['architecture', 'unit', 'storage', 'sync', 'contract', 'shell', 'conformance', 'packaging'].map(
  (name) => ({
    test: { name, environment: 'node' as const, include: [`test/${name}/**/*.test.ts`], testTimeout: 20_000 },
  }),
);

export default defineConfig({
  test: {
    projects: [
      ...nodeProjects,
      {
        plugins: [react()],
        test: {
          name: 'renderer',
          include: ['test/renderer/**/*.test.tsx'],
          testTimeout: 20_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions }),
            instances: [{ browser: 'chromium' as const, viewport: { width: 1280, height: 800 } }],
          },
        },
      },
    ],
  },
});
