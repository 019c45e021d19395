/**
 * The SQL of the inbox views. A view is read along an index, which each text names: after ANALYZE the planner otherwise
 * picks a skip-scan that is some 700 times slower. Where few conversations are in question (drafts, a rare label) their
 * ids are given instead, and those few are sorted. Reads are by keyset, never by OFFSET; the first page starts at a key
 * beyond all others.
 */
import type { ConversationFilter, View } from '../../../../shared/contract/entities.ts';
import { contactMatches } from './contacts.ts';

/** Beyond every time and id, and still exact as a double. */
export const beyondAll = Number.MAX_SAFE_INTEGER;

interface ViewShape {
  readonly where: string;
  /** Start of the names of its three indexes; null: it is only read by ids. */
  readonly indexes: string | null;
}

const closingRange = 'c.window_expires_at > @nowMs AND c.window_expires_at <= @nowMs + @closingWithinMs';
/** What was dealt with needs nobody; a snoozed one may be where I am asked. */
const mentioned = `c.mentioned_at IS NOT NULL AND c.shelf <> 'resolved'`;

const shapes: Readonly<Record<View, ViewShape>> = {
  open: { where: `c.shelf = 'open'`, indexes: 'conversation_open' },
  closing: { where: `c.shelf = 'open' AND ${closingRange}`, indexes: 'conversation_open' },
  mine: { where: `c.shelf = 'open' AND c.assignee_id = @meId`, indexes: 'conversation_assignee' },
  unassigned: { where: `c.shelf = 'open' AND c.assignee_id IS NULL`, indexes: 'conversation_assignee' },
  snoozed: { where: `c.shelf = 'snoozed'`, indexes: 'conversation_snoozed' },
  resolved: { where: `c.shelf = 'resolved'`, indexes: 'conversation_resolved' },
  mentions: { where: mentioned, indexes: null },
  drafts: { where: 'true', indexes: null },
};

/** Views without an index of their own: their members are few, and are named by id. */
export function isReadByIds(view: View): boolean {
  return shapes[view].indexes === null;
}

export const joinedColumns = `c.*, ch.name AS channel_name, ch.kind AS channel_kind,
  ch.phone_number AS channel_phone_number, ch.window_ms AS channel_window_ms, ch.capabilities AS channel_capabilities,
  a.name AS assignee_name, a.availability AS assignee_availability, t.name AS team_name`;
export const joins = `LEFT JOIN channel AS ch ON ch.id = c.channel_id
  LEFT JOIN agent AS a ON a.id = c.assignee_id LEFT JOIN team AS t ON t.id = c.team_id`;

/** The order "activity" is one part; the others show what has a time to go by first, and then the rest by activity. */
export type PagePart = 'activity' | 'expiry' | 'no-window' | 'waiting' | 'not-waiting';

interface PartShape {
  readonly index: 'activity' | 'expiry' | 'waiting';
  readonly where: string;
  readonly keyset: string;
  readonly order: string;
}

const byActivity = {
  index: 'activity',
  keyset: '(c.last_activity_at, c.id) < (@key, @id)',
  order: 'c.last_activity_at DESC, c.id DESC',
} as const;

const parts: Readonly<Record<PagePart, PartShape>> = {
  activity: { ...byActivity, where: 'true' },
  expiry: {
    index: 'expiry',
    where: 'c.window_expires_at IS NOT NULL AND c.window_expires_at > @nowMs',
    keyset: '(c.window_expires_at, c.id) > (@key, @id)',
    order: 'c.window_expires_at, c.id',
  },
  'no-window': { ...byActivity, where: '(c.window_expires_at IS NULL OR c.window_expires_at <= @nowMs)' },
  waiting: {
    index: 'waiting',
    where: 'c.waiting_since IS NOT NULL',
    keyset: '(c.waiting_since, c.id) > (@key, @id)',
    order: 'c.waiting_since, c.id',
  },
  'not-waiting': { ...byActivity, where: 'c.waiting_since IS NULL' },
};

/** `@ids`: a JSON array. */
const givenIds = 'json_each(@ids) AS given CROSS JOIN conversation AS c ON c.id = given.value';

export function pageText(part: PagePart, view: View, filter: ConversationFilter, byIds: boolean): string {
  const { index, where, keyset, order } = parts[part];
  const shape = shapes[view];
  const source = byIds || shape.indexes === null ? givenIds : `conversation AS c INDEXED BY ${shape.indexes}_${index}`;
  return `SELECT ${joinedColumns} FROM ${source} ${joins}
    WHERE ${shape.where} AND ${where} AND ${keyset} ${filterWhere(filter)} ORDER BY ${order} LIMIT @limit`;
}

function filterWhere(filter: ConversationFilter): string {
  const conditions = [
    filter.channelId === null ? null : 'c.channel_id = @channelId',
    filter.teamId === null ? null : 'c.team_id = @teamId',
    filter.assigneeId === null ? null : 'c.assignee_id = @assigneeId',
    filter.label === null
      ? null
      : 'EXISTS (SELECT 1 FROM conversation_label AS l WHERE l.title = @label AND l.conversation_id = c.id)',
    filter.text === '' ? null : `EXISTS (SELECT 1 FROM contact AS p WHERE p.id = c.contact_id AND ${contactMatches})`,
  ];
  return conditions.map((condition) => (condition === null ? '' : ` AND ${condition}`)).join('');
}

export function countText(view: View): string {
  if (view === 'closing') {
    return `SELECT count(*) AS many FROM conversation AS c INDEXED BY conversation_open_expiry
      WHERE c.window_expires_at IS NOT NULL AND ${shapes.closing.where}`;
  }
  if (view === 'mentions') {
    return `SELECT count(*) AS many FROM conversation AS c INDEXED BY conversation_mentioned WHERE ${mentioned}`;
  }
  if (view === 'drafts') return `SELECT count(*) AS many FROM ${givenIds}`;
  return `SELECT count(*) AS many FROM conversation AS c INDEXED BY conversation_shelf WHERE ${shapes[view].where}`;
}

export const incompleteText = `SELECT id FROM conversation INDEXED BY conversation_incomplete
  WHERE window_complete = 0 AND last_activity_at < @beyond ORDER BY last_activity_at DESC, id DESC LIMIT @limit`;

export const needsHistoryText = `SELECT id FROM conversation INDEXED BY conversation_needs_history
  WHERE needs_history = 1 AND last_activity_at < @beyond ORDER BY last_activity_at DESC, id DESC LIMIT @limit`;

export const behindText = `SELECT id FROM conversation INDEXED BY conversation_behind
  WHERE contiguous_from IS NOT NULL AND updated_at > coalesce(messages_read_at, 0) ORDER BY updated_at LIMIT ?`;
