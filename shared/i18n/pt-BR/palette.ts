import type { palette as english } from '../en/palette.ts';
import type { Texts } from '../messages.ts';

export const palette: Texts<typeof english> = {
  'palette.placeholder': 'Encontrar uma ação, pessoa, modelo ou configuração',
  'palette.found': 'Encontrado',
  'palette.none': 'Nada encontrado para “{query}”',
  'palette.on': 'em {channel}',
  'palette.person': 'Pessoa',
  'palette.template': 'Modelo para {name}',
  'palette.current': 'Definido agora',
  'palette.snoozeUntil': 'Adiar até {time}',
  'palette.snoozeOutlives': 'A janela já terá fechado até lá',
  'palette.why.noConversation': 'Abra uma conversa primeiro',
  'palette.why.offline': 'Precisa de conexão',
};
