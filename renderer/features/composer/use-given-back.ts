import { useEffect, useLayoutEffect, useRef } from 'react';
import { useApp, useAppStore } from '../../state/app-provider.tsx';
import type { AppStore, UiState } from '../../state/store.ts';

/** The last text that was given back, for each page: a composer that comes later must not take it again. */
const taken = new WeakMap<AppStore, number>();

export type GivenBack = NonNullable<UiState['givenBack']>;

/** Hands a text that was taken back to the composer of its conversation. */
export function useGivenBack(conversationId: number, take: (given: GivenBack) => void): void {
  const store = useAppStore();
  const given = useApp((app) => app.ui.givenBack);
  const latest = useRef(take);
  useLayoutEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    if (given === null || given.draft.conversationId !== conversationId) return;
    if ((taken.get(store) ?? 0) >= given.turn) return;
    taken.set(store, given.turn);
    latest.current(given);
  }, [conversationId, given, store]);
}
