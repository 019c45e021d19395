/**
 * `latchkey://…` comes in three ways: as an event of macOS, maybe before Electron is ready; from a second start on Windows and
 * Linux; and on the command line of the first. Links only navigate; what does not parse is not there.
 */
import { linkScheme, parseDeepLink, type DeepLink } from '../../shared/links/deep-link.ts';
import type { AppLike } from './surface.ts';

/** What a second start tells the first, beside Chromium's own idea of its arguments. */
export interface SecondStart {
  readonly link: string | null;
}

export interface LinkDoor {
  /** Those that came so far, and all that follow. */
  follow(listener: (link: DeepLink) => void): void;
  /** Latchkey was started for a link. */
  readonly isAsked: () => boolean;
}

export function linkIn(argv: readonly string[]): string | null {
  return argv.find((arg) => parseDeepLink(arg) !== null) ?? null;
}

/**
 * Windows only: electron-builder puts our scheme into the packages of macOS and Linux, and into no installer of Windows. From source
 * it would register Electron itself.
 */
export function registerLinks(app: Pick<AppLike, 'isPackaged' | 'setAsDefaultProtocolClient'>, platform: string): void {
  if (platform === 'win32' && app.isPackaged) app.setAsDefaultProtocolClient(linkScheme);
}

/** Synchronously and before Electron is ready, or the first link on macOS is lost. */
export function openLinkDoor(app: Pick<AppLike, 'on'>, argv: readonly string[]): LinkDoor {
  const waiting: DeepLink[] = [];
  let listener: ((link: DeepLink) => void) | null = null;
  const take = (text: unknown): void => {
    const link = typeof text === 'string' ? parseDeepLink(text) : null;
    if (link === null) return;
    if (listener === null) waiting.push(link);
    else listener(link);
  };
  take(linkIn(argv));
  app.on('open-url', (event, url) => {
    event.preventDefault();
    take(url);
  });
  // Not `argv`: Chromium changes its order and adds to it. docs/api/app.md, `second-instance`.
  app.on('second-instance', (_event, _argv, _folder, data) => {
    if (typeof data === 'object' && data !== null && 'link' in data) take(data.link);
  });
  return {
    isAsked: () => waiting.length > 0,
    follow(next) {
      listener = next;
      for (const link of waiting.splice(0)) next(link);
    },
  };
}
