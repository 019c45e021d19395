/** What one change would do to many conversations: which ones it reaches, and why not the others. Nothing is done here. */
import type { Conversation } from '../contract/entities.ts';
import type { ConversationAction } from '../contract/outbox.ts';
import { outlivesWindow, snoozeContext } from '../snooze/snooze-context.ts';
import { allowsFreeText, windowState, type JudgingTime } from '../window/window-state.ts';

/** `already`: it would change nothing. `window`: the macro writes to the customer, and free text may not go there now. */
export type CannotReason = 'already' | 'window';

export interface BulkPlan {
  readonly can: readonly number[];
  readonly cannot: Readonly<Record<CannotReason, number>>;
  /** How many of those that can would sleep past the end of their window. */
  readonly outliving: number;
}

export interface BulkContext {
  readonly time: JudgingTime;
  /** For a macro: one of its steps writes to the customer. */
  readonly writesToCustomer: boolean;
}

export function bulkPlan(
  action: ConversationAction,
  conversations: readonly Conversation[],
  context: BulkContext,
): BulkPlan {
  const can: number[] = [];
  const cannot = { already: 0, window: 0 };
  let outliving = 0;
  for (const conversation of conversations) {
    const reason = whyNot(action, conversation, context);
    if (reason !== null) cannot[reason] += 1;
    else {
      can.push(conversation.id);
      if (wouldOutlive(action, conversation, context.time)) outliving += 1;
    }
  }
  return { can, cannot, outliving };
}

function whyNot(action: ConversationAction, conversation: Conversation, context: BulkContext): CannotReason | null {
  if (changesNothing(action, conversation)) return 'already';
  if (action.kind !== 'run-macro' || !context.writesToCustomer) return null;
  return allowsFreeText(windowState(conversation.window, context.time)) ? null : 'window';
}

/** It is so already. */
export function changesNothing(action: ConversationAction, now: Conversation): boolean {
  switch (action.kind) {
    case 'set-status':
      return now.status === action.status && now.snoozedUntil === action.snoozedUntil;
    case 'assign':
      return (now.assignee?.id ?? null) === action.assigneeId;
    case 'assign-team':
      return (now.team?.id ?? null) === action.teamId;
    case 'set-priority':
      return now.priority === action.priority;
    case 'change-labels':
      return (
        action.add.every((label) => now.labels.includes(label)) &&
        !action.remove.some((label) => now.labels.includes(label))
      );
    case 'mark-read':
      return now.unread === 0;
    case 'mark-unread':
      return now.unread > 0;
    case 'run-macro':
      return false;
  }
}

function wouldOutlive(action: ConversationAction, { window }: Conversation, time: JudgingTime): boolean {
  if (action.kind !== 'set-status' || action.status !== 'snoozed') return false;
  // Both are moments of server time: the zone does not matter.
  return outlivesWindow(action.snoozedUntil, snoozeContext(windowState(window, time), time.nowMs, 'UTC'));
}
