/**
 * How this page gets in: with the code that the host put behind `#t=`, which is good once and leaves the address bar at
 * once, or with the session that one became. The session is kept for reloads of this tab. It is no cookie: those ignore
 * ports, so a browser would hand it to every other program that serves pages on this computer.
 */
const storageName = 'latchkey.session';

export interface PageKeyPorts {
  readonly location: Pick<Location, 'hash' | 'pathname' | 'search'>;
  readonly history: Pick<History, 'replaceState'>;
  readonly storage: Pick<Storage, 'getItem'>;
}

/** null: the page was opened without a key. */
export function takePageKey({ location, history, storage }: PageKeyPorts): string | null {
  const given = /^#t=([^&]+)/.exec(location.hash)?.[1];
  if (given === undefined) return storage.getItem(storageName);
  history.replaceState(null, '', location.pathname + location.search);
  return given;
}

export function keepSession(session: string, storage: Pick<Storage, 'setItem'>): void {
  storage.setItem(storageName, session);
}
