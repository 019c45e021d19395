import type { Page } from '@playwright/test';

/** Warnings, errors and exceptions of a page. Policy reports arrive as console errors. */
export function noteConsole(page: Page, note: (line: string) => void): void {
  page.on('console', (message) => {
    if (['warning', 'error'].includes(message.type())) note(`[page ${message.type()}] ${message.text()}`);
  });
  page.on('pageerror', (error) => note(`[page exception] ${error.stack ?? error.message}`));
}
