/** Says what the tray and the badge show, whenever that becomes something else: all workspaces together, asked by query. */
import { trayState, type DeskSummary, type TrayState } from '../../../shared/notify/tray.ts';
import type { Clock, Log, Timer } from '../ports.ts';
import type { WorkspaceSummary } from './workspace-summary.ts';

export interface DeskWatchParts {
  readonly clock: Clock;
  readonly log: Log;
  readonly read: () => Promise<readonly (readonly [string, WorkspaceSummary])[]>;
  readonly isSilenced: () => boolean;
  readonly isLocked: () => boolean;
  readonly onState: (state: TrayState) => void;
}

const settleMs = 250;
/** Windows begin to close, and a silence ends, without anything happening. */
const everyMs = 60_000;

export class DeskWatch {
  readonly #parts: DeskWatchParts;
  #timer: Timer | null = null;
  #isSoon = false;
  #last = '';
  #stopped = false;

  constructor(parts: DeskWatchParts) {
    this.#parts = parts;
  }

  changed(): void {
    if (this.#isSoon || this.#stopped) return;
    this.#isSoon = true;
    this.#lookIn(settleMs);
  }

  stop(): void {
    this.#stopped = true;
    this.#timer?.cancel();
  }

  #lookIn(delayMs: number): void {
    this.#timer?.cancel();
    this.#timer = this.#parts.clock.schedule(delayMs, () => void this.#look());
    this.#timer.unref?.();
  }

  async #look(): Promise<void> {
    this.#isSoon = false;
    const { log, onState } = this.#parts;
    try {
      const state = trayState(await this.#summary());
      const now = JSON.stringify(state);
      if (now !== this.#last && !this.#stopped) {
        this.#last = now;
        onState(state);
      }
    } catch (error) {
      // A workspace that closes while it is asked; the next look is without it.
      if (!this.#stopped) log.write('warn', 'the tray was not told anew', { error: String(error) });
    }
    if (!this.#stopped && !this.#isSoon) this.#lookIn(everyMs);
  }

  async #summary(): Promise<DeskSummary> {
    const all = await this.#parts.read();
    const sum = (of: (one: WorkspaceSummary) => number): number => all.reduce((total, [, one]) => total + of(one), 0);
    return {
      unread: sum(({ unread }) => unread),
      unsent: sum(({ unsent }) => unsent),
      stuck: sum(({ stuck }) => stuck),
      closing: all
        .flatMap(([workspaceId, { closing }]) => closing.map((one) => ({ workspaceId, ...one })))
        .toSorted((a, b) => a.closesAt - b.closesAt),
      // One that works says more than another that is signed out.
      signedOut: all.length > 0 && all.every(([, { signedOut }]) => signedOut),
      offline: all.length > 0 && all.every(([, { offline }]) => offline),
      doNotDisturb: this.#parts.isSilenced(),
      locked: this.#parts.isLocked(),
    };
  }
}
