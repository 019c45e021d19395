/** After wrong PINs somebody has to wait, so that guessing takes longer than anybody stays at a stranger's desk. */
const free = 3;
const firstPauseMs = 5_000;
const longestPauseMs = 5 * 60_000;

/** How long after so many wrong ones in a row the next one is not looked at, ms. */
export function pauseAfter(wrong: number): number {
  return wrong < free ? 0 : Math.min(longestPauseMs, firstPauseMs * 2 ** (wrong - free));
}
