/**
 * Carries what the agent decided to the server: replies, notes, templates and actions. Which state may follow which is
 * the pure machine in `shared/outbox`; this class drives it against the store and the connector.
 *
 * - In each conversation one customer-visible message is in flight at a time, because the server hands them to WhatsApp
 *   from a concurrent queue; notes and actions do not wait behind it.
 * - Every reply is judged on server time again in the moment before it leaves (law 1).
 * - An attempt with no clear answer becomes *uncertain* and is looked for by client id (law 4, `reconcile.ts`).
 */
import type { ConversationAction, Template } from '../../../shared/contract/entities.ts';
import { isVisibleToCustomer, outboxStep, type OutboxEvent } from '../../../shared/outbox/outbox-machine.ts';
import { isSendable } from '../../../shared/templates/parse.ts';
import { allowsFreeText, windowState } from '../../../shared/window/window-state.ts';
import { assertNever } from '../../../shared/lang/assert.ts';
import { ConnectorError, endsConnection, type Connector, type NewMessage } from '../connectors/connector.ts';
import type { Clock, Log, Timer } from '../ports.ts';
import type { ServerTime } from '../server-time.ts';
import type { OutboxRecord, UpdateOutbox } from '../store/call-types.ts';
import type { Applied, ConversationPatch, MessagePatch } from '../store/records.ts';
import type { Store } from '../store/store-client.ts';
import { isOnServer, nextSettleDelayMs } from './reconcile.ts';

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
  readonly onChanged: (conversationId: number) => void;
  readonly onApplied: (applied: Applied) => void;
  readonly onConnectionFailed: (error: ConnectorError) => void;
}

type Verdict = { readonly serverId: number | null } | 'window-closed' | 'window-unverified';

export class Outbox {
  readonly #ports: OutboxPorts;
  /** Client ids with a request or a look-up under way. */
  readonly #busy = new Set<string>();
  /** Client id → monotonic ms before which it is left alone. Not stored: a restart may try at once. */
  readonly #notBefore = new Map<string, number>();
  #timer: Timer | null = null;
  #draining: Promise<void> | null = null;
  #again = false;
  #stopped = false;

  constructor(ports: OutboxPorts) {
    this.#ports = ports;
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
    const now = this.#ports.clock.monotonicNow();
    let soonest = Infinity;
    const waiting = new Set<number>();
    for (const item of await this.#ports.store.call('outbox.due', {})) {
      const blocked = isVisibleToCustomer(item.content.kind) && waiting.has(item.conversationId);
      const until = this.#holdsBackTheNextUntil(item, now);
      if (until > now) waiting.add(item.conversationId);
      if (item.state === 'accepted') soonest = Math.min(soonest, until > now ? until : Infinity);
      if (blocked || this.#busy.has(item.clientId) || !isWaitingForUs(item)) continue;
      const notBefore = this.#notBefore.get(item.clientId) ?? 0;
      if (notBefore > now) soonest = Math.min(soonest, notBefore);
      else if (item.state === 'queued') this.#start(item, () => this.#attempt(item));
      else this.#start(item, () => this.#settle(item));
    }
    this.#timer?.cancel();
    this.#timer = soonest === Infinity ? null : this.#ports.clock.schedule(soonest - now, () => this.wake());
  }

  /** Until when (monotonic ms) the next message to this customer waits for this one; 0: it does not. */
  #holdsBackTheNextUntil(item: OutboxRecord, now: number): number {
    if (!isVisibleToCustomer(item.content.kind)) return 0;
    if (item.state === 'queued' || item.state === 'sending' || item.state === 'uncertain') return Infinity;
    if (item.state !== 'accepted') return 0;
    const until = this.#notBefore.get(item.clientId) ?? now + longestHandOverMs;
    this.#notBefore.set(item.clientId, until);
    return until;
  }

  #start(item: OutboxRecord, run: () => Promise<void>): void {
    this.#busy.add(item.clientId);
    this.#notBefore.delete(item.clientId);
    void run()
      .catch((error: unknown) => {
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
    if (!(await this.#step(item, { type: 'attempt' }, { attempts: item.attempts + 1 }))) return;
    try {
      const verdict = await this.#send(item);
      if (verdict === 'window-closed') {
        await this.#step(item, { type: 'window-closed' }, { problem: { code: null, text: 'window-closed' } });
      } else if (verdict === 'window-unverified') {
        this.#later(item, retryPauseMs);
        await this.#step(item, { type: 'not-sent' }, {});
      } else {
        await this.#accept(item, verdict.serverId);
      }
    } catch (error) {
      await this.#afterError(item, error);
    }
  }

  /** One request at most. */
  async #send(item: OutboxRecord): Promise<Verdict> {
    const { content, conversationId } = item;
    switch (content.kind) {
      case 'action':
        await this.#act(conversationId, content.action);
        return { serverId: null };
      case 'note':
        return this.#create(item, { kind: 'note', text: content.text });
      case 'template': {
        const template = await this.#templateOf(item, content.name, content.language);
        return this.#create(item, { kind: 'template', text: content.text, template, values: content.values });
      }
      case 'reply': {
        const conversation = await this.#ports.store.call('conversation.get', { id: conversationId });
        if (conversation === null) throw new ConnectorError('not-found', 'no', null, 'The conversation is gone.');
        // No await between this judgement and the request: law 1 is about the moment the text leaves.
        const time = this.#ports.serverTime.judging();
        const state = windowState(conversation.window, time);
        if (state.kind === 'unverified') return 'window-unverified';
        if (!allowsFreeText(state)) return 'window-closed';
        return this.#create(item, { kind: 'reply', text: content.text });
      }
      default:
        return assertNever(content, 'An outbox item is a reply, note, template or action');
    }
  }

  async #create(item: OutboxRecord, content: NewMessage['content']): Promise<Verdict> {
    const { conversationId, clientId, createdAt } = item;
    const sending = this.#ports.connector.createMessage({ conversationId, clientId, writtenAt: createdAt, content });
    const message: MessagePatch = await sending;
    // The answer is the message itself: it goes into the thread at once, without waiting for an event.
    this.#ports.onApplied(await this.#ports.store.call('cache.apply', { messages: [message] }));
    return { serverId: message.id };
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

  #act(conversationId: number, action: ConversationAction): Promise<void> {
    const { connector } = this.#ports;
    switch (action.kind) {
      case 'set-status':
        return connector.setStatus(conversationId, action.status, action.snoozedUntil);
      case 'assign':
        return connector.assign(conversationId, action.assigneeId);
      case 'mark-read':
        return connector.markRead(conversationId);
      default:
        return assertNever(action, 'An action sets status, assigns or marks as read');
    }
  }

  async #accept(item: OutboxRecord, serverId: number | null): Promise<void> {
    if (item.content.kind === 'action') {
      // The server did it: store that as its state, so that nothing flickers back until its event comes.
      const patch = await this.#resultOf(item.conversationId, item.content.action);
      if (patch !== null)
        this.#ports.onApplied(await this.#ports.store.call('cache.apply', { conversations: [patch] }));
    }
    await this.#step(item, { type: 'accepted' }, { serverId, problem: null });
  }

  async #resultOf(id: number, action: ConversationAction): Promise<ConversationPatch | null> {
    const conversation = await this.#ports.store.call('conversation.get', { id });
    if (conversation === null) return null;
    const patch = { id, channelId: conversation.channel.id };
    switch (action.kind) {
      case 'set-status':
        return { ...patch, status: action.status, snoozedUntil: action.snoozedUntil };
      case 'assign': {
        const agents = await this.#ports.store.call('reference.agents', {});
        return { ...patch, assignee: agents.find((agent) => agent.id === action.assigneeId) ?? null };
      }
      case 'mark-read':
        return { ...patch, unread: 0 };
      default:
        return assertNever(action, 'An action sets status, assigns or marks as read');
    }
  }

  async #afterError(item: OutboxRecord, error: unknown): Promise<void> {
    if (!(error instanceof ConnectorError)) throw error;
    const { kind } = error;
    // Actions name their goal, so doing one twice does no harm; a message that may exist is looked for first.
    const mayExist = error.committed === 'unknown' && item.content.kind !== 'action';
    if (mayExist) {
      await this.#step(item, { type: 'ambiguous' }, { settleStep: 0 });
    } else if (kind === 'rejected' || kind === 'not-found' || kind === 'forbidden') {
      await this.#step(item, { type: 'failed' }, { problem: { code: null, text: error.message } });
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
    const current = await this.#ports.store.call('outbox.get', { clientId: item.clientId });
    if (current === null) return false;
    const outcome = outboxStep(item.content.kind, current.state, event);
    if (outcome.type !== 'next') return false;
    await this.#ports.store.call('outbox.update', {
      ...extra,
      clientId: item.clientId,
      state: outcome.state,
      onlyFrom: [current.state],
    });
    if (outcome.state !== current.state) this.#ports.onChanged(item.conversationId);
    return true;
  }
}

/** Queued, or uncertain and not yet looked for as often as it helps (after that only a person moves it). */
function isWaitingForUs(item: OutboxRecord): boolean {
  if (item.state === 'queued') return true;
  return item.state === 'uncertain' && nextSettleDelayMs(item.settleStep) !== null;
}
