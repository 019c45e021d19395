import type { Random } from '../ports.ts';

const firstMs = 1_000;
const longestMs = 15_000;

/**
 * How long to wait before the next try, in ms: doubling with half of it random, so that a team's clients do not all
 * come back in the same second after the server restarts.
 */
export class Backoff {
  readonly #random: Random;
  #tries = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  next(): number {
    const ceiling = Math.min(longestMs, firstMs * 2 ** this.#tries);
    this.#tries += 1;
    return Math.round(ceiling / 2 + (ceiling / 2) * this.#random.next());
  }

  reset(): void {
    this.#tries = 0;
  }
}
