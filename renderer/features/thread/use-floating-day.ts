import { useCallback, useState, type RefObject } from 'react';
import type { VirtualizerHandle } from 'virtua';
import { olderRowPx } from './older-row.tsx';
import type { ThreadItem } from './thread-items.ts';

export interface FloatingDay {
  /** null: its own divider is in sight, or there is none. */
  readonly at: number | null;
  /** It is seen while the thread moves: at rest it would only cover what is below it. */
  readonly moving: boolean;
  readonly update: () => void;
  readonly rest: () => void;
}

/** The day of the first message in sight, while its own divider is not. */
export function useFloatingDay(
  items: readonly ThreadItem[],
  scroller: RefObject<HTMLDivElement | null>,
  virtualizer: RefObject<VirtualizerHandle | null>,
): FloatingDay {
  const [at, setAt] = useState<number | null>(null);
  const [moving, setMoving] = useState(false);
  const rest = useCallback((): void => setMoving(false), []);
  const update = useCallback((): void => {
    setMoving(true);
    const top = scroller.current?.scrollTop ?? 0;
    const handle = virtualizer.current;
    if (handle === null || top <= olderRowPx) {
      setAt(null);
      return;
    }
    const first = handle.findItemIndex(top + 8);
    const divider = items.findLastIndex((item, index) => index <= first && item.kind === 'day');
    const day = items[divider];
    setAt(divider === first || day?.kind !== 'day' ? null : day.at);
  }, [items, scroller, virtualizer]);
  return { at, moving, update, rest };
}
