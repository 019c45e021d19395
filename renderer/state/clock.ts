/**
 * Server time on the page: the core's answer, carried on by the monotonic clock, so that changing the computer's clock
 * moves nothing. One scheduler wakes every countdown; a timer for each row costs eight times the processor time.
 */
import { createContext, useContext, useEffect, useReducer } from 'react';
import type { ClockInfo } from '../../shared/contract/entities.ts';
import { must } from '../../shared/lang/assert.ts';

/** What `shared/window` needs in order to judge. */
export interface ServerTime {
  /** Server time, epoch ms. */
  readonly nowMs: number;
  readonly confidence: ClockInfo['confidence'];
  readonly guardMs: number;
}

export interface PageClock {
  /** Takes a fresh answer of `clock.get`. Everyone is woken: confidence, guard or the time itself may have changed. */
  set(info: ClockInfo): void;
  info(): ClockInfo | null;
  read(): ServerTime;
  /** Calls `wake` when server time reaches `at` (null: only when the clock itself changes). Returns cancel. */
  wakeAt(at: number | null, wake: () => void): () => void;
  stop(): void;
}

export interface PageClockPorts {
  readonly monotonicMs: () => number;
  readonly wallMs: () => number;
  readonly setTimer: (run: () => void, ms: number) => number;
  readonly clearTimer: (id: number) => void;
  readonly isHidden: () => boolean;
  /** Calls back when the page is hidden or shown again; returns unsubscribe. */
  readonly onVisibility: (listener: () => void) => () => void;
}

export const browserClockPorts: PageClockPorts = {
  monotonicMs: () => performance.now(),
  wallMs: () => Date.now(),
  setTimer: (run, ms) => window.setTimeout(run, ms),
  clearTimer: (id) => window.clearTimeout(id),
  isHidden: () => document.hidden,
  onVisibility: (listener) => {
    document.addEventListener('visibilitychange', listener);
    return () => document.removeEventListener('visibilitychange', listener);
  },
};

/** Wake-ups are rounded up to this grid (ms), never early: those close together share one timer and one paint. */
const gridMs = 50;
/** setTimeout overflows at 2^31 ms; an hour is also a safety net against drift. */
const longestTimerMs = 3_600_000;

function onGrid(at: number): number {
  return Math.ceil(at / gridMs) * gridMs;
}

export function createPageClock(ports: PageClockPorts = browserClockPorts): PageClock {
  const waiting = new Set<{ readonly at: number | null; readonly wake: () => void; done: boolean }>();
  let anchor: { readonly info: ClockInfo; readonly monotonicMs: number } | null = null;
  let timer: number | null = null;
  /** Server time at which `timer` fires. */
  let timerAt = Number.POSITIVE_INFINITY;

  const now = (): number =>
    anchor === null ? ports.wallMs() : anchor.info.serverNow + (ports.monotonicMs() - anchor.monotonicMs);

  function schedule(): void {
    if (timer !== null) ports.clearTimer(timer);
    timer = null;
    timerAt = Number.POSITIVE_INFINITY;
    if (ports.isHidden()) return;
    let soonest = Number.POSITIVE_INFINITY;
    for (const entry of waiting) if (entry.at !== null && !entry.done && entry.at < soonest) soonest = entry.at;
    if (soonest === Number.POSITIVE_INFINITY) return;
    timerAt = onGrid(soonest);
    timer = ports.setTimer(fire, Math.min(longestTimerMs, Math.max(0, Math.ceil(timerAt - now()))));
  }
  function fire(): void {
    timer = null;
    const nowMs = now();
    for (const entry of waiting) {
      if (entry.at === null || entry.done || entry.at > nowMs) continue;
      entry.done = true;
      entry.wake();
    }
    schedule();
  }
  function wakeAll(): void {
    for (const entry of waiting) {
      // The clock may have been set back to before a moment that has come once.
      entry.done = false;
      entry.wake();
    }
    schedule();
  }
  const unsubscribe = ports.onVisibility(() => (ports.isHidden() ? schedule() : wakeAll()));

  return {
    set(info) {
      anchor = { info, monotonicMs: ports.monotonicMs() };
      wakeAll();
    },
    info: () => anchor?.info ?? null,
    read: () => ({
      // Whole ms, as everywhere in the contract; rounded down, so that no moment seems to have come before it has.
      nowMs: Math.floor(now()),
      confidence: anchor?.info.confidence ?? 'unknown',
      guardMs: anchor?.info.guardMs ?? 0,
    }),
    wakeAt(at, wake) {
      const entry = { at, wake, done: false };
      waiting.add(entry);
      if (at !== null && onGrid(at) < timerAt) schedule();
      return () => {
        waiting.delete(entry);
      };
    },
    stop() {
      unsubscribe();
      waiting.clear();
      if (timer !== null) ports.clearTimer(timer);
    },
  };
}

const PageClockContext = createContext<PageClock | null>(null);
export const PageClockProvider = PageClockContext.Provider;

export function usePageClock(): PageClock {
  return must(useContext(PageClockContext), 'usePageClock is called below <AppProvider>');
}

/**
 * Server time for this render. `nextChange` tells from that time when the component will look different (server epoch
 * ms; null: never); it is rendered again then, when the clock itself changes, and when the page is shown again.
 */
export function useServerTime(nextChange?: (time: ServerTime) => number | null): ServerTime {
  const clock = usePageClock();
  const [, repaint] = useReducer((count: number) => count + 1, 0);
  const time = clock.read();
  const next = nextChange === undefined ? null : nextChange(time);
  useEffect(() => clock.wakeAt(next, repaint), [clock, next]);
  return time;
}
