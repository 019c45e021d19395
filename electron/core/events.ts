/**
 * Tells the page what to read again. Ids are collected for a moment and sent as one event: a page of 25 conversations
 * from the server is one repaint, not 25.
 */
import type { AnyEvent } from '../../shared/contract/contract.ts';
import type { Applied } from './store/records.ts';
import type { Clock, Timer } from './ports.ts';

const collectMs = 12;
/**
 * After telling what syncing brought, this much of the same is collected (ms): a first sync is a hundred small steps, and the page
 * reads what it shows again after each. What the agent does never waits for it.
 */
const restMs = 100;
/** Above this many ids the page is better off reading its visible pages again. */
const manyIds = 200;

type ListEvent = 'conversations.changed' | 'messages.changed' | 'outbox.changed';
type PlainEvent = Exclude<AnyEvent['name'], ListEvent>;

export class Events {
  readonly #clock: Clock;
  readonly #listeners = new Set<(event: AnyEvent) => void>();
  readonly #lists = new Map<ListEvent, Set<number> | null>();
  readonly #plain = new Set<PlainEvent>();
  #timer: Timer | null = null;
  /** Monotonic ms. */
  #dueAt = Number.POSITIVE_INFINITY;
  #restsUntil = Number.NEGATIVE_INFINITY;
  #hasApplied = false;
  #revision = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  listen(listener: (event: AnyEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  changed(name: PlainEvent): void {
    this.#plain.add(name);
    this.#arm(collectMs);
  }

  /** `ids: null` means "too many to name". */
  changedIn(name: ListEvent, ids: readonly number[] | null): void {
    if (this.#collect(name, ids)) this.#arm(collectMs);
  }

  applied(applied: Applied): void {
    const added = [
      this.#collect('conversations.changed', applied.conversations),
      this.#collect('messages.changed', applied.messages),
      this.#collect('outbox.changed', applied.outbox),
    ];
    if (!added.includes(true)) return;
    this.#hasApplied = true;
    this.#arm(Math.max(collectMs, this.#restsUntil - this.#clock.monotonicNow()));
  }

  stop(): void {
    this.#timer?.cancel();
    this.#timer = null;
    this.#listeners.clear();
  }

  /** False: there was nothing. */
  #collect(name: ListEvent, ids: readonly number[] | null): boolean {
    if (ids !== null && ids.length === 0) return false;
    const known = this.#lists.get(name);
    if (ids === null || known === null) {
      this.#lists.set(name, null);
    } else {
      const all = known ?? new Set<number>();
      for (const id of ids) all.add(id);
      this.#lists.set(name, all.size > manyIds ? null : all);
    }
    return true;
  }

  #arm(delayMs: number): void {
    const dueAt = this.#clock.monotonicNow() + delayMs;
    if (this.#timer !== null && this.#dueAt <= dueAt) return;
    this.#timer?.cancel();
    this.#dueAt = dueAt;
    this.#timer = this.#clock.schedule(delayMs, () => this.#flush());
  }

  #flush(): void {
    this.#timer = null;
    if (this.#hasApplied) this.#restsUntil = this.#clock.monotonicNow() + restMs;
    this.#hasApplied = false;
    const events: AnyEvent[] = [];
    for (const name of this.#plain) events.push({ name, data: { revision: ++this.#revision } });
    for (const [name, ids] of this.#lists) {
      events.push({ name, data: { ids: ids === null ? null : [...ids], revision: ++this.#revision } });
    }
    this.#plain.clear();
    this.#lists.clear();
    for (const event of events) for (const listener of this.#listeners) listener(event);
  }
}
