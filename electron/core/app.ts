/** Wires the core from its ports. Nothing is built at import time; two cores can live in one process (tests do that). */
import { contract, type AnyEvent, type CallName, type Handlers } from '../../shared/contract/contract.ts';
import { CallError } from '../../shared/contract/errors.ts';
import { Events } from './events.ts';
import type { CorePorts, WorkspaceAccess } from './ports.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

export interface Core {
  /** One for each call of the contract. A call made before `start` has opened the files waits for it. */
  readonly handlers: Handlers;
  /** Events for the page, until the returned function is called. */
  onEvent(listener: (event: AnyEvent) => void): () => void;
  /**
   * Opens the workspace's files and starts syncing in the background; resolves when calls are answered.
   * Rejects with a `StoreError`; kind `busy`: another Latchkey has this folder open.
   */
  start(access: WorkspaceAccess): Promise<void>;
  stop(): Promise<void>;
  /** After a wake-up or a network change: try now instead of at the next planned moment. */
  wake(): void;
}

export function createCore(ports: CorePorts): Core {
  const events = new Events(ports.clock);
  const opened = Promise.withResolvers<Workspace>();
  let workspace: Workspace | null = null;
  // Nobody may be waiting when start() fails; its caller gets the error anyway.
  opened.promise.catch(() => {});

  return {
    handlers: waitingHandlers(opened.promise),
    onEvent: (listener) => events.listen(listener),
    async start(access) {
      try {
        workspace = await openWorkspace(ports, events, access);
        opened.resolve(workspace);
      } catch (error) {
        opened.reject(new CallError('storage', 'The local database could not be opened.'));
        throw error;
      }
    },
    async stop() {
      await workspace?.stop();
      events.stop();
    },
    wake: () => workspace?.wake(),
  };
}

/** Lets a page load while the database is still opening: its first calls wait instead of failing. */
function waitingHandlers(opened: Promise<Workspace>): Handlers {
  const names = Object.keys(contract.calls) as CallName[];
  const entries = names.map((name) => [
    name,
    async (args: unknown) => {
      const { handlers } = await opened;
      return (handlers[name] as (args: unknown) => Promise<unknown>)(args);
    },
  ]);
  return Object.fromEntries(entries) as Handlers;
}
