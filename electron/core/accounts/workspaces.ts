/** All workspaces of this computer at once: each with its own folder, connection and outbox; none can stop another. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { WorkspaceEntry } from '../../../shared/contract/accounts.ts';
import { CallError } from '../../../shared/contract/errors.ts';
import type { RoutedEvent, WorkspaceHandlers } from '../../../shared/contract/routing.ts';
import { parseJson } from '../../../shared/lang/json.ts';
import type { Profile } from '../connectors/connector.ts';
import type { Events } from '../events.ts';
import type { WorkspaceFiles } from '../files/file-routes.ts';
import type { Clock, DataFiles, Log, Vault, WorkspaceAccess } from '../ports.ts';
import type { Workspace, WorkspaceWatch } from '../workspace.ts';
import { serverCopies } from '../workspace-files.ts';
import { watchCounts } from './counts.ts';
import { practiceId, workspacesFolder, type KnownWorkspace, type Registry } from './registry.ts';
import type { Identity } from './sign-in.ts';
import { Slot, workspaceCallNames } from './slot.ts';

/** A server and a token that hold for this run, whatever the vault says. */
export interface GivenServer {
  readonly serverUrl: string;
  readonly token: string;
}

export interface WorkspacesPorts {
  readonly clock: Clock;
  readonly log: Log;
  readonly vault: Vault;
  readonly files: DataFiles;
  readonly registry: Registry;
  /** Whether the organisation lets a workspace of this server go on. */
  readonly mayGoOn: (serverUrl: string) => boolean;
  /** The app's own events. */
  readonly appEvents: Events;
  readonly emit: (event: RoutedEvent) => void;
  readonly open: (access: WorkspaceAccess, events: Events, watch: WorkspaceWatch) => Promise<Workspace>;
}

/** What the vault keeps for a workspace. The address beside the token: a changed list must not send it elsewhere. */
const Secret = z.object({ serverUrl: z.string(), token: z.string() });

/** In one run, of one workspace. */
const mostRenewals = 3;

export class Workspaces {
  readonly #ports: WorkspacesPorts;
  readonly #slots = new Map<string, Slot>();
  /** How often the cache of a workspace was begun anew in this run. */
  readonly #renewals = new Map<string, number>();
  #stopped = false;

  constructor(ports: WorkspacesPorts) {
    this.#ports = ports;
  }

  /** Resolves when all are open or known not to open; rejects with the first error if none could be opened. */
  async start(practice: GivenServer | null, given: GivenServer | null): Promise<void> {
    const { registry } = this.#ports;
    const accesses: WorkspaceAccess[] = [];
    if (practice !== null) accesses.push(await this.#given(practiceId, 'practice', practice));
    if (given !== null) {
      const id = givenId(given.serverUrl);
      accesses.push(await this.#given(id, 'server', given));
      await registry.show(id);
    }
    const taken = new Set(accesses.map(({ id }) => id));
    // Without its server, the practice workspace is neither signed in nor could be.
    const others = registry.all().filter(({ id, kind }) => kind === 'server' && !taken.has(id));
    accesses.push(...(await Promise.all(others.map((known) => this.#accessOf(known)))));
    const opened = await Promise.allSettled(accesses.map((access) => this.#place(access)));
    const [failure] = opened.filter((one) => one.status === 'rejected');
    if (failure !== undefined && !opened.some((one) => one.status === 'fulfilled')) throw failure.reason;
  }

  handlersOf(id: string): WorkspaceHandlers | null {
    const slot = this.#slots.get(id);
    if (slot === undefined) return null;
    return this.#isSealed(id) ? sealed : slot.handlers;
  }

  /** Null: no such workspace, or its files are not open. */
  filesOf(id: string): WorkspaceFiles | null {
    if (this.#isSealed(id)) return null;
    return this.#slots.get(id)?.running?.files ?? null;
  }

  async list(): Promise<WorkspaceEntry[]> {
    const shown = this.#ports.registry.all().filter(({ id }) => this.#slots.has(id));
    return Promise.all(shown.map((known) => this.#entry(known)));
  }

  /** Null: none of those that are here. */
  get lastId(): string | null {
    const { lastId } = this.#ports.registry;
    return lastId !== null && this.#slots.has(lastId) ? lastId : null;
  }

  /** Error: not-found. */
  async show(id: string): Promise<void> {
    this.#slot(id);
    await this.#ports.registry.show(id);
  }

  /** The workspace of this person: the one they had, or a new one. */
  async enter(identity: Identity, stay: boolean): Promise<string> {
    const { registry, vault } = this.#ports;
    const { serverUrl, token, ...facts } = identity;
    const id = this.#idOf(identity);
    await vault.set(id, JSON.stringify({ serverUrl, token } satisfies z.infer<typeof Secret>), stay);
    await registry.learn(id, { kind: 'server', serverUrl, ...facts, sealed: false });
    await registry.show(id);
    await this.#place({ id, serverUrl, token, accountId: facts.accountId, agentId: facts.agentId });
    this.#changed();
    return id;
  }

  /** Errors: not-found; not-allowed for the practice workspace, which has nothing to sign out of. */
  async signOut(id: string, forget: boolean): Promise<void> {
    const { registry, vault, files } = this.#ports;
    const slot = this.#slot(id);
    if (id === practiceId) throw new CallError('not-allowed', 'The practice workspace comes with the app.');
    // First what must not survive, whatever happens to the rest.
    await vault.delete(id);
    if (forget) {
      this.#slots.delete(id);
      await slot.stop();
      await files.remove(`${workspacesFolder}/${id}`);
      await registry.forget(id);
    } else {
      const access = { id, serverUrl: slot.serverUrl, token: null, ...this.#ownerOf(id) };
      await slot.open(access, () => this.#wipeServerCopies(id));
    }
    this.#changed();
  }

  /** Of all but the practice workspace, and nothing of them is shown before somebody signs in to it again. */
  async signOutAll(): Promise<void> {
    const ids = [...this.#slots.keys()].filter((id) => id !== practiceId);
    // First that nobody sees them, whatever happens to the rest.
    for (const id of ids) await this.#ports.registry.learn(id, { sealed: true });
    for (const id of ids) await this.signOut(id, false);
  }

  #isSealed(id: string): boolean {
    return this.#ports.registry.get(id)?.sealed === true;
  }

  /** What came from the server and can be had again from there. Drafts, outbox and the files on their way stay. */
  async #wipeServerCopies(id: string): Promise<void> {
    for (const name of serverCopies) await this.#ports.files.remove(`${workspacesFolder}/${id}/${name}`);
  }

  /** Those that run. */
  running(): readonly (readonly [string, Workspace])[] {
    return [...this.#slots].flatMap(([id, { running }]) => (running === null ? [] : [[id, running] as const]));
  }

  wake(): void {
    for (const slot of this.#slots.values()) slot.running?.wake();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all([...this.#slots.values()].map((slot) => slot.stop()));
  }

  /** Opens it in its place, which is made if it is new. */
  async #place(access: WorkspaceAccess): Promise<void> {
    let slot = this.#slots.get(access.id);
    if (slot === undefined) {
      const { clock, log, emit } = this.#ports;
      const watch = this.#watch(access.id);
      const made = new Slot({ clock, log, open: (how, events) => this.#ports.open(how, events, watch) }, access);
      made.events.listen((event) => emit({ ...event, workspace: access.id }));
      watchCounts({ clock, slot: made, onChanged: () => this.#changed() });
      this.#slots.set(access.id, made);
      slot = made;
    }
    await slot.open(access);
    // `stop` may have passed by while it opened.
    if (this.#stopped) await slot.stop();
  }

  #watch(id: string): WorkspaceWatch {
    return {
      onProfile: (profile) => this.#learn(id, profile),
      onStranger: (profile) => {
        this.#moveOut(id, profile).catch((error: unknown) => {
          this.#ports.log.write('error', 'a workspace for another agent was not made', { id, error });
        });
      },
      onStatus: () => this.#changed(),
      onCacheDamaged: () => this.#renew(id),
    };
  }

  /** Opened anew, the store begins an empty cache and the server fills it; drafts and outbox are in the other file. */
  #renew(id: string): void {
    const slot = this.#slots.get(id);
    const renewals = (this.#renewals.get(id) ?? 0) + 1;
    this.#renewals.set(id, renewals);
    // A disk that damages every new file: from here on calls say that the database cannot be used.
    if (slot === undefined || this.#stopped || renewals > mostRenewals) return;
    slot.renew().catch((error: unknown) => {
      this.#ports.log.write('error', 'a damaged cache was not begun anew', { id, error });
    });
  }

  #learn(id: string, { accountId, accountName, agent }: Profile): void {
    const facts = { accountId, accountName, agentId: agent.id, agentName: agent.name };
    this.#ports.registry.learn(id, facts).catch((error: unknown) => {
      this.#ports.log.write('warn', 'the list of workspaces was not saved', { error });
    });
    this.#changed();
  }

  /** The token given for this run is of another agent than before: that one's files stay closed to it. */
  async #moveOut(id: string, { accountId, accountName, agent }: Profile): Promise<void> {
    const slot = this.#slot(id);
    const token = slot.token;
    if (token === null) return;
    const { serverUrl } = slot;
    await slot.open({ id, serverUrl, token: null, ...this.#ownerOf(id) });
    await this.enter({ serverUrl, token, accountId, accountName, agentId: agent.id, agentName: agent.name }, false);
  }

  async #given(id: string, kind: KnownWorkspace['kind'], { serverUrl, token }: GivenServer): Promise<WorkspaceAccess> {
    await this.#ports.registry.learn(id, { kind, serverUrl, sealed: false });
    const allowed = kind === 'practice' ? token : this.#allowed(serverUrl, token);
    return { id, serverUrl, token: allowed, ...this.#ownerOf(id) };
  }

  /** Null: the organisation does not want this server asked; everything stays readable, and the token in the vault. */
  #allowed(serverUrl: string, token: string | null): string | null {
    const { log, mayGoOn } = this.#ports;
    if (token === null || mayGoOn(serverUrl)) return token;
    log.write('warn', 'the policy does not name this server; its workspace is not connected');
    return null;
  }

  async #accessOf(known: KnownWorkspace): Promise<WorkspaceAccess> {
    const { log, vault } = this.#ports;
    const kept = await vault.get(known.id).catch((error: unknown) => {
      log.write('warn', 'the vault did not answer', { id: known.id, error });
      return null;
    });
    const secret = Secret.safeParse(kept === null ? null : parseJson(kept));
    const { serverUrl, token } = secret.success ? secret.data : { serverUrl: known.serverUrl, token: null };
    if (serverUrl !== known.serverUrl) await this.#ports.registry.learn(known.id, { serverUrl });
    return { id: known.id, serverUrl, token: this.#allowed(serverUrl, token), ...this.#ownerOf(known.id) };
  }

  #ownerOf(id: string): { accountId: number | null; agentId: number | null } {
    const known = this.#ports.registry.get(id);
    return { accountId: known?.accountId ?? null, agentId: known?.agentId ?? null };
  }

  #idOf({ serverUrl, accountId, agentId }: Identity): string {
    const same = this.#ports.registry
      .all()
      .find(
        (one) =>
          one.kind === 'server' &&
          one.serverUrl === serverUrl &&
          one.accountId === accountId &&
          one.agentId === agentId,
      );
    return same?.id ?? workspaceId(serverUrl, `${serverUrl} ${accountId} ${agentId}`);
  }

  async #entry(known: KnownWorkspace): Promise<WorkspaceEntry> {
    const slot = this.#slot(known.id);
    const { running } = slot;
    const info = running?.info() ?? null;
    const { unread, unsent } = (await running?.counts().catch(() => null)) ?? { unread: 0, unsent: 0 };
    return {
      id: known.id,
      kind: known.kind,
      serverUrl: known.serverUrl === '' ? (info?.serverUrl ?? '') : known.serverUrl,
      accountName: known.accountName ?? info?.accountName ?? null,
      agentName: known.agentName ?? info?.me.name ?? null,
      signedIn: slot.signedIn,
      unread,
      unsent,
    };
  }

  #slot(id: string): Slot {
    const slot = this.#slots.get(id);
    if (slot === undefined) throw new CallError('not-found', 'There is no such workspace on this computer.');
    return slot;
  }

  #changed(): void {
    this.#ports.appEvents.changed('workspaces.changed');
  }
}

/** Every call of a workspace that is closed until somebody signs in to it again. */
const sealed: WorkspaceHandlers = refusingHandlers();

function refusingHandlers(): WorkspaceHandlers {
  const refuse = (): Promise<never> => Promise.reject(new CallError('signed-out', 'Sign in to this workspace again.'));
  return Object.fromEntries(workspaceCallNames.map((name) => [name, refuse])) as unknown as WorkspaceHandlers;
}

/** For a token of which only the server is known. */
export function givenId(serverUrl: string): string {
  return workspaceId(serverUrl, serverUrl);
}

/** Names the folder: readable, and still another one for whoever is not the same. */
function workspaceId(serverUrl: string, whole: string): string {
  const name = new URL(serverUrl).host.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  return `${name.slice(0, 60)}-${createHash('sha256').update(whole).digest('hex').slice(0, 8)}`;
}
