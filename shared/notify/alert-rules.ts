/** What an agent wants to hear of, and when not. */
import { z } from 'zod';
import { assertNever } from '../lang/assert.ts';

const MinuteOfDay = z
  .number()
  .int()
  .min(0)
  .max(24 * 60 - 1);

export const AlertRules = z.object({
  /** What a notification may say on a screen that others may see. `count`: only that there is something. */
  privacy: z.enum(['off', 'count', 'name', 'text']),
  /** Whose conversations: those assigned to me, or also those of nobody, or all. */
  whose: z.enum(['mine', 'mine-and-unassigned', 'all']),
  messages: z.boolean(),
  mentions: z.boolean(),
  assignments: z.boolean(),
  parked: z.boolean(),
  /** The radar: windows that are about to close. */
  closing: z.boolean(),
  sound: z.boolean(),
  /** In the computer's local time; the end may be before the start (over midnight). Null: none. */
  quietHours: z.object({ from: MinuteOfDay, to: MinuteOfDay }).nullable(),
  /** Computer's clock, epoch ms: do not disturb until then; null: not set. */
  doNotDisturbUntil: z.number().int().nullable(),
});
export type AlertRules = z.infer<typeof AlertRules>;

/** The computer's local time; `minuteOfDay` comes from a time zone, so that changes of summer time need no rule here. */
export interface LocalMoment {
  readonly epochMs: number;
  readonly minuteOfDay: number;
}

export function isQuiet(rules: Pick<AlertRules, 'quietHours' | 'doNotDisturbUntil'>, now: LocalMoment): boolean {
  if (rules.doNotDisturbUntil !== null && now.epochMs < rules.doNotDisturbUntil) return true;
  if (rules.quietHours === null) return false;
  const { from, to } = rules.quietHours;
  const { minuteOfDay } = now;
  return from <= to ? minuteOfDay >= from && minuteOfDay < to : minuteOfDay >= from || minuteOfDay < to;
}

/** The same on a computer: its own clock and zone (IANA name). */
export function isQuietAt(
  rules: Pick<AlertRules, 'quietHours' | 'doNotDisturbUntil'>,
  epochMs: number,
  timeZone: string,
): boolean {
  return isQuiet(rules, { epochMs, minuteOfDay: minuteOfDay(epochMs, timeZone) });
}

/** Whether a conversation is the agent's business. */
export type Ownership = 'mine' | 'unassigned' | 'others';

export function ownershipOf(assigneeId: number | null, meId: number): Ownership {
  if (assigneeId === null) return 'unassigned';
  return assigneeId === meId ? 'mine' : 'others';
}

/** Whether somebody with this rule hears of it. */
export function isTheirs(ownership: Ownership, whose: AlertRules['whose']): boolean {
  return ownership === 'mine' || whose === 'all' || (whose === 'mine-and-unassigned' && ownership === 'unassigned');
}

/** Epoch ms → minutes since local midnight in that zone (IANA name). */
export function minuteOfDay(epochMs: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const [hours = '0', minutes = '0'] = parts.format(epochMs).split(':');
  return Number(hours) * 60 + Number(minutes);
}

export type DoNotDisturb = 'half-hour' | 'hour' | 'tomorrow' | 'off';

/** Until when, computer's clock; `tomorrow` is 09:00 of the next local day, also when summer time begins or ends. */
export function doNotDisturbUntil(choice: DoNotDisturb, nowMs: number, timeZone: string): number | null {
  const minute = 60_000;
  const nine = 9 * 60;
  const day = 24 * 60;
  switch (choice) {
    case 'off':
      return null;
    case 'half-hour':
      return nowMs + 30 * minute;
    case 'hour':
      return nowMs + 60 * minute;
    case 'tomorrow': {
      const wholeMinute = Math.floor(nowMs / minute) * minute;
      const guess = wholeMinute + (day - minuteOfDay(nowMs, timeZone) + nine) * minute;
      // A night with a change of the clock is an hour longer or shorter.
      const offBy = ((nine - minuteOfDay(guess, timeZone) + day / 2) % day) - day / 2;
      return guess + offBy * minute;
    }
    default:
      return assertNever(choice, 'Every choice has its end');
  }
}
