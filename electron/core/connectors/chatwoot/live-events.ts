/** Which of Chatwoot's events (chatwoot-api §7.2) mean what to the engine. Events carry no order and may be lost. */
import type { Agent } from '../../../../shared/contract/entities.ts';
import type { Log } from '../../ports.ts';
import type { LiveHandlers } from '../connector.ts';
import { PushContact, PushConversation, PushMessage, PushPresence } from './push-shapes.ts';
import { availability, contact, conversationFromPush, messageFromPush } from './to-records.ts';

/** `data` is untrusted: what does not have the shape is logged by its field names only and skipped. */
export function handleEvent(event: string, data: unknown, handlers: LiveHandlers, log: Log): void {
  switch (event) {
    case 'message.created':
    case 'message.updated':
    case 'first.reply.created': {
      const parsed = PushMessage.safeParse(data);
      if (parsed.success) handlers.onMessage(messageFromPush(parsed.data));
      else logShape(log, event, parsed.error.issues);
      return;
    }
    case 'conversation.created':
    case 'conversation.updated':
    case 'conversation.status_changed':
    case 'conversation.read':
    case 'conversation.contact_changed':
    case 'conversation.mentioned':
    case 'assignee.changed':
    case 'team.changed': {
      const parsed = PushConversation.safeParse(data);
      if (!parsed.success) {
        logShape(log, event, parsed.error.issues);
        return;
      }
      const { conversation, messages } = conversationFromPush(parsed.data);
      handlers.onConversation(conversation, messages);
      // Sent to the one who was named only.
      if (event === 'conversation.mentioned') handlers.onMentioned(conversation.id);
      return;
    }
    case 'contact.updated':
    case 'contact.merged':
    case 'contact.deleted': {
      const parsed = PushContact.safeParse(data);
      if (!parsed.success) logShape(log, event, parsed.error.issues);
      else if (event === 'contact.deleted') handlers.onContactGone(parsed.data.id);
      else handlers.onContact(contact(parsed.data));
      return;
    }
    case 'presence.update': {
      const parsed = PushPresence.safeParse(data);
      if (!parsed.success) logShape(log, event, parsed.error.issues);
      else handlers.onPresence(presentOf(parsed.data.users));
      return;
    }
    case 'account.cache_invalidated':
      handlers.onReferenceChanged();
      return;
    default:
      return; // Typing, notifications, new contacts: nothing that we store.
  }
}

function presentOf(users: Readonly<Record<string, string>>): ReadonlyMap<number, Agent['availability']> {
  return new Map(Object.entries(users).map(([id, status]) => [Number(id), availability(status)]));
}

function logShape(log: Log, event: string, issues: readonly { readonly path: readonly PropertyKey[] }[]): void {
  log.write('warn', 'cable event of unexpected shape', { event, field: issues[0]?.path.join('.') ?? '' });
}
