/**
 * Server time, carried by the monotonic clock between the moments at which the server tells it. Pure and immutable.
 * The computer's own clock is used for two things only: to carry an offset over a restart, and to tell the agent by how
 * much it is wrong. Changing it while the app runs moves nothing (law 6).
 */
import type { ClockConfidence } from '../contract/entities.ts';
import { windowPolicy } from '../window/policy.ts';

export interface ClockSample {
  /** What the server said, epoch ms. */
  readonly serverMs: number;
  /** Half the width of what it may have been: half the round trip plus half the resolution of the source. */
  readonly uncertaintyMs: number;
  /** Our clocks at the moment `serverMs` is best compared with. */
  readonly monotonicMs: number;
  readonly wallMs: number;
  readonly source: 'ping' | 'date' | 'api';
}

/** Our two clocks, read at the same moment. */
export interface LocalTime {
  /** Any start, never goes back, unaffected by clock changes. */
  readonly monotonicMs: number;
  readonly wallMs: number;
}

/** JSON-able; what survives a restart (and a sleep in which the monotonic clock stands still: restore after waking). */
export interface SavedClock {
  /** server − wall at the moment of saving. */
  readonly offsetMs: number;
  /** Server time that was certainly reached: it cannot be earlier now. */
  readonly newestSeenMs: number;
  readonly uncertaintyMs: number;
  readonly savedWallMs: number;
}

interface CarriedClock {
  readonly serverMs: number;
  readonly uncertaintyMs: number;
  readonly monotonicMs: number;
  readonly newestSeenMs: number;
  readonly confidence: 'carried' | 'unknown';
}

export interface ServerClock {
  /** Samples of this run that agree with each other, oldest first. Empty: no sample yet. */
  readonly samples: readonly ClockSample[];
  /** Samples that would turn server time back; believed only when several agree. */
  readonly backward: readonly ClockSample[];
  /** From an earlier run; null as soon as there is a sample. */
  readonly carried: CarriedClock | null;
}

export interface ClockReading {
  readonly nowMs: number;
  readonly uncertaintyMs: number;
  readonly confidence: ClockConfidence;
  /** Wall clock minus server time; 0 while server time is unknown. */
  readonly computerClockErrorMs: number;
  /** Server time of the newest sample of this run; null: none. */
  readonly confirmedAt: number | null;
}

/** How far a quartz clock may drift: 50 parts per million, 4.3 s a day. */
const driftPerMs = 50e-6;
const keptSamples = 8;
/** A server that turned its clock back is believed after this many samples that agree with each other. */
const backwardSamplesNeeded = 3;
/** What we say while nothing is known; a day covers every window. Finite, because it crosses as JSON. */
const unknownUncertaintyMs = 86_400_000;

export const unknownClock: ServerClock = { samples: [], backward: [], carried: null };

/** Server time by one sample at a monotonic moment, and how wrong it may be by now. */
function project(sample: ClockSample, monotonicMs: number): { nowMs: number; uncertaintyMs: number } {
  const age = monotonicMs - sample.monotonicMs;
  return { nowMs: sample.serverMs + age, uncertaintyMs: sample.uncertaintyMs + Math.abs(age) * driftPerMs };
}

/** The least uncertain sample at that moment; the newer one of equals. */
function bestEstimate(
  samples: readonly ClockSample[],
  monotonicMs: number,
): { nowMs: number; uncertaintyMs: number } | null {
  let best: { nowMs: number; uncertaintyMs: number } | null = null;
  for (const sample of samples) {
    const estimate = project(sample, monotonicMs);
    if (best === null || estimate.uncertaintyMs <= best.uncertaintyMs) best = estimate;
  }
  return best;
}

/** How far `sample` lies outside of what `known` allows, in ms; 0: they agree, negative: it is earlier. */
function contradiction(sample: ClockSample, known: { nowMs: number; uncertaintyMs: number }): number {
  const difference = sample.serverMs - known.nowMs;
  const allowed = sample.uncertaintyMs + known.uncertaintyMs;
  if (Math.abs(difference) <= allowed) return 0;
  return difference > 0 ? difference - allowed : difference + allowed;
}

function addBackward(clock: ServerClock, sample: ClockSample): ServerClock {
  const agreeing = clock.backward.filter((old) => contradiction(sample, project(old, sample.monotonicMs)) === 0);
  const backward = [...agreeing, sample];
  if (backward.length < backwardSamplesNeeded) return { ...clock, backward };
  return { samples: backward, backward: [], carried: null };
}

/**
 * A sample ahead of what we believe is followed at once: late is the safe side for a window (and the practice server
 * skips hours). One that would turn time back waits for company: a proxy's stale answer must not re-open a window.
 */
export function addSample(clock: ServerClock, sample: ClockSample): ServerClock {
  const known = bestEstimate(clock.samples, sample.monotonicMs);
  if (known === null) {
    // The carried time is a guess from the computer's clock: a sample may correct it both ways, but not to before what
    // the server has told already.
    const floor = clock.carried?.newestSeenMs ?? null;
    if (floor !== null && sample.serverMs + sample.uncertaintyMs < floor) return addBackward(clock, sample);
    return { samples: [sample], backward: [], carried: null };
  }
  const off = contradiction(sample, known);
  if (off < 0) return addBackward(clock, sample);
  if (off > 0) return { samples: [sample], backward: [], carried: null };
  return { samples: [...clock.samples, sample].slice(-keptSamples), backward: [], carried: null };
}

/**
 * After a restart the wall clock and the saved offset are all there is. A wall clock that stands before the moment of
 * saving was set back: then nothing is known but the earliest possible time.
 */
export function restoreClock(saved: SavedClock, at: LocalTime): ServerClock {
  const byWall = at.wallMs + saved.offsetMs;
  const setBack = at.wallMs < saved.savedWallMs || byWall < saved.newestSeenMs;
  const awayMs = Math.max(0, at.wallMs - saved.savedWallMs);
  return {
    samples: [],
    backward: [],
    carried: {
      serverMs: Math.max(saved.newestSeenMs, byWall),
      uncertaintyMs: saved.uncertaintyMs + awayMs * driftPerMs,
      monotonicMs: at.monotonicMs,
      newestSeenMs: saved.newestSeenMs,
      confidence: setBack ? 'unknown' : 'carried',
    },
  };
}

/** Null: nothing worth keeping; leave an older saved clock where it is. */
export function saveClock(clock: ServerClock, at: LocalTime): SavedClock | null {
  const { nowMs, uncertaintyMs, confidence } = readClock(clock, at);
  if (confidence === 'unknown') return null;
  // A carried time may come from a wall clock that was set ahead; it must not become a time "seen".
  const newestSeenMs = clock.carried?.newestSeenMs ?? nowMs - uncertaintyMs;
  return { offsetMs: nowMs - at.wallMs, newestSeenMs, uncertaintyMs, savedWallMs: at.wallMs };
}

/**
 * Stays `trusted` however long ago the last sample was: the monotonic clock carries it, and the growing uncertainty
 * widens the guard instead (an hour adds 0.2 s).
 */
export function readClock(clock: ServerClock, at: LocalTime): ClockReading {
  const measured = bestEstimate(clock.samples, at.monotonicMs);
  if (measured !== null) {
    const confirmedAt = clock.samples.at(-1)?.serverMs ?? null;
    const computerClockErrorMs = at.wallMs - measured.nowMs;
    return { ...measured, confidence: 'trusted', computerClockErrorMs, confirmedAt };
  }
  const { carried } = clock;
  if (carried === null) {
    return {
      nowMs: at.wallMs,
      uncertaintyMs: unknownUncertaintyMs,
      confidence: 'unknown',
      computerClockErrorMs: 0,
      confirmedAt: null,
    };
  }
  const age = at.monotonicMs - carried.monotonicMs;
  const nowMs = carried.serverMs + age;
  return {
    nowMs,
    uncertaintyMs: carried.uncertaintyMs + Math.abs(age) * driftPerMs,
    confidence: carried.confidence,
    computerClockErrorMs: at.wallMs - nowMs,
    confirmedAt: null,
  };
}

/** How long before the end of a window we hold instead of send: a request may take two slow round trips to arrive. */
export function guardMs(roundTripsMs: readonly number[], uncertaintyMs: number): number {
  const sorted = roundTripsMs.toSorted((a, b) => a - b);
  const p95 = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0;
  const wanted = Math.ceil(2 * p95 + uncertaintyMs);
  return Math.min(windowPolicy.guardMaxMs, Math.max(windowPolicy.guardMinMs, wanted));
}
