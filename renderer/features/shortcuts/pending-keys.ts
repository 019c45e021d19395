import { createStore } from 'zustand/vanilla';
import type { Chord } from '../../../shared/keys/keys.ts';

/** How long the next step of a sequence may take (ms). */
export const sequencePatienceMs = 1_500;

/** The steps of a sequence so far, for the hint at the edge of the window. */
export function createPendingKeys() {
  return createStore<readonly Chord[]>(() => []);
}
export type PendingKeys = ReturnType<typeof createPendingKeys>;
