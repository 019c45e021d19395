/** One action, as one call of the connector. */
import type { ConversationAction } from '../../../shared/contract/outbox.ts';
import { assertNever } from '../../../shared/lang/assert.ts';
import type { Connector } from '../connectors/connector.ts';

export function performAction(connector: Connector, conversationId: number, action: ConversationAction): Promise<void> {
  switch (action.kind) {
    case 'set-status':
      return connector.setStatus(conversationId, action.status, action.snoozedUntil);
    case 'assign':
      return connector.assign(conversationId, action.assigneeId);
    case 'assign-team':
      return connector.assignTeam(conversationId, action.teamId);
    case 'set-priority':
      return connector.setPriority(conversationId, action.priority);
    case 'change-labels':
      return connector.changeLabels(conversationId, action.add, action.remove);
    case 'mark-read':
      return connector.markRead(conversationId);
    case 'mark-unread':
      return connector.markUnread(conversationId);
    case 'run-macro':
      return connector.runMacro(conversationId, action.macroId);
    default:
      return assertNever(action, 'conversation action');
  }
}
