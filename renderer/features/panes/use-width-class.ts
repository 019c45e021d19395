import { useSyncExternalStore } from 'react';
import { useApp } from '../../state/app-provider.tsx';
import { widthClass, type WidthClass } from '../settings/width-class.ts';

function subscribe(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}

/** How much fits beside each other now. */
export function useWidthClass(): WidthClass {
  const zoom = useApp((state) => state.settings.zoom);
  return useSyncExternalStore(subscribe, () => widthClass(window.innerWidth, zoom));
}
