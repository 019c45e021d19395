/** Unsent text. */
import type { Handlers } from '../../../shared/contract/contract.ts';
import type { HandlerParts } from './parts.ts';

type Name = 'drafts.get' | 'drafts.history' | 'drafts.save';

export function draftHandlers({ store, events }: HandlerParts): Pick<Handlers, Name> {
  return {
    'drafts.get': async (query) => ({ draft: await store.call('draft.get', query) }),
    'drafts.history': async (query) => ({ texts: await store.call('draft.history', query) }),
    'drafts.save': async (draft) => {
      await store.call('draft.save', draft);
      events.changedIn('conversations.changed', [draft.conversationId]);
      return {};
    },
  };
}
