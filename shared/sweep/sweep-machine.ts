/** Where a sweep stands: one conversation after the other, and what became of each. Pure; the page draws it. */

/** `saved`: answered. `parked`: snoozed. `closed`: done without an answer. `gone`: somebody else took care of it meanwhile. */
export type SweepOutcome = 'saved' | 'parked' | 'closed' | 'skipped' | 'gone';

export interface Sweep {
  /** In order; does not change while it is walked, so that "3 of 14" stays true. */
  readonly ids: readonly number[];
  /** Position of the one on the screen; `ids.length`: the end. */
  readonly at: number;
  readonly outcomes: Readonly<Record<number, SweepOutcome>>;
}

export function startSweep(ids: readonly number[]): Sweep {
  return { ids, at: 0, outcomes: {} };
}

export function currentOf({ ids, at }: Sweep): number | null {
  return ids[at] ?? null;
}

export function isOver({ ids, at }: Sweep): boolean {
  return at >= ids.length;
}

/** The one on the screen is dealt with: on to the next. After going back, what was dealt with already is passed over. */
export function settled(sweep: Sweep, outcome: SweepOutcome): Sweep {
  const id = currentOf(sweep);
  if (id === null) return sweep;
  const outcomes = { ...sweep.outcomes, [id]: outcome };
  let at = sweep.at + 1;
  while (at < sweep.ids.length && outcomes[sweep.ids[at] ?? 0] !== undefined) at += 1;
  return { ...sweep, at, outcomes };
}

/** Undo, or a look back: that one is on the screen again and counts as not dealt with. */
export function returnedTo(sweep: Sweep, id: number): Sweep {
  const at = sweep.ids.indexOf(id);
  if (at === -1) return sweep;
  const { [id]: _dealtWith, ...outcomes } = sweep.outcomes;
  return { ...sweep, at, outcomes };
}

export function previousOf({ ids, at }: Sweep): number | null {
  return ids[at - 1] ?? null;
}

/** Only those that were skipped, once more. */
export function skippedAgain({ ids, outcomes }: Sweep): Sweep {
  return startSweep(ids.filter((id) => outcomes[id] === 'skipped'));
}

export type SweepSummary = Readonly<Record<SweepOutcome | 'left', number>>;

/** `left`: not reached. */
export function summaryOf({ ids, outcomes }: Sweep): SweepSummary {
  const summary = { saved: 0, parked: 0, closed: 0, skipped: 0, gone: 0, left: 0 };
  for (const id of ids) summary[outcomes[id] ?? 'left'] += 1;
  return summary;
}
