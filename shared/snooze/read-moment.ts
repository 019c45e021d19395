/**
 * Moments as agents type them: "2h", "in 90 min", "3pm", "tue 3pm", "tomorrow 9", "next monday", "24 dec 14:30", "before close".
 * Pure: the zone and the time come from the caller. English, and what `moment-words.ts` says in it of other languages.
 */
import { englishDays, englishMonths, momentInEnglish } from './moment-words.ts';
import { beforeCloseMs, type SnoozeContext } from './snooze-context.ts';
import { fromWallTime, wallTime, weekday, type WallTime } from './zone-time.ts';

export type MomentReading =
  | { readonly kind: 'at'; readonly at: number }
  | { readonly kind: 'not-understood' }
  /** Understood, but it has been. */
  | { readonly kind: 'past' }
  /** "before close" without an open window whose end is known. */
  | { readonly kind: 'no-window' };

const minute = 60_000;
const unitMs: Readonly<Record<string, number>> = { m: minute, h: 60 * minute, d: 1_440 * minute, w: 10_080 * minute };
/** A year is where a typing mistake is more likely than a wish. */
const longestMs = 366 * 1_440 * minute;

interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
}

/** Of a day without a time. */
const morning: TimeOfDay = { hour: 9, minute: 0 };
const dayParts: Readonly<Record<string, TimeOfDay>> = {
  morning,
  noon: { hour: 12, minute: 0 },
  afternoon: { hour: 14, minute: 0 },
  evening: { hour: 18, minute: 0 },
};
const weekdayWord = '(?:sun|mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?)(?:day)?';
const monthWord =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';

/** `locale`: of the page, BCP 47; its words are understood beside the English ones. */
export function readMoment(text: string, context: SnoozeContext, locale = 'en'): MomentReading {
  const said = momentInEnglish(text, locale).trim().toLowerCase().replaceAll(/\s+/gu, ' ');
  // "snooze for 2 hours", "until friday"
  const typed = said.replace(/^(?:until|for) (?:on )?/u, '');
  if (/^(?:30 ?min(?:utes)? )?before (?:it )?closes?$/u.test(typed)) return beforeClose(context);
  const span = readSpan(typed);
  if (span !== null) {
    const fits = span > 0 && span <= longestMs;
    return fits ? { kind: 'at', at: context.now + span } : { kind: 'not-understood' };
  }
  const at = readDay(typed, context);
  if (at === null || at > context.now + longestMs) return { kind: 'not-understood' };
  return at > context.now ? { kind: 'at', at } : { kind: 'past' };
}

function beforeClose({ now, closesAt }: SnoozeContext): MomentReading {
  if (closesAt === null) return { kind: 'no-window' };
  const at = closesAt - beforeCloseMs;
  return at > now ? { kind: 'at', at } : { kind: 'past' };
}

/** "2h", "in 90 minutes", "1h 30m", "2 days"; null: not a length of time. ms */
function readSpan(typed: string): number | null {
  const unit = '(?:m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?)';
  const whole = new RegExp(`^(?:in )?(\\d{1,5}) ?(${unit})(?: ?(\\d{1,2}) ?(m|mins?|minutes?))?$`, 'u').exec(typed);
  if (whole === null) return null;
  const first = Number(whole[1]) * (unitMs[(whole[2] ?? '').charAt(0)] ?? 0);
  return first + Number(whole[3] ?? 0) * minute;
}

/** Epoch ms of a day, a time of day, or both; null: not understood. */
function readDay(typed: string, { now, timeZone }: SnoozeContext): number | null {
  const today = wallTime(now, timeZone);
  const on = (day: WallTime, time: TimeOfDay): number => fromWallTime({ ...day, ...time }, timeZone);
  if (typed === 'tonight') return on(today, { hour: 20, minute: 0 });
  const alone = readTime(typed, false);
  if (alone !== null) {
    const at = on(today, alone);
    return at > now ? at : on({ ...today, day: today.day + 1 }, alone);
  }
  const day = splitDay(typed);
  if (day === null) return null;
  const time = day.rest === '' ? morning : readTime(day.rest, true);
  if (time === null || (day.rest === '' && day.word === 'today')) return null;
  return dayAfter(day.word, today, (date) => on(date, time), now);
}

/** The day's words, and what stands behind them. */
function splitDay(typed: string): { readonly word: string; readonly rest: string } | null {
  const date = `\\d{4}-\\d{2}-\\d{2}|\\d{1,2} (?:${monthWord})|(?:${monthWord}) \\d{1,2}`;
  const shape = new RegExp(`^((?:today|tomorrow|tmr|(?:next |on )?${weekdayWord}|${date}))(?:,? (.+))?$`, 'u');
  const found = shape.exec(typed);
  return found === null ? null : { word: (found[1] ?? '').replace(/^on /u, ''), rest: found[2] ?? '' };
}

/** The next such day from `today` on whose moment lies after `now`; a date that was written out stays where it is. */
function dayAfter(word: string, today: WallTime, momentOn: (day: WallTime) => number, now: number): number | null {
  if (word === 'today') return momentOn(today);
  if (word === 'tomorrow' || word === 'tmr') return momentOn({ ...today, day: today.day + 1 });
  const next = word.startsWith('next ');
  const wanted = englishDays.indexOf(word.replace(/^next /u, '').slice(0, 3));
  if (wanted >= 0) {
    const away = (wanted - weekday(today) + 7) % 7;
    const at = momentOn({ ...today, day: today.day + (next && away === 0 ? 7 : away) });
    return at > now ? at : momentOn({ ...today, day: today.day + 7 });
  }
  return writtenDate(word, today, momentOn, now);
}

function writtenDate(word: string, today: WallTime, momentOn: (day: WallTime) => number, now: number): number | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(word);
  const day = Number(iso?.[3] ?? /\d{1,2}/u.exec(word)?.[0]);
  const month = iso === null ? englishMonths.indexOf(/[a-z]{3}/u.exec(word)?.[0] ?? '') + 1 : Number(iso[2]);
  const date = (year: number): WallTime => ({ ...today, year, month, day });
  const exists = (year: number): boolean => {
    const written = new Date(Date.UTC(year, month - 1, day));
    return month >= 1 && written.getUTCMonth() === month - 1 && written.getUTCDate() === day;
  };
  if (iso !== null) return exists(Number(iso[1])) ? momentOn(date(Number(iso[1]))) : null;
  const year = exists(today.year) && momentOn(date(today.year)) > now ? today.year : today.year + 1;
  return exists(year) ? momentOn(date(year)) : null;
}

/**
 * "9", "9am", "at 14:30", "at 9h", "9 o'clock", "noon". A number by itself is a time only behind a day: "9" alone could mean
 * anything.
 */
function readTime(typed: string, behindDay: boolean): TimeOfDay | null {
  const part = dayParts[typed.replace(/^(?:at|in the) /u, '')];
  if (part !== undefined) return behindDay || typed === 'noon' ? part : null;
  const found = /^(at )?(\d{1,2})(?: ?[:.h] ?(\d{2}))?(?: ?(am|pm)| ?(h|o'clock)(?: (\d{2}))?)?$/u.exec(typed);
  if (found === null) return null;
  const [, at, hours, early, half, mark, late] = found;
  const minutes = early ?? late;
  const isTime = at !== undefined || minutes !== undefined || half !== undefined || mark === "o'clock";
  if (!behindDay && !isTime) return null;
  const number = Number(hours);
  if (half !== undefined && (number < 1 || number > 12)) return null;
  const hour = half === undefined ? number : (number % 12) + (half === 'pm' ? 12 : 0);
  const time = { hour, minute: Number(minutes ?? 0) };
  return time.hour <= 23 && time.minute <= 59 ? time : null;
}
