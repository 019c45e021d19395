import { useCallback, useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { rowAfter } from '../../state/selection.ts';

/** Frames to wait for a row that was far away: the list mounts it, and only then makes it visible. */
const patienceFrames = 20;

export function useFocusRow(scroller: RefObject<HTMLElement | null>): (id: number) => void {
  const frame = useRef(0);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  return useCallback(
    (id) => {
      const attempt = (left: number): void => {
        const row = scroller.current?.querySelector<HTMLElement>(`[data-conversation-id="${id}"]`);
        row?.focus({ preventScroll: true });
        if (left > 0 && (row === undefined || row === null || document.activeElement !== row)) {
          frame.current = requestAnimationFrame(() => attempt(left - 1));
        }
      };
      cancelAnimationFrame(frame.current);
      attempt(patienceFrames);
    },
    [scroller],
  );
}

/** When the row with the focus leaves the list (the agent closed it), the next one that stays gets the focus. */
export function useKeepFocus(shown: readonly number[], cursorId: number | null, moveTo: (index: number) => void): void {
  const before = useRef({ shown, hadFocus: false });
  useLayoutEffect(() => {
    const previous = before.current;
    if (cursorId === null || previous.shown === shown || shown.includes(cursorId)) return;
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (!lost || !previous.hadFocus || !previous.shown.includes(cursorId)) return;
    const there = new Set(shown);
    const next = rowAfter(previous.shown, cursorId, new Set(previous.shown.filter((id) => !there.has(id))));
    moveTo(next === null ? 0 : shown.indexOf(next));
  }, [shown, cursorId, moveTo]);
  useEffect(() => {
    before.current = { shown, hadFocus: isRow(document.activeElement) };
  });
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent): void => {
      before.current = { ...before.current, hadFocus: isRow(target) };
    };
    document.addEventListener('focusin', onFocus);
    return () => document.removeEventListener('focusin', onFocus);
  }, []);
}

function isRow(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.dataset['conversationId'] !== undefined;
}
