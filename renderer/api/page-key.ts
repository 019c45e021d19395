/** The key that the host put behind `#t=`: taken out of the address bar at once, kept for reloads of this tab only. */
const storageName = 'latchkey.key';

export interface PageKeyPorts {
  readonly location: Pick<Location, 'hash' | 'pathname' | 'search'>;
  readonly history: Pick<History, 'replaceState'>;
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
}

/** null: the page was opened without a key. */
export function takePageKey({ location, history, storage }: PageKeyPorts): string | null {
  const given = /^#t=([^&]+)/.exec(location.hash)?.[1];
  if (given === undefined) return storage.getItem(storageName);
  storage.setItem(storageName, given);
  history.replaceState(null, '', location.pathname + location.search);
  return given;
}
