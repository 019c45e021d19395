/** When something is tried again after a failure that says "later": ever more rarely, and after some tries visibly. */
import type { OutboxProblem } from '../../../shared/contract/outbox.ts';
import { endsConnection, type ConnectorError } from '../connectors/connector.ts';
import type { Clock } from '../ports.ts';

export const firstPauseMs = 5_000;
const longestPauseMs = 5 * 60_000;
/** `POST upload` is counted by the hour for the whole account (chatwoot-api §8.3): asking again soon cannot help. */
const uploadLimitPauseMs = 60_000;
/** From so many tries in vain on, a person can see that something is wrong. */
const triesBeforeProblem = 3;
/** An action that the server has failed at this often, in a quarter of an hour, is left to a person. */
const mostTries = 8;

export class Retries {
  readonly #clock: Clock;
  /** Client id → monotonic ms before which it is left alone. Not stored: a restart may try at once. */
  readonly #notBefore = new Map<string, number>();
  /** Client id → tries in vain since it last got through, or was decided by a person. */
  readonly #tries = new Map<string, number>();
  #uploadsNotBefore = -Infinity;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Monotonic ms; 0: at any time. */
  notBefore(clientId: string): number {
    return this.#notBefore.get(clientId) ?? 0;
  }

  get uploadsNotBefore(): number {
    return this.#uploadsNotBefore;
  }

  /** Again and again, not just once. */
  isFailing(clientId: string): boolean {
    return (this.#tries.get(clientId) ?? 0) >= triesBeforeProblem;
  }

  /** A server that stumbles over it every time; one that wants a pause, or is away, says nothing about it. */
  isHopeless(clientId: string, { kind }: ConnectorError): boolean {
    return (kind === 'server' || kind === 'bad-response') && (this.#tries.get(clientId) ?? 0) >= mostTries;
  }

  later(clientId: string, delayMs: number): void {
    this.#notBefore.set(clientId, this.#clock.monotonicNow() + delayMs);
  }

  /** It starts now. */
  begins(clientId: string): void {
    this.#notBefore.delete(clientId);
  }

  /** It got through, it is gone, or a person decided it again. */
  forget(clientId: string): void {
    this.#notBefore.delete(clientId);
    this.#tries.delete(clientId);
  }

  /** Plans the next try. Answers what a person should see by now; null: nothing yet. */
  failed(clientId: string, error: ConnectorError): OutboxProblem | null {
    // Not this item's trouble: the connection comes back, and then it goes at once.
    if (endsConnection(error)) {
      this.later(clientId, firstPauseMs);
      return null;
    }
    const tries = (this.#tries.get(clientId) ?? 0) + 1;
    this.#tries.set(clientId, tries);
    this.later(clientId, Math.min(longestPauseMs, firstPauseMs * 2 ** (tries - 1)));
    return tries < triesBeforeProblem ? null : { kind: 'retrying', tries, text: error.message };
  }

  /** The same, for bytes: what is counted for all files holds all of them back. */
  uploadFailed(clientId: string, error: ConnectorError): OutboxProblem | null {
    const problem = this.failed(clientId, error);
    if (error.kind === 'rate-limited') this.#uploadsNotBefore = this.#clock.monotonicNow() + uploadLimitPauseMs;
    return problem;
  }
}
