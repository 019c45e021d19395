/**
 * Carries what the agent decided to the server: replies, notes, templates and actions. Which state may follow which is
 * the pure machine in `shared/outbox`; this class drives it against the store and the connector.
 *
 * - Nothing leaves before its undo time is over; a reply not before it is known to answer the newest messages
 *   (`stale-guard.ts`), an action from an earlier connection not over somebody else's (`store/queries/conflicts.ts`).
 * - In each conversation one customer-visible message is in flight at a time, because the server hands them to WhatsApp
 *   from a concurrent queue; notes and actions do not wait behind it. Actions follow each other as well.
 * - Every reply is judged on server time again in the moment before it leaves (law 1).
 * - An attempt with no clear answer becomes *uncertain* and is looked for by client id (law 4, `reconcile.ts`).
 */
import type { OutboxProblem, Template } from '../../../shared/contract/entities.ts';
import { isVisibleToCustomer, outboxStep, type OutboxEvent } from '../../../shared/outbox/outbox-machine.ts';
import { isSendable } from '../../../shared/templates/parse.ts';
import { allowsFreeText, windowState } from '../../../shared/window/window-state.ts';
import { assertNever } from '../../../shared/lang/assert.ts';
import { ConnectorError, endsConnection, type Connector, type NewMessage } from '../connectors/connector.ts';
import type { Clock, Log, Timer } from '../ports.ts';
import type { ServerTime } from '../server-time.ts';
import type { OutboxRecord, UpdateOutbox } from '../store/call-types.ts';
import type { Applied, MessagePatch } from '../store/records.ts';
import type { Store } from '../store/store-client.ts';
import { Freshness } from './freshness.ts';
import { performAction } from './perform-action.ts';
import { isOnServer, nextSettleDelayMs } from './reconcile.ts';
import { whyStale } from './stale-guard.ts';
import { undoRemainingMs } from './undo.ts';

/** Pause before the same item tries again after a failure that says "later". */
const retryPauseMs = 5_000;
/** A message the server accepted but never handed to WhatsApp stops holding back the next one after this long. */
const longestHandOverMs = 30_000;

export interface OutboxPorts {
  readonly connector: Connector;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly serverTime: ServerTime;
  /** True while the server can be asked and the cache is fresh. */
  readonly canSend: () => boolean;
  /** Our own agent; 0 before the first sign-in. */
  readonly meId: () => number;
  readonly onChanged: (conversationId: number) => void;
  readonly onApplied: (applied: Applied) => void;
  readonly onConnectionFailed: (error: ConnectorError) => void;
}

const windowClosed: OutboxProblem = { kind: 'window-closed' };

/** The window closed between marking the attempt and making the request. */
class HeldBack extends Error {}

export class Outbox {
  readonly #ports: OutboxPorts;
  /** Client ids with a request or a look-up under way. */
  readonly #busy = new Set<string>();
  /** Client id → monotonic ms before which it is left alone. Not stored: a restart may try at once. */
  readonly #notBefore = new Map<string, number>();
  /** By conversation: the message on its way to WhatsApp, and until when (monotonic ms) the next one waits for it. */
  readonly #handingOver = new Map<number, { readonly clientId: string; readonly until: number }>();
  readonly #freshness: Freshness;
  #timer: Timer | null = null;
  #draining: Promise<void> | null = null;
  #again = false;
  #stopped = false;

  constructor(ports: OutboxPorts) {
    this.#ports = ports;
    this.#freshness = new Freshness(ports.clock);
  }

  /** Call it whenever the connection changes: what is written from then on is written by somebody who sees, or not. */
  connectionIs(live: boolean): void {
    this.#freshness.connectionIs(live);
  }

  /** A person writes this, or decides it again, right now. Call it before it is stored. */
  wrote(clientId: string): void {
    this.#freshness.wrote(clientId);
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

  /** Starts nothing more; requests under way may end, and what they leave open is uncertain at the next start. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#timer?.cancel();
    await this.#draining;
  }

  /** Starts everything that may start now; requests run on by themselves and wake the outbox when they end. */
  async #drain(): Promise<void> {
    if (!this.#ports.canSend()) return;
    await this.#forgetHandedOver();
    const now = this.#ports.clock.monotonicNow();
    let soonest = Infinity;
    const taken = new Set<string>();
    for (const [conversationId, { until }] of this.#handingOver) {
      taken.add(`message ${conversationId}`);
      soonest = Math.min(soonest, until);
    }
    for (const item of await this.#ports.store.call('outbox.due', {})) {
      const lane = laneOf(item);
      const blocked = lane !== null && taken.has(lane);
      if (lane !== null && holdsBackTheNext(item)) taken.add(lane);
      if (item.state === 'held') soonest = Math.min(soonest, await this.#parkHeld(item));
      if (blocked || this.#busy.has(item.clientId) || !isWaitingForUs(item)) continue;
      const startAt = Math.max(this.#notBefore.get(item.clientId) ?? 0, now + this.#undoRemaining(item));
      if (startAt > now) soonest = Math.min(soonest, startAt);
      else if (item.state === 'queued') this.#start(item, () => this.#attempt(item));
      else this.#start(item, () => this.#settle(item));
    }
    this.#timer?.cancel();
    this.#timer = soonest === Infinity ? null : this.#ports.clock.schedule(soonest - now, () => this.wake());
  }

  #undoRemaining(item: OutboxRecord): number {
    return item.state === 'queued' ? undoRemainingMs(item, this.#ports.serverTime.now()) : 0;
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
    this.#notBefore.delete(item.clientId);
    void run()
      .catch((error: unknown) => {
        // The store closed under a request that was under way: the next start finds it uncertain and looks for it.
        if (this.#stopped) return;
        this.#later(item, retryPauseMs);
        this.#ports.log.write('error', 'outbox step failed', { kind: item.content.kind, detail: String(error) });
      })
      .finally(() => {
        this.#busy.delete(item.clientId);
        this.wake();
      });
  }

  #later(item: OutboxRecord, delayMs: number): void {
    this.#notBefore.set(item.clientId, this.#ports.clock.monotonicNow() + delayMs);
  }

  async #attempt(item: OutboxRecord): Promise<void> {
    const why = await this.#whyNotNow(item);
    if (why === 'later') this.#later(item, retryPauseMs);
    else if (why !== null) await this.#step(item, why.event, { problem: why.problem });
    if (why !== null || !(await this.#step(item, { type: 'attempt' }, { attempts: item.attempts + 1 }))) return;
    try {
      const serverId = await this.#send(item);
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
        return conflict === null ? null : { event: { type: 'conflict' }, problem: conflict };
      }
      if (item.content.kind !== 'reply') return null;
      const verdict = (await this.#judge(item))();
      if (verdict === 'window-closed') return { event: { type: 'window-closed' }, problem: windowClosed };
      if (verdict === 'window-unverified') return 'later';
      const stale = await whyStale(this.#ports, this.#freshness, item);
      return stale === null ? null : { event: { type: 'hold' }, problem: stale };
    } catch (error) {
      if (!(error instanceof ConnectorError)) throw error;
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
      const isAction = other.content.kind === 'action' && other.state === 'queued';
      if (!isAction || other.conversationId !== item.conversationId) continue;
      if (this.#freshness.wasWrittenLive(other.clientId)) continue;
      const problem = await store.call('outbox.changedMeanwhile', { clientId: other.clientId, meId: meId() });
      if (problem === null) this.#freshness.wrote(other.clientId);
      else if (other.clientId === item.clientId) own = problem;
      else await this.#step(other, { type: 'conflict' }, { problem });
    }
    return own;
  }

  /** Reads the facts once; the function it returns judges them at the moment it is called. */
  async #judge(item: OutboxRecord): Promise<() => 'may-leave' | 'window-closed' | 'window-unverified'> {
    if (item.content.kind !== 'reply') return () => 'may-leave';
    const conversation = await this.#ports.store.call('conversation.get', { id: item.conversationId });
    // Gone from the server: the request finds out, and says so.
    if (conversation === null) return () => 'may-leave';
    return () => {
      const state = windowState(conversation.window, this.#ports.serverTime.judging());
      if (state.kind === 'unverified') return 'window-unverified';
      return allowsFreeText(state) ? 'may-leave' : 'window-closed';
    };
  }

  /** One request at most. Returns the server's message id; null for actions. */
  async #send(item: OutboxRecord): Promise<number | null> {
    const { content, conversationId } = item;
    switch (content.kind) {
      case 'action':
        await performAction(this.#ports.connector, conversationId, content.action);
        return null;
      case 'note':
        return this.#create(item, { kind: 'note', text: content.text });
      case 'template': {
        const template = await this.#templateOf(item, content.name, content.language);
        return this.#create(item, { kind: 'template', text: content.text, template, values: content.values });
      }
      case 'reply': {
        const judge = await this.#judge(item);
        // No await between this judgement and the request: law 1 is about the moment the text leaves.
        if (judge() !== 'may-leave') throw new HeldBack();
        return this.#create(item, { kind: 'reply', text: content.text });
      }
      default:
        return assertNever(content, 'An outbox item is a reply, note, template or action');
    }
  }

  async #create(item: OutboxRecord, content: NewMessage['content']): Promise<number> {
    const { conversationId, clientId, createdAt } = item;
    const visible = content.kind !== 'note';
    // From before the request on: its message may come back by the live channel ahead of the answer.
    if (visible) this.#handingOver.set(conversationId, { clientId, until: Infinity });
    const sending = this.#ports.connector.createMessage({ conversationId, clientId, writtenAt: createdAt, content });
    const message: MessagePatch = await sending;
    if (visible) {
      const until = this.#ports.clock.monotonicNow() + longestHandOverMs;
      this.#handingOver.set(conversationId, { clientId, until });
    }
    // The answer is the message itself: it goes into the thread at once, without waiting for an event.
    this.#ports.onApplied(await this.#ports.store.call('cache.apply', { messages: [message] }));
    return message.id;
  }

  async #templateOf(item: OutboxRecord, name: string, language: string): Promise<Template> {
    const conversation = await this.#ports.store.call('conversation.get', { id: item.conversationId });
    const channelId = conversation?.channel.id ?? -1;
    const template = await this.#ports.store.call('template.get', { channelId, name, language });
    if (template === null || !isSendable(template)) {
      throw new ConnectorError('rejected', 'no', null, 'This template is not available any more.');
    }
    return template;
  }

  async #afterError(item: OutboxRecord, error: unknown): Promise<void> {
    if (error instanceof HeldBack) {
      // Back to the queue, where the next look parks it with its reason.
      await this.#step(item, { type: 'not-sent' }, {});
      return;
    }
    if (!(error instanceof ConnectorError)) throw error;
    const { kind } = error;
    // Actions name their goal, so doing one twice does no harm; a message that may exist is looked for first.
    const mayExist = error.committed === 'unknown' && item.content.kind !== 'action';
    if (mayExist) {
      await this.#step(item, { type: 'ambiguous' }, { settleStep: 0 });
    } else if (kind === 'rejected' || kind === 'not-found' || kind === 'forbidden') {
      await this.#step(item, { type: 'failed' }, { problem: { kind: 'refused', code: null, text: error.message } });
    } else {
      this.#later(item, retryPauseMs);
      await this.#step(item, { type: 'not-sent' }, {});
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
      this.#later(item, retryPauseMs);
      if (endsConnection(error)) this.#ports.onConnectionFailed(error);
      return;
    }
    const settleStep = item.settleStep + 1;
    const delayMs = nextSettleDelayMs(settleStep);
    if (delayMs === null) {
      await this.#step(item, { type: 'not-found-finally' }, { settleStep });
    } else {
      this.#later(item, delayMs);
      await this.#ports.store.call('outbox.update', { clientId: item.clientId, state: item.state, settleStep });
    }
  }

  /** Moves an item by the machine and stores it. False if it moved on meanwhile and the event makes no sense now. */
  async #step(item: OutboxRecord, event: OutboxEvent, extra: Partial<UpdateOutbox>): Promise<boolean> {
    const { store } = this.#ports;
    for (;;) {
      const current = await store.call('outbox.get', { clientId: item.clientId });
      if (current === null) return false;
      const outcome = outboxStep(item.content.kind, current.state, event);
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

/** Within a lane one follows the other: messages for the customer, and actions. Notes wait for nothing. */
function laneOf({ content, conversationId }: OutboxRecord): string | null {
  if (content.kind === 'action') return `action ${conversationId}`;
  return isVisibleToCustomer(content.kind) ? `message ${conversationId}` : null;
}

/** True while the next one of its lane has to wait for this one. */
function holdsBackTheNext({ state }: OutboxRecord): boolean {
  return state === 'queued' || state === 'sending' || state === 'uncertain';
}

/** Queued, or uncertain and not yet looked for as often as it helps (after that only a person moves it). */
function isWaitingForUs(item: OutboxRecord): boolean {
  if (item.state === 'queued') return true;
  return item.state === 'uncertain' && nextSettleDelayMs(item.settleStep) !== null;
}
