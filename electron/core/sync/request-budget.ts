/**
 * How hard the engine may lean on the server. Chatwoot runs on five threads by default and refuses an address that
 * sends more than 50 requests a second (chatwoot-api §8.3), and the whole team may share that address.
 *
 * - At most 25 requests start in any second: half of the limit. The last two of them are kept for what somebody waits for.
 * - Bulk work starts with two requests at once. Ten successes in a row allow one more, up to four; an answer that says
 *   "too much" (429, 5xx, none in time) halves that. Somebody's own request may always be one more than that.
 * - 429 also holds all bulk work for a while and is then asked again: it means that the server did not even look.
 */
import { ConnectorError, type Connector } from '../connectors/connector.ts';
import type { Clock, Random, Timer } from '../ports.ts';
import { Backoff } from './backoff.ts';

const perSecond = 25;
const keptFree = 2;
const firstLimit = 2;
const highestLimit = 4;
const successesForOneMore = 10;
const secondMs = 1_000;

/** `now`: somebody waits for it, or it arrived by itself and has to be shown. `bulk`: everything else. */
export type Rank = 'now' | 'bulk';

interface Waiting {
  readonly rank: Rank;
  /** Was answered by 429: waits for the end of the hold whatever its rank. */
  readonly refused: boolean;
  readonly weight: number;
  readonly start: (generation: number) => void;
  readonly reject: (error: unknown) => void;
}

export class RequestBudget {
  readonly #clock: Clock;
  readonly #backoff: Backoff;
  readonly #onHold: (held: boolean) => void;
  #waiting: Waiting[] = [];
  #limit = firstLimit;
  #running = 0;
  #successes = 0;
  /** Requests that started before this (monotonic ms) say nothing new about the limit. */
  #cutAt = -Infinity;
  /** Monotonic ms at which the last requests started; no more than can matter. */
  #starts: number[] = [];
  #heldUntil: number | null = null;
  #timer: Timer | null = null;
  /** What rejects the requests under way, for `clear()`. */
  readonly #underWay = new Set<(reason: unknown) => void>();
  /** Answers of requests from before `clear()` are not counted any more. */
  #generation = 0;

  /** `onHold`: told when a 429 stops bulk work, and when the server answers again. */
  constructor(clock: Clock, random: Random, onHold: (held: boolean) => void) {
    this.#clock = clock;
    this.#backoff = new Backoff(random);
    this.#onHold = onHold;
  }

  /** How many bulk requests may run at once. */
  get limit(): number {
    return this.#limit;
  }

  /** Runs a read when its turn comes. `weight`: how many requests it really makes. Rejects with what the read threw. */
  async run<T>(rank: Rank, request: () => Promise<T>, weight = 1): Promise<T> {
    for (let refused = false; ; refused = true) {
      const generation = await this.#turn(rank, refused, weight);
      const startedAt = this.#clock.monotonicNow();
      try {
        const value = await this.#untilCleared(request);
        this.#ended(generation, startedAt, null);
        return value;
      } catch (error) {
        this.#ended(generation, startedAt, error);
        const again = error instanceof ConnectorError && error.kind === 'rate-limited';
        if (!again || generation !== this.#generation) throw error;
      }
    }
  }

  /** The connection is over: nothing that waits will start, and nobody waits for what still runs. */
  clear(reason: unknown): void {
    this.#generation += 1;
    this.#running = 0;
    this.#timer?.cancel();
    this.#timer = null;
    this.#heldUntil = null;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { reject } of waiting) reject(reason);
    for (const abandon of this.#underWay) abandon(reason);
    this.#underWay.clear();
  }

  #untilCleared<T>(request: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#underWay.add(reject);
      void request()
        .then(resolve, reject)
        .finally(() => this.#underWay.delete(reject));
    });
  }

  #turn(rank: Rank, refused: boolean, weight: number): Promise<number> {
    return new Promise((resolve, reject) => {
      const entry: Waiting = { rank, refused, weight, start: resolve, reject };
      // What was refused has waited already: it does not queue again behind a thousand others.
      if (refused) this.#waiting.unshift(entry);
      else this.#waiting.push(entry);
      this.#pump();
    });
  }

  #pump(): void {
    const now = this.#clock.monotonicNow();
    this.#starts = this.#starts.filter((at) => at > now - secondMs);
    for (let entry = this.#next(now); entry !== null; entry = this.#next(now)) {
      this.#waiting.splice(this.#waiting.indexOf(entry), 1);
      this.#running += 1;
      for (let one = 0; one < entry.weight; one += 1) this.#starts.push(now);
      entry.start(this.#generation);
    }
    this.#arm(now);
  }

  #next(now: number): Waiting | null {
    const isOnHold = this.#heldUntil !== null && now < this.#heldUntil;
    const mayStart = (entry: Waiting): boolean => {
      if (isOnHold && (entry.refused || entry.rank === 'bulk')) return false;
      const places = entry.rank === 'now' ? this.#limit + 1 : this.#limit;
      return this.#running < places && this.#isInTime(entry);
    };
    const ready = this.#waiting.filter(mayStart);
    return ready.find(({ rank }) => rank === 'now') ?? ready[0] ?? null;
  }

  #isInTime({ rank, weight }: Waiting): boolean {
    return this.#starts.length + weight <= (rank === 'now' ? perSecond : perSecond - keptFree);
  }

  /** What waits for a place starts when a request ends; what waits for time needs a timer. */
  #arm(now: number): void {
    this.#timer?.cancel();
    this.#timer = null;
    if (this.#waiting.length === 0) return;
    const moments: number[] = [];
    if (this.#heldUntil !== null && this.#heldUntil > now) moments.push(this.#heldUntil);
    const oldest = this.#starts[0];
    if (oldest !== undefined && !this.#waiting.every((entry) => this.#isInTime(entry))) moments.push(oldest + secondMs);
    if (moments.length === 0) return;
    this.#timer = this.#clock.schedule(Math.min(...moments) - now, () => this.#pump());
  }

  #ended(generation: number, startedAt: number, error: unknown): void {
    if (generation !== this.#generation) return;
    this.#running -= 1;
    const kind = error instanceof ConnectorError ? error.kind : null;
    if (kind === 'rate-limited' || kind === 'server' || kind === 'timeout') this.#cut(startedAt);
    else if (error === null) this.#grow();
    if (kind === 'rate-limited') this.#hold(startedAt);
    else if (this.#heldUntil !== null && this.#clock.monotonicNow() >= this.#heldUntil) this.#release();
    this.#pump();
  }

  #cut(startedAt: number): void {
    this.#successes = 0;
    if (startedAt < this.#cutAt) return;
    this.#limit = Math.max(1, Math.floor(this.#limit / 2));
    this.#cutAt = this.#clock.monotonicNow();
  }

  #grow(): void {
    this.#successes += 1;
    if (this.#successes < successesForOneMore || this.#limit >= highestLimit) return;
    this.#successes = 0;
    this.#limit += 1;
  }

  #hold(startedAt: number): void {
    const now = this.#clock.monotonicNow();
    // Requests that were refused together are one refusal.
    if (this.#heldUntil !== null && (now < this.#heldUntil || startedAt < this.#heldUntil)) return;
    const wasHeld = this.#heldUntil !== null;
    this.#heldUntil = now + this.#backoff.next();
    if (!wasHeld) this.#onHold(true);
  }

  #release(): void {
    this.#heldUntil = null;
    this.#backoff.reset();
    this.#onHold(false);
  }
}

/** The part of a connector that only asks. */
export type Reads = Pick<
  Connector,
  | 'reference'
  | 'conversationPage'
  | 'conversationsChangedWithin'
  | 'conversation'
  | 'newestMessages'
  | 'messagesAfter'
  | 'messagesBefore'
  | 'messagesBetween'
  | 'mentions'
  | 'searchContacts'
  | 'contactChannels'
  | 'conversationsOfContact'
  | 'searchMessages'
>;

/** What changed, and then up to six lists; some servers want another request for templates. */
const referenceWeight = 7;

export function throughBudget(connector: Connector, budget: RequestBudget, rank: Rank): Reads {
  const ask = <T>(request: () => Promise<T>): Promise<T> => budget.run(rank, request);
  return {
    reference: (mark) => budget.run(rank, () => connector.reference(mark), referenceWeight),
    conversationPage: (page) => ask(() => connector.conversationPage(page)),
    conversationsChangedWithin: (seconds) => ask(() => connector.conversationsChangedWithin(seconds)),
    conversation: (id) => ask(() => connector.conversation(id)),
    newestMessages: (id) => ask(() => connector.newestMessages(id)),
    messagesAfter: (id, messageId) => ask(() => connector.messagesAfter(id, messageId)),
    messagesBefore: (id, messageId) => ask(() => connector.messagesBefore(id, messageId)),
    messagesBetween: (id, fromId, beforeId) => ask(() => connector.messagesBetween(id, fromId, beforeId)),
    mentions: (page) => ask(() => connector.mentions(page)),
    searchContacts: (text) => ask(() => connector.searchContacts(text)),
    contactChannels: (contactId) => ask(() => connector.contactChannels(contactId)),
    conversationsOfContact: (contactId) => ask(() => connector.conversationsOfContact(contactId)),
    searchMessages: (text) => ask(() => connector.searchMessages(text)),
  };
}
