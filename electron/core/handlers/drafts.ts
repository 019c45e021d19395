/** Unsent text, and templates half filled in. */
import type { Handlers } from '../../../shared/contract/contract.ts';
import type { HandlerParts } from './parts.ts';

type Name = 'drafts.get' | 'drafts.history' | 'drafts.save' | 'drafts.templates' | 'drafts.saveTemplate';

export function draftHandlers({ store, events }: HandlerParts): Pick<Handlers, Name> {
  return {
    'drafts.get': async (query) => ({ draft: await store.call('draft.get', query) }),
    'drafts.history': async (query) => ({ texts: await store.call('draft.history', query) }),
    'drafts.save': async (draft) => {
      await store.call('draft.save', draft);
      events.changedIn('conversations.changed', [draft.conversationId]);
      return {};
    },
    'drafts.templates': async (query) => ({ templates: [...(await store.call('draft.templates', query))] }),
    'drafts.saveTemplate': async (args) => {
      await store.call('draft.saveTemplate', args);
      events.changedIn('conversations.changed', [args.conversationId]);
      return {};
    },
  };
}
