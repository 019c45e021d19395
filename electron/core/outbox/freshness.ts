/**
 * What the agent can be taken to have seen. While a connection is live, messages reach the screen as they are written;
 * but events get lost, so before a reply leaves the conversation must have been pulled within a minute. What was
 * written before this connection was live was written without seeing what others did meanwhile. While it is still
 * catching up, its live channel is open already: what was pulled then counts, what is written then was not seen.
 */
import type { Clock } from '../ports.ts';

const freshForMs = 60_000;

/** `catching-up`: the server can be asked and tells what happens from now on; not everything from before is here. */
export type Connection = 'none' | 'catching-up' | 'live';

export class Freshness {
  readonly #clock: Clock;
  #connection: Connection = 'none';
  /** Conversation → monotonic ms at which its newest messages were last asked for, in this connection. */
  readonly #pulledAt = new Map<number, number>();
  /** Client ids of what was written, or decided again by a person, in this connection. */
  readonly #writtenLive = new Set<string>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Answers whether it is another one than before. */
  connectionIs(connection: Connection): boolean {
    if (connection === this.#connection) return false;
    if (connection === 'none') {
      this.#pulledAt.clear();
      this.#writtenLive.clear();
    }
    this.#connection = connection;
    return true;
  }

  get isLive(): boolean {
    return this.#connection === 'live';
  }

  /** Call it before the item is stored, so that no drain can see it unmarked. */
  wrote(clientId: string): void {
    if (this.isLive) this.#writtenLive.add(clientId);
  }

  wasWrittenLive(clientId: string): boolean {
    return this.#writtenLive.has(clientId);
  }

  /** `askedAt`: monotonic ms at which the request was made, not when its answer came. */
  pulled(conversationId: number, askedAt: number): void {
    if (this.#connection !== 'none') this.#pulledAt.set(conversationId, askedAt);
  }

  isFresh(conversationId: number): boolean {
    const at = this.#pulledAt.get(conversationId);
    return at !== undefined && this.#clock.monotonicNow() - at <= freshForMs;
  }
}
