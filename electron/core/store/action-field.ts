/**
 * What an action changes, and to what: the values by which "somebody else changed the same thing meanwhile" is judged.
 * Pure. A value is a JSON text, so that two can be compared and one can be kept in a column.
 */
import type { ConversationAction } from '../../../shared/contract/outbox.ts';
import { assertNever } from '../../../shared/lang/assert.ts';
import type { ServerConversationRow } from './row-types.ts';

export type ActionField = 'status' | 'assignee' | 'team' | 'priority';

/**
 * Null: it never conflicts. Reading is everybody's own, a change of labels is merged into what is there by then, and what
 * a macro changes only the server knows.
 */
export function fieldOf(action: ConversationAction): ActionField | null {
  switch (action.kind) {
    case 'set-status':
      return 'status';
    case 'assign':
      return 'assignee';
    case 'assign-team':
      return 'team';
    case 'set-priority':
      return 'priority';
    case 'change-labels':
    case 'mark-read':
    case 'mark-unread':
    case 'run-macro':
      return null;
    default:
      return assertNever(action, 'conversation action');
  }
}

export function goalOf(action: ConversationAction): string | null {
  switch (action.kind) {
    case 'set-status':
      return statusValue(action.status, action.snoozedUntil);
    case 'assign':
      return JSON.stringify(action.assigneeId);
    case 'assign-team':
      return JSON.stringify(action.teamId);
    case 'set-priority':
      return JSON.stringify(action.priority);
    case 'change-labels':
    case 'mark-read':
    case 'mark-unread':
    case 'run-macro':
      return null;
    default:
      return assertNever(action, 'conversation action');
  }
}

export function serverValue(row: ServerConversationRow, field: ActionField): string {
  switch (field) {
    case 'status':
      return statusValue(row.server_status, row.server_snoozed_until);
    case 'assignee':
      return JSON.stringify(row.server_assignee_id);
    case 'team':
      return JSON.stringify(row.server_team_id);
    case 'priority':
      return JSON.stringify(row.server_priority);
    default:
      return assertNever(field, 'field of an action');
  }
}

/** The server keeps whole seconds; two times within one are the same snooze. */
function statusValue(status: string, snoozedUntil: number | null): string {
  const until = status !== 'snoozed' || snoozedUntil === null ? null : Math.floor(snoozedUntil / 1000);
  return JSON.stringify([status, until]);
}
