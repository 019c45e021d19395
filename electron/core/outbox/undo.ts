/** The moment a text is kept back so that a person can think again. */
import type { WindowFacts } from '../../../shared/contract/entities.ts';
import { windowState, type JudgingTime } from '../../../shared/window/window-state.ts';

/** The longest setting, and so the longest that anything is kept back. */
const longestMs = 20_000;

/** Server time at which it may leave; null: at once, because there is no time to lose in *last* or before a deadline. */
export function leavesAt(
  facts: WindowFacts,
  time: JudgingTime,
  undoSeconds: number,
  mustLeaveBy: number | null,
): number | null {
  if (undoSeconds === 0 || windowState(facts, time).kind === 'last') return null;
  const at = Math.round(time.nowMs) + undoSeconds * 1000;
  return mustLeaveBy !== null && at >= mustLeaveBy ? null : at;
}

/**
 * How long it still has to stay, ms. Never until its deadline; and a wait longer than any setting means that server
 * time was corrected backwards since, which is no reason to wait longer.
 */
export function undoRemainingMs(
  item: { readonly leavesAt: number | null; readonly mustLeaveBy: number | null },
  nowMs: number,
): number {
  if (item.leavesAt === null) return 0;
  const until = item.mustLeaveBy === null ? item.leavesAt : Math.min(item.leavesAt, item.mustLeaveBy - 1_000);
  const remaining = until - nowMs;
  return remaining > longestMs || remaining < 0 ? 0 : remaining;
}
