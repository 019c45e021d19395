/**
 * Keeps the local cache agreeing with the server. Knows no server's dialect: it drives a `Connector`.
 *
 *                 start                      profile + live channel confirmed
 *   signed-out ──────────▶ connecting ──────────────────────────▶ catching-up ──▶ live
 *       ▲                   │   ▲                                    │             │
 *       │ credential        │   │ after a pause, on wake(),          │ any failure │ live channel down,
 *       │ refused           ▼   │ or when a person asks              ▼             ▼ or a request failed
 *       └───────────────── backing-off ◀─────────────────────────────┴─────────────┘
 *
 * Every connection is one `Session`; when it is over, `check()` throws inside all of its running steps, so nothing of a
 * dead connection goes on asking. Events of the live channel are applied while catching up too: merging does not depend
 * on order, and subscribing first means nothing falls between the delta and the first event.
 */
import type { SyncProblem, SyncState, SyncStatus } from '../../../shared/contract/entities.ts';
import {
  ConnectorError,
  endsConnection,
  type Connector,
  type LiveConnection,
  type Profile,
} from '../connectors/connector.ts';
import type { Clock, Log, Random, Timer } from '../ports.ts';
import type { ServerTime } from '../server-time.ts';
import type { Applied, CacheBatch } from '../store/records.ts';
import type { Store } from '../store/store-client.ts';
import { Backoff } from './backoff.ts';
import { catchUp, deltaSince, fillHistory, type CatchUpPorts } from './catch-up.ts';
import { loadOlderMessages, refreshMessages } from './message-sync.ts';

/** While live: how often to ask for changes anyway. Chatwoot's events come from a queue that can stop on its own. */
const backstopMs = 60_000;
const backstopReachMs = 120_000;
/** How many of the newest conversations get their messages without being opened. */
const historyLimit = 500;

export interface EnginePorts {
  readonly connector: Connector;
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly serverTime: ServerTime;
  readonly onApplied: (applied: Applied) => void;
  readonly onStatus: () => void;
  readonly onProfile: (profile: Profile) => void;
  readonly onReference: () => void;
  /** The server can be asked and the cache is fresh: the outbox may drain. */
  readonly onLive: () => void;
}

class SessionOver extends Error {}

interface Session {
  over: boolean;
  live: LiveConnection | null;
  /** Ends the session; the first reason wins. */
  end(reason: unknown): void;
  readonly ended: Promise<unknown>;
}

export class SyncEngine {
  readonly #ports: EnginePorts;
  readonly #backoff: Backoff;
  #session: Session | null = null;
  #running = false;
  #loop: Promise<void> = Promise.resolve();
  #skipPause: (() => void) | null = null;
  #status: SyncStatus;

  constructor(ports: EnginePorts, lastLiveAt: number | null) {
    this.#ports = ports;
    this.#backoff = new Backoff(ports.random);
    this.#status = {
      state: 'signed-out',
      problem: null,
      lastLiveAt,
      offlineSince: lastLiveAt,
      progress: null,
      retryAt: null,
    };
  }

  get status(): SyncStatus {
    return this.#status;
  }

  get isLive(): boolean {
    return this.#status.state === 'live';
  }

  start(): void {
    if (this.#running) return;
    this.#running = true;
    this.#loop = this.#run();
  }

  async stop(): Promise<void> {
    this.#running = false;
    this.#session?.end(new SessionOver());
    this.#skipPause?.();
    await this.#loop;
  }

  /** The agent, the system's wake signal or a new network asks for a try right now. */
  retryNow(): void {
    this.#backoff.reset();
    if (this.#skipPause !== null) this.#skipPause();
    else if (this.isLive) void this.#backstop();
  }

  /** Another part of the core saw a request fail for want of a connection: find out at once. */
  connectionFailed(error: ConnectorError): void {
    this.#session?.end(error);
  }

  /** Messages of a conversation the agent looks at, ahead of everything else. Quietly does nothing while offline. */
  async refresh(conversationId: number): Promise<void> {
    const session = this.#session;
    if (session === null || !this.#canAsk()) return;
    await this.#guarded(session, () => refreshMessages(this.#catchUpPorts(session), conversationId));
  }

  async loadOlder(conversationId: number): Promise<void> {
    const session = this.#session;
    if (session === null || !this.#canAsk()) return;
    await this.#guarded(session, async () => {
      await loadOlderMessages(this.#catchUpPorts(session), conversationId);
    });
  }

  #canAsk(): boolean {
    return this.#status.state === 'live' || this.#status.state === 'catching-up';
  }

  async #run(): Promise<void> {
    while (this.#running) {
      this.#enter('connecting', { retryAt: null });
      const session = newSession();
      this.#session = session;
      let reason: unknown;
      try {
        await this.#connect(session);
        reason = await session.ended;
      } catch (error) {
        // A step that fails because the session ended reports the session's own reason.
        session.end(error);
        reason = await session.ended;
      }
      session.over = true;
      session.live?.close();
      this.#session = null;
      if (!this.#running) return;
      if (!(await this.#pause(reason))) return;
    }
  }

  /** Resolves when live; rejects when the session ended on the way. */
  async #connect(session: Session): Promise<void> {
    const { connector, serverTime } = this.#ports;
    const profile = await this.#step(session, connector.profile());
    const sample = await this.#step(session, connector.sampleClock());
    if (sample !== null) serverTime.add(sample);
    this.#ports.onProfile(profile);
    await this.#step(session, this.#openLive(session));
    this.#enter('catching-up', {});
    await this.#step(session, catchUp(this.#catchUpPorts(session)));
    this.#ports.onReference();
    this.#backoff.reset();
    this.#enter('live', { problem: null, offlineSince: null, lastLiveAt: Math.round(serverTime.now()) });
    this.#ports.onLive();
    this.#scheduleBackstop(session);
    void this.#guarded(session, () => fillHistory(this.#catchUpPorts(session), historyLimit));
  }

  #openLive(session: Session): Promise<void> {
    const { connector, log, serverTime } = this.#ports;
    return new Promise((resolve) => {
      session.live = connector.live({
        onConfirmed: resolve,
        onConversation: (conversation, messages) =>
          this.#applyLive(session, { conversations: [conversation], messages }),
        onMessage: (message) => this.#applyLive(session, { messages: [message] }),
        onReferenceChanged: () => void this.#guarded(session, () => this.#readReference(session)),
        onClockSample: (sample) => serverTime.add(sample),
        onDown: (reason) => {
          log.write('info', 'live channel down', { reason });
          const kind = reason === 'bad-token' ? 'signed-out' : reason === 'closed' ? 'offline' : 'server';
          session.end(new ConnectorError(kind, 'no', null, `live channel: ${reason}`));
        },
      });
    });
  }

  #applyLive(session: Session, batch: CacheBatch): void {
    void this.#guarded(session, async () => {
      const applied = await this.#ports.store.call('cache.apply', batch);
      this.#ports.onApplied(applied);
      await this.#fetchUnknown(session, batch);
    });
  }

  /** A message of a conversation we have never seen (it is new, or was out of reach): get the conversation too. */
  async #fetchUnknown(session: Session, batch: CacheBatch): Promise<void> {
    const ids = new Set((batch.messages ?? []).map((message) => message.conversationId));
    for (const conversation of batch.conversations ?? []) ids.delete(conversation.id);
    for (const id of ids) {
      const known = await this.#ports.store.call('conversation.syncInfo', { id });
      if (known !== null) continue;
      const { conversation, messages } = await this.#ports.connector.conversation(id);
      this.#check(session);
      this.#ports.onApplied(await this.#ports.store.call('cache.apply', { conversations: [conversation], messages }));
    }
  }

  async #readReference(session: Session): Promise<void> {
    const { channels, agents, teams, labels, templates } = await this.#ports.connector.reference();
    this.#check(session);
    const fetchedAt = Math.round(this.#ports.serverTime.now());
    await this.#ports.store.call('cache.apply', {
      channels,
      agents,
      teams,
      labels,
      templates: { list: templates, fetchedAt },
    });
    this.#ports.onReference();
  }

  #scheduleBackstop(session: Session): void {
    const timer: Timer = this.#ports.clock.schedule(backstopMs, () => {
      if (session.over) return;
      void this.#backstop().then(() => this.#scheduleBackstop(session));
    });
    void session.ended.then(() => timer.cancel());
  }

  /** One cheap request: proves the connection, catches events that were lost, and moves the "agreed at" mark. */
  async #backstop(): Promise<void> {
    const session = this.#session;
    if (session === null || !this.isLive) return;
    await this.#guarded(session, async () => {
      const ports = this.#catchUpPorts(session);
      const agreedAt = Math.round(this.#ports.serverTime.now());
      await deltaSince(ports, backstopReachMs);
      await this.#ports.store.call('sync.set', { values: { syncedAt: String(agreedAt) } });
      this.#enter('live', { lastLiveAt: agreedAt });
    });
  }

  /** Runs a step beside the main line; a lost connection in it ends the session, anything else is only logged. */
  async #guarded(session: Session, step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (error) {
      if (session.over || error instanceof SessionOver) return;
      if (error instanceof ConnectorError && endsConnection(error)) session.end(error);
      else this.#ports.log.write('warn', 'sync step failed', { detail: describe(error) });
    }
  }

  async #step<T>(session: Session, step: Promise<T>): Promise<T> {
    const value = await Promise.race([
      step,
      session.ended.then((reason) => {
        throw reason instanceof Error ? reason : new SessionOver();
      }),
    ]);
    this.#check(session);
    return value;
  }

  #check(session: Session): void {
    if (session.over) throw new SessionOver();
  }

  #catchUpPorts(session: Session): CatchUpPorts {
    const { connector, store, serverTime, onApplied } = this.#ports;
    return {
      connector,
      store,
      serverTime,
      onApplied,
      onProgress: (progress) => {
        if (!session.over) this.#enter(this.#status.state, { progress });
      },
      check: () => this.#check(session),
    };
  }

  /** Waits for the next try. Returns false when there is none: signed out, or stopped. */
  async #pause(reason: unknown): Promise<boolean> {
    const { clock, log, serverTime } = this.#ports;
    const problem = problemOf(reason);
    log.write('info', 'connection over', { problem, detail: describe(reason) });
    const offlineSince = this.#status.offlineSince ?? Math.round(serverTime.now());
    if (problem === 'signed-out') {
      this.#enter('signed-out', { problem, offlineSince, progress: null, retryAt: null });
      this.#running = false;
      return false;
    }
    const delayMs = this.#backoff.next();
    this.#enter('backing-off', {
      problem,
      offlineSince,
      progress: null,
      retryAt: Math.round(serverTime.now() + delayMs),
    });
    await new Promise<void>((resolve) => {
      const timer = clock.schedule(delayMs, resolve);
      this.#skipPause = () => {
        timer.cancel();
        resolve();
      };
    });
    this.#skipPause = null;
    return this.#running;
  }

  #enter(state: SyncState, change: Partial<SyncStatus>): void {
    if (state !== this.#status.state) this.#ports.log.write('info', 'sync', { from: this.#status.state, to: state });
    this.#status = { ...this.#status, ...change, state };
    this.#ports.onStatus();
  }
}

function newSession(): Session {
  const { promise: ended, resolve: settle } = Promise.withResolvers<unknown>();
  const session: Session = {
    over: false,
    live: null,
    ended,
    end: (reason) => {
      session.over = true;
      settle(reason);
    },
  };
  return session;
}

function problemOf(reason: unknown): SyncProblem {
  if (!(reason instanceof ConnectorError)) return 'server-down';
  switch (reason.kind) {
    case 'offline':
      return 'offline';
    case 'signed-out':
      return 'signed-out';
    case 'rate-limited':
      return 'rate-limited';
    case 'bad-response':
      return 'bad-response';
    case 'timeout':
    case 'server':
    case 'forbidden':
    case 'not-found':
    case 'rejected':
      return 'server-down';
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
