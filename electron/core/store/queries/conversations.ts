/** Reading conversations as shown: pages of the inbox, counts, and what the sync engine asks. */
import type { Conversation, ConversationFilter, ConversationPage, View } from '../../../../shared/contract/entities.ts';
import type { PageArgs, SyncInfo, ViewArgs } from '../call-types.ts';
import type { JoinedConversationRow, ServerConversationRow, ShownConversationRow } from '../row-types.ts';
import { conversationOf } from '../rows.ts';
import { sql } from '../sql.ts';
import type { Files, SqlValue } from '../sql.ts';
import { contactPatterns } from './contacts.ts';
import { chosenIds } from './conversation-choice.ts';
import {
  behindText,
  beyondAll,
  countText,
  incompleteText,
  joinedColumns,
  joins,
  needsHistoryText,
  pageText,
  type PagePart,
} from './conversation-views.ts';
import { draftConversationIds } from './drafts-view.ts';
import { hasReplyDraft } from './drafts.ts';
import { runsOf } from './message-runs.ts';

type Parameters = Readonly<Record<string, SqlValue>>;

export function conversationPage(files: Files, args: PageArgs): ConversationPage {
  const rows = args.sort === 'activity' ? inOnePart(files, args) : inTwoParts(files, args);
  const page = rows.slice(0, args.limit);
  const last = page.at(-1);
  const more = rows.length > args.limit && last !== undefined;
  return {
    rows: page.map((row) => conversationOf(row, hasReplyDraft(files.desk, row.id))),
    next: more ? { key: keyOf(last, args), id: last.id } : null,
  };
}

/**
 * In the orders "closing" and "waiting" a key above zero is the end of an open window, or the start of waiting, and one
 * below is the activity of a row without one, negated: the cursor says by itself in which part of the list it stands.
 */
function keyOf(row: JoinedConversationRow, { sort, nowMs }: PageArgs): number {
  if (sort === 'activity') return row.last_activity_at;
  const open = row.window_expires_at !== null && row.window_expires_at > nowMs ? row.window_expires_at : null;
  return (sort === 'closing' ? open : row.waiting_since) ?? -row.last_activity_at;
}

function inOnePart(files: Files, args: PageArgs): JoinedConversationRow[] {
  const { key, id } = args.after ?? { key: beyondAll, id: beyondAll };
  return reader(files, args)('activity', key, id, args.limit + 1);
}

function inTwoParts(files: Files, args: PageArgs): JoinedConversationRow[] {
  const read = reader(files, args);
  const wanted = args.limit + 1;
  const { after } = args;
  const pastFirst = after !== null && after.key <= 0;
  const [firstPart, secondPart] = args.sort === 'closing' ? closingParts : waitingParts;
  const first = pastFirst ? [] : read(firstPart, after?.key ?? 0, after?.id ?? 0, wanted);
  // Of what is closing, every row has an open window.
  if (first.length === wanted || (args.view === 'closing' && args.sort === 'closing')) return first;
  const [key, id] = pastFirst ? [-after.key, after.id] : [beyondAll, beyondAll];
  return [...first, ...read(secondPart, key, id, wanted - first.length)];
}

const closingParts = ['expiry', 'no-window'] as const;
const waitingParts = ['waiting', 'not-waiting'] as const;

type ReadPart = (part: PagePart, key: number, id: number, limit: number) => JoinedConversationRow[];

function reader(files: Files, args: PageArgs): ReadPart {
  const { view, filter, sort } = args;
  const parameters = { ...viewParameters(args), ...filterParameters(filter) };
  const ids = chosenIds(files, view, filter, parameters, sort === 'closing');
  const given = ids === null ? {} : { ids: JSON.stringify(ids) };
  return (part, key, id, limit) =>
    sql<JoinedConversationRow>(files.cache, pageText(part, view, filter, ids !== null)).all({
      ...parameters,
      ...given,
      key,
      id,
      limit,
    });
}

function viewParameters({ meId, nowMs, closingWithinMs }: ViewArgs): Parameters {
  return { meId, nowMs, closingWithinMs };
}

function filterParameters({ channelId, teamId, assigneeId, label, text }: ConversationFilter): Parameters {
  return { channelId, teamId, assigneeId, label, ...contactPatterns(text) };
}

export function conversationCounts({ cache, desk }: Files, args: ViewArgs): Record<View, number> {
  const parameters = { ...viewParameters(args), ids: JSON.stringify(draftConversationIds(desk)) };
  const count = (view: View): number => sql<{ many: number }>(cache, countText(view)).get(parameters)?.many ?? 0;
  return {
    mine: count('mine'),
    unassigned: count('unassigned'),
    open: count('open'),
    mentions: count('mentions'),
    closing: count('closing'),
    snoozed: count('snoozed'),
    resolved: count('resolved'),
    drafts: count('drafts'),
  };
}

export const ofContactText = `SELECT ${joinedColumns} FROM conversation AS c INDEXED BY conversation_contact ${joins}
  WHERE c.contact_id = @contactId AND c.last_activity_at < @beyond
  ORDER BY c.last_activity_at DESC, c.id DESC LIMIT 100`;

/** Newest activity first, whatever their status; the newest hundred. */
export function conversationsOfContact({ cache, desk }: Files, contactId: number): Conversation[] {
  const rows = sql<JoinedConversationRow>(cache, ofContactText).all({ contactId, beyond: beyondAll });
  return rows.map((row) => conversationOf(row, hasReplyDraft(desk, row.id)));
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

export function idsOfContact({ cache }: Files, contactId: number): number[] {
  const text = 'SELECT id FROM conversation INDEXED BY conversation_contact WHERE contact_id = ?';
  return ids(sql<{ id: number }>(cache, text).all(contactId));
}

/** Longest ago first, so that busy ones do not keep the others waiting. */
export function behindIds({ cache }: Files, limit: number): number[] {
  return ids(sql<{ id: number }>(cache, behindText).all(limit));
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
    contiguousTo: row.contiguous_to,
    reachesStart: runsOf(cache, id)[0]?.from === 0,
    updatedAt: row.updated_at,
    complete: row.window_complete === 1,
  };
}
