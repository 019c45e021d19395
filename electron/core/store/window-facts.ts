/** The window facts of one conversation, from what is stored about it. Pure; judging them is `shared/window`'s. */
import { parseFailure, plainReason } from '../../../shared/outbox/refusals.ts';
import { newestOpening } from '../../../shared/window/window-state.ts';
import type { OpeningEvent } from '../../../shared/window/window-state.ts';

export interface WindowSource {
  /** Null: the channel has no window. */
  readonly windowMs: number | null;
  /** False: the channel's record has not arrived, so nothing can be trusted. */
  readonly channelKnown: boolean;
  readonly openings: readonly OpeningEvent[];
  /** Outgoing messages that failed. */
  readonly failures: readonly { readonly at: number; readonly failure: string; readonly isTemplate: boolean }[];
  readonly hasIncoming: boolean;
  readonly unread: number;
  readonly canReply: boolean | null;
  readonly canReplyAt: number | null;
  readonly lastActivityAt: number;
  /** Times of the oldest and newest message of the run without holes; null: no such run. Oldest 0: the very first. */
  readonly run: { readonly oldestAt: number; readonly newestAt: number } | null;
}

export interface StoredWindow {
  readonly openedAt: number | null;
  readonly openedBy: OpeningEvent['kind'] | null;
  readonly refusedAt: number | null;
  readonly expiresAt: number | null;
  readonly complete: boolean;
}

export function windowFacts(source: WindowSource): StoredWindow {
  const opening = newestOpening(source.openings);
  const openedAt = opening?.openedAt ?? null;
  const refusedAt = newestRefusal(source.failures);
  const refused = openedAt !== null && refusedAt !== null && refusedAt >= openedAt;
  const ends = openedAt !== null && source.windowMs !== null && !refused;
  return {
    openedAt,
    openedBy: opening?.openedBy ?? null,
    refusedAt,
    expiresAt: ends ? openedAt + (source.windowMs ?? 0) : null,
    complete: isComplete(source, openedAt),
  };
}

/** A refused template says nothing about the window: templates may leave at any time. */
function newestRefusal(failures: WindowSource['failures']): number | null {
  let newest: number | null = null;
  for (const { at, failure, isTemplate } of failures) {
    if (isTemplate || !plainReason(parseFailure(failure)).closesWindow) continue;
    newest = newest === null ? at : Math.max(newest, at);
  }
  return newest;
}

/** Whether the server knows of an incoming message that is not on this device. */
function isComplete(source: WindowSource, openedAt: number | null): boolean {
  if (!source.channelKnown) return false;
  if (source.windowMs === null || holdsWholeWindow(source, source.windowMs)) return true;
  if (source.unread > 0 && !source.hasIncoming) return false;
  if (source.canReply !== true) return true;
  // "May reply" needs an incoming message younger than the window at the time the server said so.
  return openedAt !== null && (source.canReplyAt === null || openedAt > source.canReplyAt - source.windowMs);
}

/** Rounding of Chatwoot's times, ms. */
const rounding = 1_000;

/** Every message of at least one window's length is here, up to the last activity: no incoming one can be missing. */
function holdsWholeWindow({ run, lastActivityAt, canReplyAt }: WindowSource, windowMs: number): boolean {
  if (run === null || run.newestAt + rounding < lastActivityAt) return false;
  return run.oldestAt <= Math.max(lastActivityAt, canReplyAt ?? 0) - windowMs - rounding;
}
