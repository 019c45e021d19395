/** Times of the agent's own zone, in the language of the page. Input is always epoch ms of server time. */

/** null: the computer's own. */
let locale: string | null = null;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Formats are dear to build (about 50 µs) and a list shows dozens of times: build each once. */
function format(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  let found = formats.get(name);
  if (found === undefined) formats.set(name, (found = new Intl.DateTimeFormat(locale ?? undefined, options)));
  return found;
}

/** One page speaks one language at a time, so this is the page's, not a component's. */
export function setDateLocale(tag: string): void {
  if (tag === locale) return;
  locale = tag;
  formats.clear();
}

/** For numbers as for dates; undefined: the computer's own. */
export function pageLocale(): string | undefined {
  return locale ?? undefined;
}

/** The agent's own zone, for "tomorrow 9". */
export function ownTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** "14:32" */
export function formatTime(at: number): string {
  return format('time', { hour: 'numeric', minute: '2-digit' }).format(at);
}

/** "Tue 14:32" */
export function formatWeekdayTime(at: number): string {
  return format('weekday-time', { weekday: 'short', hour: 'numeric', minute: '2-digit' }).format(at);
}

/** "Tue, 3 Nov 2026, 14:32", for tooltips and `<time>` titles. */
export function formatFull(at: number): string {
  return format('full', { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

/** "3 Nov 2026, 14:32:10": to the second, for comparing. */
export function formatExact(at: number): string {
  return format('exact', { dateStyle: 'medium', timeStyle: 'medium' }).format(at);
}

/** "2–5 Sep", or "3 Nov, 14:00–15:30" within one day. */
export function formatRange(from: number, to: number): string {
  const day = { day: 'numeric', month: 'short' } as const;
  return dayNumber(from) === dayNumber(to)
    ? format('range-times', { ...day, hour: 'numeric', minute: '2-digit' }).formatRange(from, to)
    : format('range-days', day).formatRange(from, to);
}

/** As `formatFull`, in another zone: "3 Nov 2026, 19:02". `timeZone` is an IANA name. */
export function formatFullIn(at: number, timeZone: string): string {
  return format(`full ${timeZone}`, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(at);
}

/** "Tue 19:02" in another zone. */
export function formatWeekdayTimeIn(at: number, timeZone: string): string {
  const parts = { weekday: 'short', hour: 'numeric', minute: '2-digit' } as const;
  return format(`weekday-time ${timeZone}`, { ...parts, timeZone }).format(at);
}

/** The shortest text that is still clear now: "14:32" today, "Tue 14:32" within six days, "3 Nov" before that. */
export function formatNear(at: number, nowMs: number): string {
  const days = daysBetween(at, nowMs);
  if (days === 0) return formatTime(at);
  if (Math.abs(days) < 7) return formatWeekdayTime(at);
  return formatDate(at, nowMs);
}

/** As `formatNear`, but without the time of day for other days: for the corner of a list row. */
export function formatCorner(at: number, nowMs: number): string {
  const days = daysBetween(at, nowMs);
  if (days === 0) return formatTime(at);
  if (days > 0 && days < 7) return format('weekday', { weekday: 'short' }).format(at);
  return formatDate(at, nowMs);
}

/** "Tuesday, 3 November", with the year if it is another one. */
export function formatDay(at: number, nowMs: number): string {
  return sameYear(at, nowMs)
    ? format('day', { weekday: 'long', day: 'numeric', month: 'long' }).format(at)
    : format('day-year', { day: 'numeric', month: 'long', year: 'numeric' }).format(at);
}

/** "1 Oct 2026" for `2026-10-01`, in any zone. */
export function formatCalendarDay(day: string): string {
  return format('calendar-day', { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(day));
}

/** Whole local calendar days from `at` to `nowMs`: 0 today, 1 yesterday, −1 tomorrow. */
export function daysBetween(at: number, nowMs: number): number {
  return dayNumber(nowMs) - dayNumber(at);
}

/** A number that is the same for all moments of one local day and grows by one each day. */
export function dayNumber(at: number): number {
  const date = new Date(at);
  return Math.floor(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000);
}

function formatDate(at: number, nowMs: number): string {
  return sameYear(at, nowMs)
    ? format('date', { day: 'numeric', month: 'short' }).format(at)
    : format('date-year', { day: 'numeric', month: 'short', year: 'numeric' }).format(at);
}

function sameYear(at: number, nowMs: number): boolean {
  return new Date(at).getFullYear() === new Date(nowMs).getFullYear();
}
