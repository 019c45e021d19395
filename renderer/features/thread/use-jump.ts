import { useCallback, useEffect, useRef, type RefObject } from 'react';
import type { VirtualizerHandle } from 'virtua';
import { olderRowPx } from './older-row.tsx';
import type { ThreadItem } from './thread-items.ts';

/** So long (ms) after the last measuring a jump has arrived. */
const restMs = 150;

/** Where the item is to stand: in the middle, or this far (px) below the top. */
export type Place = 'middle' | number;

export interface Jump {
  readonly to: (index: number, place: Place) => void;
  /**
   * Heights have changed, or the list has scrolled by itself to make up for that: it measures its items only once they are drawn,
   * and a jump follows until that is over.
   */
  readonly settle: () => void;
  /** Wheel, touch or key: from here on the person scrolls, wherever the jump has come to. */
  readonly end: () => void;
}

/** Brings an item into place. The list's own jump would take back what the person scrolls while it settles. */
export function useJump(
  items: readonly ThreadItem[],
  scroller: RefObject<HTMLDivElement | null>,
  virtualizer: RefObject<VirtualizerHandle | null>,
): Jump {
  const wanted = useRef<{ readonly key: string; readonly place: Place } | null>(null);
  const timer = useRef<number | undefined>(undefined);
  const end = useCallback((): void => {
    wanted.current = null;
    window.clearTimeout(timer.current);
  }, []);
  useEffect(() => end, [end]);
  const settle = useCallback((): void => {
    const [wish, element, handle] = [wanted.current, scroller.current, virtualizer.current];
    // Before the list knows its own height nothing can be put into its middle.
    if (wish === null || element === null || handle === null || handle.viewportSize === 0) return;
    const index = items.findIndex(({ key }) => key === wish.key);
    if (index === -1) return;
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(end, restMs);
    const below = wish.place === 'middle' ? (handle.viewportSize - handle.getItemSize(index)) / 2 : wish.place;
    element.scrollTop = olderRowPx + handle.getItemOffset(index) - below;
  }, [items, scroller, virtualizer, end]);
  const to = useCallback(
    (index: number, place: Place): void => {
      const key = items[index]?.key;
      if (key === undefined) return;
      wanted.current = { key, place };
      settle();
    },
    [items, settle],
  );
  return { to, settle, end };
}
