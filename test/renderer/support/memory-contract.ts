/**
 * The core in memory, for tests of the page: small, believable, and driven by hand. Calls go through the real dispatch
 * and the real client, so payloads and answers are validated as in the product.
 */
import { createClient, type Client } from '../../../shared/contract/client.ts';
import type { AnyEvent, CallArgs, CallName, Handlers } from '../../../shared/contract/contract.ts';
import { dispatch } from '../../../shared/contract/dispatch.ts';
import type {
  Agent,
  Channel,
  ClockInfo,
  Conversation,
  ConversationAction,
  Draft,
  KeptText,
  Label,
  Message,
  OutboxItem,
  Settings,
  SyncStatus,
  Team,
  Template,
  View,
  WorkspaceInfo,
} from '../../../shared/contract/entities.ts';
import { CallError, type ErrorCode } from '../../../shared/contract/errors.ts';
import type { Transport } from '../../../shared/contract/wire.ts';
import { aClock, aConversation, agents, channels, labels, liveSync, me, settings, teams } from './fixtures.ts';

export interface MemoryCall {
  readonly name: CallName;
  readonly args: unknown;
}

/** The world behind the page. Change it, then `emit` what changed, as the core would. */
export interface MemoryWorld {
  workspace: WorkspaceInfo | null;
  settings: Settings;
  sync: SyncStatus;
  clock: ClockInfo;
  agents: Agent[];
  teams: Team[];
  labels: Label[];
  channels: Channel[];
  conversations: Conversation[];
  /** By conversation, oldest first. */
  messages: Map<number, Message[]>;
  /** Messages that only the server has; `messages.loadOlder` brings them. */
  olderOnServer: Map<number, Message[]>;
  templates: Template[];
  drafts: Map<string, Draft>;
  history: KeptText[];
  outbox: OutboxItem[];
}

export interface MemoryContract {
  readonly world: MemoryWorld;
  readonly client: Client;
  /** Every call in order, with parsed arguments. */
  readonly calls: readonly MemoryCall[];
  callsOf<N extends CallName>(name: N): CallArgs<N>[];
  emit(event: AnyEvent): void;
  /** The next calls of this name are refused with this code; null ends it. */
  refuse(name: CallName, code: ErrorCode | null): void;
  /** The next calls of this name are done, but their answer never comes: the wire breaks. */
  breakWire(name: CallName, broken: boolean): void;
  setConnected(connected: boolean): void;
}

export function memoryContract(change: Partial<MemoryWorld> = {}): MemoryContract {
  const world: MemoryWorld = {
    workspace: { id: 'w1', serverUrl: 'http://127.0.0.1:4010', accountName: 'Tidewater Cycles', me },
    settings,
    sync: liveSync,
    clock: aClock(),
    agents: [...agents],
    teams: [...teams],
    labels: [...labels],
    channels: [...channels],
    conversations: [aConversation()],
    messages: new Map(),
    olderOnServer: new Map(),
    templates: [],
    drafts: new Map(),
    history: [],
    outbox: [],
    ...change,
  };
  const calls: MemoryCall[] = [];
  const refusals = new Map<CallName, ErrorCode>();
  const breaking = new Set<string>();
  const eventListeners = new Set<(name: string, data: unknown) => void>();
  const connectionListeners = new Set<(connected: boolean) => void>();
  const emit = (event: AnyEvent): void => {
    for (const listener of eventListeners) listener(event.name, event.data);
  };
  const handlers = recordCalls(createHandlers(world, emit), (name, args) => {
    calls.push({ name, args });
    const code = refusals.get(name);
    if (code !== undefined) throw new CallError(code, 'refused by the test');
  });
  const transport: Transport = {
    async call(name, payload) {
      const failures: unknown[] = [];
      const onError = (_name: string, error: unknown): void => void failures.push(error);
      // Through JSON, as on both wires.
      const copied: unknown = JSON.parse(JSON.stringify(payload));
      const reply = await dispatch(handlers, name, copied, { onError, checkAnswers: true });
      if (breaking.has(name)) throw new Error('the wire broke before the answer');
      if (!reply.ok && reply.error.code === 'internal') throw new Error(`${name}: ${String(failures[0])}`);
      return reply;
    },
    on(listener) {
      eventListeners.add(listener);
      return () => eventListeners.delete(listener);
    },
    onConnection(listener) {
      connectionListeners.add(listener);
      return () => connectionListeners.delete(listener);
    },
  };
  return {
    world,
    client: createClient(transport),
    calls,
    callsOf: <N extends CallName>(name: N) =>
      calls.filter((call) => call.name === name).map((call) => call.args as CallArgs<N>),
    emit,
    refuse: (name, code) => void (code === null ? refusals.delete(name) : refusals.set(name, code)),
    breakWire: (name, broken) => void (broken ? breaking.add(name) : breaking.delete(name)),
    setConnected: (connected) => connectionListeners.forEach((listener) => listener(connected)),
  };
}

function recordCalls(handlers: Handlers, record: (name: CallName, args: unknown) => void): Handlers {
  const wrapped = Object.entries(handlers).map(([name, handler]) => [
    name,
    async (args: never) => {
      record(name as CallName, args);
      return (handler as (args: never) => Promise<unknown>)(args);
    },
  ]);
  return Object.fromEntries(wrapped) as Handlers;
}

function createHandlers(world: MemoryWorld, emit: (event: AnyEvent) => void): Handlers {
  const find = (id: number): Conversation => {
    const found = world.conversations.find((conversation) => conversation.id === id);
    if (found === undefined) throw new CallError('not-found', `no conversation ${id}`);
    return found;
  };
  return {
    ...workspaceHandlers(world, emit),
    ...conversationHandlers(world, emit, find),
    ...messageHandlers(world, emit),
    ...outboxHandlers(world, emit),
  };
}

let revision = 0;
const next = (): number => (revision += 1);

function workspaceHandlers(world: MemoryWorld, emit: (event: AnyEvent) => void) {
  return {
    'workspace.get': async () => ({ workspace: world.workspace }),
    'settings.get': async () => world.settings,
    'settings.set': async (change) => {
      world.settings = { ...world.settings, ...(change as Partial<Settings>) };
      emit({ name: 'settings.changed', data: { revision: next() } });
      return world.settings;
    },
    'sync.get': async () => world.sync,
    'sync.retry': async () => ({}),
    'clock.get': async () => world.clock,
    'agents.list': async () => ({ agents: world.agents }),
    'teams.list': async () => ({ teams: world.teams }),
    'labels.list': async () => ({ labels: world.labels }),
    'channels.list': async () => ({ channels: world.channels }),
    'templates.list': async ({ channelId }) => ({
      templates: world.templates.filter((template) => template.channelId === channelId),
      fetchedAt: world.clock.serverNow,
    }),
    'drafts.get': async ({ conversationId, audience }) => ({
      draft: world.drafts.get(`${conversationId}:${audience}`) ?? null,
    }),
    'drafts.save': async (draft) => {
      const key = `${draft.conversationId}:${draft.audience}`;
      if (draft.text === '') world.drafts.delete(key);
      else world.drafts.set(key, draft);
      return {};
    },
    'drafts.history': async ({ conversationId }) => ({
      texts: world.history.filter((kept) => kept.conversationId === conversationId),
    }),
  } satisfies Partial<Handlers>;
}

function inView(world: MemoryWorld, view: View, conversation: Conversation): boolean {
  const { status, assignee, window } = conversation;
  if (view === 'snoozed' || view === 'resolved') return status === view;
  if (status !== 'open') return false;
  if (view === 'mine') return assignee?.id === world.workspace?.me.id;
  if (view === 'unassigned') return assignee === null;
  if (view === 'open') return true;
  if (window.durationMs === null || window.openedAt === null) return false;
  const left = window.openedAt + window.durationMs - world.clock.serverNow;
  return left > 0 && left < 4 * 3_600_000;
}

function conversationHandlers(world: MemoryWorld, emit: (event: AnyEvent) => void, find: (id: number) => Conversation) {
  const keyOf = (sort: 'activity' | 'closing', row: Conversation): number =>
    sort === 'activity' ? -row.lastActivityAt : (row.window.openedAt ?? Number.MAX_SAFE_INTEGER);
  const replace = (id: number, change: Partial<Conversation>): void => {
    world.conversations = world.conversations.map((row) => (row.id === id ? { ...row, ...change } : row));
    emit({ name: 'conversations.changed', data: { ids: [id], revision: next() } });
  };
  return {
    'conversations.list': async ({ view, sort, after, limit }) => {
      const key = (row: Conversation): number => keyOf(sort, row);
      const all = world.conversations
        .filter((row) => inView(world, view, row))
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
      const [open, mine, unassigned] = [count('open'), count('mine'), count('unassigned')];
      const [closing, snoozed, resolved] = [count('closing'), count('snoozed'), count('resolved')];
      return { counts: { open, mine, unassigned, closing, snoozed, resolved } };
    },
    'conversations.get': async ({ conversationId }) => ({ conversation: find(conversationId) }),
    'conversations.open': async ({ conversationId }) => {
      if (find(conversationId).unread > 0) replace(conversationId, { unread: 0 });
      return {};
    },
    'conversations.act': async ({ conversationId, action }) => {
      replace(conversationId, {
        ...changeBy(world, find(conversationId), action),
        pending: action.kind !== 'mark-read',
      });
      return {};
    },
  } satisfies Partial<Handlers>;
}

function changeBy(
  world: MemoryWorld,
  { labels: had }: Conversation,
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
  }
}

function messageHandlers(world: MemoryWorld, emit: (event: AnyEvent) => void) {
  return {
    'messages.list': async ({ conversationId, before, limit }) => {
      const all = world.messages.get(conversationId) ?? [];
      const older = before === null ? all : all.filter((message) => message.id < before);
      return {
        rows: older.slice(-limit),
        hasOlder: older.length > limit,
        serverHasOlder: (world.olderOnServer.get(conversationId) ?? []).length > 0,
      };
    },
    'messages.loadOlder': async ({ conversationId }) => {
      const older = world.olderOnServer.get(conversationId) ?? [];
      world.olderOnServer.delete(conversationId);
      world.messages.set(conversationId, [...older, ...(world.messages.get(conversationId) ?? [])]);
      queueMicrotask(() => emit({ name: 'messages.changed', data: { ids: [conversationId], revision: next() } }));
      return {};
    },
  } satisfies Partial<Handlers>;
}

function leavesAt({ clock, settings: { undoSeconds } }: MemoryWorld, { kind }: OutboxItem['content']): number | null {
  const waits = undoSeconds > 0 && (kind === 'reply' || kind === 'template');
  return waits ? clock.serverNow + undoSeconds * 1_000 : null;
}

function outboxHandlers(world: MemoryWorld, emit: (event: AnyEvent) => void) {
  const changed = (conversationId: number): void =>
    emit({ name: 'outbox.changed', data: { ids: [conversationId], revision: next() } });
  const queue = (conversationId: number, clientId: string, content: OutboxItem['content']): OutboxItem => {
    const known = world.outbox.find((item) => item.clientId === clientId);
    if (known !== undefined) return known;
    const item: OutboxItem = {
      clientId,
      conversationId,
      content,
      state: 'queued',
      createdAt: world.clock.serverNow,
      mustLeaveBy: null,
      leavesAt: leavesAt(world, content),
      serverId: null,
      attempts: 0,
      problem: null,
    };
    world.outbox = [...world.outbox, item];
    changed(conversationId);
    return item;
  };
  return {
    'replies.send': async ({ conversationId, clientId, body }) => ({
      item: queue(conversationId, clientId, { kind: 'reply', text: body.text }),
    }),
    'notes.add': async ({ conversationId, clientId, body }) => ({
      item: queue(conversationId, clientId, { kind: 'note', text: body.text }),
    }),
    'templates.send': async ({ conversationId, clientId, name, language, values, replaces }) => {
      const template = world.templates.find((each) => each.name === name && each.language === language);
      if (template === undefined) throw new CallError('not-found', 'no such template');
      if (replaces !== null) world.outbox = world.outbox.filter((item) => item.clientId !== replaces);
      const text = template.body;
      return { item: queue(conversationId, clientId, { kind: 'template', name, language, values, text }) };
    },
    'outbox.list': async ({ conversationId }) => ({
      items: world.outbox.filter((item) => conversationId === null || item.conversationId === conversationId),
    }),
    'outbox.decide': async ({ clientId, decision }) => {
      const item = world.outbox.find((each) => each.clientId === clientId);
      if (item === undefined) throw new CallError('not-found', 'no such item');
      if (decision === 'cancel' || decision === 'discard') {
        world.outbox = world.outbox.filter((each) => each !== item);
      } else {
        const again = { ...item, state: 'queued' as const, problem: null };
        const { content } = item;
        const note = { ...again, content: { kind: 'note' as const, text: 'text' in content ? content.text : '' } };
        world.outbox = world.outbox.map((each) => (each === item ? (decision === 'make-note' ? note : again) : each));
      }
      changed(item.conversationId);
      return {};
    },
    'outbox.takeBack': async ({ clientId }) => {
      const item = world.outbox.find((each) => each.clientId === clientId);
      if (item === undefined) throw new CallError('not-found', 'no such item');
      const { content, conversationId } = item;
      if (content.kind === 'action' || item.serverId !== null) throw new CallError('not-allowed', 'it has left');
      world.outbox = world.outbox.filter((each) => each !== item);
      const audience = content.kind === 'note' ? ('team' as const) : ('customer' as const);
      const key = `${conversationId}:${audience}`;
      const before = world.drafts.get(key)?.text ?? '';
      const text = before === '' ? content.text : `${content.text}\n${before}`;
      const draft = { conversationId, audience, text, caret: text.length };
      world.drafts.set(key, draft);
      changed(conversationId);
      return { draft };
    },
  } satisfies Partial<Handlers>;
}
