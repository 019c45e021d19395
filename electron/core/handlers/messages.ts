/** One thread, and where its files are read. */
import type { Handlers } from '../../../shared/contract/contract.ts';
import type { HandlerParts } from './parts.ts';

type Name = 'messages.list' | 'messages.around' | 'messages.loadOlder' | 'messages.fillGap' | 'files.address';

export function messageHandlers({ store, engine, addressOf }: HandlerParts): Pick<Handlers, Name> {
  return {
    'messages.list': (query) => store.call('message.page', query),
    'messages.around': (query) => store.call('message.around', query),
    'messages.loadOlder': async ({ conversationId }) => {
      await engine.loadOlder(conversationId);
      return {};
    },
    'messages.fillGap': async ({ conversationId, afterId, beforeId }) => {
      await engine.fillGap(conversationId, afterId, beforeId);
      return {};
    },
    'files.address': async ({ file }) => ({ address: addressOf(file) }),
  };
}
