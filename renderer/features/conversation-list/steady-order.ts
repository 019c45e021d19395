import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';

/** No row moves under the agent's hand: this long (ms) after the pointer or a key was used in the list. */
export const quietMs = 2_000;

export interface SteadyOrder {
  /** What to show now: `ids`, or the order from before while the agent is busy in the list. */
  readonly shown: readonly number[];
  /** `shown` is the order from before. */
  readonly behind: boolean;
  /** Rows that wait to be shown. */
  readonly waiting: number;
  /** Shows the waiting rows at once. */
  readonly release: () => void;
  /** To be called for each use of pointer or keys inside the list. */
  readonly busy: () => void;
}

/** `turn` changes when the list has to follow at once: another view, or the agent's own action. */
export function useSteadyOrder(ids: readonly number[], turn: number): SteadyOrder {
  const [held, setHeld] = useState({ ids, turn });
  const busyAt = useRef(Number.NEGATIVE_INFINITY);
  // Compared only when there is something new: the list may be long, and this runs for each key.
  const followsNow = useMemo(() => held.turn !== turn || isPrefix(held.ids, ids), [held, ids, turn]);
  const shown = followsNow ? ids : held.ids;
  const waiting = useMemo(() => (shown === ids ? 0 : countNew(ids, shown)), [shown, ids]);

  // Before the paint: an order that may change at once must not show the button for the new rows first.
  useLayoutEffect(() => {
    if (held.turn !== turn) busyAt.current = Number.NEGATIVE_INFINITY;
    if (held.ids === ids && held.turn === turn) return undefined;
    let timer: number | undefined;
    const settle = (): void => {
      const left = followsNow ? 0 : busyAt.current + quietMs - performance.now();
      if (left <= 0) setHeld({ ids, turn });
      else timer = window.setTimeout(settle, left);
    };
    settle();
    return () => window.clearTimeout(timer);
  }, [held, ids, turn, followsNow]);

  const release = useCallback(() => {
    busyAt.current = Number.NEGATIVE_INFINITY;
    setHeld({ ids, turn });
  }, [ids, turn]);
  const busy = useCallback(() => {
    busyAt.current = performance.now();
  }, []);
  return { shown, behind: shown !== ids, waiting, release, busy };
}

/** True if `next` only adds rows at the end (a further page), which moves nothing. */
function isPrefix(shown: readonly number[], next: readonly number[]): boolean {
  return shown === next || (shown.length <= next.length && shown.every((id, index) => next[index] === id));
}

function countNew(ids: readonly number[], shown: readonly number[]): number {
  const known = new Set(shown);
  return ids.filter((id) => !known.has(id)).length;
}
