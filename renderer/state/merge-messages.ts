import type { Message } from '../../shared/contract/entities.ts';

/** A fresh page of the newest messages over what is shown: older ones stay if the two overlap, otherwise there is a hole. */
export function withNewest(shown: readonly Message[], page: readonly Message[]): readonly Message[] {
  const oldest = page[0];
  const newestShown = shown.at(-1);
  if (oldest === undefined || newestShown === undefined || newestShown.id < oldest.id) return page;
  return [...shown.filter((message) => message.id < oldest.id), ...page];
}

/** A page of older messages before what is shown; rows that are there already are left out. */
export function withOlder(shown: readonly Message[], page: readonly Message[]): readonly Message[] {
  const oldest = shown[0];
  return oldest === undefined ? page : [...page.filter((message) => message.id < oldest.id), ...shown];
}
