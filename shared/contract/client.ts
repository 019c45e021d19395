/** The page's side of the contract. Imports no validator, so that none is shipped to the page. */
import type { CallInput, CallName, CallResult, EventData, EventName } from './contract.ts';
import { CallError } from './errors.ts';
import { isAppWide } from './routing.ts';
import type { Transport } from './wire.ts';

export interface Client {
  /** Resolves with the answer or rejects with a `CallError` whose `code` is one of the closed set. */
  call<N extends CallName>(name: N, args: CallInput<N>): Promise<CallResult<N>>;
  on<N extends EventName>(name: N, listener: (data: EventData<N>) => void): () => void;
  onConnection(listener: (connected: boolean) => void): () => void;
}

/**
 * Speaks for one workspace: its calls carry that id, and events of other workspaces are not heard. What belongs to the
 * whole app works with every client; with `null` nothing else does.
 */
export function createClient(transport: Transport, workspaceId: string | null): Client {
  const ownerOf = (name: CallName | EventName): string | null => (isAppWide(name) ? null : workspaceId);
  return {
    async call<N extends CallName>(name: N, args: CallInput<N>) {
      const reply = await transport.call(ownerOf(name), name, args);
      if (!reply.ok) throw new CallError(reply.error.code, reply.error.detail);
      return reply.value as CallResult<N>;
    },
    on(name, listener) {
      return transport.on((workspace, eventName, data) => {
        if (eventName === name && workspace === ownerOf(name)) listener(data as never);
      });
    },
    onConnection: (listener) => transport.onConnection(listener),
  };
}
