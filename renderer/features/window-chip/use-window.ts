import { useServerTime } from '../../state/clock.ts';
import type { ServerTime } from '../../state/clock.ts';
import type { WindowFacts } from '../../../shared/contract/entities.ts';
import { countdown, type CountdownText } from '../../../shared/window/countdown.ts';
import { allowsFreeText, windowState, type WindowState } from '../../../shared/window/window-state.ts';

export interface WindowNow {
  readonly state: WindowState;
  /** The remaining time in words; null where the state has words of its own. */
  readonly left: CountdownText;
  readonly time: ServerTime;
}

function judge(facts: WindowFacts, time: ServerTime): WindowNow & { readonly nextChangeAt: number | null } {
  const state = windowState(facts, time);
  const { text, nextChangeAt } = countdown(state, time.nowMs, time.guardMs);
  return { state, left: text, time, nextChangeAt };
}

/** The window of a conversation for this render; renders again exactly when its words change. */
export function useWindow(facts: WindowFacts): WindowNow {
  const time = useServerTime((now) => judge(facts, now).nextChangeAt);
  return judge(facts, time);
}

/** The same, as the one thing that what waits for it wants to know. Null: the conversation is not known here. */
export function useAllowsFreeText(facts: WindowFacts | undefined): boolean | null {
  const time = useServerTime((now) => (facts === undefined ? null : judge(facts, now).nextChangeAt));
  return facts === undefined ? null : allowsFreeText(windowState(facts, time));
}
