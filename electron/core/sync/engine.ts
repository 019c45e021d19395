/**
 * Keeps the local cache agreeing with the server. Knows no server's dialect: it drives a `Connector`.
 *
 *                 start                      profile + live channel confirmed
 *   signed-out ──────────▶ connecting ──────────────────────────▶ catching-up ──▶ live ──┐ every minute:
 *       ▲                   │ ▲  ▲                                   │             │ ▲   │ asked again
 *       │ credential        │ │  └──────────── wake() found the line dead ─────────┤ └───┘ (upkeep.ts)
 *       │ refused           │ │ after a pause, on wake(),            │ any failure │ live channel down,
 *       │                   ▼ │ or when a person asks                ▼             ▼ or a request failed
 *       └───────────────── backing-off ◀─────────────────────────────┴─────────────┘
 *
 * Every connection is one `Session`; when it is over, `check()` throws inside all of its running steps, so nothing of a
 * dead connection goes on asking. Events of the live channel are applied while catching up too: merging does not depend
 * on order, and subscribing first means nothing falls between the delta and the first event.
 * All reads go through one `RequestBudget`. A 429 in catching-up or live moves no state: it is the problem
 * `rate-limited` until the server answers again.
 */
import type { SyncState, SyncStatus } from '../../../shared/contract/sync.ts';
import { ConnectorError, endsConnection, type Connector, type Profile } from '../connectors/connector.ts';
import type { Clock, Log, Random, Timer } from '../ports.ts';
import type { ServerTime } from '../server-time.ts';
import type { Applied } from '../store/records.ts';
import type { Store } from '../store/store-client.ts';
import { Backoff } from './backoff.ts';
import { catchUp, type CatchUpPorts } from './catch-up.ts';
import { openLiveFeed } from './live-feed.ts';
import { fillGap, loadOlderMessages, refreshMessages } from './message-sync.ts';
import { Presence } from './presence.ts';
import { RequestBudget, throughBudget, type Rank } from './request-budget.ts';
import {
  checkSession,
  describe,
  duringSession,
  lastErrorOf,
  newSession,
  problemOf,
  SessionOver,
  WokeUp,
  type Session,
} from './session.ts';
import { agreeAgain, inTheBackground, roundsPerBackground } from './upkeep.ts';

/** While live: how often to ask for changes anyway. Chatwoot's events come from a queue that can stop on its own. */
const backstopMs = 60_000;
/** After a wake-up the server must answer this fast, or the line is taken for dead. */
const probeMs = 2_000;
/** For this long after a wake-up a connection begins with such a probe: a dead network must not cost a long timeout. */
const hurryMs = 30_000;
/** A live channel that said nothing for this long is not trusted after a wake-up: two pings and a little. */
const channelSilenceMs = 7_000;
/** A server that refuses this agent does not change its mind within seconds. */
const refusedPauseMs = 60_000;

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

export class SyncEngine {
  readonly #ports: EnginePorts;
  readonly #backoff: Backoff;
  readonly #budget: RequestBudget;
  /** Conversations that could not be read yet. */
  readonly #owed = new Set<number>();
  /** Conversations that we may not read any more. */
  readonly #closed = new Set<number>();
  readonly presence: Presence;
  #session: Session | null = null;
  #round = 0;
  #agreeing: Promise<void> | null = null;
  #inBackground = false;
  /** Monotonic ms. */
  #hurryUntil = -Infinity;
  #running = false;
  #loop: Promise<void> = Promise.resolve();
  #skipPause: (() => void) | null = null;
  #status: SyncStatus;

  constructor(ports: EnginePorts, lastLiveAt: number | null) {
    this.#ports = ports;
    this.#backoff = new Backoff(ports.random);
    this.#budget = new RequestBudget(ports.clock, ports.random, (held) => this.#rateLimited(held));
    this.#status = {
      state: 'signed-out',
      problem: null,
      lastLiveAt,
      offlineSince: lastLiveAt,
      progress: null,
      retryAt: null,
      lastError: null,
    };
    this.presence = new Presence(ports.clock, () => this.#session?.live?.sayPresent());
  }

  get status(): SyncStatus {
    return this.#status;
  }

  get #isLive(): boolean {
    return this.#status.state === 'live';
  }

  /** The server answers. Unlike while live, what is stored may still be old: pull a conversation before relying on it. */
  get canAsk(): boolean {
    return this.#status.state === 'live' || this.#status.state === 'catching-up';
  }

  start(): void {
    if (this.#running) return;
    this.#running = true;
    this.#loop = this.#run();
  }

  async stop(): Promise<void> {
    this.#running = false;
    this.presence.stop();
    this.#session?.end(new SessionOver());
    this.#skipPause?.();
    await this.#loop;
  }

  /** A person asks for a try right now. */
  retryNow(): void {
    this.#backoff.reset();
    if (this.#skipPause !== null) this.#skipPause();
    else if (this.#isLive) void this.#agree(0);
    else this.wake();
  }

  /** After a sleep, a new network or a jump of the clock: finds out within `probeMs` whether the line is still good. */
  wake(): void {
    this.#backoff.reset();
    this.#hurryUntil = this.#ports.clock.monotonicNow() + hurryMs;
    const session = this.#session;
    if (this.#skipPause !== null) this.#skipPause();
    else if (session !== null) void this.#proveLine(session);
  }

  /** Another part of the core saw a request fail for want of a connection: find out at once. */
  connectionFailed(error: ConnectorError): void {
    this.#session?.end(error);
  }

  /** Messages of a conversation the agent looks at, ahead of everything else. Quietly does nothing while offline. */
  async refresh(conversationId: number): Promise<void> {
    const session = this.#session;
    if (session === null || !this.canAsk) return;
    await this.#guarded(session, () => refreshMessages(this.#readPorts(session, 'now'), conversationId));
  }

  async loadOlder(conversationId: number): Promise<void> {
    const session = this.#session;
    if (session === null || !this.canAsk) return;
    await this.#guarded(session, async () => {
      await loadOlderMessages(this.#readPorts(session, 'now'), conversationId);
    });
  }

  async fillGap(conversationId: number, afterId: number, beforeId: number): Promise<void> {
    const session = this.#session;
    if (session === null || !this.canAsk) return;
    await this.#guarded(session, () => fillGap(this.#readPorts(session, 'now'), conversationId, afterId, beforeId));
  }

  /** Somebody waits for what only the server knows. Rejects with the step's `ConnectorError`, or one of kind `offline`. */
  async ask<T>(step: (ports: CatchUpPorts) => Promise<T>): Promise<T> {
    const session = this.#session;
    if (session === null || !this.canAsk) throw new ConnectorError('offline', 'no', null, 'not connected');
    try {
      return await step(this.#readPorts(session, 'now'));
    } catch (error) {
      if (error instanceof SessionOver) throw new ConnectorError('offline', 'unknown', null, 'the connection ended');
      if (error instanceof ConnectorError && endsConnection(error)) session.end(error);
      throw error;
    }
  }

  async #run(): Promise<void> {
    while (this.#running) {
      this.#enter('connecting', { retryAt: null, progress: null });
      const session = newSession(this.#ports.clock.monotonicNow());
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
      this.#budget.clear(new SessionOver());
      if (!this.#running) return;
      if (reason instanceof WokeUp) continue;
      if (!(await this.#pause(reason))) return;
    }
  }

  /** Resolves when live; rejects when the session ended on the way. */
  async #connect(session: Session): Promise<void> {
    const { connector, serverTime, clock } = this.#ports;
    if (clock.monotonicNow() < this.#hurryUntil && !(await duringSession(session, this.#answersSoon()))) {
      throw new ConnectorError('timeout', 'no', null, `no answer in ${probeMs} ms after waking up`);
    }
    const profile = await duringSession(session, connector.profile());
    await this.#sampleClock(session);
    this.#ports.onProfile(profile);
    await duringSession(session, this.#openLive(session));
    if (serverTime.trustedNow() === null) await this.#sampleClock(session);
    this.#enter('catching-up', {});
    await duringSession(session, catchUp(this.#readPorts(session, 'bulk')));
    this.#backoff.reset();
    const lastLiveAt = Math.round(serverTime.now());
    this.#enter('live', { problem: null, lastError: null, offlineSince: null, lastLiveAt });
    this.#ports.onLive();
    this.#round = 0;
    this.#scheduleRound(session);
    void this.#background(session);
  }

  async #sampleClock(session: Session): Promise<void> {
    const sample = await duringSession(session, this.#ports.connector.sampleClock());
    if (sample !== null) this.#ports.serverTime.add(sample);
  }

  async #background(session: Session): Promise<void> {
    if (this.#inBackground) return;
    this.#inBackground = true;
    await this.#guarded(session, () => inTheBackground(this.#readPorts(session, 'bulk')));
    this.#inBackground = false;
  }

  #openLive(session: Session): Promise<void> {
    const { connector, clock } = this.#ports;
    return openLiveFeed(session, {
      connector,
      clock,
      reads: this.#readPorts(session, 'now'),
      guarded: (step) => void this.#guarded(session, step),
    });
  }

  // ---- while live --------------------------------------------------------------------------------------------------

  #scheduleRound(session: Session): void {
    const timer: Timer = this.#ports.clock.schedule(backstopMs, () => {
      if (session.over) return;
      this.#round += 1;
      if (this.#round % roundsPerBackground === 0) void this.#background(session);
      void this.#agree(this.#round).finally(() => {
        if (!session.over) this.#scheduleRound(session);
      });
    });
    void session.ended.then(() => timer.cancel());
  }

  /** Asks what changed: proves the connection, catches events that were lost, and moves the "agreed at" mark. */
  async #agree(round: number): Promise<void> {
    const session = this.#session;
    if (session === null || !this.#isLive) return;
    this.#agreeing ??= this.#agreeOnce(session, round).finally(() => {
      this.#agreeing = null;
    });
    await this.#agreeing;
  }

  async #agreeOnce(session: Session, round: number): Promise<void> {
    const ports = this.#readPorts(session, round === 0 ? 'now' : 'bulk');
    try {
      const agreedAt = await agreeAgain(ports, round, this.#status.lastLiveAt ?? 0);
      if (!session.over) this.#enter('live', { lastLiveAt: agreedAt });
    } catch (error) {
      if (session.over || error instanceof SessionOver) return;
      // The cheapest question there is failed: pings on the live channel prove nothing about the rest of the server.
      if (error instanceof ConnectorError) session.end(error);
      else this.#ports.log.write('error', 'sync step failed', { detail: describe(error) });
    }
  }

  // ---- after a wake-up ---------------------------------------------------------------------------------------------

  async #proveLine(session: Session): Promise<void> {
    const { clock } = this.#ports;
    const isSilent = clock.monotonicNow() - session.heardAt > channelSilenceMs;
    // A socket that slept may stay half-open for minutes; a new one costs two requests.
    if (session.live !== null && isSilent) session.end(new WokeUp('live channel silent'));
    else if (!(await this.#answersSoon())) session.end(new WokeUp('no answer'));
    else if (!session.over) await this.#agree(0);
  }

  /** Asks for the time, which is cheap and wanted after a sleep anyway. */
  async #answersSoon(): Promise<boolean> {
    const { connector, serverTime, clock } = this.#ports;
    const tooLate = Promise.withResolvers<null>();
    const timer = clock.schedule(probeMs, () => tooLate.resolve(null));
    try {
      const sample = await Promise.race([connector.sampleClock(), tooLate.promise]);
      if (sample !== null) serverTime.add(sample);
      return sample !== null;
    } catch (error) {
      if (!(error instanceof ConnectorError)) throw error;
      return false;
    } finally {
      timer.cancel();
    }
  }

  /**
   * Runs a step beside the main line. A lost connection in it ends the session; an answer that may be the server's
   * trouble or only this request's is found out about; anything else is only logged.
   */
  async #guarded(session: Session, step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (error) {
      if (session.over || error instanceof SessionOver) return;
      this.#ports.log.write('warn', 'sync step failed', { detail: describe(error) });
      if (!(error instanceof ConnectorError)) return;
      if (endsConnection(error)) session.end(error);
      else if (error.kind === 'server' || error.kind === 'bad-response') await this.#agree(0);
    }
  }

  #readPorts(session: Session, rank: Rank): CatchUpPorts {
    const { connector, store, serverTime, log, onApplied, onReference } = this.#ports;
    return {
      connector: throughBudget(connector, this.#budget, rank),
      store,
      serverTime,
      log,
      onApplied,
      onReference,
      onProgress: (progress) => {
        if (!session.over) this.#enter(this.#status.state, { progress });
      },
      check: () => checkSession(session),
      owed: this.#owed,
      closed: this.#closed,
    };
  }

  #rateLimited(held: boolean): void {
    this.#ports.log.write('info', 'rate limit', { held });
    if (this.canAsk) this.#enter(this.#status.state, { problem: held ? 'rate-limited' : null });
  }

  /** Waits for the next try. Returns false when there is none: signed out, or stopped. */
  async #pause(reason: unknown): Promise<boolean> {
    const { clock, log, serverTime } = this.#ports;
    const problem = problemOf(reason);
    const lastError = lastErrorOf(reason);
    log.write('info', 'connection over', { problem, detail: lastError });
    const offlineSince = this.#status.offlineSince ?? Math.round(serverTime.now());
    if (problem === 'signed-out') {
      this.#enter('signed-out', { problem, lastError, offlineSince, progress: null, retryAt: null });
      this.#running = false;
      return false;
    }
    const delayMs = problem === 'refused' ? refusedPauseMs : this.#backoff.next();
    this.#enter('backing-off', {
      problem,
      lastError,
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
