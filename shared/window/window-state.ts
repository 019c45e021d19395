/** Whether free text may go to the customer now, from stored facts and server time alone. Law 1 and law 6 live here. */
import type { ClockConfidence, WindowFacts } from '../contract/entities.ts';
import { windowPolicy, type WindowPolicy } from './policy.ts';

export type WindowKind =
  | 'unlimited' // this channel has no window
  | 'none' // the customer never opened one
  | 'open'
  | 'closing'
  | 'urgent'
  | 'last'
  | 'guard' // too close to the end to send safely
  | 'closed'
  | 'unverified'; // clock or history not trusted: holds like a closed one

/** Server time with how much it may be trusted. All ms. */
export interface JudgingTime {
  readonly nowMs: number;
  readonly confidence: ClockConfidence;
  readonly guardMs: number;
}

export interface WindowState {
  readonly kind: WindowKind;
  /** Server time at which it ends or ended; null: no window, or never opened as far as we know. */
  readonly closesAt: number | null;
  /** closesAt − now, never below 0; null where closesAt is. */
  readonly remainingMs: number | null;
}

interface Ending {
  readonly at: number;
  /** WhatsApp itself said that it is closed (131047 or 63016), whatever the clock says. */
  readonly refused: boolean;
}

/** The end by what is known on this device; null: no window, or never opened. */
function ending(facts: WindowFacts): Ending | null {
  if (facts.durationMs === null || facts.openedAt === null) return null;
  const end = facts.openedAt + facts.durationMs;
  if (facts.refusedAt === null || facts.refusedAt < facts.openedAt) return { at: end, refused: false };
  return { at: Math.min(end, facts.refusedAt), refused: true };
}

function kindFor(remainingMs: number, guardMs: number, policy: WindowPolicy): WindowKind {
  if (remainingMs <= 0) return 'closed';
  if (remainingMs <= guardMs) return 'guard';
  if (remainingMs < policy.lastMs) return 'last';
  if (remainingMs < policy.urgentMs) return 'urgent';
  if (remainingMs < policy.closingMs) return 'closing';
  return 'open';
}

/**
 * Incomplete history (`complete: false`) means that the server has an incoming message which is not here yet: "closed"
 * and "never opened" may both be wrong, and a refusal may be in the same gap, so nothing is claimed. An unknown clock
 * makes everything unverified that depends on the time; "never opened" and "refused by WhatsApp" do not.
 */
export function windowState(facts: WindowFacts, time: JudgingTime, policy: WindowPolicy = windowPolicy): WindowState {
  if (facts.durationMs === null) return { kind: 'unlimited', closesAt: null, remainingMs: null };
  const end = ending(facts);
  if (end === null) return { kind: facts.complete ? 'none' : 'unverified', closesAt: null, remainingMs: null };
  const closesAt = end.at;
  const remainingMs = Math.max(0, closesAt - time.nowMs);
  if (!facts.complete) return { kind: 'unverified', closesAt, remainingMs };
  if (end.refused) return { kind: 'closed', closesAt, remainingMs: 0 };
  if (time.confidence === 'unknown') return { kind: 'unverified', closesAt, remainingMs };
  return { kind: kindFor(closesAt - time.nowMs, time.guardMs, policy), closesAt, remainingMs };
}

export function allowsFreeText(state: WindowState): boolean {
  switch (state.kind) {
    case 'unlimited':
    case 'open':
    case 'closing':
    case 'urgent':
    case 'last':
      return true;
    case 'none':
    case 'guard':
    case 'closed':
    case 'unverified':
      return false;
  }
}

/** Server ms from which on a reply must not leave any more (law 1: `now >= deadline` holds); null: no deadline. */
export function replyDeadline(facts: WindowFacts, guardMs: number): number | null {
  const end = ending(facts);
  return end === null ? null : end.at - guardMs;
}

export interface OpeningEvent {
  readonly kind: 'message' | 'call';
  /** When our server stored it, epoch ms. */
  readonly at: number;
  /** WhatsApp's own time, if the server tells it. */
  readonly providerAt: number | null;
}

/**
 * The event whose window ends last. WhatsApp counts from its own time and our server from when it stored the message
 * (later if its queue is slow), so the earlier of the two decides; a provider time in the future lengthens nothing.
 */
export function newestOpening(
  events: readonly OpeningEvent[],
): { readonly openedAt: number; readonly openedBy: OpeningEvent['kind'] } | null {
  let newest: { openedAt: number; openedBy: OpeningEvent['kind'] } | null = null;
  for (const event of events) {
    const openedAt = event.providerAt === null ? event.at : Math.min(event.at, event.providerAt);
    if (newest === null || openedAt > newest.openedAt) newest = { openedAt, openedBy: event.kind };
  }
  return newest;
}
