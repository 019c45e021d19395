import type { Handlers } from '../../../../shared/contract/contract.ts';
import type { Message } from '../../../../shared/contract/entities.ts';
import type { SearchHit } from '../../../../shared/contract/search.ts';
import { templateId } from '../../../../shared/templates/rank.ts';
import { hasValues } from '../../../../shared/templates/render.ts';
import { needServer, nextRevision, type MemoryParts, type MemoryWorld } from './world.ts';

/** Messages, search, drafts. */
export function messageHandlers({ world, emit }: MemoryParts) {
  const serverHasOlder = (conversationId: number): boolean =>
    (world.olderOnServer.get(conversationId) ?? []).length > 0;
  const messagesChanged = (id: number): void =>
    queueMicrotask(() => emit({ name: 'messages.changed', data: { ids: [id], revision: nextRevision() } }));
  /** One gap at most: where the missing messages belong. */
  const gapsOf = (conversationId: number): { afterId: number; beforeId: number }[] => {
    const first = world.missing.get(conversationId)?.[0];
    const all = world.messages.get(conversationId) ?? [];
    const before = all.find((message) => first !== undefined && message.id > first.id);
    const after = all.findLast((message) => first !== undefined && message.id < first.id);
    return before === undefined || after === undefined ? [] : [{ afterId: after.id, beforeId: before.id }];
  };
  return {
    'files.address': async ({ file }) => ({
      address: `/files/w1/${'fileId' in file ? file.fileId : file.attachmentId}?key=1`,
    }),
    'messages.list': async ({ conversationId, before, limit }) => {
      const all = world.messages.get(conversationId) ?? [];
      const older = before === null ? all : all.filter((message) => message.id < before);
      return {
        rows: older.slice(-limit),
        hasOlder: older.length > limit,
        serverHasOlder: serverHasOlder(conversationId),
        gaps: gapsOf(conversationId),
      };
    },
    'messages.around': async ({ conversationId, messageId, limit }) => {
      const all = world.messages.get(conversationId) ?? [];
      const half = Math.floor(limit / 2);
      const before = all.filter(({ id }) => id < messageId);
      const from = all.filter(({ id }) => id >= messageId);
      return {
        rows: [...before.slice(-half), ...from.slice(0, half)],
        hasOlder: before.length > half,
        hasNewer: from.length > half,
        serverHasOlder: serverHasOlder(conversationId),
        gaps: gapsOf(conversationId),
      };
    },
    'messages.fillGap': async ({ conversationId, afterId }) => {
      const missing = world.missing.get(conversationId) ?? [];
      const all = world.messages.get(conversationId) ?? [];
      world.missing.delete(conversationId);
      const filled = [...all, ...missing].toSorted((a, b) => a.id - b.id);
      world.messages.set(conversationId, missing.some(({ id }) => id > afterId) ? filled : all);
      messagesChanged(conversationId);
      return {};
    },
    'messages.loadOlder': async ({ conversationId }) => {
      const older = world.olderOnServer.get(conversationId) ?? [];
      world.olderOnServer.delete(conversationId);
      world.messages.set(conversationId, [...older, ...(world.messages.get(conversationId) ?? [])]);
      messagesChanged(conversationId);
      return {};
    },
    'search.messages': async ({ text, before, limit }) => {
      const all = [...world.messages.values()].flat();
      const found = all
        .filter((message) => message.text.toLowerCase().includes(text.toLowerCase()))
        .filter(({ id }) => before === null || id < before)
        .toSorted((a, b) => b.id - a.id);
      const hits = found.slice(0, limit).map((message) => hitOf(world, message, text));
      const since = all.length === 0 ? null : Math.min(...all.map(({ at }) => at));
      const next = found.length > limit ? (hits.at(-1)?.message.id ?? null) : null;
      return { hits, next, searched: { messages: all.length, since } };
    },
    'search.server': async () => {
      needServer(world);
      return { hits: world.hitsOnServer };
    },
    'drafts.get': async ({ conversationId, audience }) => ({
      draft: world.drafts.get(`${conversationId}:${audience}`) ?? null,
    }),
    'drafts.save': async (draft) => {
      const key = `${draft.conversationId}:${draft.audience}`;
      if (draft.text === '' && draft.files.length === 0 && draft.quotedId === null) world.drafts.delete(key);
      else world.drafts.set(key, draft);
      return {};
    },
    'drafts.templates': async ({ conversationId }) => ({ templates: world.templateDrafts.get(conversationId) ?? [] }),
    'drafts.saveTemplate': async ({ conversationId, template }) => {
      const others = (world.templateDrafts.get(conversationId) ?? []).filter(
        (other) => templateId(other) !== templateId(template),
      );
      world.templateDrafts.set(conversationId, hasValues(template.values) ? [template, ...others] : others);
      return {};
    },
    'drafts.history': async ({ conversationId }) => ({
      texts: world.history.filter((kept) => kept.conversationId === conversationId),
    }),
  } satisfies Partial<Handlers>;
}

function hitOf({ conversations }: MemoryWorld, message: Message, text: string): SearchHit {
  const conversation = conversations.find(({ id }) => id === message.conversationId);
  const at = message.text.toLowerCase().indexOf(text.toLowerCase());
  const excerpt = [
    { text: message.text.slice(0, at), hit: false },
    { text: message.text.slice(at, at + text.length), hit: true },
    { text: message.text.slice(at + text.length), hit: false },
  ];
  return {
    conversationId: message.conversationId,
    contactName: conversation?.contact.name ?? '',
    channelName: conversation?.channel.name ?? '',
    message,
    excerpt: excerpt.filter((part) => part.text !== ''),
  };
}
