/**
 * The SQL of the inbox views. Each text names its index: after ANALYZE the planner otherwise picks a skip-scan that is
 * some 700 times slower. Reads are by keyset, never by OFFSET; the first page starts at a key beyond all others.
 */
import type { View } from '../../../../shared/contract/entities.ts';

/** Beyond every time and id, and still exact as a double. */
export const beyondAll = Number.MAX_SAFE_INTEGER;

interface ViewShape {
  readonly where: string;
  readonly activityIndex: string;
  readonly expiryIndex: string;
}

const openShape: ViewShape = {
  where: `c.shelf = 'open'`,
  activityIndex: 'conversation_open_activity',
  expiryIndex: 'conversation_open_expiry',
};
const assigneeIndexes = {
  activityIndex: 'conversation_assignee_activity',
  expiryIndex: 'conversation_assignee_expiry',
};

const shapes: Readonly<Record<View, ViewShape>> = {
  open: openShape,
  closing: openShape,
  mine: { where: `c.shelf = 'open' AND c.assignee_id = @meId`, ...assigneeIndexes },
  unassigned: { where: `c.shelf = 'open' AND c.assignee_id IS NULL`, ...assigneeIndexes },
  snoozed: {
    where: `c.shelf = 'snoozed'`,
    activityIndex: 'conversation_snoozed_activity',
    expiryIndex: 'conversation_snoozed_expiry',
  },
  resolved: {
    where: `c.shelf = 'resolved'`,
    activityIndex: 'conversation_resolved_activity',
    expiryIndex: 'conversation_resolved_expiry',
  },
};

export const joinedColumns = `c.*, ch.name AS channel_name, ch.kind AS channel_kind,
  ch.phone_number AS channel_phone_number, ch.window_ms AS channel_window_ms, ch.capabilities AS channel_capabilities,
  a.name AS assignee_name, a.availability AS assignee_availability, t.name AS team_name`;
export const joins = `LEFT JOIN channel AS ch ON ch.id = c.channel_id
  LEFT JOIN agent AS a ON a.id = c.assignee_id LEFT JOIN team AS t ON t.id = c.team_id`;

const closingRange = 'c.window_expires_at > @nowMs AND c.window_expires_at <= @nowMs + @closingWithinMs';

/** Newest activity first. */
export function activityText(view: View): string {
  const shape = shapes[view];
  return `SELECT ${joinedColumns} FROM conversation AS c INDEXED BY ${shape.activityIndex} ${joins}
    WHERE ${shape.where} AND (c.last_activity_at, c.id) < (@key, @id)
    ${view === 'closing' ? `AND ${closingRange}` : ''}
    ORDER BY c.last_activity_at DESC, c.id DESC LIMIT @limit`;
}

/** First part of the order "closing": windows that are still open, soonest end first. */
export function expiryText(view: View): string {
  const shape = shapes[view];
  return `SELECT ${joinedColumns} FROM conversation AS c INDEXED BY ${shape.expiryIndex} ${joins}
    WHERE ${shape.where} AND c.window_expires_at IS NOT NULL AND c.window_expires_at > @nowMs
    AND (c.window_expires_at, c.id) > (@key, @id)
    ${view === 'closing' ? `AND c.window_expires_at <= @nowMs + @closingWithinMs` : ''}
    ORDER BY c.window_expires_at, c.id LIMIT @limit`;
}

/** Second part: everything without an open window, newest activity first. */
export function noWindowText(view: View): string {
  const shape = shapes[view];
  return `SELECT ${joinedColumns} FROM conversation AS c INDEXED BY ${shape.activityIndex} ${joins}
    WHERE ${shape.where} AND (c.last_activity_at, c.id) < (@key, @id)
    AND (c.window_expires_at IS NULL OR c.window_expires_at <= @nowMs)
    ORDER BY c.last_activity_at DESC, c.id DESC LIMIT @limit`;
}

export function countText(view: View): string {
  if (view === 'closing') {
    return `SELECT count(*) AS many FROM conversation AS c INDEXED BY conversation_open_expiry
      WHERE c.shelf = 'open' AND c.window_expires_at IS NOT NULL AND ${closingRange}`;
  }
  return `SELECT count(*) AS many FROM conversation AS c INDEXED BY conversation_shelf WHERE ${shapes[view].where}`;
}

export const incompleteText = `SELECT id FROM conversation INDEXED BY conversation_incomplete
  WHERE window_complete = 0 AND last_activity_at < @beyond ORDER BY last_activity_at DESC, id DESC LIMIT @limit`;

export const needsHistoryText = `SELECT id FROM conversation INDEXED BY conversation_needs_history
  WHERE needs_history = 1 AND last_activity_at < @beyond ORDER BY last_activity_at DESC, id DESC LIMIT @limit`;
