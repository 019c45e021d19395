import type { palette as english } from '../en/palette.ts';
import type { Texts } from '../messages.ts';

export const palette: Texts<typeof english> = {
  'palette.placeholder': 'Buscar una acción, persona, plantilla o ajuste',
  'palette.found': 'Encontrado',
  'palette.none': 'No se ha encontrado nada para «{query}»',
  'palette.on': 'en {channel}',
  'palette.person': 'Persona',
  'palette.template': 'Plantilla para {name}',
  'palette.current': 'Valor actual',
  'palette.snoozeUntil': 'Posponer hasta {time}',
  'palette.snoozeOutlives': 'La ventana estará cerrada para entonces',
  'palette.why.noConversation': 'Abra primero una conversación',
  'palette.why.offline': 'Necesita conexión',
};
