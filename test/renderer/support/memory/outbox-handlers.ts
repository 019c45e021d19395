import type { Handlers } from '../../../../shared/contract/contract.ts';
import { CallError } from '../../../../shared/contract/errors.ts';
import type { LocalFile } from '../../../../shared/contract/files.ts';
import type { OutboxItem } from '../../../../shared/contract/outbox.ts';
import { nextRevision, type MemoryParts, type MemoryWorld } from './world.ts';

/** Sending, templates, and what a person decides about what is queued. */
export function outboxHandlers(parts: MemoryParts) {
  return { ...sendingHandlers(parts), ...decidingHandlers(parts) };
}

function outboxChanged({ emit }: MemoryParts, conversationId: number): void {
  emit({ name: 'outbox.changed', data: { ids: [conversationId], revision: nextRevision() } });
}

function sendingHandlers(parts: MemoryParts) {
  const { world, emit } = parts;
  const queue = (conversationId: number, clientId: string, content: OutboxItem['content']): OutboxItem => {
    const known = world.outbox.find((item) => item.clientId === clientId);
    if (known !== undefined) return known;
    const item = queued(world, conversationId, clientId, content);
    world.outbox = [...world.outbox, item];
    outboxChanged(parts, conversationId);
    return item;
  };
  /** The text alone, or one message for each file; the first file carries the text. */
  const shares = (text: string, ids: readonly string[]): { text: string; file: LocalFile | null }[] =>
    ids.length === 0
      ? [{ text, file: null }]
      : ids.map((id, index) => ({ text: index === 0 ? text : '', file: fileOf(world, id) }));
  const clientIdOf = (first: string, index: number): string => (index === 0 ? first : crypto.randomUUID());
  return {
    'replies.send': async ({ conversationId, clientId, body: { text, files, quotedId } }) => ({
      items: shares(text, files).map((share, index) =>
        queue(conversationId, clientIdOf(clientId, index), {
          kind: 'reply',
          ...share,
          quotedId: index === 0 ? quotedId : null,
        }),
      ),
    }),
    'notes.add': async ({ conversationId, clientId, body: { text, files } }) => ({
      items: shares(text, files).map((share, index) =>
        queue(conversationId, clientIdOf(clientId, index), { kind: 'note', ...share }),
      ),
    }),
    'templates.list': async ({ channelId }) => ({
      templates: world.templates.filter((template) => template.channelId === channelId),
      uses: world.uses,
      fetchedAt: world.clock.serverNow,
    }),
    'templates.favour': async ({ name, language, favourite }) => {
      const isIt = (use: { name: string; language: string }) => use.name === name && use.language === language;
      const fresh = { name, language, favourite, sent: 0, lastSentAt: null, lastValues: null };
      const before = world.uses.find(isIt) ?? fresh;
      world.uses = [...world.uses.filter((use) => !isIt(use)), { ...before, favourite }];
      emit({ name: 'templates.changed', data: { revision: nextRevision() } });
      return {};
    },
    'templates.send': async ({ conversationId, clientId, name, language, values, replaces }) => {
      const template = world.templates.find((each) => each.name === name && each.language === language);
      if (template === undefined) throw new CallError('not-found', 'no such template');
      if (replaces !== null) world.outbox = world.outbox.filter((item) => item.clientId !== replaces);
      const text = template.body;
      return { item: queue(conversationId, clientId, { kind: 'template', name, language, values, text }) };
    },
  } satisfies Partial<Handlers>;
}

function queued(
  { clock, settings: { undoSeconds } }: MemoryWorld,
  conversationId: number,
  clientId: string,
  content: OutboxItem['content'],
): OutboxItem {
  const waits = undoSeconds > 0 && (content.kind === 'reply' || content.kind === 'template');
  return {
    clientId,
    conversationId,
    content,
    state: 'queued',
    createdAt: clock.serverNow,
    mustLeaveBy: null,
    leavesAt: waits ? clock.serverNow + undoSeconds * 1_000 : null,
    serverId: null,
    attempts: 0,
    problem: null,
  };
}

function fileOf({ files }: MemoryWorld, id: string): LocalFile {
  const file = files.get(id);
  if (file === undefined) throw new CallError('file-invalid', 'no such file');
  return file;
}

function decidingHandlers(parts: MemoryParts) {
  const { world } = parts;
  const find = (clientId: string): OutboxItem => {
    const item = world.outbox.find((each) => each.clientId === clientId);
    if (item === undefined) throw new CallError('not-found', 'no such item');
    return item;
  };
  return {
    'outbox.list': async ({ conversationId }) => ({
      items: world.outbox.filter((item) => conversationId === null || item.conversationId === conversationId),
    }),
    'outbox.decide': async ({ clientId, decision }) => {
      const item = find(clientId);
      if (decision === 'cancel' || decision === 'discard') {
        world.outbox = world.outbox.filter((each) => each !== item);
      } else {
        const again = { ...item, state: 'queued' as const, problem: null };
        const { content } = item;
        const text = 'text' in content ? content.text : '';
        const note = { ...again, content: { kind: 'note' as const, text, file: null } };
        world.outbox = world.outbox.map((each) => (each === item ? (decision === 'make-note' ? note : again) : each));
      }
      outboxChanged(parts, item.conversationId);
      return {};
    },
    'outbox.takeBack': async ({ clientId }) => {
      const item = find(clientId);
      const { content, conversationId } = item;
      if (content.kind === 'action' || item.serverId !== null) throw new CallError('not-allowed', 'it has left');
      world.outbox = world.outbox.filter((each) => each !== item);
      const audience = content.kind === 'note' ? ('team' as const) : ('customer' as const);
      const key = `${conversationId}:${audience}`;
      const before = world.drafts.get(key);
      const text = [content.text, before?.text ?? ''].filter((part) => part !== '').join('\n');
      const given = content.kind !== 'template' && content.file !== null ? [content.file] : [];
      const quotedId = content.kind === 'reply' ? content.quotedId : null;
      const files = [...given, ...(before?.files ?? [])];
      const draft = { conversationId, audience, text, caret: text.length, files, quotedId };
      world.drafts.set(key, draft);
      outboxChanged(parts, conversationId);
      return { draft };
    },
  } satisfies Partial<Handlers>;
}
