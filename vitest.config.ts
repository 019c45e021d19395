import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumOptions } from './scripts/chromium.mjs';

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
          // A machine may have other work; what has to be quick says so itself.
          expect: { poll: { timeout: 10_000 } },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: chromiumOptions() }),
            instances: [{ browser: 'chromium' as const, viewport: { width: 1280, height: 800 } }],
          },
        },
      },
    ],
  },
});
