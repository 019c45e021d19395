/** The moments that one key offers. */
import { beforeCloseMs, outlivesWindow, type SnoozeContext } from './snooze-context.ts';
import { fromWallTime, sameDay, wallTime, weekday } from './zone-time.ts';

export type SnoozePresetName = 'before-close' | 'hour' | 'later-today' | 'tomorrow' | 'monday' | 'answer';

export interface SnoozePreset {
  readonly name: SnoozePresetName;
  /** Server ms; null: until the customer answers. */
  readonly at: number | null;
  readonly outlives: boolean;
}

const hourMs = 3_600_000;
const halfHourMs = hourMs / 2;
/** "Later today" is this far away, at the next half hour, and only as long as that is still today. */
const laterMs = 3 * hourMs;
const morningHour = 9;
const monday = 1;

/**
 * What fits now, in the order of the menu. "Before it closes" comes first and only while it lies ahead; "later today" only
 * while it is one; "next Monday" not on a Sunday, when it is tomorrow.
 */
export function snoozePresets(context: SnoozeContext): readonly SnoozePreset[] {
  const { now, timeZone, closesAt } = context;
  const today = wallTime(now, timeZone);
  const morningIn = (days: number): number =>
    fromWallTime({ ...today, day: today.day + days, hour: morningHour, minute: 0 }, timeZone);
  const later = Math.ceil((now + laterMs) / halfHourMs) * halfHourMs;
  const daysToMonday = (monday - weekday(today) + 7) % 7 || 7;
  const preset = (name: SnoozePresetName, at: number | null): SnoozePreset => ({
    name,
    at,
    outlives: outlivesWindow(at, context),
  });
  const presets: SnoozePreset[] = [];
  if (closesAt !== null && closesAt - beforeCloseMs > now)
    presets.push(preset('before-close', closesAt - beforeCloseMs));
  presets.push(preset('hour', now + hourMs));
  if (sameDay(wallTime(later, timeZone), today)) presets.push(preset('later-today', later));
  presets.push(preset('tomorrow', morningIn(1)));
  if (daysToMonday > 1) presets.push(preset('monday', morningIn(daysToMonday)));
  presets.push(preset('answer', null));
  return presets;
}
