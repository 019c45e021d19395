/** The core's answer to every call of the contract: read the store, or write the outbox and answer at once. */
import type { Handlers } from '../../shared/contract/contract.ts';
import type { Conversation, OutboxItem, WorkspaceInfo } from '../../shared/contract/entities.ts';
import { CallError } from '../../shared/contract/errors.ts';
import { isSendable } from '../../shared/templates/parse.ts';
import { renderText } from '../../shared/templates/render.ts';
import { validate } from '../../shared/templates/validate.ts';
import { windowPolicy } from '../../shared/window/policy.ts';
import { allowsFreeText, replyDeadline, windowState } from '../../shared/window/window-state.ts';
import type { Events } from './events.ts';
import { outboxHandlers } from './outbox-handlers.ts';
import type { Outbox } from './outbox/outbox.ts';
import { leavesAt } from './outbox/undo.ts';
import type { Random, SettingsStore } from './ports.ts';
import type { ServerTime } from './server-time.ts';
import type { StoreArgs, Store } from './store/store-client.ts';
import type { SyncEngine } from './sync/engine.ts';

export interface HandlerParts {
  readonly store: Store;
  readonly engine: SyncEngine;
  readonly outbox: Outbox;
  readonly serverTime: ServerTime;
  readonly events: Events;
  readonly settings: SettingsStore;
  readonly random: Random;
  readonly workspace: () => WorkspaceInfo | null;
}

export function createHandlers(parts: HandlerParts): Handlers {
  return { ...readHandlers(parts), ...writeHandlers(parts) };
}

type ReadName =
  | 'workspace.get'
  | 'settings.get'
  | 'settings.set'
  | 'sync.get'
  | 'sync.retry'
  | 'clock.get'
  | 'agents.list'
  | 'teams.list'
  | 'labels.list'
  | 'channels.list'
  | 'conversations.list'
  | 'conversations.counts'
  | 'conversations.get'
  | 'messages.list'
  | 'messages.loadOlder'
  | 'templates.list'
  | 'drafts.get'
  | 'drafts.history';

function readHandlers(parts: HandlerParts): Pick<Handlers, ReadName> {
  const { store, engine, serverTime, events, settings } = parts;
  /** The parts of a query that depend on who is asking and when. */
  const asking = () => ({
    // Before the first sign-in there are no conversations either; no agent has id 0.
    meId: parts.workspace()?.me.id ?? 0,
    nowMs: Math.round(serverTime.now()),
    closingWithinMs: windowPolicy.closingMs,
  });
  return {
    'workspace.get': async () => ({ workspace: parts.workspace() }),
    'settings.get': async () => settings.read(),
    'settings.set': async (change) => {
      const now = settings.read();
      const next = {
        theme: change.theme ?? now.theme,
        enterSends: change.enterSends ?? now.enterSends,
        undoSeconds: change.undoSeconds ?? now.undoSeconds,
      };
      settings.write(next);
      events.changed('settings.changed');
      return next;
    },
    'sync.get': async () => engine.status,
    'sync.retry': async () => {
      engine.retryNow();
      return {};
    },
    'clock.get': async () => serverTime.info(),
    'agents.list': async () => ({ agents: await store.call('reference.agents', {}) }),
    'teams.list': async () => ({ teams: await store.call('reference.teams', {}) }),
    'labels.list': async () => ({ labels: await store.call('reference.labels', {}) }),
    'channels.list': async () => ({ channels: await store.call('reference.channels', {}) }),
    'conversations.list': (query) => store.call('conversation.page', { ...query, ...asking() }),
    'conversations.counts': async () => ({ counts: await store.call('conversation.counts', asking()) }),
    'conversations.get': async ({ conversationId }) => ({
      conversation: await needConversation(store, conversationId),
    }),
    'messages.list': (query) => store.call('message.page', query),
    'messages.loadOlder': async ({ conversationId }) => {
      await engine.loadOlder(conversationId);
      return {};
    },
    'templates.list': (query) => store.call('template.list', query),
    'drafts.get': async (query) => ({ draft: await store.call('draft.get', query) }),
    'drafts.history': async (query) => ({ texts: await store.call('draft.history', query) }),
  };
}

function writeHandlers(parts: HandlerParts): Omit<Handlers, ReadName> {
  const { store, engine, outbox, serverTime, events } = parts;

  const changed = (conversationId: number): void => {
    events.changedIn('outbox.changed', [conversationId]);
    events.changedIn('conversations.changed', [conversationId]);
    outbox.wake();
  };

  const undoUntil = (conversation: Conversation, mustLeaveBy: number | null): number | null =>
    leavesAt(conversation.window, serverTime.judging(), parts.settings.read().undoSeconds, mustLeaveBy);

  const queue = async (
    conversation: Conversation,
    item: Pick<OutboxItem, 'clientId' | 'content'> & Partial<Pick<OutboxItem, 'mustLeaveBy' | 'leavesAt'>>,
    extra: Pick<StoreArgs<'outbox.add'>, 'discard' | 'clearDraft'>,
  ): Promise<OutboxItem> => {
    const known = await store.call('conversation.syncInfo', { id: conversation.id });
    outbox.wrote(item.clientId);
    const added = await store.call('outbox.add', {
      item: {
        mustLeaveBy: null,
        leavesAt: null,
        ...item,
        conversationId: conversation.id,
        createdAt: Math.round(serverTime.now()),
        baseMessageId: known?.newestMessageId ?? null,
        state: 'queued',
      },
      ...extra,
    });
    changed(conversation.id);
    return added;
  };

  return {
    'conversations.open': async ({ conversationId }) => {
      const conversation = await needConversation(store, conversationId);
      void engine.refresh(conversationId);
      if (conversation.unread > 0) {
        const clientId = parts.random.uuid();
        const content: OutboxItem['content'] = { kind: 'action', action: { kind: 'mark-read' } };
        await queue(conversation, { clientId, content }, {});
      }
      return {};
    },
    'conversations.act': async ({ conversationId, clientId, action }) => {
      const conversation = await needConversation(store, conversationId);
      await queue(conversation, { clientId, content: { kind: 'action', action } }, {});
      return {};
    },
    'replies.send': async ({ conversationId, clientId, body }) => {
      const conversation = await needConversation(store, conversationId);
      const time = serverTime.judging();
      const state = windowState(conversation.window, time);
      if (state.kind === 'unverified') {
        throw new CallError('window-unverified', 'The clock or the history is not sure enough to judge the window.');
      }
      if (!allowsFreeText(state)) throw new CallError('window-closed', 'WhatsApp only accepts a template now.');
      const mustLeaveBy = replyDeadline(conversation.window, time.guardMs);
      const content: OutboxItem['content'] = { kind: 'reply', text: body.text };
      const item = { clientId, content, mustLeaveBy, leavesAt: undoUntil(conversation, mustLeaveBy) };
      return { item: await queue(conversation, item, { clearDraft: 'customer' }) };
    },
    'notes.add': async ({ conversationId, clientId, body }) => {
      const conversation = await needConversation(store, conversationId);
      const content: OutboxItem['content'] = { kind: 'note', text: body.text };
      return { item: await queue(conversation, { clientId, content }, { clearDraft: 'team' }) };
    },
    'templates.send': async ({ conversationId, clientId, name, language, values, replaces }) => {
      const conversation = await needConversation(store, conversationId);
      const template = await store.call('template.get', { channelId: conversation.channel.id, name, language });
      if (template === null) throw new CallError('not-found', `There is no template ${name} in ${language}.`);
      const problems = isSendable(template) ? validate(template, values) : [];
      if (!isSendable(template) || problems.length > 0) {
        const reasons = problems.map((problem) => problem.key).join(', ');
        throw new CallError('template-invalid', reasons === '' ? `The template is ${template.status}.` : reasons);
      }
      const text = renderText(template, values);
      const content: OutboxItem['content'] = { kind: 'template', name, language, values, text };
      const extra = replaces === null ? {} : { discard: replaces };
      const item = { clientId, content, leavesAt: undoUntil(conversation, null) };
      return { item: await queue(conversation, item, extra) };
    },
    'drafts.save': async (draft) => {
      await store.call('draft.save', draft);
      events.changedIn('conversations.changed', [draft.conversationId]);
      return {};
    },
    ...outboxHandlers(parts, changed),
  };
}

async function needConversation(store: Store, id: number): Promise<Conversation> {
  const conversation = await store.call('conversation.get', { id });
  if (conversation === null) throw new CallError('not-found', `Conversation ${id} is not on this device.`);
  return conversation;
}
