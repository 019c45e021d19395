import type { palette as english } from '../en/palette.ts';
import type { Texts } from '../messages.ts';

export const palette: Texts<typeof english> = {
  'palette.placeholder': 'Aktion, Person, Vorlage oder Einstellung finden',
  'palette.found': 'Gefunden',
  'palette.none': 'Nichts gefunden für „{query}“',
  'palette.on': 'auf {channel}',
  'palette.person': 'Person',
  'palette.template': 'Vorlage für {name}',
  'palette.current': 'Jetzt eingestellt',
  'palette.snoozeUntil': 'Zurückstellen bis {time}',
  'palette.snoozeOutlives': 'Das Fenster ist dann geschlossen',
  'palette.why.noConversation': 'Öffnen Sie zuerst eine Konversation',
  'palette.why.offline': 'Braucht Verbindung',
};
