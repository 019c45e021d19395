import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { ThreadItem } from './thread-items.ts';

/** Closer to the end than this (px) means: following the conversation. */
const followPx = 80;
/** A scroll this soon (ms) after wheel, touch or key is the agent's. */
const askedMs = 1_000;

export interface Follow {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly following: boolean;
  readonly toEnd: () => void;
  /** Something further up was asked for. */
  readonly leaveEnd: () => void;
  readonly onScroll: () => void;
  /** Wheel, touch, scrollbar or key: what scrolls next is the agent's wish. */
  readonly onAsk: () => void;
  /** Heights settle after measuring, and the pane itself may become smaller. */
  readonly onResize: () => void;
}

/**
 * Stays at the end until the agent scrolls up; comes back to following when they reach the end again. `isEnd`: the last item is
 * the newest there is.
 * `beginsElsewhere`: not at the end at first; even a scroll there and away again would be taken for the agent's.
 */
export function useFollow(items: readonly ThreadItem[], isEnd: boolean, beginsElsewhere: boolean): Follow {
  const scroller = useRef<HTMLDivElement>(null);
  const [following, setFollowing] = useState(!beginsElsewhere);
  const now = useRef({ following: !beginsElsewhere, top: 0, height: 0, frame: 0, askedAt: Number.NEGATIVE_INFINITY });
  const follow = useCallback((value: boolean): void => {
    now.current.following = value;
    setFollowing(value);
  }, []);
  const wasAsked = useCallback((): boolean => performance.now() - now.current.askedAt < askedMs, []);
  const keepEnd = useCallback((): void => {
    const element = scroller.current;
    if (element === null || !now.current.following) return;
    // The agent has just scrolled up, and the browser tells it only with the next frame.
    if (element.scrollTop < now.current.top && wasAsked()) return;
    element.scrollTo({ top: element.scrollHeight });
  }, [wasAsked]);
  const toEnd = useCallback((): void => {
    // Whatever was asked before, this is the newest wish.
    now.current.askedAt = Number.NEGATIVE_INFINITY;
    follow(true);
    keepEnd();
  }, [follow, keepEnd]);
  const leaveEnd = useCallback((): void => follow(false), [follow]);
  const onScroll = useCallback((): void => {
    const element = scroller.current;
    if (element === null) return;
    const { scrollTop, scrollHeight, clientHeight } = element;
    const last = now.current;
    const settled = scrollHeight === last.height;
    if (isEnd && scrollHeight - scrollTop - clientHeight < followPx) follow(true);
    // Measuring moves the content, too: a move up is the agent's if nothing changed its height, or if they just asked.
    else if (scrollTop < last.top && (settled || wasAsked())) follow(false);
    last.top = scrollTop;
    last.height = scrollHeight;
  }, [follow, isEnd, wasAsked]);
  const onAsk = useCallback((): void => {
    now.current.askedAt = performance.now();
  }, []);
  const onResize = useCallback((): void => {
    cancelAnimationFrame(now.current.frame);
    now.current.frame = requestAnimationFrame(keepEnd);
  }, [keepEnd]);
  useLayoutEffect(keepEnd, [items, keepEnd]);
  useEffect(() => {
    const { current } = now;
    return () => cancelAnimationFrame(current.frame);
  }, []);
  return { scroller, following, toEnd, leaveEnd, onScroll, onAsk, onResize };
}
