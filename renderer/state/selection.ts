/** Several rows at once: which ones, and from where Shift extends. Pure functions, and a small store that rows watch. */
import { createStore, type StoreApi } from 'zustand/vanilla';

export interface Selection {
  readonly ids: ReadonlySet<number>;
  /** The row where a range with Shift starts; null: nothing was selected yet. */
  readonly anchorId: number | null;
  /** What was selected when the range began: a range that shrinks gives its rows back, and only its own. */
  readonly before: ReadonlySet<number>;
}

export const emptySelection: Selection = { ids: new Set(), anchorId: null, before: new Set() };

export type SelectionStore = StoreApi<Selection>;

export function createSelection(): SelectionStore {
  return createStore<Selection>(() => emptySelection);
}

/** X, or the box of a row. */
export function toggled({ ids }: Selection, id: number): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next.size === 0 ? emptySelection : { ids: next, anchorId: id, before: next };
}

/** Shift: everything from the anchor to `toId` as the list stands now. `fromId`: the anchor if there is none yet. */
export function extended(selection: Selection, shown: readonly number[], fromId: number, toId: number): Selection {
  const anchorId = selection.anchorId !== null && shown.includes(selection.anchorId) ? selection.anchorId : fromId;
  const ends = [shown.indexOf(anchorId), shown.indexOf(toId)];
  if (ends.includes(-1)) return selection;
  const range = shown.slice(Math.min(...ends), Math.max(...ends) + 1);
  return { ids: new Set([...selection.before, ...range]), anchorId, before: selection.before };
}

export function everything(shown: readonly number[]): Selection {
  const ids = new Set(shown);
  return { ids, anchorId: shown[0] ?? null, before: ids };
}

/** Rows that left the list are not acted on any more: nobody can see them. The same object if all of them are there. */
export function pruned(selection: Selection, shown: readonly number[]): Selection {
  if (selection.ids.size === 0) return selection;
  const there = new Set(shown);
  const kept = [...selection.ids].filter((id) => there.has(id));
  if (kept.length === selection.ids.size) return selection;
  if (kept.length === 0) return emptySelection;
  const ids = new Set(kept);
  return { ids, anchorId: selection.anchorId, before: ids };
}

/** The row that gets the focus when `gone` leave: the same one if it stays, else the next that stays, else the one before. */
export function rowAfter(shown: readonly number[], fromId: number | null, gone: ReadonlySet<number>): number | null {
  const from = fromId === null ? 0 : Math.max(0, shown.indexOf(fromId));
  const stays = (id: number): boolean => !gone.has(id);
  return shown.slice(from).find(stays) ?? shown.slice(0, from).findLast(stays) ?? null;
}
