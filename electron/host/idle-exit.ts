/** The browser host ends when nobody has had a page of it open for a while, and never in the middle of sending. */
import { lastChance, type LeavingOptions } from '../core/leaving.ts';
import type { Timer } from '../core/ports.ts';

/** Long enough for a browser that restarts, or for a tab that is dragged into another window. */
export const graceMs = 5 * 60_000;
const askAgainMs = 5_000;

export interface IdleExitOptions extends LeavingOptions {
  /** A request is under way whose answer would be lost. */
  readonly isSending: () => boolean;
  /** For the person who started us. */
  readonly tell: (line: string) => void;
}

export interface IdleExit {
  /** Settles when it is time to go. */
  readonly over: Promise<void>;
  /** How many pages there are. Before the first one came, nothing is awaited. */
  pagesAre(count: number): void;
  stop(): void;
}

export function watchForIdle(options: IdleExitOptions): IdleExit {
  const { clock, isSending, tell } = options;
  const over = Promise.withResolvers<void>();
  let pages = 0;
  let timer: Timer | null = null;
  const lookIn = (delayMs: number): void => {
    timer?.cancel();
    timer = clock.schedule(delayMs, () => void look());
  };
  async function look(): Promise<void> {
    timer = null;
    if (!isSending()) {
      const left = await lastChance(options);
      if (pages > 0 || timer !== null) return;
      if (!isSending()) {
        tell(`No page of Latchkey has been open for ${graceMs / 60_000} minutes: it ends.${kept(left)}`);
        over.resolve();
        return;
      }
    }
    lookIn(askAgainMs);
  }
  return {
    over: over.promise,
    pagesAre(count) {
      pages = count;
      timer?.cancel();
      timer = null;
      if (count === 0) lookIn(graceMs);
    },
    stop: () => timer?.cancel(),
  };
}

/** Names what has not left; empty if all of it did. */
export function kept(left: number): string {
  if (left === 0) return '';
  const what = left === 1 ? '1 message or change has' : `${left} messages or changes have`;
  return ` ${what} not been sent; kept on this computer, it goes on with the next start.`;
}
