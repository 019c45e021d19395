/**
 * Server time for the whole core: the one place that holds the mutable clock. The rules are in `shared/clock`; this
 * class feeds them samples, carries the answer on by the monotonic clock and says when the page must read it again.
 */
import {
  addSample,
  guardMs,
  readClock,
  restoreClock,
  saveClock,
  unknownClock,
  type ClockSample,
  type SavedClock,
  type ServerClock,
} from '../../shared/clock/server-clock.ts';
import type { ClockInfo } from '../../shared/contract/entities.ts';
import type { JudgingTime } from '../../shared/window/window-state.ts';
import type { Clock } from './ports.ts';

/** A shift of server time that the page would show one second late is worth an event; less is not. */
const noticeableShiftMs = 750;

export class ServerTime {
  readonly #clock: Clock;
  readonly #onChange: () => void;
  #server: ServerClock = unknownClock;
  #roundTrips: () => readonly number[] = () => [];

  constructor(clock: Clock, onChange: () => void) {
    this.#clock = clock;
    this.#onChange = onChange;
  }

  /** Where the guard gets recent round trips from (ms). */
  measureRoundTripsWith(roundTrips: () => readonly number[]): void {
    this.#roundTrips = roundTrips;
  }

  add(sample: ClockSample): void {
    const before = this.info();
    this.#server = addSample(this.#server, sample);
    const after = this.info();
    const shifted = Math.abs(after.serverNow - before.serverNow) > noticeableShiftMs;
    const regraded = after.confidence !== before.confidence || after.guardMs !== before.guardMs;
    if (shifted || regraded) this.#onChange();
  }

  restore(saved: SavedClock): void {
    this.#server = restoreClock(saved, this.#at());
    this.#onChange();
  }

  save(): SavedClock | null {
    return saveClock(this.#server, this.#at());
  }

  /** Server time now, epoch ms. An estimate when the confidence is low; use `judging()` to decide about a window. */
  now(): number {
    return readClock(this.#server, this.#at()).nowMs;
  }

  /**
   * Server time now, or null while no server has confirmed it on this run. For what is remembered about the server
   * ("we agree up to …"): a computer's clock that is fast would make the next catch-up look back too little.
   */
  trustedNow(): number | null {
    const { serverNow, confidence } = this.info();
    return confidence === 'trusted' ? serverNow : null;
  }

  judging(): JudgingTime {
    const { serverNow, confidence, guardMs } = this.info();
    return { nowMs: serverNow, confidence, guardMs };
  }

  info(): ClockInfo {
    const reading = readClock(this.#server, this.#at());
    return {
      serverNow: Math.round(reading.nowMs),
      confidence: reading.confidence,
      uncertaintyMs: reading.uncertaintyMs,
      guardMs: Math.round(guardMs(this.#roundTrips(), reading.uncertaintyMs)),
      computerClockErrorMs: Math.round(reading.computerClockErrorMs),
      confirmedAt: reading.confirmedAt === null ? null : Math.round(reading.confirmedAt),
    };
  }

  #at(): { monotonicMs: number; wallMs: number } {
    return { monotonicMs: this.#clock.monotonicNow(), wallMs: this.#clock.wallNow() };
  }
}
