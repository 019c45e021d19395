/** The remaining time in the words of a chip, always rounded down, and when to look again. */
import { windowPolicy, type WindowPolicy } from './policy.ts';
import type { WindowState } from './window-state.ts';

export type CountdownText =
  | { readonly unit: 'hours'; readonly hours: number; readonly minutes: number }
  | { readonly unit: 'minutes'; readonly minutes: number }
  | { readonly unit: 'seconds'; readonly minutes: number; readonly seconds: number }
  | null;

export interface Countdown {
  readonly text: CountdownText;
  /** First server ms at which the text or the kind is another one; null: only new facts change it. */
  readonly nextChangeAt: number | null;
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

function textFor(remainingMs: number, policy: WindowPolicy): CountdownText {
  const minutes = Math.floor(remainingMs / minute);
  if (remainingMs < policy.lastMs) {
    return { unit: 'seconds', minutes, seconds: Math.floor((remainingMs % minute) / second) };
  }
  if (remainingMs < hour) return { unit: 'minutes', minutes };
  return { unit: 'hours', hours: Math.floor(remainingMs / hour), minutes: minutes % 60 };
}

/**
 * `state` is the one computed for `nowMs`. Text exists while free text is allowed; guard, closed, none, unlimited and
 * unverified have words of their own instead.
 */
export function countdown(
  state: WindowState,
  nowMs: number,
  guardMs: number,
  policy: WindowPolicy = windowPolicy,
): Countdown {
  const { closesAt } = state;
  if (closesAt === null) return { text: null, nextChangeAt: null };
  switch (state.kind) {
    case 'unlimited':
    case 'none':
    case 'closed':
    case 'unverified': // becomes certain by new facts, not by time
      return { text: null, nextChangeAt: null };
    case 'guard':
      return { text: null, nextChangeAt: closesAt };
    case 'open':
    case 'closing':
    case 'urgent':
    case 'last':
      break;
  }
  const remainingMs = closesAt - nowMs;
  const step = remainingMs < policy.lastMs ? second : minute;
  // Just below the current multiple of the step the text is another one. The kinds of the policy begin below a
  // multiple of a minute as well; the guard begins exactly at its border.
  const textChangesAt = closesAt - Math.floor(remainingMs / step) * step + 1;
  const guardAt = closesAt - guardMs;
  const kindBorders = [policy.closingMs, policy.urgentMs, policy.lastMs].map((border) => closesAt - border + 1);
  const next = Math.min(...[textChangesAt, guardAt, ...kindBorders].filter((at) => at > nowMs));
  return { text: textFor(remainingMs, policy), nextChangeAt: next };
}
