/**
 * Tells the page what to read again. Ids are collected for a moment and sent as one event: a page of 25 conversations
 * from the server is one repaint, not 25.
 */
import type { AnyEvent } from '../../shared/contract/contract.ts';
import type { Applied } from './store/records.ts';
import type { Clock, Timer } from './ports.ts';

const collectMs = 12;
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
    this.#arm();
  }

  /** `ids: null` means "too many to name". */
  changedIn(name: ListEvent, ids: readonly number[] | null): void {
    if (ids !== null && ids.length === 0) return;
    const known = this.#lists.get(name);
    if (ids === null || known === null) {
      this.#lists.set(name, null);
    } else {
      const all = known ?? new Set<number>();
      for (const id of ids) all.add(id);
      this.#lists.set(name, all.size > manyIds ? null : all);
    }
    this.#arm();
  }

  applied(applied: Applied): void {
    this.changedIn('conversations.changed', applied.conversations);
    this.changedIn('messages.changed', applied.messages);
    this.changedIn('outbox.changed', applied.outbox);
  }

  stop(): void {
    this.#timer?.cancel();
    this.#timer = null;
    this.#listeners.clear();
  }

  #arm(): void {
    this.#timer ??= this.#clock.schedule(collectMs, () => this.#flush());
  }

  #flush(): void {
    this.#timer = null;
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
