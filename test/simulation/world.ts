/**
 * Virtual time for a whole system in one process. True time moves from one scheduled thing to the next; every computer
 * in it reads its own clock off true time: the server's is right, the desk's may drift, be set wrong and sleep.
 */
import type { Clock, Timer } from '../../electron/core/ports.ts';

/** Things of the desk's computer stand still while it sleeps; everything else goes on. */
export type Side = 'desk' | 'world';

interface Planned {
  dueAt: number;
  readonly order: number;
  readonly side: Side;
  readonly run: () => void;
  cancelled: boolean;
}

/**
 * More than this without a millisecond passing is a loop. A computer that wakes after nine hours gets all pings of a socket that
 * lived on at once: 11,000.
 */
const mostAtOnce = 20_000;

// Taken at load, so that a test which replaces the global timers does not stop this one.
const nextTurn = setImmediate;

export class World {
  /** True time, epoch ms. */
  now: number;
  asleep = false;
  #order = 0;
  readonly #heap: Planned[] = [];
  #frozen: Planned[] = [];
  #sleptAt = 0;
  #spins = 0;
  readonly #held = new Set<Promise<unknown>>();

  constructor(now: number) {
    this.now = now;
  }

  schedule(delayMs: number, run: () => void, side: Side = 'world'): Timer {
    const planned = {
      dueAt: this.now + Math.max(0, Math.ceil(delayMs)),
      order: this.#order,
      side,
      run,
      cancelled: false,
    };
    this.#order += 1;
    this.#push(planned);
    return { cancel: () => void (planned.cancelled = true) };
  }

  /** Lets `ms` pass; everything runs in order, each at its own time, and promises settle in between. */
  async advance(ms: number): Promise<void> {
    const endAt = this.now + ms;
    await this.#settle();
    for (let next = this.#heap[0]; next !== undefined && next.dueAt <= endAt; next = this.#heap[0]) {
      this.#pop();
      if (next.cancelled) continue;
      this.#spins = next.dueAt > this.now ? 0 : this.#spins + 1;
      if (this.#spins > mostAtOnce) throw new Error('something goes on and on while no time passes');
      this.now = Math.max(this.now, next.dueAt);
      if (this.asleep && next.side === 'desk') {
        this.#frozen.push(next);
        continue;
      }
      next.run();
      await this.#settle();
    }
    this.now = Math.max(this.now, endAt);
  }

  /** Time stands still until this has settled: it needs more than one turn of the thread. */
  hold<T>(promise: Promise<T>): Promise<T> {
    this.#held.add(promise);
    const letGo = (): void => void this.#held.delete(promise);
    promise.then(letGo, letGo);
    return promise;
  }

  /** Lets every promise chain run to its end. One turn is enough for all that is not held. */
  async #settle(): Promise<void> {
    do await new Promise<void>((resolve) => void nextTurn(resolve));
    while (this.#held.size > 0);
  }

  fallAsleep(): void {
    this.asleep = true;
    this.#sleptAt = this.now;
  }

  /** `late`: timers go on where they stood, as on Linux; otherwise all that were due run at once, as on macOS. */
  wakeUp(late: boolean): void {
    if (!this.asleep) return;
    this.asleep = false;
    const sleptMs = this.now - this.#sleptAt;
    const frozen = this.#frozen;
    this.#frozen = [];
    if (late) for (const planned of this.#heap) if (planned.side === 'desk') planned.dueAt += sleptMs;
    for (const planned of frozen) {
      planned.dueAt = late ? planned.dueAt + sleptMs : this.now;
      this.#push(planned);
    }
    if (late) this.#heap.sort(compare);
  }

  #push(planned: Planned): void {
    const heap = this.#heap;
    let at = heap.push(planned) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (compare(heap[parent]!, planned) <= 0) break;
      heap[at] = heap[parent]!;
      at = parent;
    }
    heap[at] = planned;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && compare(heap[child + 1]!, heap[child]!) < 0) child += 1;
      if (compare(heap[child]!, last) >= 0) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = last;
  }
}

const compare = (a: Planned, b: Planned): number => a.dueAt - b.dueAt || a.order - b.order;

/** What is wrong with the clock of the desk's computer. */
export interface Skew {
  /** How much faster than true time it runs, in millionths. */
  readonly ppm: number;
  /** What its wall clock shows too much. */
  wallErrorMs: number;
}

/** The clock of one run of the desk's process: its monotonic reading starts with the process. */
export function deskClock(world: World, skew: Skew, isAlive: () => boolean): Clock {
  const startedAt = world.now;
  const rate = 1 + skew.ppm / 1_000_000;
  return {
    wallNow: () => Math.round(world.now + skew.wallErrorMs),
    monotonicNow: () => 500 + (world.now - startedAt) * rate,
    schedule: (delayMs, run) =>
      world.schedule(
        // As Node's timers: whole milliseconds, and at least one.
        Math.max(1, delayMs / rate),
        () => {
          if (isAlive()) run();
        },
        'desk',
      ),
  };
}
