import { useServerTime } from './clock.ts';

/** Start of the local day in server time: the same number all day, so that rows render again only at midnight. */
export function useToday(): number {
  const { nowMs } = useServerTime(nextMidnight);
  return new Date(nowMs).setHours(0, 0, 0, 0);
}

function nextMidnight({ nowMs }: { readonly nowMs: number }): number {
  return new Date(nowMs).setHours(24, 0, 0, 0);
}
