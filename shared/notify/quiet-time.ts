/** Times of day as `<input type="time">` writes them, and as the rules keep them: minutes since local midnight. */

/** What a person gets who switches quiet hours on: the evening and the night. */
export const defaultQuietHours = { from: 20 * 60, to: 8 * 60 } as const;

export function writeTime(minute: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** Null: not a whole time. */
export function readTime(text: string): number | null {
  const match = /^([01]\d|2[0-3]):([0-5]\d)/.exec(text);
  return match === null ? null : Number(match[1]) * 60 + Number(match[2]);
}
