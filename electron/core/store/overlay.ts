/** Lays what the agent did, and the server has not confirmed, over what the server said. Pure. */
import type { ConversationAction, OutboxContent, OutboxState } from '../../../shared/contract/outbox.ts';
import type { ConversationStatus, MessagePreview, Priority } from '../../../shared/contract/entities.ts';
import { assertNever } from '../../../shared/lang/assert.ts';
import type { ServerConversationRow } from './row-types.ts';
import { fromJson } from './sql.ts';

export interface Overlayable {
  readonly status: ConversationStatus;
  readonly snoozedUntil: number | null;
  readonly assigneeId: number | null;
  readonly teamId: number | null;
  readonly priority: Priority | null;
  readonly labels: readonly string[];
  readonly unread: number;
}

export function overlayableOf(row: ServerConversationRow): Overlayable {
  return {
    status: row.server_status,
    snoozedUntil: row.server_snoozed_until,
    assigneeId: row.server_assignee_id,
    teamId: row.server_team_id,
    priority: row.server_priority,
    labels: fromJson<string[]>(row.server_labels),
    unread: row.server_unread,
  };
}

export interface PendingItem {
  readonly content: OutboxContent;
  readonly state: OutboxState;
  readonly createdAt: number;
}

/** On its way or waiting to be. A failed or conflicting action has lost: it stops being laid over. */
export function isPending(state: OutboxState): boolean {
  switch (state) {
    case 'queued':
    case 'sending':
    case 'held':
    case 'uncertain':
    case 'needs-template':
      return true;
    case 'accepted':
    case 'handed':
    case 'delivered':
    case 'read':
    case 'failed':
    case 'conflict':
      return false;
    default:
      return assertNever(state, 'outbox state');
  }
}

/** `incomingAfter`: how many messages of the customer are newer than a time; they stay unread after "mark read". */
export function overlay(
  server: Overlayable,
  items: readonly PendingItem[],
  incomingAfter: (time: number) => number,
): Overlayable {
  let shown = server;
  for (const { content, state, createdAt } of items) {
    if (content.kind === 'action' && isPending(state)) {
      shown = applyAction(shown, content.action, () => incomingAfter(createdAt));
    }
  }
  return shown;
}

export function applyAction(before: Overlayable, action: ConversationAction, stillUnread: () => number): Overlayable {
  switch (action.kind) {
    case 'set-status':
      return {
        ...before,
        status: action.status,
        snoozedUntil: action.status === 'snoozed' ? action.snoozedUntil : null,
      };
    case 'assign':
      return { ...before, assigneeId: action.assigneeId };
    case 'assign-team':
      return { ...before, teamId: action.teamId };
    case 'set-priority':
      return { ...before, priority: action.priority };
    case 'change-labels':
      return { ...before, labels: changedLabels(before.labels, action) };
    case 'mark-read':
      return { ...before, unread: Math.min(before.unread, stillUnread()) };
    case 'mark-unread':
      return { ...before, unread: Math.max(before.unread, 1) };
    case 'run-macro':
      // What it does the server decides when it runs it.
      return before;
    default:
      return assertNever(action, 'conversation action');
  }
}

/** The order of the server's list stays; what is new comes last. */
export function changedLabels(
  labels: readonly string[],
  change: { readonly add: readonly string[]; readonly remove: readonly string[] },
): string[] {
  return [...new Set([...labels, ...change.add])].filter((label) => !change.remove.includes(label));
}

/** The newest text under way, if it is newer than the newest message on the server. */
export function overlayPreview(server: MessagePreview | null, items: readonly PendingItem[]): MessagePreview | null {
  let newest = server;
  for (const { content, state, createdAt } of items) {
    if (content.kind === 'action' || !isPending(state)) continue;
    if (newest !== null && createdAt < newest.at) continue;
    newest = { text: content.text, kind: content.kind === 'note' ? 'note' : 'outgoing', at: createdAt };
  }
  return newest;
}
