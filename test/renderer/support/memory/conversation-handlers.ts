import type { Handlers } from '../../../../shared/contract/contract.ts';
import type { Conversation, ConversationFilter, ConversationSort, View } from '../../../../shared/contract/entities.ts';
import { View as Views } from '../../../../shared/contract/entities.ts';
import type { ConversationAction } from '../../../../shared/contract/outbox.ts';
import { findConversation, nextRevision, type MemoryParts, type MemoryWorld } from './world.ts';

export function conversationHandlers({ world, emit }: MemoryParts) {
  const replace = (id: number, change: Partial<Conversation>): void => {
    world.conversations = world.conversations.map((row) => (row.id === id ? { ...row, ...change } : row));
    emit({ name: 'conversations.changed', data: { ids: [id], revision: nextRevision() } });
  };
  const act = (conversationId: number, action: ConversationAction): void =>
    replace(conversationId, {
      ...changeBy(world, findConversation(world, conversationId), action),
      pending: action.kind !== 'mark-read',
    });
  return {
    'conversations.list': async ({ view, filter, sort, after, limit }) => {
      const key = (row: Conversation): number => keyOf(sort, row);
      const all = world.conversations
        .filter((row) => inView(world, view, row) && passes(filter, row))
        .toSorted((a, b) => key(a) - key(b) || a.id - b.id);
      const start =
        after === null
          ? 0
          : all.findIndex((row) => key(row) > after.key || (key(row) === after.key && row.id > after.id));
      const rows = start === -1 ? [] : all.slice(start, start + limit);
      const last = rows.at(-1);
      const more = last !== undefined && all.at(-1) !== last;
      return { rows, next: more ? { key: key(last), id: last.id } : null };
    },
    'conversations.counts': async () => {
      const count = (view: View): number => world.conversations.filter((row) => inView(world, view, row)).length;
      const counts = Object.fromEntries(Views.options.map((view) => [view, count(view)]));
      return { counts: counts as Record<View, number> };
    },
    'conversations.get': async ({ conversationId }) => ({ conversation: findConversation(world, conversationId) }),
    'conversations.open': async ({ conversationId }) => {
      if (findConversation(world, conversationId).unread > 0) replace(conversationId, { unread: 0 });
      return {};
    },
    'conversations.act': async ({ conversationId, action }) => {
      act(conversationId, action);
      return {};
    },
    'conversations.actOnMany': async ({ targets, action }) => {
      for (const { conversationId } of targets) findConversation(world, conversationId);
      for (const { conversationId } of targets) act(conversationId, action);
      return {};
    },
    'conversations.undoMany': async ({ changes }) => {
      const sum = { undone: 0, ran: 0, changed: 0 };
      for (const { conversationId, opposite } of changes) {
        sum[opposite === null ? 'ran' : 'undone'] += 1;
        if (opposite !== null) act(conversationId, opposite);
      }
      return sum;
    },
    'conversations.ofContact': async ({ contactId }) => ({
      conversations: world.conversations.filter(({ contact }) => contact.id === contactId),
    }),
  } satisfies Partial<Handlers>;
}

function keyOf(sort: ConversationSort, row: Conversation): number {
  if (sort === 'activity') return -row.lastActivityAt;
  if (sort === 'waiting') return row.waitingSince ?? Number.MAX_SAFE_INTEGER;
  return row.window.openedAt ?? Number.MAX_SAFE_INTEGER;
}

function inView(world: MemoryWorld, view: View, conversation: Conversation): boolean {
  const { id, status, assignee, window } = conversation;
  if (view === 'drafts') return conversation.hasDraft;
  if (view === 'mentions') return world.mentioned.has(id);
  if (view === 'snoozed' || view === 'resolved') return status === view;
  if (status !== 'open') return false;
  if (view === 'mine') return assignee?.id === world.workspace?.me.id;
  if (view === 'unassigned') return assignee === null;
  if (view === 'open') return true;
  if (window.durationMs === null || window.openedAt === null) return false;
  const left = window.openedAt + window.durationMs - world.clock.serverNow;
  return left > 0 && left < 4 * 3_600_000;
}

function passes(filter: ConversationFilter, { channel, team, labels, assignee, contact }: Conversation): boolean {
  const { channelId, teamId, label, assigneeId, text } = filter;
  const name = `${contact.name} ${contact.phoneNumber ?? ''}`.toLowerCase();
  return (
    (channelId === null || channel.id === channelId) &&
    (teamId === null || team?.id === teamId) &&
    (label === null || labels.includes(label)) &&
    (assigneeId === null || assignee?.id === assigneeId) &&
    name.includes(text.toLowerCase())
  );
}

function changeBy(
  world: MemoryWorld,
  { labels: had, unread }: Conversation,
  action: ConversationAction,
): Partial<Conversation> {
  switch (action.kind) {
    case 'assign':
      return { assignee: world.agents.find((agent) => agent.id === action.assigneeId) ?? null };
    case 'assign-team':
      return { team: world.teams.find((team) => team.id === action.teamId) ?? null };
    case 'set-priority':
      return { priority: action.priority };
    case 'change-labels': {
      const kept = had.filter((label) => !action.remove.includes(label));
      return { labels: [...kept, ...action.add.filter((label) => !kept.includes(label))] };
    }
    case 'set-status':
      return { status: action.status, snoozedUntil: action.snoozedUntil };
    case 'mark-read':
      return { unread: 0 };
    case 'mark-unread':
      return { unread: Math.max(1, unread) };
    case 'run-macro':
      return {};
  }
}
