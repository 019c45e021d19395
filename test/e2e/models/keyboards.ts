/** Keys as foreign layouts produce them, told to Chromium the way the operating system would. */
import type { CDPSession, Page } from '@playwright/test';

export interface TypedCharacter {
  /** What appears. */
  readonly key: string;
  /** Where the key is, on a US keyboard. */
  readonly code: string;
  readonly with: 'shift' | 'option' | 'altgr';
}

/** Chromium's bits; Windows reports AltGr as Ctrl and Alt. */
const modifiers = { shift: 8, option: 1, altgr: 1 | 2 } as const;

const sessions = new WeakMap<Page, Promise<CDPSession>>();

export async function typeCharacter(page: Page, { key, code, with: held }: TypedCharacter): Promise<void> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, session);
  const devtools = await session;
  const windowsVirtualKeyCode = code.charCodeAt(code.length - 1);
  const stroke = { key, code, windowsVirtualKeyCode, modifiers: modifiers[held] };
  if (held === 'altgr') {
    // The key says Ctrl and Alt, its character does not; a page that takes the key keeps the character away.
    await devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...stroke });
    await devtools.send('Input.dispatchKeyEvent', { type: 'char', text: key, unmodifiedText: key });
  } else {
    await devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', text: key, unmodifiedText: key, ...stroke });
  }
  await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...stroke });
}
