/** Where following a notification, an entry of the tray or a link leads. Navigation only: nothing here ever sends. */
import type { Destination } from '../contract/alerts.ts';
import { assertNever } from '../lang/assert.ts';
import type { DeepLink } from '../links/deep-link.ts';
import type { NotificationAction } from './announce.ts';
import type { TrayCommand } from './tray.ts';

/** Stands for the app itself where a notification needs the name of a workspace; no workspace is called so. */
export const appItself = 'app';

const intents = {
  open: 'read',
  reply: 'reply',
  note: 'note',
  'choose-template': 'choose-template',
} as const;

export function afterNotification(
  workspaceId: string,
  conversationId: number | null,
  action: NotificationAction,
): Destination {
  if (workspaceId === appItself) return { kind: 'inbox', workspaceId: null };
  if (action === 'start-sweep') return { kind: 'sweep', workspaceId };
  if (conversationId === null) return { kind: 'inbox', workspaceId };
  return { kind: 'conversation', workspaceId, conversationId, intent: intents[action] };
}

export function afterLink(link: DeepLink): Destination {
  if (link.kind !== 'conversation') return { kind: link.kind, workspaceId: null };
  const { workspaceId, conversationId } = link;
  return { kind: 'conversation', workspaceId, conversationId, intent: 'read' };
}

/** Null: this entry does something else than going somewhere. */
export function afterTray(command: TrayCommand): Destination | null {
  switch (command.kind) {
    case 'open-conversation': {
      const { workspaceId, conversationId } = command;
      return { kind: 'conversation', workspaceId, conversationId, intent: 'read' };
    }
    case 'open-outbox':
      return { kind: 'outbox', workspaceId: null };
    case 'check-notifications':
      return { kind: 'notifications', workspaceId: null };
    case 'open':
    case 'do-not-disturb':
    case 'quit':
      return null;
    default:
      return assertNever(command, 'Every entry of the tray is answered');
  }
}
