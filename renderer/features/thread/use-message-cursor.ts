import {
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import type { VirtualizerHandle } from 'virtua';
import { isStop, type ThreadItem } from './thread-items.ts';

export interface MessageCursor {
  /** Key of the item where Tab enters the thread. */
  readonly tabStop: string | null;
  /** It stays in the document even if it is scrolled away, so that Tab finds it. */
  readonly keepMounted: readonly number[];
  readonly focus: (index: number) => void;
  /** Gives the focus where it was asked for, as soon as that can take it. */
  readonly settle: () => void;
  readonly onFocus: (itemKey: string, event: FocusEvent) => void;
  readonly onBlur: (event: FocusEvent) => void;
  /** Arrows, Home, End, Page Up and Page Down. True: it was one of them. */
  readonly onKeyDown: (event: KeyboardEvent) => boolean;
}

interface CursorParts {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly virtualizer: RefObject<VirtualizerHandle | null>;
  readonly items: readonly ThreadItem[];
  readonly leaveEnd: () => void;
}

/** Which message has, or would get, the focus. */
export function useMessageCursor({ scroller, virtualizer, items, leaveEnd }: CursorParts): MessageCursor {
  const [cursor, setCursor] = useState<string | null>(null);
  const focused = useRef<string | null>(null);
  const wanted = useRef<string | null>(null);
  const found = items.findIndex((item) => item.key === cursor && isStop(item));
  const at = found === -1 ? items.findLastIndex(isStop) : found;
  const tabStop = items[at]?.key ?? null;

  const settle = useCallback((): void => {
    // Its bubble may have been replaced under the focus: what was waiting has arrived.
    const lost = document.activeElement === document.body ? focused.current : null;
    const key = wanted.current ?? lost;
    if (key === null) return;
    const element = scroller.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(key)}"]`);
    element?.focus({ preventScroll: true });
    // The list hides what it has not measured yet, and what is hidden takes no focus: the next call tries again.
    if (document.activeElement === element) wanted.current = null;
  }, [scroller]);
  useLayoutEffect(settle);

  const focus = useCallback(
    (index: number): void => {
      const key = items[index]?.key;
      if (key === undefined) return;
      wanted.current = key;
      setCursor(key);
      // The same one again renders nothing.
      settle();
    },
    [items, settle],
  );

  const moveTo = (index: number): void => {
    if (index < items.length - 1) leaveEnd();
    virtualizer.current?.scrollToIndex(index, { align: 'nearest' });
    focus(index);
  };
  const page = (direction: 1 | -1): number => {
    const handle = virtualizer.current;
    if (handle === null) return at;
    const target = handle.getItemOffset(at) + direction * handle.viewportSize * 0.9;
    const index = handle.findItemIndex(Math.max(0, target));
    return nearestStop(items, index === at ? at + direction : index, direction) ?? at;
  };
  const targetOf = (key: string): number | null => {
    switch (key) {
      case 'ArrowUp':
        return nearestStop(items, at - 1, -1);
      case 'ArrowDown':
        return nearestStop(items, at + 1, 1);
      case 'Home':
        return nearestStop(items, 0, 1);
      case 'End':
        return nearestStop(items, items.length - 1, -1);
      case 'PageUp':
        return page(-1);
      case 'PageDown':
        return page(1);
      default:
        return null;
    }
  };
  return {
    tabStop,
    keepMounted: at === -1 ? [] : [at],
    focus,
    settle,
    onFocus(itemKey, event) {
      focused.current = itemKey;
      if (event.target === event.currentTarget || cursor !== itemKey) setCursor(itemKey);
    },
    onBlur(event) {
      // An element that is taken away blurs without a successor: that is not the agent leaving.
      if (event.relatedTarget !== null || event.target.isConnected) focused.current = null;
    },
    onKeyDown(event) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
      if (event.target instanceof HTMLElement && event.target.closest('input, video, [role=menu], dialog') !== null) {
        return false;
      }
      const target = targetOf(event.key);
      if (target === null) return false;
      event.preventDefault();
      moveTo(target);
      return true;
    },
  };
}

function nearestStop(items: readonly ThreadItem[], from: number, direction: 1 | -1): number | null {
  for (let index = from; index >= 0 && index < items.length; index += direction) {
    if (isStop(items[index])) return index;
  }
  return null;
}
