import { useEffect, useRef, useState } from 'react';
import { createStore, useStore } from 'zustand';
import type { Attachment } from '../../../shared/contract/entities.ts';
import { useFileAddress } from '../../api/file-address.ts';
import { useApp } from '../../state/app-provider.tsx';

/** Attachments that somebody asked for while there was no connection; kept while the page lives. */
const wantedStore = createStore<ReadonlySet<number>>(() => new Set());

export interface MediaSource {
  /** Of this page's own origin; undefined: on its way; null: there is nothing to read. */
  readonly url: string | null | undefined;
  /** It could not be read: not on this device, and not to be had now. */
  readonly missing: boolean;
  /** It comes by itself as soon as there is a connection. */
  readonly wanted: boolean;
  readonly live: boolean;
  onError(): void;
  /** Again now, or else as soon as there is a connection. */
  get(): void;
}

/** Where the bytes of an attachment come from. The core keeps what was read once, so it is there without a connection too. */
export function useMedia({ id, url }: Attachment): MediaSource {
  const live = useApp((state) => state.sync.status?.state === 'live');
  const wanted = useStore(wantedStore, (ids) => ids.has(id));
  const [attempt, setAttempt] = useState(0);
  const [missing, setMissing] = useState(false);
  const again = (): void => {
    setMissing(false);
    setAttempt((count) => count + 1);
  };
  const wasLive = useRef(live);
  useEffect(() => {
    const cameBack = live && !wasLive.current;
    wasLive.current = live;
    if (!cameBack || !wantedStore.getState().has(id)) return;
    want(id, false);
    setMissing(false);
    setAttempt((count) => count + 1);
  }, [live, id]);
  const source = useFileAddress(url === null ? null : { attachmentId: id }, attempt);
  return {
    // A browser does not ask again for an address that has just failed.
    url: typeof source === 'string' && attempt > 0 ? `${source}&attempt=${attempt}` : source,
    missing: missing || source === null,
    wanted,
    live,
    onError: () => setMissing(true),
    get: () => (live ? again() : want(id, true)),
  };
}

function want(id: number, wanted: boolean): void {
  const ids = new Set(wantedStore.getState());
  if (wanted) ids.add(id);
  else ids.delete(id);
  wantedStore.setState(ids, true);
}
