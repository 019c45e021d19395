/**
 * A help desk server in memory that implements the `Connector` port: for tests of the sync engine and the outbox that
 * are about order, faults and time, not about a dialect. It keeps what it was asked in `requests`, and a test can make
 * the next call of a kind fail before or after it took effect.
 */
import {
  ConnectorError,
  type Connector,
  type LiveHandlers,
  type MessageBatch,
  type NewMessage,
  type OutgoingFile,
} from '../../electron/core/connectors/connector.ts';
import type { ConversationPatch, MessagePatch } from '../../electron/core/store/records.ts';
import type { ConversationStatus, Priority } from '../../shared/contract/entities.ts';
import type { FakeClock } from './fake-clock.ts';
import { FakeUploads } from './fake-uploads.ts';
import { ana, FakeOffice, me, teams, whatsappChannel } from './fake-office.ts';

const pageSize = 25;
const messagePage = 20;
const betweenPage = 1_000;

export { ana, me, orderUpdate, returns, whatsappChannel } from './fake-office.ts';

interface Fault {
  readonly call: keyof Connector;
  readonly error: ConnectorError;
  readonly when: 'before' | 'after';
  letThrough: number;
}

export class FakeServer extends FakeOffice implements Connector {
  readonly requests: string[] = [];
  readonly conversations = new Map<number, ConversationPatch>();
  readonly messages = new Map<number, MessagePatch[]>();
  readonly uploads = new FakeUploads();
  /** False: nothing gets through, and the live channel drops. */
  #reachable = true;
  #live: LiveHandlers | null = null;
  /** True: what happens is not told by the live channel (Chatwoot's events come from a queue that can stop). */
  loseEvents = false;
  /** WhatsApp takes over what was sent this long after the server got it, ms; null: never by itself. */
  handsOverAfterMs: number | null = null;
  #nextMessageId = 1_001;
  readonly #clock: FakeClock;
  readonly #faults: Fault[] = [];
  /** Server time is this much ahead of the computer's monotonic start. */
  offsetMs: number;

  constructor(clock: FakeClock) {
    super();
    this.#clock = clock;
    this.offsetMs = clock.wallNow() - clock.monotonicNow();
  }

  now(): number {
    return this.#clock.monotonicNow() + this.offsetMs;
  }

  // ---- what a test does to it --------------------------------------------------------------------------------------

  /** A customer's message: opens the window. */
  customerWrites(conversationId: number, text: string): MessagePatch {
    return this.#add(conversationId, { kind: 'incoming', text, author: { kind: 'contact', id: 1, name: 'Mara' } });
  }

  colleagueWrites(conversationId: number, text: string): MessagePatch {
    return this.#add(conversationId, { kind: 'outgoing', text, sourceId: 'wamid.colleague', author: agent(ana) });
  }

  /** Any other message that was not written here. */
  someoneAdds(conversationId: number, change: Partial<MessagePatch>): MessagePatch {
    return this.#add(conversationId, { kind: 'outgoing', text: 'something', ...change });
  }

  override addConversation(id: number, change: Partial<ConversationPatch> = {}): void {
    const at = this.now();
    this.conversations.set(id, {
      id,
      channelId: whatsappChannel.id,
      contact: { id: id + 500, name: `Customer ${id}`, phoneNumber: `+1555000${id}`, avatarUrl: null },
      status: 'open',
      snoozedUntil: null,
      assignee: null,
      team: null,
      labels: [],
      priority: null,
      unread: 0,
      lastActivityAt: at,
      waitingSince: null,
      canReply: false,
      createdAt: at,
      updatedAt: at,
      ...change,
    });
    this.messages.set(id, this.messages.get(id) ?? []);
  }

  /** WhatsApp takes the message over (or tells what became of it). */
  statusMoves(conversationId: number, messageId: number, change: Partial<MessagePatch>): void {
    const list = this.#messagesOf(conversationId);
    const index = list.findIndex((message) => message.id === messageId);
    const changed = { ...list[index], ...change, updatedAt: this.now() } as MessagePatch;
    list[index] = changed;
    this.#live?.onMessage(changed);
  }

  /** `letThrough`: so many calls of the kind succeed first. */
  failNext(
    call: keyof Connector,
    error: ConnectorError,
    when: 'before' | 'after' = 'before',
    letThrough: number = 0,
  ): void {
    this.#faults.push({ call, error, when, letThrough });
  }

  unplug(): void {
    this.#reachable = false;
    const live = this.#live;
    this.#live = null;
    live?.onDown('closed');
  }

  plugIn(): void {
    this.#reachable = true;
  }

  skipClock(ms: number): void {
    this.offsetMs += ms;
    this.#ping();
  }

  /** What customers would see, in the order in which the server got it. */
  sentTo(conversationId: number): string[] {
    return this.#messagesOf(conversationId)
      .filter((message) => message.kind === 'outgoing')
      .map((message) => message.text);
  }

  notesOf(conversationId: number): string[] {
    return this.#messagesOf(conversationId)
      .filter((message) => message.kind === 'note')
      .map((message) => message.text);
  }

  // ---- the port ----------------------------------------------------------------------------------------------------

  async conversationPage(page: number) {
    return this.#answer('conversationPage', String(page), () => {
      const all = this.#newestFirst();
      const rows = all.slice((page - 1) * pageSize, page * pageSize).map((row) => this.withNewest(row));
      return { rows, total: all.length };
    });
  }

  async conversationsChangedWithin(seconds: number) {
    return this.#answer('conversationsChangedWithin', String(seconds), () =>
      this.#newestFirst()
        .filter((row) => (row.updatedAt ?? 0) > this.now() - seconds * 1000)
        .map((row) => this.withNewest(row)),
    );
  }

  async conversation(id: number) {
    return this.#answer('conversation', String(id), () => this.withNewest(this.#conversationOf(id)));
  }

  async newestMessages(id: number): Promise<MessageBatch> {
    return this.#answer('newestMessages', String(id), () => {
      const list = this.#messagesOf(id);
      return { messages: list.slice(-messagePage), more: list.length > messagePage };
    });
  }

  async messagesAfter(id: number, messageId: number): Promise<MessageBatch> {
    return this.#answer('messagesAfter', `${id} after ${messageId}`, () => {
      const newer = this.#messagesOf(id).filter((message) => message.id > messageId);
      return { messages: newer.slice(0, 100), more: newer.length > 100 };
    });
  }

  async messagesBefore(id: number, messageId: number): Promise<MessageBatch> {
    return this.#answer('messagesBefore', `${id} before ${messageId}`, () => {
      const older = this.#messagesOf(id).filter((message) => message.id < messageId);
      return { messages: older.slice(-messagePage), more: older.length > messagePage };
    });
  }

  async messagesBetween(id: number, fromId: number, beforeId: number): Promise<MessageBatch> {
    return this.#answer('messagesBetween', `${id} from ${fromId} to ${beforeId}`, () => {
      const found = this.#messagesOf(id).filter((message) => message.id >= fromId && message.id < beforeId);
      return { messages: found.slice(0, betweenPage), more: found.length > betweenPage };
    });
  }

  async uploadFile(file: OutgoingFile): Promise<string> {
    const { takesMs } = this.uploads;
    if (takesMs > 0) await new Promise<void>((resolve) => void this.#clock.schedule(takesMs, resolve));
    return this.#answer('uploadFile', file.name, () => this.uploads.add(file));
  }

  async createMessage({ conversationId, clientId, content }: NewMessage): Promise<MessagePatch> {
    return this.#answer('createMessage', `${conversationId} ${content.kind} ${content.text}`, () => {
      const added = this.#add(conversationId, {
        attachments: this.uploads.attachmentsOf(content),
        ...(content.kind === 'reply' ? { quotedId: content.quotedId ?? null } : {}),
        kind: content.kind === 'note' ? 'note' : 'outgoing',
        text: content.text,
        status: 'sent',
        sourceId: null,
        clientId,
        isTemplate: content.kind === 'template',
        author: agent(me),
      });
      if (content.kind !== 'note') this.#handOver(added);
      return added;
    });
  }

  async setStatus(id: number, status: ConversationStatus, snoozedUntil: number | null): Promise<void> {
    this.#answer('setStatus', `${id} ${status}`, () => this.change(id, { status, snoozedUntil }));
  }

  async assign(id: number, assigneeId: number | null): Promise<void> {
    const assignee = [me, ana].find((candidate) => candidate.id === assigneeId) ?? null;
    this.#answer('assign', `${id} ${assigneeId ?? 'nobody'}`, () => this.change(id, { assignee }));
  }

  async assignTeam(id: number, teamId: number | null): Promise<void> {
    const team = teams.find((candidate) => candidate.id === teamId) ?? null;
    this.#answer('assignTeam', `${id} ${teamId ?? 'none'}`, () => {
      if (teamId !== null && team === null) throw new ConnectorError('not-found', 'no', 404, 'Resource not found');
      this.change(id, { team });
    });
  }

  async setPriority(id: number, priority: Priority | null): Promise<void> {
    this.#answer('setPriority', `${id} ${priority ?? 'none'}`, () => this.change(id, { priority }));
  }

  async changeLabels(id: number, add: readonly string[], remove: readonly string[]): Promise<void> {
    this.#answer('changeLabels', `${id} +${add.join(',')} -${remove.join(',')}`, () => {
      const before = this.#conversationOf(id).labels ?? [];
      const labels = [...new Set([...before, ...add])].filter((label) => !remove.includes(label));
      this.change(id, { labels });
    });
  }

  async markRead(id: number): Promise<void> {
    this.#answer('markRead', String(id), () => this.change(id, { unread: 0 }));
  }

  /** Null whenever there is no time to be had, as the port says. */
  async sampleClock() {
    try {
      return this.#answer('sampleClock', '', () => this.#sample());
    } catch (error) {
      if (error instanceof ConnectorError) return null;
      throw error;
    }
  }

  roundTrips(): readonly number[] {
    return [40];
  }

  live(handlers: LiveHandlers) {
    this.requests.push('live');
    if (this.#reachable) {
      this.#live = handlers;
      this.#clock.schedule(5, () => {
        if (this.#live === handlers) handlers.onConfirmed();
      });
    } else {
      this.#clock.schedule(5, () => handlers.onDown('closed'));
    }
    return {
      sayPresent: () => void this.presentAt.push(this.#clock.monotonicNow()),
      close: () => {
        if (this.#live === handlers) this.#live = null;
      },
    };
  }

  // ---- inside ------------------------------------------------------------------------------------------------------

  protected override answered<T>(call: keyof Connector, detail: string, run: () => T): T {
    return this.#answer(call, detail, run);
  }

  protected override allNewestFirst(): ConversationPatch[] {
    return this.#newestFirst();
  }

  protected override messagesIn(conversationId: number): MessagePatch[] {
    return this.#messagesOf(conversationId);
  }

  #answer<T>(call: keyof Connector, detail: string, run: () => T): T {
    this.requests.push(detail === '' ? call : `${call} ${detail}`);
    if (!this.#reachable) throw new ConnectorError('offline', 'no', null, 'unplugged');
    const index = this.#faults.findIndex((fault) => fault.call === call);
    const planned = this.#faults[index];
    const fault = planned?.letThrough === 0 ? planned : undefined;
    if (fault !== undefined) this.#faults.splice(index, 1);
    else if (planned !== undefined) planned.letThrough -= 1;
    if (fault?.when === 'before') throw fault.error;
    const value = run();
    if (fault !== undefined) throw fault.error;
    return value;
  }

  #add(conversationId: number, message: Omit<MessagePatch, 'id' | 'conversationId' | 'createdAt'>): MessagePatch {
    const at = this.now();
    const added: MessagePatch = { id: this.#nextMessageId++, conversationId, createdAt: at, updatedAt: at, ...message };
    this.#messagesOf(conversationId).push(added);
    const incoming = message.kind === 'incoming';
    const unread = (this.#conversationOf(conversationId).unread ?? 0) + (incoming ? 1 : 0);
    if (!this.loseEvents) this.#live?.onMessage(added);
    this.change(conversationId, { lastActivityAt: at, unread, ...(incoming ? { canReply: true } : {}) });
    return added;
  }

  /** Somebody changes it: a colleague, or the call of an action. */
  override change(id: number, change: Partial<ConversationPatch>): void {
    const changed = { ...this.#conversationOf(id), ...change, updatedAt: this.now() };
    this.conversations.set(id, changed);
    if (!this.loseEvents) this.#live?.onConversation(changed, []);
  }

  #conversationOf(id: number): ConversationPatch {
    const conversation = this.conversations.get(id);
    if (conversation === undefined) throw new ConnectorError('not-found', 'no', 404, 'Resource could not be found');
    return conversation;
  }

  #messagesOf(id: number): MessagePatch[] {
    this.#conversationOf(id);
    const list = this.messages.get(id) ?? [];
    this.messages.set(id, list);
    return list;
  }

  #newestFirst(): ConversationPatch[] {
    return [...this.conversations.values()].toSorted((a, b) => (b.lastActivityAt ?? 0) - (a.lastActivityAt ?? 0));
  }

  #handOver({ conversationId, id }: MessagePatch): void {
    if (this.handsOverAfterMs === null) return;
    const change = { sourceId: `wamid.${id}` };
    this.#clock.schedule(this.handsOverAfterMs, () => this.statusMoves(conversationId, id, change));
  }

  #sample() {
    return {
      serverMs: this.now(),
      uncertaintyMs: 20,
      monotonicMs: this.#clock.monotonicNow(),
      wallMs: this.#clock.wallNow(),
      source: 'ping' as const,
    };
  }

  #ping(): void {
    this.#live?.onClockSample(this.#sample());
  }
}

function agent(who: { readonly id: number; readonly name: string }) {
  return { kind: 'agent' as const, id: who.id, name: who.name };
}
