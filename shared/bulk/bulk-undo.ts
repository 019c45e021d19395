/** Taking a change of many conversations back: what each of them was before. Nothing is done here. */
import type { Conversation } from '../contract/entities.ts';
import type { ConversationAction } from '../contract/outbox.ts';
import { changesNothing } from './bulk-plan.ts';

/** The change that makes it what it was; null: nothing does. `before`: as it was shown when the change was made. */
export function oppositeOf(action: ConversationAction, before: Conversation): ConversationAction | null {
  switch (action.kind) {
    case 'set-status':
      return { kind: 'set-status', status: before.status, snoozedUntil: before.snoozedUntil };
    case 'assign':
      return { kind: 'assign', assigneeId: before.assignee?.id ?? null };
    case 'assign-team':
      return { kind: 'assign-team', teamId: before.team?.id ?? null };
    case 'set-priority':
      return { kind: 'set-priority', priority: before.priority };
    case 'change-labels':
      // Only what the change really changed: a label it had anyway stays.
      return {
        kind: 'change-labels',
        add: action.remove.filter((label) => before.labels.includes(label)),
        remove: action.add.filter((label) => !before.labels.includes(label)),
      };
    case 'mark-read':
      return { kind: 'mark-unread' };
    case 'mark-unread':
      return { kind: 'mark-read' };
    case 'run-macro':
      // Its steps are the server's secret, and some of them cannot be taken back.
      return null;
  }
}

/** Nobody has changed it since: only then may a person take it back. */
export function stillHolds(action: ConversationAction, now: Conversation): boolean {
  // The moment at which a snooze ends comes back from the server in whole seconds.
  return action.kind === 'set-status' ? now.status === action.status : changesNothing(action, now);
}
