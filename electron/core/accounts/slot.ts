/**
 * The place of one workspace: answers its calls whether it is opening, signed in, signed out or could not open its files,
 * and carries its events. Being signed in again closes the workspace and opens it anew on the same files.
 */
import { contract, type CallName } from '../../../shared/contract/contract.ts';
import { CallError } from '../../../shared/contract/errors.ts';
import { isAppWide, type WorkspaceHandlers } from '../../../shared/contract/routing.ts';
import type { Clock, Log, WorkspaceAccess } from '../ports.ts';
import { Events } from '../events.ts';
import { StoreError } from '../store/protocol.ts';
import type { Workspace } from '../workspace.ts';

export interface SlotPorts {
  readonly clock: Clock;
  readonly log: Log;
  readonly open: (access: WorkspaceAccess, events: Events) => Promise<Workspace>;
}

export class Slot {
  readonly id: string;
  readonly events: Events;
  readonly handlers: WorkspaceHandlers;
  readonly #ports: SlotPorts;
  #access: WorkspaceAccess;
  #workspace: Promise<Workspace> = Promise.reject(new CallError('storage', 'The workspace was not opened yet.'));
  /** One opening or closing after the other. */
  #turn: Promise<unknown> = Promise.resolve();
  #running: Workspace | null = null;

  constructor(ports: SlotPorts, access: WorkspaceAccess) {
    this.#ports = ports;
    this.id = access.id;
    this.#access = access;
    this.events = new Events(ports.clock);
    this.handlers = waitingHandlers(() => this.#workspace);
    this.#workspace.catch(() => undefined);
  }

  /** The running workspace; null while it opens or if it could not. */
  get running(): Workspace | null {
    return this.#running;
  }

  get signedIn(): boolean {
    const status = this.#running?.syncStatus();
    return this.#access.token !== null && !(status?.state === 'signed-out' && status.problem === 'signed-out');
  }

  /** A secret; null: signed out. */
  get token(): string | null {
    return this.#access.token;
  }

  /** The address that its token, or else its list entry, says. */
  get serverUrl(): string {
    return this.#access.serverUrl;
  }

  /** `between`: what has to happen to its files while they are closed. Rejects with a `StoreError`; calls are then answered with `storage`. */
  open(access: WorkspaceAccess, between: () => Promise<void> = async () => {}): Promise<void> {
    const opened = Promise.withResolvers<Workspace>();
    opened.promise.catch(() => undefined);
    this.#workspace = opened.promise;
    return this.#then(async () => {
      await this.#close();
      this.#access = access;
      try {
        await between();
        this.#running = await this.#ports.open(access, this.events);
        opened.resolve(this.#running);
      } catch (error) {
        opened.reject(new CallError('storage', 'The local database of this workspace could not be opened.'));
        throw error;
      }
      // Whatever the page showed of it is read again.
      this.events.changed('workspace.changed');
    });
  }

  /** Closes it and opens it as it was. */
  renew(): Promise<void> {
    return this.open(this.#access);
  }

  /** After this its calls are answered with `not-found`. */
  stop(): Promise<void> {
    return this.#then(async () => {
      this.#workspace = Promise.reject(new CallError('not-found', 'This workspace is closed.'));
      this.#workspace.catch(() => undefined);
      await this.#close();
      this.events.stop();
    });
  }

  async #close(): Promise<void> {
    const running = this.#running;
    this.#running = null;
    await running?.stop();
  }

  #then(step: () => Promise<void>): Promise<void> {
    const done = this.#turn.then(step);
    this.#turn = done.catch((error: unknown) => {
      this.#ports.log.write('error', 'a workspace did not open or close', { id: this.id, error });
    });
    return done;
  }
}

export const workspaceCallNames = (Object.keys(contract.calls) as CallName[]).filter((name) => !isAppWide(name));

/** Lets a page load while the database is still opening: its first calls wait instead of failing. */
function waitingHandlers(workspace: () => Promise<Workspace>): WorkspaceHandlers {
  const entries = workspaceCallNames.map((name) => [
    name,
    async (args: unknown) => {
      const { handlers } = await workspace();
      try {
        return await (handlers as Record<string, (args: unknown) => Promise<unknown>>)[name]?.(args);
      } catch (error) {
        throw error instanceof StoreError && error.kind !== 'logic' ? storageTrouble(error) : error;
      }
    },
  ]);
  return Object.fromEntries(entries) as WorkspaceHandlers;
}

/** A full or damaged disk is no bug of ours: the page says what that means for what the agent typed. */
function storageTrouble({ kind, message }: StoreError): CallError {
  return new CallError('storage', `The local database could not be used (${kind}: ${message}).`);
}
