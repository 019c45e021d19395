/**
 * The core in memory, for tests of the page: small, believable, and driven by hand. Calls go through the real dispatch
 * and the real client, so payloads and answers are validated as in the product. Its answers are in `memory/`, by topic.
 */
import { createClient, type Client } from '../../../shared/contract/client.ts';
import type { AnyEvent, CallArgs, CallName, Handlers } from '../../../shared/contract/contract.ts';
import { dispatch } from '../../../shared/contract/dispatch.ts';
import { CallError, type ErrorCode } from '../../../shared/contract/errors.ts';
import { isAppWide } from '../../../shared/contract/routing.ts';
import type { Reply, Transport, WireListener } from '../../../shared/contract/wire.ts';
import { alertHandlers } from './memory/alert-handlers.ts';
import { contactHandlers } from './memory/contact-handlers.ts';
import { conversationHandlers } from './memory/conversation-handlers.ts';
import { deskLockHandlers } from './memory/desk-lock-handlers.ts';
import { messageHandlers } from './memory/message-handlers.ts';
import { outboxHandlers } from './memory/outbox-handlers.ts';
import { workspaceHandlers } from './memory/workspace-handlers.ts';
import { createWorld, type MemoryParts, type MemoryWorld } from './memory/world.ts';

export type { MemoryWorld } from './memory/world.ts';

export interface MemoryCall {
  readonly name: CallName;
  readonly args: unknown;
}

export interface MemoryContract {
  readonly world: MemoryWorld;
  /** Speaks for the world's one workspace. */
  readonly client: Client;
  readonly transport: Transport;
  /** Every call in order, with parsed arguments. */
  readonly calls: readonly MemoryCall[];
  callsOf<N extends CallName>(name: N): CallArgs<N>[];
  /** Calls whose answer is still on its way. */
  readonly unanswered: ReadonlySet<Promise<unknown>>;
  emit(event: AnyEvent): void;
  /** The next calls of this name are refused with this code; null ends it. */
  refuse(name: CallName, code: ErrorCode | null): void;
  /** The next calls of this name are done, but their answer never comes: the wire breaks. */
  breakWire(name: CallName, broken: boolean): void;
  setConnected(connected: boolean): void;
}

const workspaceId = 'w1';

export function memoryContract(change: Partial<MemoryWorld> = {}): MemoryContract {
  const world = createWorld(change);
  const calls: MemoryCall[] = [];
  const unanswered = new Set<Promise<unknown>>();
  const refusals = new Map<CallName, ErrorCode>();
  const breaking = new Set<string>();
  const eventListeners = new Set<WireListener>();
  const connectionListeners = new Set<(connected: boolean) => void>();
  const emit = (event: AnyEvent): void => {
    const owner = isAppWide(event.name) ? null : workspaceId;
    for (const listener of eventListeners) listener(owner, event.name, event.data);
  };
  const handlers = recordCalls(createHandlers({ world, emit }), (name, args) => {
    calls.push({ name, args });
    const code = refusals.get(name);
    if (code !== undefined) throw new CallError(code, 'refused by the test');
  });
  const answerTo = async (name: string, payload: unknown): Promise<Reply> => {
    const failures: unknown[] = [];
    const onError = (_name: string, error: unknown): void => void failures.push(error);
    // Through JSON, as on both wires.
    const copied: unknown = JSON.parse(JSON.stringify(payload));
    const reply = await dispatch(handlers, name, copied, { onError, checkAnswers: true });
    if (breaking.has(name)) throw new Error('the wire broke before the answer');
    if (!reply.ok && reply.error.code === 'internal') throw new Error(`${name}: ${String(failures[0])}`);
    return reply;
  };
  const transport: Transport = {
    call(_workspace, name, payload) {
      const answer = answerTo(name, payload);
      const over = Promise.allSettled([answer]);
      unanswered.add(over);
      void over.then(() => unanswered.delete(over));
      return answer;
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
    client: createClient(transport, workspaceId),
    transport,
    calls,
    callsOf: <N extends CallName>(name: N) =>
      calls.filter((call) => call.name === name).map((call) => call.args as CallArgs<N>),
    unanswered,
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

function createHandlers(parts: MemoryParts): Handlers {
  return {
    ...workspaceHandlers(parts),
    ...alertHandlers(parts),
    ...deskLockHandlers(parts),
    ...conversationHandlers(parts),
    ...contactHandlers(parts),
    ...messageHandlers(parts),
    ...outboxHandlers(parts),
  };
}
