import type { snooze as english } from '../en/snooze.ts';
import type { Texts } from '../messages.ts';

export const snooze: Texts<typeof english> = {
  'snooze.label': 'Zurückstellen bis',
  'snooze.when': 'Wann? Etwa: 2 Std., Di 15 Uhr, morgen 9 Uhr',
  'snooze.preset.before-close': '30 Min. vor dem Schließen',
  'snooze.preset.hour': 'In 1 Stunde',
  'snooze.preset.later-today': 'Später heute',
  'snooze.preset.tomorrow': 'Morgen 9:00',
  'snooze.preset.monday': 'Nächsten Montag',
  'snooze.preset.answer': 'Bis der Kunde antwortet',
  'snooze.wake': 'Zurückstellen beenden',
  'snooze.outlives': 'Das Fenster ist dann geschlossen: Sie brauchen eine Vorlage',
  'snooze.typed': 'Bis {time}',
  'snooze.not-understood': 'Nicht verstanden. Versuchen Sie 2 Std., Di 15 Uhr oder morgen 9 Uhr.',
  'snooze.past': 'Dieser Zeitpunkt ist vorbei.',
  'snooze.no-window': 'Es gibt kein offenes Fenster, von dem zurückgezählt werden kann.',
};
