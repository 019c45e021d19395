import type { sweep as english } from '../en/sweep.ts';
import type { Texts } from '../messages.ts';

export const sweep: Texts<typeof english> = {
  'sweep.title': 'Fenster retten',
  'sweep.intro':
    'Geht die offenen Konversationen durch, deren Kunde wartet und deren Fenster bald schließt, eine nach der anderen, die dringendste zuerst.',
  'sweep.horizon': 'Schließt innerhalb von',
  'sweep.horizon.1': '1 Stunde',
  'sweep.horizon.8': 'Diese Schicht, 8 Stunden',
  'sweep.horizon.24': '24 Stunden',
  'sweep.found':
    '{count, plural, =0 {Kein Kunde wartet in einem Fenster, das so bald schließt.} one {# Konversation zu retten.} other {# Konversationen zu retten.}}',
  'sweep.next': 'Die nächste, {name}, schließt: {time}.',
  'sweep.counting': 'Wird gesucht…',
  'sweep.unreadable':
    'Die Liste konnte nicht gelesen werden. Nichts wurde geändert. Schließen Sie dies und versuchen Sie es erneut.',
  'sweep.start': 'Starten',
  'sweep.bar': 'Fenster retten, {at} von {all}',
  'sweep.at': '{at} von {all}',
  'sweep.now': '{at} von {all}: {name}. {left}.',
  'sweep.key.reply': 'Antworten',
  'sweep.key.template': 'Vorlage',
  'sweep.key.snooze': 'Zurückstellen',
  'sweep.key.close': 'Fertig',
  'sweep.key.skip': 'Überspringen',
  'sweep.key.back': 'Zurück',
  'sweep.key.leave': 'Verlassen',
  'sweep.done': 'Runde fertig',
  'sweep.left': 'Runde beendet',
  'sweep.saved': '{count, plural, one {# gerettet} other {# gerettet}}',
  'sweep.parked': '{count, plural, one {# geparkt} other {# geparkt}}',
  'sweep.closed': '{count, plural, one {# fertig} other {# fertig}}',
  'sweep.skipped': '{count, plural, one {# übersprungen} other {# übersprungen}}',
  'sweep.gone': '{count, plural, one {# von jemand anderem beantwortet} other {# von anderen beantwortet}}',
  'sweep.notReached': '{count, plural, one {# nicht erreicht} other {# nicht erreicht}}',
  'sweep.nothing': 'Nichts wurde getan',
  'sweep.again': 'Übersprungene durchgehen',
  'sweep.resume': 'Weiter',
  'sweep.close': 'Zurück zur Arbeit',
};
