import type { snooze as english } from '../en/snooze.ts';
import type { Texts } from '../messages.ts';

export const snooze: Texts<typeof english> = {
  'snooze.label': 'Uitstellen tot',
  'snooze.when': 'Wanneer? Zoals: over 2 uur, di om 15:00, morgen 9 uur',
  'snooze.preset.before-close': '30 min voor het sluit',
  'snooze.preset.hour': 'Over 1 uur',
  'snooze.preset.later-today': 'Later vandaag',
  'snooze.preset.tomorrow': 'Morgen 9:00',
  'snooze.preset.monday': 'Volgende maandag',
  'snooze.preset.answer': 'Tot de klant antwoordt',
  'snooze.wake': 'Uitstel beëindigen',
  'snooze.outlives': 'Het venster is dan gesloten: u hebt een sjabloon nodig',
  'snooze.typed': 'Tot {time}',
  'snooze.not-understood': 'Niet begrepen. Probeer over 2 uur, di om 15:00 of morgen 9 uur.',
  'snooze.past': 'Dat moment is voorbij.',
  'snooze.no-window': 'Er is geen open venster om vanaf terug te tellen.',
};
