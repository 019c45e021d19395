import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import type { ComposerMode } from '../../../shared/composer/composer-types.ts';
import { useApp, useAppStore } from '../../state/app-provider.tsx';
import type { AppStore } from '../../state/store.ts';

/** The last wish that was granted, for each page: a composer that comes later must not grant it again. */
const granted = new WeakMap<AppStore, number>();

/** Takes focus when somebody asks for it (a key in the list, a dialog that closed), in the mode they ask for. */
export function useComposerFocus(
  field: RefObject<HTMLTextAreaElement | null>,
  switchMode: (mode: ComposerMode) => void,
): void {
  const store = useAppStore();
  const wish = useApp((app) => app.ui.composerFocus);
  const latest = useRef(switchMode);
  useLayoutEffect(() => {
    latest.current = switchMode;
  });
  useEffect(() => {
    if (wish === null || (granted.get(store) ?? 0) >= wish.turn) return;
    granted.set(store, wish.turn);
    if (wish.mode !== null) latest.current(wish.mode);
    field.current?.focus();
  }, [field, store, wish]);
}
