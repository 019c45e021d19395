/** Wall clocks in a time zone: what they show at a moment, and at which moment they show something. Pure; Intl knows the rules. */

export interface WallTime {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  /** May run over the end of the month: the 32nd of January is the 1st of February. */
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

const dayMs = 86_400_000;

/** Formats are dear to build; there are only as many as zones were asked for. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** Throws RangeError for an unknown zone. */
export function wallTime(ms: number, timeZone: string): WallTime {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(ms)
      .map((part) => [part.type, Number(part.value)]),
  );
  const get = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return { year: get('year'), month: get('month'), day: get('day'), hour: get('hour'), minute: get('minute') };
}

function asUtc(time: WallTime): number {
  return Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute);
}

/** How far the wall is ahead of UTC at that moment. ms */
function offsetAt(ms: number, timeZone: string): number {
  const whole = Math.floor(ms / 60_000) * 60_000;
  return asUtc(wallTime(whole, timeZone)) - whole;
}

/**
 * The moment at which the wall shows that time. A time that the change to summer time leaves out becomes the same time by
 * the clock from before it (2:30 → 3:30); of a time that comes twice, the first.
 */
export function fromWallTime(wanted: WallTime, timeZone: string): number {
  const target = asUtc(wanted);
  const before = target - offsetAt(target - dayMs, timeZone);
  const after = target - offsetAt(target + dayMs, timeZone);
  const shows = (at: number): boolean => asUtc(wallTime(at, timeZone)) === target;
  const fitting = [before, after].filter(shows);
  return fitting.length > 0 ? Math.min(...fitting) : before;
}

/** 0 Sunday … 6 Saturday. */
export function weekday({ year, month, day }: WallTime): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

export function sameDay(a: WallTime, b: WallTime): boolean {
  return a.year === b.year && a.month === b.month && a.day === b.day;
}
