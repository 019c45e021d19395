/** The core's answer to every call of a workspace: read the store, or write the outbox and answer at once. */
import type { WorkspaceHandlers } from '../../../shared/contract/routing.ts';
import { appHandlers } from './app.ts';
import { serverHandlers } from './ask-server.ts';
import { conversationHandlers } from './conversations.ts';
import { diagnosticsHandlers } from './diagnostics.ts';
import { directoryHandlers } from './directory.ts';
import { draftHandlers } from './drafts.ts';
import { messageHandlers } from './messages.ts';
import { outboxHandlers } from './outbox.ts';
import type { HandlerParts } from './parts.ts';
import { presenceHandlers } from './presence.ts';
import { searchHandlers } from './search.ts';
import { sendingHandlers } from './sending.ts';
import { templateHandlers } from './templates.ts';

export function createHandlers(parts: HandlerParts): WorkspaceHandlers {
  return {
    ...appHandlers(parts),
    ...directoryHandlers(parts),
    ...diagnosticsHandlers(parts),
    ...presenceHandlers(parts),
    ...serverHandlers(parts),
    ...conversationHandlers(parts),
    ...messageHandlers(parts),
    ...draftHandlers(parts),
    ...searchHandlers(parts),
    ...templateHandlers(parts),
    ...sendingHandlers(parts),
    ...outboxHandlers(parts),
  };
}
