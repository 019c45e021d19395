/**
 * The radar: warns 4 h, 1 h and 15 min before a window closes in which the customer spoke last. Pure, so that it works
 * from local data alone, offline too; the core keeps its marks and one timer for `nextAt`.
 *
 * Several windows that close around the same time become one warning: when one is due, those that would follow within
 * `lookAheadMs` are said along with it and marked as said.
 */
const minute = 60_000;
const hour = 60 * minute;

/** Largest first. Ms before the end of a window. */
export const radarSteps = [4 * hour, hour, 15 * minute] as const;
export const lookAheadMs = 10 * minute;

/** A conversation whose customer waits for an answer and whose window is open. */
export interface RadarTarget {
  readonly conversationId: number;
  readonly name: string;
  /** Server epoch ms. */
  readonly closesAt: number;
}

/** What has been said: all steps of this window down to `stepMs`. A new window of the same conversation starts anew. */
export interface RadarMark {
  readonly conversationId: number;
  readonly closesAt: number;
  readonly stepMs: number;
}

export interface RadarWarning extends RadarTarget {
  /** The smallest step that was reached. */
  readonly stepMs: number;
}

export interface RadarSweep {
  /** Soonest end first. */
  readonly warnings: readonly RadarWarning[];
  /** All that is worth remembering; replaces the old marks. */
  readonly marks: readonly RadarMark[];
  /** Server epoch ms of the next step of any target; null: nothing to wait for. */
  readonly nextAt: number | null;
}

export function sweepRadar(targets: readonly RadarTarget[], marks: readonly RadarMark[], nowMs: number): RadarSweep {
  const said = new Map(marks.map((mark) => [keyOf(mark), mark.stepMs]));
  const open = targets.filter(({ closesAt }) => closesAt > nowMs);
  const isDue = (target: RadarTarget, atMs: number): boolean => {
    const step = stepAt(target, atMs);
    return step !== null && step < (said.get(keyOf(target)) ?? Infinity);
  };
  const someDue = open.some((target) => isDue(target, nowMs));
  const sayUntil = someDue ? nowMs + lookAheadMs : nowMs;

  const warnings = open
    .filter((target) => someDue && isDue(target, Math.min(sayUntil, target.closesAt - 1)))
    .map((target) => ({ ...target, stepMs: stepAt(target, Math.min(sayUntil, target.closesAt - 1)) ?? 0 }))
    .toSorted((a, b) => a.closesAt - b.closesAt || a.conversationId - b.conversationId);
  for (const warning of warnings) said.set(keyOf(warning), warning.stepMs);

  return {
    warnings,
    marks: open.flatMap(({ conversationId, closesAt }) => {
      const stepMs = said.get(keyOf({ conversationId, closesAt }));
      return stepMs === undefined ? [] : [{ conversationId, closesAt, stepMs }];
    }),
    nextAt: soonest(open.map((target) => nextStepAt(target, said.get(keyOf(target)) ?? Infinity, nowMs))),
  };
}

function keyOf({ conversationId, closesAt }: Pick<RadarMark, 'conversationId' | 'closesAt'>): string {
  return `${conversationId}:${closesAt}`;
}

/** The smallest step that has been reached at that moment. */
function stepAt({ closesAt }: RadarTarget, atMs: number): number | null {
  return radarSteps.findLast((step) => closesAt - atMs <= step) ?? null;
}

function nextStepAt({ closesAt }: RadarTarget, saidStep: number, nowMs: number): number | null {
  const step = radarSteps.find((candidate) => candidate < saidStep && closesAt - candidate > nowMs);
  return step === undefined ? null : closesAt - step;
}

function soonest(moments: readonly (number | null)[]): number | null {
  const known = moments.filter((moment) => moment !== null);
  // Not spread into Math.min: there may be more windows than a call takes arguments.
  return known.length === 0 ? null : known.reduce((a, b) => Math.min(a, b));
}
