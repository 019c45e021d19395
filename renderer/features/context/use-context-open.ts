import { useSyncExternalStore } from 'react';
import { useApp } from '../../state/app-provider.tsx';

/** From here on the customer's details have a column of their own; below they are a drawer over the thread. */
const wide = '(min-width: 1200px)';

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(wide);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** Open where there is room, until the agent decides otherwise. */
export function useContextOpen(): boolean {
  const isWide = useSyncExternalStore(subscribe, () => window.matchMedia(wide).matches);
  return useApp((state) => state.ui.contextOpen) ?? isWide;
}
