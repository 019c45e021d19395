import { useEffect, useLayoutEffect, useRef } from 'react';
import type { Message } from '../../../shared/contract/entities.ts';
import { useApp, useAppStore } from '../../state/app-provider.tsx';
import type { AppStore } from '../../state/store.ts';

/** The last wish that was granted, for each page: a composer that comes later must not grant it again. */
const granted = new WeakMap<AppStore, number>();

/** The message that the reply answers: from the thread's wish to quote it, or by the id that the draft has kept. */
export function useQuote(
  conversationId: number,
  quotedId: number | null,
  quote: (messageId: number) => void,
): Message | null {
  const store = useAppStore();
  const wish = useApp((app) => app.ui.quote);
  const loaded = useApp((app) => app.thread?.messages.find((message) => message.id === quotedId));
  const latest = useRef(quote);
  useLayoutEffect(() => {
    latest.current = quote;
  });
  useEffect(() => {
    if (wish === null || wish.message.conversationId !== conversationId) return;
    if ((granted.get(store) ?? 0) >= wish.turn) return;
    granted.set(store, wish.turn);
    latest.current(wish.message.id);
  }, [conversationId, store, wish]);
  return loaded ?? (wish?.message.id === quotedId ? wish.message : null);
}
