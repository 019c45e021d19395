import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMoment } from '../../../shared/snooze/read-moment.ts';
import { outlivesWindow, snoozeContext, type SnoozeContext } from '../../../shared/snooze/snooze-context.ts';
import { snoozePresets } from '../../../shared/snooze/snooze-presets.ts';
import { fromWallTime, wallTime } from '../../../shared/snooze/zone-time.ts';

const hour = 3_600_000;
const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'America/St_Johns'];
/** Tuesday, 3 November 2026, 13:20 in Berlin. */
const now = Date.UTC(2026, 10, 3, 12, 20);
const berlin = (change: Partial<SnoozeContext> = {}): SnoozeContext => ({
  now,
  timeZone: 'Europe/Berlin',
  closesAt: null,
  ...change,
});
const at = (...[day, hours, minutes = 0, month = 10]: number[]): number =>
  Date.UTC(2026, month ?? 10, day, (hours ?? 0) - 1, minutes);

describe('what an agent types', () => {
  it.each([
    ['2h', now + 2 * hour],
    ['in 2 hours', now + 2 * hour],
    ['90 min', now + 1.5 * hour],
    ['1h 30m', now + 1.5 * hour],
    ['1d', now + 24 * hour],
    ['2 weeks', now + 14 * 24 * hour],
    ['3pm', at(3, 15)],
    ['at 9', at(4, 9)],
    ['12:00', at(4, 12)],
    ['12am', at(4, 0)],
    ['noon', at(4, 12)],
    ['tonight', at(3, 20)],
    ['today 18:30', at(3, 18, 30)],
    ['Tomorrow', at(4, 9)],
    ['tomorrow 9', at(4, 9)],
    ['tomorrow at 14:30', at(4, 14, 30)],
    ['tomorrow afternoon', at(4, 14)],
    ['tue 3pm', at(3, 15)],
    ['tue 9', at(10, 9)],
    ['next tue 3pm', at(10, 15)],
    ['friday', at(6, 9)],
    ['thursday evening', at(5, 18)],
    ['next monday', at(9, 9)],
    ['24 dec', at(24, 9, 0, 11)],
    ['dec 24 2pm', at(24, 14, 0, 11)],
    ['1 jan', Date.UTC(2027, 0, 1, 8)],
    ['2026-11-05 08:15', at(5, 8, 15)],
  ])('%s', (text, expected) => {
    expect(readMoment(text, berlin())).toEqual({ kind: 'at', at: expected });
  });

  it.each(['', '9', 'soon', 'tomorrow 25', 'at 9:75', '13pm', '0 min', '400 days', '31 feb', 'today', '2026-13-01'])(
    'does not guess: %j',
    (text) => expect(readMoment(text, berlin())).toEqual({ kind: 'not-understood' }),
  );

  it.each(["3 o'clock", 'tomorrow at 9h', 'fri 9h30'])('%s as well', (text) => {
    expect(readMoment(text, berlin()).kind).toBe('at');
  });

  it.each(['today 9', '2026-11-02 9'])('says that it has been: %s', (text) => {
    expect(readMoment(text, berlin())).toEqual({ kind: 'past' });
  });

  it('counts back from the end of the window', () => {
    const closesAt = now + 2 * hour;
    expect(readMoment('before close', berlin({ closesAt }))).toEqual({ kind: 'at', at: closesAt - hour / 2 });
    expect(readMoment('before it closes', berlin())).toEqual({ kind: 'no-window' });
    expect(readMoment('before close', berlin({ closesAt: now + hour / 2 }))).toEqual({ kind: 'past' });
  });

  it('never answers with a moment that is not ahead', () => {
    const word = fc.constantFrom('today', 'tomorrow', 'mon', 'next sun', '29 feb', '3pm', 'at 0', 'noon', '15 mar');
    const time = fc.constantFrom('', ' 9', ' 2:30', ' 23:59');
    const when = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2030, 0, 1) });
    fc.assert(
      fc.property(word, time, when, fc.constantFrom(...zones), (day, clock, moment, timeZone) => {
        const reading = readMoment(day + clock, { now: moment, timeZone, closesAt: null });
        if (reading.kind === 'at') expect(reading.at).toBeGreaterThan(moment);
      }),
    );
  });
});

describe('summer time', () => {
  it('takes a time that does not exist by the clock from before, and the first of a time that comes twice', () => {
    const spring = { year: 2026, month: 3, day: 29, hour: 2, minute: 30 };
    expect(fromWallTime(spring, 'Europe/Berlin')).toBe(Date.UTC(2026, 2, 29, 1, 30));
    const autumn = { year: 2026, month: 10, day: 25, hour: 2, minute: 30 };
    expect(fromWallTime(autumn, 'Europe/Berlin')).toBe(Date.UTC(2026, 9, 25, 0, 30));
  });

  it('keeps the wall time over the change', () => {
    const saturday = Date.UTC(2026, 2, 28, 17);
    const reading = readMoment('tomorrow 9', { now: saturday, timeZone: 'Europe/Berlin', closesAt: null });
    expect(reading).toEqual({ kind: 'at', at: Date.UTC(2026, 2, 29, 7) });
  });

  it('shows on the wall what was asked for, wherever that exists', () => {
    const when = fc.integer({ min: Date.UTC(2020, 0, 1) / 60_000, max: Date.UTC(2035, 0, 1) / 60_000 });
    fc.assert(
      fc.property(when, fc.constantFrom(...zones), (minutes, timeZone) => {
        const shown = wallTime(minutes * 60_000, timeZone);
        expect(wallTime(fromWallTime(shown, timeZone), timeZone)).toEqual(shown);
      }),
    );
  });
});

describe('what the menu offers', () => {
  const names = (context: SnoozeContext) => snoozePresets(context).map(({ name }) => name);

  it('offers what fits now, and says which of it the window does not survive', () => {
    const closesAt = now + 2 * hour;
    expect(snoozePresets(berlin({ closesAt }))).toEqual([
      { name: 'before-close', at: closesAt - hour / 2, outlives: false },
      { name: 'hour', at: now + hour, outlives: false },
      { name: 'later-today', at: at(3, 16, 30), outlives: true },
      { name: 'tomorrow', at: at(4, 9), outlives: true },
      { name: 'monday', at: at(9, 9), outlives: true },
      { name: 'answer', at: null, outlives: false },
    ]);
  });

  it('leaves out what is not so any more', () => {
    expect(names(berlin({ now: Date.UTC(2026, 10, 3, 21) }))).not.toContain('later-today');
    expect(names(berlin({ closesAt: now + hour / 2 }))).not.toContain('before-close');
    const sunday = Date.UTC(2026, 10, 8, 12);
    expect(names(berlin({ now: sunday }))).not.toContain('monday');
    const onMonday = snoozePresets(berlin({ now: sunday + 24 * hour })).find(({ name }) => name === 'monday');
    expect(onMonday?.at).toBe(at(16, 9));
  });

  it('lies ahead, and warns exactly when it ends at or after the end of an open window', () => {
    const when = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2030, 0, 1) });
    const left = fc.option(fc.integer({ min: 1, max: 24 * hour }));
    fc.assert(
      fc.property(when, left, fc.constantFrom(...zones), (moment, leftMs, timeZone) => {
        const closesAt = leftMs === null ? null : moment + leftMs;
        for (const preset of snoozePresets({ now: moment, timeZone, closesAt })) {
          if (preset.at !== null) expect(preset.at).toBeGreaterThan(moment);
          expect(preset.outlives).toBe(preset.at !== null && closesAt !== null && preset.at >= closesAt);
        }
      }),
    );
  });

  it('warns of nothing where no window is open', () => {
    const closed = snoozeContext({ kind: 'closed', closesAt: now - 1, remainingMs: 0 }, now, 'UTC');
    expect(outlivesWindow(now + hour, closed)).toBe(false);
    const unsure = snoozeContext({ kind: 'unverified', closesAt: now + 1, remainingMs: 1 }, now, 'UTC');
    expect(outlivesWindow(now + hour, unsure)).toBe(false);
  });
});
