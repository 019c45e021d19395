/** Save the window: which conversations the sweep walks, and in which order. Pure. */
import type { Conversation } from '../contract/entities.ts';
import { allowsFreeText, windowState, type JudgingTime } from '../window/window-state.ts';

const hour = 3_600_000;
/** How far ahead a sweep looks; the one in the middle is a shift. ms */
export const sweepHorizonsMs = [hour, 8 * hour, 24 * hour] as const;
export const shiftMs: (typeof sweepHorizonsMs)[number] = 8 * hour;

/** When the window of a conversation that needs saving closes; null: it does not, or it is too late for free text. */
export function savableUntil(conversation: Conversation, time: JudgingTime): number | null {
  if (conversation.status !== 'open' || conversation.waitingSince === null) return null;
  const state = windowState(conversation.window, time);
  return allowsFreeText(state) ? state.closesAt : null;
}

/**
 * Open conversations whose customer waits for an answer and whose window closes within the horizon: soonest first; of two that
 * close together, first whoever waits longer.
 */
export function sweepQueue(
  conversations: readonly Conversation[],
  time: JudgingTime,
  horizonMs: number,
): readonly Conversation[] {
  const last = time.nowMs + horizonMs;
  return conversations
    .map((conversation) => ({ conversation, closesAt: savableUntil(conversation, time) }))
    .filter((entry): entry is typeof entry & { closesAt: number } => entry.closesAt !== null && entry.closesAt <= last)
    .toSorted((a, b) => a.closesAt - b.closesAt || byWaiting(a.conversation, b.conversation))
    .map(({ conversation }) => conversation);
}

function byWaiting(a: Conversation, b: Conversation): number {
  return (a.waitingSince ?? 0) - (b.waitingSince ?? 0) || a.id - b.id;
}
