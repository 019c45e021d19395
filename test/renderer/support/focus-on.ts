import { expect } from 'vitest';
import type { Locator } from 'vitest/browser';

/** Moves the focus to an element once it is there: a virtual list draws its rows a moment after the page. */
export async function focusOn(locator: Locator): Promise<void> {
  await expect.element(locator).toBeInTheDocument();
  (locator.element() as HTMLElement).focus();
}
