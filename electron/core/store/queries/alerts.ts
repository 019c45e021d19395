/** What the alerts ask of the store. Queries, never counters (law 7): what was read or answered elsewhere is not counted. */
import { fromJson, sql, type Files } from '../sql.ts';

/** A customer who waits for an answer while the window is open. Times are server epoch ms. */
export interface WaitingWindow {
  readonly conversationId: number;
  readonly name: string;
  readonly closesAt: number;
  readonly assigneeId: number | null;
}

/** A message that was stored after a given one. */
export interface NewsItem {
  readonly kind: 'message' | 'mention';
  readonly conversationId: number;
  readonly text: string;
  readonly author: string;
}

export interface Assigned {
  readonly id: number;
  /** The change that made it theirs may be their own and is on its way. */
  readonly pending: boolean;
  readonly lastActivityAt: number;
}

export interface AwayArgs {
  readonly meId: number;
  /** The newest message that was here when they left, and when that was. */
  readonly afterSeq: number;
  readonly sinceMs: number;
  readonly nowMs: number;
  readonly closingWithinMs: number;
}

export interface AwayCounts {
  readonly messages: number;
  readonly closed: number;
  readonly closing: number;
  readonly parked: number;
}

/** Soonest end first, which is the order of the index; there is no more to warn of than this at once. */
const mostWindows = 2_000;
const mostNews = 500;

const waiting = `shelf = 'open' AND window_expires_at IS NOT NULL AND waiting_since IS NOT NULL AND window_complete = 1`;

export const waitingWindowsText = `SELECT id, json_extract(contact, '$.name') AS name, window_expires_at AS closesAt,
    assignee_id AS assigneeId
  FROM conversation INDEXED BY conversation_open_expiry
  WHERE ${waiting} AND window_expires_at > @nowMs ORDER BY window_expires_at, id LIMIT ${mostWindows}`;

const closingCountText = `SELECT count(*) AS many FROM conversation INDEXED BY conversation_open_expiry
  WHERE ${waiting} AND window_expires_at > @fromMs AND window_expires_at <= @toMs`;

/** By the local key: what arrives late, with an old server id, is new all the same. */
export const newsText = `SELECT conversation_id AS conversationId, kind, text, author FROM message
  WHERE seq > @afterSeq AND at >= @sinceMs AND deleted = 0 AND (kind = 'incoming' OR (kind = 'note'
    AND instr(text, 'mention://user/' || @meId || '/') > 0)) ORDER BY seq LIMIT ${mostNews}`;

const newMessagesText = `SELECT count(*) AS many FROM message AS m JOIN conversation AS c ON c.id = m.conversation_id
  WHERE m.seq > @afterSeq AND m.at >= @sinceMs AND m.kind = 'incoming' AND m.deleted = 0
    AND (c.assignee_id = @meId OR c.assignee_id IS NULL)`;

const answeringText = `SELECT DISTINCT conversation_id AS id FROM outbox INDEXED BY outbox_unsettled
  WHERE settled = 0 AND kind IN ('reply', 'template') AND state IN ('queued', 'sending', 'accepted')`;
const assignedText = `SELECT id, pending, last_activity_at AS lastActivityAt FROM conversation INDEXED BY conversation_shelf
  WHERE shelf = 'open' AND assignee_id = ?`;
const parkedText = `SELECT client_id AS clientId, conversation_id AS conversationId FROM outbox INDEXED BY outbox_unsettled
  WHERE settled = 0 AND state = 'needs-template'`;

/** Without those that somebody here has just answered: that answer is on its way. */
export function waitingWindows({ cache, desk }: Files, nowMs: number): WaitingWindow[] {
  const answering = new Set(
    sql<{ id: number }>(desk, answeringText)
      .all()
      .map(({ id }) => id),
  );
  return sql<Omit<WaitingWindow, 'conversationId' | 'name'> & { id: number; name: string | null }>(
    cache,
    waitingWindowsText,
  )
    .all({ nowMs })
    .filter(({ id }) => !answering.has(id))
    .map(({ id, name, closesAt, assigneeId }) => ({ conversationId: id, name: name ?? '', closesAt, assigneeId }));
}

/** `lastSeq`: where the next reading starts. */
export function news(
  { cache }: Files,
  { meId, afterSeq, sinceMs }: { meId: number; afterSeq: number; sinceMs: number },
): { items: NewsItem[]; lastSeq: number } {
  interface Row {
    readonly conversationId: number;
    readonly kind: 'incoming' | 'note';
    readonly text: string;
    readonly author: string | null;
  }
  const rows = sql<Row>(cache, newsText).all({ meId, afterSeq, sinceMs });
  const items = rows.flatMap(({ conversationId, kind, text, author }): NewsItem[] => {
    const by = author === null ? null : fromJson<{ id: number | null; name: string }>(author);
    // Whoever names themselves, on whichever computer, need not be told.
    if (kind === 'note' && by?.id === meId) return [];
    return [{ kind: kind === 'note' ? 'mention' : 'message', conversationId, text, author: by?.name ?? '' }];
  });
  return { items, lastSeq: lastSeq(cache) };
}

function lastSeq(cache: Files['cache']): number {
  return sql<{ seq: number | null }>(cache, 'SELECT max(seq) AS seq FROM message').get()?.seq ?? 0;
}

/** Replies that wait for a template now. */
export function parked({ desk }: Files): { clientId: string; conversationId: number }[] {
  return sql<{ clientId: string; conversationId: number }>(desk, parkedText).all();
}

/** The open conversations of an agent. */
export function assignedTo({ cache }: Files, meId: number): Assigned[] {
  return sql<Omit<Assigned, 'pending'> & { pending: number }>(cache, assignedText)
    .all(meId)
    .map((row) => ({ ...row, pending: row.pending === 1 }));
}

/** What happened since a moment, for the agent who comes back. */
export function awayCounts(files: Files, args: AwayArgs): AwayCounts {
  const { meId, afterSeq, sinceMs, nowMs, closingWithinMs } = args;
  const count = (text: string, values: Record<string, number>): number =>
    sql<{ many: number }>(files.cache, text).get(values)?.many ?? 0;
  return {
    messages: count(newMessagesText, { meId, afterSeq, sinceMs }),
    closed: count(closingCountText, { fromMs: sinceMs, toMs: nowMs }),
    closing: count(closingCountText, { fromMs: nowMs, toMs: nowMs + closingWithinMs }),
    parked: parked(files).length,
  };
}
