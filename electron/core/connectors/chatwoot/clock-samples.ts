/** Server time out of what a Chatwoot server says in passing. All its sources count whole seconds. */
import type { ClockSample } from '../../../../shared/clock/server-clock.ts';
import type { Clock } from '../../ports.ts';

/** A whole second stands for anything up to the next one: take its middle, ± half of it. */
const HALF_SECOND_MS = 500;
/** Assumed trip of a ping before any request has been measured. */
const UNMEASURED_TRIP_MS = 250;

/** When a request went out and its answer began to arrive, on our clocks (ms). */
export interface Timing {
  readonly sentMonotonicMs: number;
  readonly answeredMonotonicMs: number;
  readonly answeredWallMs: number;
}

/** The server read its clock at some moment between sending and answer. `secondMs` is epoch ms of a whole second. */
export function sampleAcross(secondMs: number, timing: Timing, source: 'date' | 'api'): ClockSample {
  const half = (timing.answeredMonotonicMs - timing.sentMonotonicMs) / 2;
  return {
    serverMs: secondMs + HALF_SECOND_MS,
    uncertaintyMs: HALF_SECOND_MS + half,
    monotonicMs: timing.answeredMonotonicMs - half,
    wallMs: timing.answeredWallMs - half,
    source,
  };
}

/**
 * A ping travels one way, so how long it took is not measured: it is compared with its arrival, and the usual round
 * trip is added to its error.
 */
export function samplePing(epochSeconds: number, clock: Clock, roundTrips: readonly number[]): ClockSample {
  return {
    serverMs: Math.floor(epochSeconds) * 1000 + HALF_SECOND_MS,
    uncertaintyMs: HALF_SECOND_MS + (median(roundTrips) ?? UNMEASURED_TRIP_MS),
    monotonicMs: clock.monotonicNow(),
    wallMs: clock.wallNow(),
    source: 'ping',
  };
}

/** The `timestamp` of `GET /api`: `YYYY-MM-DD HH:MM:SS`, UTC. Null if it is anything else. */
export function parseApiTimestamp(text: string): number | null {
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d( UTC)?$/.test(text)) return null;
  const at = Date.parse(`${text.slice(0, 19).replace(' ', 'T')}Z`);
  return Number.isNaN(at) ? null : at;
}

/** An HTTP `Date` header, or null. */
export function parseDateHeader(text: string | null): number | null {
  if (text === null) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}
