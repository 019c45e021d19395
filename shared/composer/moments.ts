/** Moments as agents type them: "2h", "90 min", "1d", "tomorrow", "tomorrow 9", "tomorrow 14:30". */
const minute = 60_000;
const unitMs: Readonly<Record<string, number>> = { m: minute, h: 60 * minute, d: 24 * 60 * minute };
/** Hour of "tomorrow" without a time. */
const morning = 9;
/** Chatwoot keeps a snooze as an ordinary time; a year is where a typing mistake is more likely. */
const longestMs = 366 * 24 * 60 * minute;

interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

/** What a clock on the wall in that zone shows. Throws RangeError for an unknown zone. */
function wallTime(ms: number, timeZone: string): WallTime {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const parts = new Map(format.formatToParts(ms).map((part) => [part.type, Number(part.value)]));
  const get = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return { year: get('year'), month: get('month'), day: get('day'), hour: get('hour'), minute: get('minute') };
}

function asUtc(time: WallTime): number {
  return Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute);
}

/** Epoch ms at which the wall shows that time. Two corrections are enough around a change of summer time. */
function fromWallTime(wanted: WallTime, timeZone: string): number {
  const target = asUtc(wanted);
  let guess = target;
  for (let round = 0; round < 2; round += 1) guess += target - asUtc(wallTime(guess, timeZone));
  return guess;
}

/** Epoch ms; null: not understood. */
export function parseMoment(text: string, now: number, timeZone: string): number | null {
  const span = /^(?:in\s+)?(\d{1,5})\s*(m|min|mins|minutes?|h|hrs?|hours?|d|days?)$/iu.exec(text.trim());
  if (span !== null) {
    const ms = Number(span[1]) * (unitMs[(span[2] ?? '').charAt(0).toLowerCase()] ?? Number.NaN);
    return ms > 0 && ms <= longestMs ? now + ms : null;
  }
  const day = /^tomorrow(?:\s+(?:at\s+)?(\d{1,2})(?::(\d{2}))?)?$/iu.exec(text.trim());
  if (day === null) return null;
  const hour = day[1] === undefined ? morning : Number(day[1]);
  const minutes = Number(day[2] ?? 0);
  if (hour > 23 || minutes > 59) return null;
  const today = wallTime(now, timeZone);
  return fromWallTime({ ...today, day: today.day + 1, hour, minute: minutes }, timeZone);
}
