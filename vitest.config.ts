import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumOptions } from './scripts/chromium.mjs';

/**
 * Suites in plain Node, one project each, named for their folder in test/. The files of the first keep nothing in modules, so
 * that they need no process each: starting those costs as much as their tests.
 */
const inOneProcess = ['architecture', 'unit', 'sync'];
const inOwnProcess = ['storage', 'contract', 'shell', 'conformance', 'packaging'];
const nodeProjects = [...inOneProcess, ...inOwnProcess].map((name) => ({
  test: {
    name,
    environment: 'node' as const,
    include: [`test/${name}/**/*.test.ts`],
    testTimeout: 20_000,
    isolate: inOwnProcess.includes(name),
  },
}));

export default defineConfig({
  test: {
    // As many as there are cores: without it one is left for watching, which nobody does here.
    maxWorkers: '100%',
    projects: [
      ...nodeProjects,
      {
        plugins: [react()],
        // The React that ships: its other build takes a third longer, for warnings that nobody reads here.
        define: { 'process.env.NODE_ENV': JSON.stringify('production') },
        oxc: { jsx: { development: false } },
        test: {
          name: 'renderer',
          include: ['test/renderer/**/*.test.tsx'],
          testTimeout: 20_000,
          // See scripts/test.mjs, which names what passes only the second time.
          retry: 1,
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
