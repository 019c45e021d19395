/**
 * Carries what the agent decided to the server: replies, notes, templates and actions. Which state may follow which is
 * the pure machine in `shared/outbox`; this class drives it against the store and the connector.
 *
 * - Nothing leaves before its undo time is over; a reply not before it is known to answer the newest messages
 *   (`stale-guard.ts`), an action from an earlier connection not over somebody else's (`store/queries/conflicts.ts`).
 * - In each conversation one customer-visible message is in flight at a time, and actions follow each other (`lanes.ts`).
 *   While the connection is still catching up, messages may leave and actions may not: a message needs only its own
 *   conversation fresh, an action is compared with what the cache says.
 * - A file goes ahead of its message; a message with a file is marked as an attempt only when the server has the bytes.
 * - Every reply is judged on server time again in the moment before it leaves (law 1), however long its file took.
 * - An attempt with no clear answer becomes *uncertain* and is looked for by client id (law 4, `reconcile.ts`).
 */
import type { OutboxProblem } from '../../../shared/contract/outbox.ts';
import { isVisibleToCustomer, kindOf, outboxStep, type OutboxEvent } from '../../../shared/outbox/outbox-machine.ts';
import { allowsFreeText, windowState } from '../../../shared/window/window-state.ts';
import { ConnectorError, endsConnection, type Connector } from '../connectors/connector.ts';
import type { Clock, Log, Timer } from '../ports.ts';
import type { ServerTime } from '../server-time.ts';
import type { OutboxRecord, UpdateOutbox } from '../store/call-types.ts';
import type { Applied } from '../store/records.ts';
import type { Store } from '../store/store-client.ts';
import { Freshness, type Connection } from './freshness.ts';
import { judgeOf, writesFreely } from './judge.ts';
import { lanesOf, lanesTakenBy, messageLane } from './lanes.ts';
import { isOnServer, nextSettleDelayMs } from './reconcile.ts';
import { firstPauseMs, Retries } from './retries.ts';
import { HeldBack, marketingRefusal, needsUpload, refusalProblem, sendItem, uploadFileOf } from './send-item.ts';
import { pullFresh, pullUnknown, whyStale } from './stale-guard.ts';
import { undoRemainingMs } from './undo.ts';

/** A message the server accepted but never handed to WhatsApp stops holding back the next one after this long. */
const longestHandOverMs = 30_000;
/** … and after this long a person is told. */
const handOverProblemMs = 2 * 60_000;

export interface OutboxPorts {
  readonly connector: Connector;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly serverTime: ServerTime;
  readonly connection: () => Connection;
  /** Bytes of one of our own copies, on the disk until they are read; null: they are gone. */
  readonly fileBytes: (id: string) => Promise<Blob | null>;
  /** Our own agent; 0 before the first sign-in. */
  readonly meId: () => number;
  readonly onChanged: (conversationId: number) => void;
  readonly onApplied: (applied: Applied) => void;
  readonly onConnectionFailed: (error: ConnectorError) => void;
}

const windowClosed: OutboxProblem = { kind: 'window-closed' };

export class Outbox {
  readonly #ports: OutboxPorts;
  /** Client ids with a request or a look-up under way. */
  readonly #busy = new Set<string>();
  /** By conversation: the message on its way to WhatsApp, and until when (monotonic ms) the next one waits for it. */
  readonly #handingOver = new Map<number, { readonly clientId: string; readonly until: number }>();
  readonly #freshness: Freshness;
  readonly #retries: Retries;
  #timer: Timer | null = null;
  #draining: Promise<void> | null = null;
  #again = false;
  #stopped = false;

  constructor(ports: OutboxPorts) {
    this.#ports = ports;
    this.#freshness = new Freshness(ports.clock);
    this.#retries = new Retries(ports.clock);
  }

  /** Call it whenever the connection changes: what is written from then on is written by somebody who sees, or not. */
  connectionIs(connection: Connection): void {
    if (this.#freshness.connectionIs(connection) && connection !== 'none') this.wake();
  }

  /** A person writes this, or decides it again, right now. Call it before it is stored. */
  wrote(clientId: string): void {
    this.#freshness.wrote(clientId);
    this.#retries.forget(clientId);
  }

  /** What the last run left in the middle of an attempt has an unknown outcome. Call once before the first drain. */
  async recover(): Promise<void> {
    for (const item of await this.#ports.store.call('outbox.due', {})) await this.#step(item, { type: 'restart' }, {});
  }

  /** Looks for something to do. Call it after any change: a new item, a new connection, a message that came back. */
  wake(): void {
    if (this.#stopped) return;
    if (this.#draining !== null) {
      this.#again = true;
      return;
    }
    this.#draining = this.#drain()
      .catch((error: unknown) => {
        this.#ports.log.write('error', 'outbox could not be read', { detail: String(error) });
      })
      .finally(() => {
        this.#draining = null;
        if (!this.#again) return;
        this.#again = false;
        this.wake();
      });
  }

  /** A request is under way, or its outcome is being looked up. */
  get isSending(): boolean {
    return this.#busy.size > 0;
  }

  /** Starts nothing more; requests under way may end, and what they leave open is uncertain at the next start. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#timer?.cancel();
    await this.#draining;
  }

  /** Starts everything that may start now; requests run on by themselves and wake the outbox when they end. */
  async #drain(): Promise<void> {
    const connection = this.#ports.connection();
    if (connection === 'none') return;
    await this.#forgetHandedOver();
    const now = this.#ports.clock.monotonicNow();
    let soonest = connection === 'live' ? await this.#tellOfNotHanded() : Infinity;
    const taken = new Set<string>();
    for (const [conversationId, { until }] of this.#handingOver) {
      taken.add(messageLane(conversationId));
      soonest = Math.min(soonest, until);
    }
    for (const item of await this.#ports.store.call('outbox.due', {})) {
      const isBlocked = lanesOf(item).some((lane) => taken.has(lane));
      for (const lane of lanesTakenBy(item, this.#retries.isFailing(item.clientId))) taken.add(lane);
      if (item.state === 'held') soonest = Math.min(soonest, await this.#parkHeld(item));
      if (isBlocked || this.#busy.has(item.clientId) || !isWaitingForUs(item)) continue;
      if (connection === 'catching-up' && item.content.kind === 'action') continue;
      const startAt = this.#startAt(item, now);
      if (startAt > now) soonest = Math.min(soonest, startAt);
      else this.#start(item, () => this.#next(item));
    }
    this.#timer?.cancel();
    this.#timer = soonest === Infinity ? null : this.#ports.clock.schedule(soonest - now, () => this.wake());
  }

  /** Monotonic ms. */
  #startAt(item: OutboxRecord, now: number): number {
    const undoMs = item.state === 'queued' ? undoRemainingMs(item, this.#ports.serverTime.now()) : 0;
    const upload = item.state === 'queued' && needsUpload(item) ? this.#retries.uploadsNotBefore : 0;
    return Math.max(this.#retries.notBefore(item.clientId), upload, now + undoMs);
  }

  #next(item: OutboxRecord): Promise<void> {
    if (item.state !== 'queued') return this.#settle(item);
    return needsUpload(item) ? this.#upload(item) : this.#attempt(item);
  }

  /** Marks what the server accepted and keeps to itself. Returns the monotonic ms at which to look again. */
  async #tellOfNotHanded(): Promise<number> {
    const { store, serverTime, clock, onChanged } = this.#ports;
    const serverNow = serverTime.now();
    const acceptedBefore = Math.round(serverNow) - handOverProblemMs;
    const { conversationIds, nextAt } = await store.call('outbox.markNotHanded', { acceptedBefore });
    for (const id of conversationIds) onChanged(id);
    return nextAt === null ? Infinity : clock.monotonicNow() + (nextAt + handOverProblemMs + 1 - serverNow);
  }

  /** A held reply's window goes on closing. Returns the monotonic ms at which to look again. */
  async #parkHeld(item: OutboxRecord): Promise<number> {
    const conversation = await this.#ports.store.call('conversation.get', { id: item.conversationId });
    if (item.content.kind !== 'reply' || conversation === null) return Infinity;
    const time = this.#ports.serverTime.judging();
    const state = windowState(conversation.window, time);
    if (allowsFreeText(state)) {
      const leftMs = state.closesAt === null ? Infinity : state.closesAt - time.guardMs - time.nowMs;
      return this.#ports.clock.monotonicNow() + leftMs;
    }
    if (state.kind !== 'unverified') await this.#step(item, { type: 'window-closed' }, { problem: windowClosed });
    return Infinity;
  }

  async #forgetHandedOver(): Promise<void> {
    const now = this.#ports.clock.monotonicNow();
    for (const [conversationId, { clientId, until }] of this.#handingOver) {
      const item = await this.#ports.store.call('outbox.get', { clientId });
      const onItsWay = item?.state === 'sending' || item?.state === 'accepted';
      if (!onItsWay || until <= now) this.#handingOver.delete(conversationId);
    }
  }

  #start(item: OutboxRecord, run: () => Promise<void>): void {
    this.#busy.add(item.clientId);
    this.#retries.begins(item.clientId);
    void run()
      .catch((error: unknown) => {
        // The store closed under a request that was under way: the next start finds it uncertain and looks for it.
        if (this.#stopped) return;
        this.#retries.later(item.clientId, firstPauseMs);
        this.#ports.log.write('error', 'outbox step failed', { kind: item.content.kind, detail: String(error) });
      })
      .finally(() => {
        this.#busy.delete(item.clientId);
        this.wake();
      });
  }

  /** The file's bytes, so that the message itself is a small request. Nothing of it is visible to anybody yet. */
  async #upload(item: OutboxRecord): Promise<void> {
    // Not for what cannot go now anyway: the attempt parks it, with its reason.
    const judge = await judgeOf(this.#ports, item);
    if (judge() !== 'may-leave') return this.#attempt(item);
    try {
      const uploadId = await uploadFileOf(this.#ports, item);
      const missing: OutboxProblem = { kind: 'file', why: 'missing', text: '' };
      if (uploadId === null) await this.#step(item, { type: 'failed' }, { problem: missing });
      else await this.#noteInQueue(item, { uploadId, problem: null });
    } catch (error) {
      if (!(error instanceof ConnectorError)) throw error;
      if (isRefusal(error)) {
        await this.#step(item, { type: 'failed' }, { problem: refusalProblem(error, true) });
        return;
      }
      const problem = this.#retries.uploadFailed(item.clientId, error);
      if (problem !== null) await this.#noteInQueue(item, { problem });
      // A large file on a thin line says nothing about the line.
      if (endsConnection(error) && error.kind !== 'timeout') this.#ports.onConnectionFailed(error);
    }
  }

  /** What is known of it by now; nothing, if a person was faster. */
  async #noteInQueue(item: OutboxRecord, change: Pick<UpdateOutbox, 'uploadId' | 'problem'>): Promise<void> {
    const { clientId, conversationId } = item;
    const update = { ...change, clientId, state: 'queued', onlyFrom: ['queued'] } as const;
    if ((await this.#ports.store.call('outbox.update', update)) !== null) this.#ports.onChanged(conversationId);
  }

  async #attempt(item: OutboxRecord): Promise<void> {
    const why = await this.#whyNotNow(item);
    if (why === 'later') this.#retries.later(item.clientId, firstPauseMs);
    else if (why !== null) await this.#step(item, why.event, { problem: why.problem });
    // An upload that was put off because the window looked closed is due after all: the next look takes it up.
    if (why !== null || needsUpload(item)) return;
    if (!(await this.#step(item, { type: 'attempt' }, { attempts: item.attempts + 1 }))) return;
    try {
      const serverId = await this.#send(item);
      this.#retries.forget(item.clientId);
      await this.#step(item, { type: 'accepted' }, { serverId, problem: null });
    } catch (error) {
      await this.#afterError(item, error);
    }
  }

  /** What has to be known before a request is worth making; may ask the server. Null: nothing speaks against it. */
  async #whyNotNow(item: OutboxRecord): Promise<{ event: OutboxEvent; problem: OutboxProblem } | 'later' | null> {
    try {
      if (item.content.kind === 'action') {
        const conflict = await this.#findConflicts(item);
        if (conflict !== null) return { event: { type: 'conflict' }, problem: conflict };
      }
      const isFree = await writesFreely(this.#ports, item);
      if (isFree || item.content.kind === 'template') await pullUnknown(this.#ports, item.conversationId);
      const unwanted = await marketingRefusal(this.#ports, item, this.#freshness.isLive);
      if (unwanted === 'later') return unwanted;
      if (unwanted !== null) return { event: { type: 'failed' }, problem: unwanted };
      if (!isFree) return null;
      // What came while there was no connection may have opened the window.
      if (!this.#freshness.isLive) await pullFresh(this.#ports, this.#freshness, item.conversationId);
      const verdict = (await judgeOf(this.#ports, item))();
      // A macro is not parked for a template: nothing can be put in its place.
      const event: OutboxEvent = { type: item.content.kind === 'reply' ? 'window-closed' : 'hold' };
      if (verdict === 'window-closed') return { event, problem: windowClosed };
      if (verdict === 'window-unverified') return 'later';
      const stale = await whyStale(this.#ports, this.#freshness, item);
      return stale === null ? null : { event: { type: 'hold' }, problem: stale };
    } catch (error) {
      if (!(error instanceof ConnectorError)) throw error;
      // Its conversation is gone from the server, or not ours to see any more.
      if (isRefusal(error)) return { event: { type: 'failed' }, problem: refusalProblem(error, false) };
      if (endsConnection(error)) this.#ports.onConnectionFailed(error);
      return 'later';
    }
  }

  /**
   * Actions from before this connection are judged against what the server says now; all of the conversation at once,
   * before the first of them leaves, because what the server does along with one (opening assigns) is nobody's change.
   */
  async #findConflicts(item: OutboxRecord): Promise<OutboxProblem | null> {
    if (this.#freshness.wasWrittenLive(item.clientId)) return null;
    const { store, meId } = this.#ports;
    let own: OutboxProblem | null = null;
    for (const other of await store.call('outbox.due', {})) {
      const isAction = kindOf(other.content) === 'action' && other.state === 'queued';
      if (!isAction || other.conversationId !== item.conversationId) continue;
      if (this.#freshness.wasWrittenLive(other.clientId)) continue;
      const problem = await store.call('outbox.changedMeanwhile', { clientId: other.clientId, meId: meId() });
      if (problem === null) this.#freshness.wrote(other.clientId);
      else if (other.clientId === item.clientId) own = problem;
      else await this.#step(other, { type: 'conflict' }, { problem });
    }
    return own;
  }

  /** One request at most. Returns the server's message id; null for actions. */
  async #send(item: OutboxRecord): Promise<number | null> {
    const { clientId, conversationId } = item;
    const visible = isVisibleToCustomer(item.content.kind);
    // From before the request on: its message may come back by the live channel ahead of the answer.
    if (visible) this.#handingOver.set(conversationId, { clientId, until: Infinity });
    const message = await sendItem(this.#ports, item);
    if (message === null) return null;
    if (visible) {
      const until = this.#ports.clock.monotonicNow() + longestHandOverMs;
      this.#handingOver.set(conversationId, { clientId, until });
    }
    // The answer is the message itself: it goes into the thread at once, without waiting for an event.
    this.#ports.onApplied(await this.#ports.store.call('cache.apply', { messages: [message] }));
    return message.id;
  }

  async #afterError(item: OutboxRecord, error: unknown): Promise<void> {
    if (error instanceof HeldBack) {
      // Back to the queue, where the next look parks it with its reason.
      await this.#step(item, { type: 'not-sent' }, {});
      return;
    }
    if (!(error instanceof ConnectorError)) throw error;
    // Most actions name their goal, so doing one twice does no harm; a message that may exist is looked for first.
    const mayExist = error.committed === 'unknown' && kindOf(item.content) !== 'action';
    if (mayExist) {
      await this.#step(item, { type: 'ambiguous' }, { settleStep: 0 });
    } else if (isRefusal(error)) {
      await this.#step(item, { type: 'failed' }, { problem: refusalProblem(error, false) });
    } else {
      const problem = this.#retries.failed(item.clientId, error);
      if (kindOf(item.content) === 'action' && this.#retries.isHopeless(item.clientId, error)) {
        await this.#step(item, { type: 'failed' }, { problem: refusalProblem(error, false) });
        return;
      }
      // Bytes that the server does not have any more go again.
      const upload = error.kind === 'unknown-upload' ? { uploadId: null } : {};
      await this.#step(item, { type: 'not-sent' }, { ...upload, ...(problem === null ? {} : { problem }) });
    }
    if (endsConnection(error)) this.#ports.onConnectionFailed(error);
  }

  /** Looks for an uncertain message on the server; three times, then a note goes again and a reply waits for a person. */
  async #settle(item: OutboxRecord): Promise<void> {
    try {
      // If it is there, applying it to the cache has moved the item on already.
      if (await isOnServer(this.#ports, item)) return;
    } catch (error) {
      if (!(error instanceof ConnectorError)) throw error;
      this.#retries.failed(item.clientId, error);
      if (endsConnection(error)) this.#ports.onConnectionFailed(error);
      return;
    }
    const settleStep = item.settleStep + 1;
    const delayMs = nextSettleDelayMs(settleStep);
    if (delayMs === null) {
      await this.#step(item, { type: 'not-found-finally' }, { settleStep });
    } else {
      this.#retries.later(item.clientId, delayMs);
      await this.#ports.store.call('outbox.update', { clientId: item.clientId, state: item.state, settleStep });
    }
  }

  /** Moves an item by the machine and stores it. False if it moved on meanwhile and the event makes no sense now. */
  async #step(item: OutboxRecord, event: OutboxEvent, extra: Partial<UpdateOutbox>): Promise<boolean> {
    const { store } = this.#ports;
    for (;;) {
      const current = await store.call('outbox.get', { clientId: item.clientId });
      if (current === null) return false;
      const outcome = outboxStep(kindOf(item.content), current.state, event);
      if (outcome.type !== 'next') return false;
      const { clientId } = item;
      const change = { ...extra, clientId, state: outcome.state, onlyFrom: [current.state] };
      // Null: a person or the live channel was faster between the two calls; judged again from where it is now.
      if ((await store.call('outbox.update', change)) === null) continue;
      if (outcome.state !== current.state) this.#ports.onChanged(item.conversationId);
      return true;
    }
  }
}

/** The server understood it and said no: trying again as it is cannot help. */
function isRefusal({ kind }: ConnectorError): boolean {
  return kind === 'rejected' || kind === 'not-found' || kind === 'forbidden';
}

/** Queued, or uncertain and not yet looked for as often as it helps (after that only a person moves it). */
function isWaitingForUs(item: OutboxRecord): boolean {
  if (item.state === 'queued') return true;
  // What a macro did tells nothing of where it came from.
  const canBeFound = kindOf(item.content) !== 'macro';
  return item.state === 'uncertain' && canBeFound && nextSettleDelayMs(item.settleStep) !== null;
}
