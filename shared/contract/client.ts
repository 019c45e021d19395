/** The page's side of the contract. Imports types only, so that no validator is shipped to the page. */
import type { AnyEvent, CallInput, CallName, CallResult, EventData, EventName } from './contract.ts';
import { CallError } from './errors.ts';
import type { Transport } from './wire.ts';

export interface Client {
  /** Resolves with the answer or rejects with a `CallError` whose `code` is one of the closed set. */
  call<N extends CallName>(name: N, args: CallInput<N>): Promise<CallResult<N>>;
  on<N extends EventName>(name: N, listener: (data: EventData<N>) => void): () => void;
  onConnection(listener: (connected: boolean) => void): () => void;
}

export function createClient(transport: Transport): Client {
  return {
    async call<N extends CallName>(name: N, args: CallInput<N>) {
      const reply = await transport.call(name, args);
      if (!reply.ok) throw new CallError(reply.error.code, reply.error.detail);
      return reply.value as CallResult<N>;
    },
    on(name, listener) {
      return transport.on((eventName, data) => {
        if (eventName === name) listener(data as never);
      });
    },
    onConnection: (listener) => transport.onConnection(listener),
  };
}

export type { AnyEvent };
