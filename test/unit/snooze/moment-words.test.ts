import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { momentInEnglish } from '../../../shared/snooze/moment-words.ts';
import { readMoment } from '../../../shared/snooze/read-moment.ts';
import type { SnoozeContext } from '../../../shared/snooze/snooze-context.ts';

const hour = 3_600_000;
/** Tuesday, 3 November 2026, 13:20 in Berlin. */
const now = Date.UTC(2026, 10, 3, 12, 20);
const context: SnoozeContext = { now, timeZone: 'Europe/Berlin', closesAt: now + 5 * hour };
const at = (day: number, hours: number, minutes = 0, month = 10): number =>
  Date.UTC(2026, month, day, hours - 1, minutes);
const beforeClose = now + 4.5 * hour;

describe('a moment in the words of the page', () => {
  it.each([
    ['de', 'morgen', at(4, 9)],
    ['de', 'Morgen 9 Uhr', at(4, 9)],
    ['de', 'morgen um 9.30', at(4, 9, 30)],
    ['de', 'morgen früh', at(4, 9)],
    ['de', 'Di 15 Uhr', at(3, 15)],
    ['de', 'am Donnerstag um 15 Uhr 30', at(5, 15, 30)],
    ['de', 'nächsten Montag', at(9, 9)],
    ['de', 'Freitag Nachmittag', at(6, 14)],
    ['de', 'heute Abend', at(3, 20)],
    ['de', '15 Uhr', at(3, 15)],
    ['de', 'um 9', at(4, 9)],
    ['de', 'in 2 Stunden', now + 2 * hour],
    ['de', 'in einer Stunde', now + hour],
    ['de', '2 Std. 30 Min.', now + 2.5 * hour],
    ['de', '24. Dezember', at(24, 9, 0, 11)],
    ['de', '24.12. 14:30', at(24, 14, 30, 11)],
    ['de', '3. Dez.', at(3, 9, 0, 11)],
    ['de', 'vor dem Schließen', beforeClose],
    ['de-AT', 'mittwoch', at(4, 9)],
    ['de', 'tue 3pm', at(3, 15)],
    ['de', 'tomorrow 9 am', at(4, 9)],
    ['en', 'until friday', at(6, 9)],
    ['en', 'for 2 hours', now + 2 * hour],
    ['de', 'bis morgen 9 Uhr', at(4, 9)],
    ['de', 'bis zum 24. Dezember', at(24, 9, 0, 11)],
    ['de', 'für 2 Stunden', now + 2 * hour],
    ['nl', 'tot vrijdag', at(6, 9)],
    ['es', 'hasta el lunes', at(9, 9)],
    ['pt-BR', 'até amanhã às 9h', at(4, 9)],
    ['ar', 'حتى غدًا', at(4, 9)],
    ['ar', 'لمدة ساعتين', now + 2 * hour],
    ['ar', 'لمدة ساعة', now + hour],
    ['nl', 'morgen 9 uur', at(4, 9)],
    ['nl', 'morgenochtend', at(4, 9)],
    ['nl', 'over 2 uur', now + 2 * hour],
    ['nl', 'om 15 uur', at(3, 15)],
    ['nl', 'volgende maandag', at(9, 9)],
    ['nl', 'do 15u30', at(5, 15, 30)],
    ['nl', 'vanavond', at(3, 20)],
    ['nl', '24-12', at(24, 9, 0, 11)],
    ['nl', '5 mei', Date.UTC(2027, 4, 5, 7)],
    ['es', 'mañana', at(4, 9)],
    ['es', 'mañana por la tarde', at(4, 14)],
    ['es', 'mañana a las 9', at(4, 9)],
    ['es', 'a las 3 de la tarde', at(3, 15)],
    ['es', 'mar 15:00', at(3, 15)],
    ['es', '24 mar', Date.UTC(2027, 2, 24, 8)],
    ['es', '24 de diciembre', at(24, 9, 0, 11)],
    ['es', 'el lunes que viene', at(9, 9)],
    ['es', 'el martes que viene a las 15:00', at(10, 15)],
    ['es', 'el próximo lunes a las 10h', at(9, 10)],
    ['es', 'dentro de 2 horas', now + 2 * hour],
    ['es', 'esta noche', at(3, 20)],
    ['es', 'antes del cierre', beforeClose],
    ['pt-BR', 'amanhã às 9h', at(4, 9)],
    ['pt-BR', 'amanhã de manhã', at(4, 9)],
    ['pt-BR', 'segunda-feira 14h30', at(9, 14, 30)],
    ['pt-BR', 'na sexta à tarde', at(6, 14)],
    ['pt-BR', 'próxima segunda', at(9, 9)],
    ['pt-BR', 'em 2 horas', now + 2 * hour],
    ['pt-BR', '24/12', at(24, 9, 0, 11)],
    ['ar', 'غدًا', at(4, 9)],
    ['ar', 'غدًا الساعة ٩', at(4, 9)],
    ['ar', 'غدًا ٣ مساءً', at(4, 15)],
    ['ar', 'غدًا مساءً', at(4, 18)],
    ['ar', 'الاثنين القادم', at(9, 9)],
    ['ar', 'الثلاثاء القادم 15:00', at(10, 15)],
    ['ar', 'بعد ساعتين', now + 2 * hour],
    ['ar', 'بعد ٩٠ دقيقة', now + 1.5 * hour],
    ['ar', '24 ديسمبر', at(24, 9, 0, 11)],
  ])('%s: %s', (locale, text, expected) => {
    expect(readMoment(text, context, locale)).toEqual({ kind: 'at', at: expected });
  });

  it.each([
    ['de', 'bald'],
    ['de', '9'],
    ['de', 'morgen 25 Uhr'],
    ['nl', 'straks'],
    ['es', 'luego'],
    ['fr', 'demain'],
    ['en', 'morgen'],
  ])('does not guess, in %s: %s', (locale, text) => {
    expect(readMoment(text, context, locale)).toEqual({ kind: 'not-understood' });
  });

  it('leaves English alone, and every language understands it', () => {
    const english = [
      '2h',
      'in 90 min',
      '3pm',
      'tue 3pm',
      'tomorrow 9',
      'next monday',
      '24 dec 14:30',
      '2026-11-05 08:15',
    ];
    for (const text of english) {
      expect(momentInEnglish(text, 'en-GB')).toBe(text);
      for (const locale of ['de', 'nl', 'es', 'pt-BR', 'ar']) {
        expect([locale, text, readMoment(text, context, locale)]).toEqual([locale, text, readMoment(text, context)]);
      }
    }
  });

  it('never throws, whatever is typed', () => {
    const locale = fc.constantFrom('de', 'nl', 'es', 'pt-BR', 'ar', 'en', 'fr', '');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), locale, (text, tag) => {
        expect(['at', 'not-understood', 'past', 'no-window']).toContain(readMoment(text, context, tag).kind);
      }),
    );
  });
});
