/** The inbox: its views, and what an agent changes in conversations. */
import type { Handlers } from '../../../shared/contract/contract.ts';
import { CallError } from '../../../shared/contract/errors.ts';
import type { OutboxItem } from '../../../shared/contract/outbox.ts';
import { windowPolicy } from '../../../shared/window/policy.ts';
import { judgeOf, type Judged } from '../outbox/judge.ts';
import { undoMany } from './undo-many.ts';
import { needConversation, outboxChanged, queueItem, type HandlerParts } from './parts.ts';

type Name =
  | 'conversations.list'
  | 'conversations.counts'
  | 'conversations.get'
  | 'conversations.ofContact'
  | 'conversations.open'
  | 'conversations.act'
  | 'conversations.actOnMany'
  | 'conversations.undoMany';

export function conversationHandlers(parts: HandlerParts): Pick<Handlers, Name> {
  const { store, engine, serverTime } = parts;
  /** The parts of a query that depend on who is asking and when. */
  const asking = () => ({
    // Before the first sign-in there are no conversations either; no agent has id 0.
    meId: parts.workspace()?.me.id ?? 0,
    nowMs: Math.round(serverTime.now()),
    closingWithinMs: windowPolicy.closingMs,
  });
  return {
    'conversations.list': (query) => store.call('conversation.page', { ...query, ...asking() }),
    'conversations.counts': async () => ({ counts: await store.call('conversation.counts', asking()) }),
    'conversations.get': async ({ conversationId }) => ({
      conversation: await needConversation(store, conversationId),
    }),
    'conversations.ofContact': async (query) => ({
      conversations: await store.call('conversation.listOfContact', query),
    }),
    'conversations.open': async ({ conversationId }) => {
      const conversation = await needConversation(store, conversationId);
      void engine.refresh(conversationId);
      if (conversation.unread > 0) {
        const clientId = parts.random.uuid();
        const content: OutboxItem['content'] = { kind: 'action', action: { kind: 'mark-read' } };
        await queueItem(parts, conversation, { clientId, content }, {});
      }
      return {};
    },
    'conversations.act': async ({ conversationId, clientId, action }) => {
      const conversation = await needConversation(store, conversationId);
      const content: OutboxItem['content'] = { kind: 'action', action };
      await mustBeAllowed(parts, { conversationId, content });
      await queueItem(parts, conversation, { clientId, content }, {});
      return {};
    },
    'conversations.actOnMany': async ({ targets, action }) => {
      for (const { conversationId } of targets) {
        await mustBeAllowed(parts, { conversationId, content: { kind: 'action', action } });
      }
      for (const { clientId } of targets) parts.outbox.wrote(clientId);
      const createdAt = Math.round(serverTime.now());
      const unknown = await store.call('outbox.addToMany', { targets, action, createdAt });
      if (unknown.length > 0) throw new CallError('not-found', `Not on this device: ${unknown.join(', ')}.`);
      for (const { conversationId } of targets) outboxChanged(parts, conversationId);
      return {};
    },
    'conversations.undoMany': ({ changes }) => undoMany(parts, changes),
  };
}

/** Law 1 where it is asked for; the drain judges again. Errors: window-closed, window-unverified. */
async function mustBeAllowed(parts: HandlerParts, wanted: Judged): Promise<void> {
  const verdict = (await judgeOf(parts, wanted))();
  if (verdict === 'may-leave') return;
  throw new CallError(verdict, `A step of this macro writes to the customer of conversation ${wanted.conversationId}.`);
}
