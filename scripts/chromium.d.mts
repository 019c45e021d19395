/** What Playwright is to start Chromium with: the system's, otherwise the one that Playwright manages itself. */
export function chromiumOptions(): { readonly executablePath?: string };
