import type { BrowserContext, Page } from '@playwright/test';
import type { LaunchOptions } from './driver.ts';

/** Warnings, errors and exceptions of a page. Policy reports arrive as console errors. */
export function noteConsole(page: Page, note: (line: string) => void): void {
  page.on('console', (message) => {
    if (['warning', 'error'].includes(message.type())) note(`[page ${message.type()}] ${message.text()}`);
  });
  page.on('pageerror', (error) => note(`[page exception] ${error.stack ?? error.message}`));
}

/** For the documents that load from now on. */
export async function playPlatform(on: Page | BrowserContext, { platform }: LaunchOptions): Promise<void> {
  if (platform === undefined) return;
  await on.addInitScript((value) => Object.defineProperty(navigator, 'platform', { get: () => value }), platform);
}
