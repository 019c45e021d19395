/**
 * What the agent can be taken to have seen. While a connection is live, messages reach the screen as they are written;
 * but events get lost, so before a reply leaves the conversation must have been pulled within a minute. What was
 * written before this connection was live was written without seeing what others did meanwhile.
 */
import type { Clock } from '../ports.ts';

const freshForMs = 60_000;

export class Freshness {
  readonly #clock: Clock;
  #live = false;
  /** Conversation → monotonic ms at which its newest messages were last asked for, in this connection. */
  readonly #pulledAt = new Map<number, number>();
  /** Client ids of what was written, or decided again by a person, in this connection. */
  readonly #writtenLive = new Set<string>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  connectionIs(live: boolean): void {
    if (this.#live && !live) {
      this.#pulledAt.clear();
      this.#writtenLive.clear();
    }
    this.#live = live;
  }

  /** Call it before the item is stored, so that no drain can see it unmarked. */
  wrote(clientId: string): void {
    if (this.#live) this.#writtenLive.add(clientId);
  }

  wasWrittenLive(clientId: string): boolean {
    return this.#writtenLive.has(clientId);
  }

  /** `askedAt`: monotonic ms at which the request was made, not when its answer came. */
  pulled(conversationId: number, askedAt: number): void {
    if (this.#live) this.#pulledAt.set(conversationId, askedAt);
  }

  isFresh(conversationId: number): boolean {
    const at = this.#pulledAt.get(conversationId);
    return at !== undefined && this.#clock.monotonicNow() - at <= freshForMs;
  }
}
