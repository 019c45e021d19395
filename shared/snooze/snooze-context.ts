/** What a snooze is judged against: the time, the agent's zone, and the window that it may outlive. */
import type { WindowState } from '../window/window-state.ts';

export interface SnoozeContext {
  /** Server time, epoch ms. */
  readonly now: number;
  /** IANA name of the agent's zone. */
  readonly timeZone: string;
  /** When a window that is open now ends; null: no open window whose end is known. */
  readonly closesAt: number | null;
}

/** "30 min before it closes": long enough for an answer, and to wake up by. */
export const beforeCloseMs = 30 * 60_000;

export function snoozeContext(window: WindowState, now: number, timeZone: string): SnoozeContext {
  return { now, timeZone, closesAt: isOpen(window) ? window.closesAt : null };
}

function isOpen({ kind }: WindowState): boolean {
  return kind === 'open' || kind === 'closing' || kind === 'urgent' || kind === 'last' || kind === 'guard';
}

/**
 * True if the window is open now and will be closed when the snooze ends: answering then takes a template. A snooze until
 * the customer answers (null) never does: the answer opens the window again.
 */
export function outlivesWindow(until: number | null, { closesAt }: SnoozeContext): boolean {
  return until !== null && closesAt !== null && until >= closesAt;
}
