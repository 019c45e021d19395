/** Reading conversations as shown: pages of the inbox, counts, and what the sync engine asks. */
import type { Database } from 'better-sqlite3';
import type { View } from '../../../../shared/contract/entities.ts';
import type { Conversation, ConversationPage } from '../../../../shared/contract/entities.ts';
import type { PageArgs, SyncInfo, ViewArgs } from '../call-types.ts';
import type { JoinedConversationRow, ServerConversationRow, ShownConversationRow } from '../row-types.ts';
import { conversationOf } from '../rows.ts';
import { sql } from '../sql.ts';
import type { Files } from '../sql.ts';
import {
  activityText,
  beyondAll,
  countText,
  expiryText,
  incompleteText,
  joinedColumns,
  joins,
  needsHistoryText,
  noWindowText,
} from './conversation-views.ts';
import { hasReplyDraft } from './drafts.ts';

export function conversationPage(files: Files, args: PageArgs): ConversationPage {
  const rows = args.sort === 'activity' ? byActivity(files.cache, args) : byClosing(files.cache, args);
  const page = rows.slice(0, args.limit);
  const last = page.at(-1);
  const more = rows.length > args.limit && last !== undefined;
  return {
    rows: page.map((row) => conversationOf(row, hasReplyDraft(files.desk, row.id))),
    next: more ? { key: keyOf(last, args), id: last.id } : null,
  };
}

/**
 * In the order "closing" a key above zero is the end of an open window, and one below is the activity of a row without
 * one, negated: the cursor says by itself in which part of the list it stands.
 */
function keyOf(row: ShownConversationRow, args: PageArgs): number {
  if (args.sort === 'activity') return row.last_activity_at;
  return hasOpenWindow(row, args.nowMs) ? (row.window_expires_at ?? 0) : -row.last_activity_at;
}

function hasOpenWindow(row: ShownConversationRow, nowMs: number): boolean {
  return row.window_expires_at !== null && row.window_expires_at > nowMs;
}

function byActivity(cache: Database, args: PageArgs): JoinedConversationRow[] {
  const { key, id } = args.after ?? { key: beyondAll, id: beyondAll };
  return read(cache, activityText(args.view), args, key, id, args.limit + 1);
}

function byClosing(cache: Database, args: PageArgs): JoinedConversationRow[] {
  const wanted = args.limit + 1;
  const { after } = args;
  const pastWindows = after !== null && after.key <= 0;
  const open = pastWindows ? [] : read(cache, expiryText(args.view), args, after?.key ?? 0, after?.id ?? 0, wanted);
  if (args.view === 'closing' || open.length === wanted) return open;
  const [key, id] = pastWindows ? [-after.key, after.id] : [beyondAll, beyondAll];
  return [...open, ...read(cache, noWindowText(args.view), args, key, id, wanted - open.length)];
}

function read(
  cache: Database,
  text: string,
  { meId, nowMs, closingWithinMs }: ViewArgs,
  key: number,
  id: number,
  limit: number,
): JoinedConversationRow[] {
  return sql<JoinedConversationRow>(cache, text).all({ meId, nowMs, closingWithinMs, key, id, limit });
}

export function conversationCounts({ cache }: Files, { meId, nowMs, closingWithinMs }: ViewArgs): Record<View, number> {
  const count = (view: View): number =>
    sql<{ many: number }>(cache, countText(view)).get({ meId, nowMs, closingWithinMs })?.many ?? 0;
  return {
    open: count('open'),
    mine: count('mine'),
    unassigned: count('unassigned'),
    closing: count('closing'),
    snoozed: count('snoozed'),
    resolved: count('resolved'),
  };
}

export function getConversation({ cache, desk }: Files, id: number): Conversation | null {
  const text = `SELECT ${joinedColumns} FROM conversation AS c ${joins} WHERE c.id = ?`;
  const row = sql<JoinedConversationRow>(cache, text).get(id);
  return row === undefined ? null : conversationOf(row, hasReplyDraft(desk, id));
}

export function conversationIds({ cache }: Files): number[] {
  return ids(sql<{ id: number }>(cache, 'SELECT id FROM conversation').all());
}

/** Newest activity first. */
export function incompleteIds({ cache }: Files, limit: number): number[] {
  return ids(sql<{ id: number }>(cache, incompleteText).all({ limit, beyond: beyondAll }));
}

/** Newest activity first. */
export function idsWithoutHistory({ cache }: Files, limit: number): number[] {
  return ids(sql<{ id: number }>(cache, needsHistoryText).all({ limit, beyond: beyondAll }));
}

function ids(rows: readonly { readonly id: number }[]): number[] {
  return rows.map(({ id }) => id);
}

type SyncRow = ShownConversationRow & ServerConversationRow;

export function syncInfo({ cache }: Files, id: number): SyncInfo | null {
  const row = sql<SyncRow>(cache, 'SELECT * FROM conversation WHERE id = ?').get(id);
  if (row === undefined) return null;
  const range = sql<{ oldest: number | null; newest: number | null }>(
    cache,
    `SELECT (SELECT min(id) FROM message WHERE conversation_id = @id) AS oldest,
      (SELECT max(id) FROM message WHERE conversation_id = @id) AS newest`,
  ).get({ id });
  return {
    channelId: row.channel_id,
    newestMessageId: range?.newest ?? null,
    oldestMessageId: range?.oldest ?? null,
    contiguousFrom: row.contiguous_from,
    contiguousTo: row.contiguous_to,
    updatedAt: row.updated_at,
    complete: row.window_complete === 1,
  };
}
