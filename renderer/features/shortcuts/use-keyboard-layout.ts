import { useEffect, useState } from 'react';
import { closestLayout, type Layout } from '../../../shared/keys/layouts.ts';
import { isMac } from './key-listener.ts';

/** Not in every browser, so not in TypeScript's library. */
interface NavigatorWithKeyboard {
  readonly keyboard?: { getLayoutMap?(): Promise<ReadonlyMap<string, string>> };
}

/** The person's keyboard, where the browser tells what its keys type; null: it does not. */
export function useKeyboardLayout(): Layout | null {
  const [layout, setLayout] = useState<Layout | null>(null);
  useEffect(() => {
    let wanted = true;
    const { keyboard } = navigator as NavigatorWithKeyboard;
    keyboard?.getLayoutMap?.().then(
      (typed) => wanted && setLayout(closestLayout(typed, isMac())),
      // Refused inside some frames: then keys are checked for conflicts only.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, []);
  return layout;
}
