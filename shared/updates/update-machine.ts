/**
 * From looking for a newer version to having it ready. It never interrupts: what is ready is put in place when Latchkey is
 * quit, or when the person restarts it.
 *
 *   idle ──check──▶ checking ──found──▶ downloading ──downloaded──▶ ready
 *    ▲                 │ none, failed        │ failed                 │ later: not spoken of for a day
 *    └─────────────────┴─────────────────────┘                        ▼ the next start is the new version
 */
import type { UpdateStatus } from '../contract/updates.ts';

export type UpdateFailure = NonNullable<UpdateStatus['failure']>;

export type UpdateState =
  | { readonly kind: 'idle'; readonly checkedAt: number | null; readonly failure: UpdateFailure | null }
  | { readonly kind: 'checking'; readonly checkedAt: number | null }
  | { readonly kind: 'downloading'; readonly version: string; readonly percent: number }
  | { readonly kind: 'ready'; readonly version: string; readonly quietUntilMs: number };

/** `atMs`: epoch ms where it is remembered, monotonic ms where something waits for it. */
export type UpdateEvent =
  | { readonly type: 'check' }
  | { readonly type: 'none'; readonly atMs: number }
  | { readonly type: 'found'; readonly version: string }
  | { readonly type: 'progress'; readonly percent: number }
  | { readonly type: 'downloaded' }
  | { readonly type: 'failed'; readonly why: UpdateFailure; readonly atMs: number }
  | { readonly type: 'later'; readonly monotonicMs: number };

export const notCheckedYet: UpdateState = { kind: 'idle', checkedAt: null, failure: null };

const day = 24 * 60 * 60_000;
/** After the start, so that the inbox comes first. */
export const firstCheckMs = 60_000;
export const checkEveryMs = 6 * 60 * 60_000;
export const checkAfterFailureMs = 30 * 60_000;
export const laterMs = day;

/** What does not fit the state changes nothing: an answer that came too late is an old answer. */
export function afterUpdateEvent(state: UpdateState, event: UpdateEvent): UpdateState {
  switch (event.type) {
    case 'check':
      return state.kind === 'idle' ? { kind: 'checking', checkedAt: state.checkedAt } : state;
    case 'none':
      return state.kind === 'checking' ? { kind: 'idle', checkedAt: event.atMs, failure: null } : state;
    case 'found':
      return state.kind === 'checking' ? { kind: 'downloading', version: event.version, percent: 0 } : state;
    case 'progress': {
      if (state.kind !== 'downloading') return state;
      // Whole numbers that only grow: each change is a repaint.
      const percent = Math.floor(Math.min(100, Math.max(state.percent, event.percent)));
      return percent === state.percent ? state : { ...state, percent };
    }
    case 'downloaded':
      return state.kind === 'downloading' ? { kind: 'ready', version: state.version, quietUntilMs: 0 } : state;
    case 'failed':
      if (state.kind !== 'checking' && state.kind !== 'downloading') return state;
      return { kind: 'idle', checkedAt: event.atMs, failure: event.why };
    case 'later':
      return state.kind === 'ready' ? { ...state, quietUntilMs: event.monotonicMs + laterMs } : state;
  }
}

/** How long until the next check; null: none, because one is under way or there is nothing left to look for. */
export function nextCheckInMs(state: UpdateState): number | null {
  if (state.kind !== 'idle') return null;
  if (state.failure !== null) return checkAfterFailureMs;
  return state.checkedAt === null ? firstCheckMs : checkEveryMs;
}

/** `isBusy`: something is on its way to the server. What is typed is the page's to look at. */
export function offersRestart(state: UpdateState, monotonicMs: number, isBusy: boolean): boolean {
  return state.kind === 'ready' && !isBusy && monotonicMs >= state.quietUntilMs;
}
