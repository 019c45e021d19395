import { expect } from 'vitest';
import type { Locator } from 'vitest/browser';

/** Waits until the element's text contains the string or fits the pattern. */
export function expectText(locator: Locator, pattern: string | RegExp): Promise<void> {
  return expect.poll(() => locator.query()?.textContent ?? '').toMatch(pattern);
}
