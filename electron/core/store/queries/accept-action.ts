/** The server said yes to an action: its effect becomes the server's value until an answer tells the new version. */
import type { Database } from 'better-sqlite3';
import type { OutboxContent } from '../../../../shared/contract/outbox.ts';
import { applyAction, overlayableOf } from '../overlay.ts';
import type { OutboxRow } from '../row-types.ts';
import { fromJson, sql } from '../sql.ts';
import { readServerRow, writeServerRow } from './server-rows.ts';

/** Without this the old value would show between the answer and the event that follows it. */
export function acceptAction(cache: Database, item: OutboxRow): void {
  const row = readServerRow(cache, item.conversation_id);
  const content = fromJson<OutboxContent>(item.content);
  if (row === null || content.kind !== 'action') return;
  const after = applyAction(overlayableOf(row), content.action, () => incomingAfter(cache, row.id, item.created_at));
  writeServerRow(cache, row, {
    ...row,
    server_status: after.status,
    server_snoozed_until: after.snoozedUntil,
    server_assignee_id: after.assigneeId,
    server_team_id: after.teamId,
    server_priority: after.priority,
    server_labels: JSON.stringify(after.labels),
    server_unread: after.unread,
  });
}

function incomingAfter(cache: Database, id: number, time: number): number {
  const text = `SELECT count(*) AS many FROM message INDEXED BY message_incoming
    WHERE conversation_id = ? AND kind = 'incoming' AND at > ?`;
  return sql<{ many: number }>(cache, text).get(id, time)?.many ?? 0;
}
