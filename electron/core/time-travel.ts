/**
 * Notices that time has passed without us (the computer slept, the process stood still) or that the computer's clock was
 * set, by comparing at every tick how far the two clocks came with how far they should have come. The system's own
 * wake-up signal is late or missing on some desktops, and in the browser host there is none.
 *
 * This tick is the core's one periodic timer apart from the sync engine's; whatever wants to happen now and then hangs on
 * it. It does not keep a process alive that has nothing else to do, and it ends with `stop()`.
 */
import type { Clock, Timer } from './ports.ts';

export const TICK_MS = 2_000;

export interface TimeTravel {
  readonly kind: 'slept' | 'clock-set';
  /** Milliseconds that came unexpected; negative if the computer's clock was set back. */
  readonly gapMs: number;
}

export interface TimeWatch {
  readonly clock: Clock;
  readonly onTravel: (travel: TimeTravel) => void;
  readonly onTick: () => void;
}

export function watchTime({ clock, onTravel, onTick }: TimeWatch): { stop(): void } {
  let timer: Timer | null = null;
  let monotonicMs = clock.monotonicNow();
  let wallMs = clock.wallNow();

  const look = (): void => {
    const passed = clock.monotonicNow() - monotonicMs;
    const shown = clock.wallNow() - wallMs;
    monotonicMs += passed;
    wallMs += shown;
    const late = passed - TICK_MS;
    const set = shown - passed;
    // A gap is at least one tick more than expected: less is a busy computer.
    if (late > TICK_MS) onTravel({ kind: 'slept', gapMs: late });
    // Forward without passing may also be a sleep in which the monotonic clock stood still: both mean "look again".
    else if (Math.abs(set) > TICK_MS) onTravel({ kind: 'clock-set', gapMs: set });
    onTick();
  };
  const arm = (): void => {
    timer = clock.schedule(TICK_MS, () => {
      arm();
      look();
    });
    timer.unref?.();
  };
  arm();
  return { stop: () => timer?.cancel() };
}
