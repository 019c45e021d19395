/** Nothing but our own page ever loads in our window (Electron's security checklist, points 12 to 15). */
import type { Log } from '../core/ports.ts';
import { externalAddress } from '../core/external-links.ts';
import { isDeskAddress } from './origin.ts';
import type { ContentsLike, ElectronSurface, NavigationEvent } from './surface.ts';

export interface NavigationOptions {
  readonly openExternal: ElectronSurface['shell']['openExternal'];
  readonly log: Log;
}

export function guardNavigation(contents: ContentsLike, { openExternal, log }: NavigationOptions): void {
  const stayHome = (event: NavigationEvent): void => {
    if (isDeskAddress(event.url)) return;
    event.preventDefault();
    // Not the address itself: a customer may have written it.
    log.write('warn', 'navigation refused', { protocol: URL.parse(event.url)?.protocol ?? 'none' });
  };
  contents.on('will-navigate', stayHome);
  contents.on('will-redirect', stayHome);
  contents.on('will-frame-navigate', stayHome);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    const address = externalAddress(url);
    if (address === null) {
      log.write('warn', 'link not opened', { protocol: URL.parse(url)?.protocol ?? 'none' });
    } else {
      openExternal(address).catch((error: unknown) => {
        log.write('warn', 'the system could not open a link', { error: String(error) });
      });
    }
    return { action: 'deny' };
  });
}
