import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useApp, useAppStore } from '../../state/app-provider.tsx';
import type { AppStore } from '../../state/store.ts';
import { indexOfMessage, type ThreadItem } from './thread-items.ts';

/** The last wish to see a message that was granted, for each page. */
const granted = new WeakMap<AppStore, number>();

/** Whether the thread begins at a message that somebody asked for, instead of at its end. Looked at once. */
export function useBeginsAtMessage(conversationId: number, items: readonly ThreadItem[]): boolean {
  const store = useAppStore();
  const [begins] = useState(() => {
    const { shownMessage: wish } = store.getState().ui;
    if (wish === null || wish.conversationId !== conversationId || (granted.get(store) ?? 0) >= wish.turn) return false;
    return indexOfMessage(items, wish.messageId) !== -1;
  });
  return begins;
}

export interface ShownMessage {
  /** Marked until the agent goes on. */
  readonly shownId: number | null;
  readonly forget: () => void;
}

/** Brings a message into view when somebody asks for it, as soon as it is among the items. */
export function useShownMessage(
  conversationId: number,
  items: readonly ThreadItem[],
  show: (index: number) => void,
): ShownMessage {
  const store = useAppStore();
  const wish = useApp((state) => state.ui.shownMessage);
  const [forgotten, setForgotten] = useState(() => granted.get(store) ?? 0);
  const latest = useRef(show);
  useLayoutEffect(() => {
    latest.current = show;
  });
  useEffect(() => {
    if (wish === null || wish.conversationId !== conversationId || (granted.get(store) ?? 0) >= wish.turn) return;
    const index = indexOfMessage(items, wish.messageId);
    if (index === -1) return;
    granted.set(store, wish.turn);
    latest.current(index);
  }, [wish, conversationId, items, store]);
  const isShown = wish !== null && wish.conversationId === conversationId && wish.turn > forgotten;
  return { shownId: isShown ? wish.messageId : null, forget: () => setForgotten(wish?.turn ?? 0) };
}
