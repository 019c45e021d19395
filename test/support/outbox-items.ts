/** What an agent sends in tests, in conversation 1, each with a client id of its own. */
import type { CallInput } from '../../shared/contract/contract.ts';
import type { ConversationAction } from '../../shared/contract/outbox.ts';
import { orderUpdate } from './fake-office.ts';

let count = 0;
export function clientId(): string {
  count += 1;
  return `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
}

export const reply = (text: string, id = clientId(), files: readonly string[] = []): CallInput<'replies.send'> => ({
  conversationId: 1,
  clientId: id,
  body: { audience: 'customer', text, files: [...files] },
});

/** The approved `order_update`. `replaces`: the parked item whose place it takes. */
export const template = (replaces: string | null = null): CallInput<'templates.send'> => ({
  conversationId: 1,
  clientId: clientId(),
  name: orderUpdate.name,
  language: orderUpdate.language,
  values: { header: {}, body: { '1': 'Mara' }, buttons: {}, mediaUrl: null, mediaName: null },
  replaces,
});

export const note = (text: string, files: readonly string[] = []): CallInput<'notes.add'> => ({
  conversationId: 1,
  clientId: clientId(),
  body: { audience: 'team', text, files: [...files] },
});

export const act = (action: ConversationAction): CallInput<'conversations.act'> => ({
  conversationId: 1,
  clientId: clientId(),
  action,
});
