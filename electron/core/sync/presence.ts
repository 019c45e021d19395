/**
 * Tells the server that a person is at the window, because that is what the server makes of it: colleagues see them
 * online and new conversations are assigned to them. Never said in the background, and never longer than it is true.
 */
import type { Clock, Timer } from '../ports.ts';

/** PRESENCE_DURATION of Chatwoot: what was said counts this long. */
const everyMs = 20_000;
/** A page that died or sleeps reports nothing: then nobody is taken to be there. */
const trustedMs = 5 * 60_000;

export class Presence {
  readonly #clock: Clock;
  readonly #say: () => void;
  /** Monotonic ms. */
  #reportedAt = -Infinity;
  #saidAt = -Infinity;
  #timer: Timer | null = null;

  /** `say`: tells the server once; does nothing while there is no connection. */
  constructor(clock: Clock, say: () => void) {
    this.#clock = clock;
    this.#say = say;
  }

  report(active: boolean): void {
    if (!active) {
      this.stop();
      return;
    }
    this.#reportedAt = this.#clock.monotonicNow();
    if (this.#timer === null) this.#sayOnAndOn();
  }

  stop(): void {
    this.#timer?.cancel();
    this.#timer = null;
  }

  #sayOnAndOn(): void {
    this.#timer = null;
    const now = this.#clock.monotonicNow();
    if (now - this.#reportedAt >= trustedMs) return;
    // Coming and going within one period says nothing new.
    const waitMs = this.#saidAt + everyMs - now;
    if (waitMs <= 0) {
      this.#saidAt = now;
      this.#say();
    }
    this.#timer = this.#clock.schedule(waitMs > 0 ? waitMs : everyMs, () => this.#sayOnAndOn());
  }
}
