import type { palette as english } from '../en/palette.ts';
import type { Texts } from '../messages.ts';

export const palette: Texts<typeof english> = {
  'palette.placeholder': 'Zoek een actie, persoon, sjabloon of instelling',
  'palette.found': 'Gevonden',
  'palette.none': 'Niets gevonden voor “{query}”',
  'palette.on': 'op {channel}',
  'palette.person': 'Persoon',
  'palette.template': 'Sjabloon voor {name}',
  'palette.current': 'Nu ingesteld',
  'palette.snoozeUntil': 'Uitstellen tot {time}',
  'palette.snoozeOutlives': 'Het venster is dan gesloten',
  'palette.why.noConversation': 'Open eerst een gesprek',
  'palette.why.offline': 'Verbinding nodig',
};
