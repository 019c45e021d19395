import type { snooze as english } from '../en/snooze.ts';
import type { Texts } from '../messages.ts';

/** The examples stay English: that is how a typed moment is read. */
export const snooze: Texts<typeof english> = {
  'snooze.label': 'Adiar até',
  'snooze.when': 'Quando? Por exemplo: em 2 horas, terça 15h, amanhã às 9h',
  'snooze.preset.before-close': '30 min antes de fechar',
  'snooze.preset.hour': 'Em 1 hora',
  'snooze.preset.later-today': 'Mais tarde hoje',
  'snooze.preset.tomorrow': 'Amanhã às 9:00',
  'snooze.preset.monday': 'Próxima segunda-feira',
  'snooze.preset.answer': 'Até o cliente responder',
  'snooze.wake': 'Encerrar o adiamento',
  'snooze.outlives': 'A janela já terá fechado até lá: você precisará de um modelo',
  'snooze.typed': 'Até {time}',
  'snooze.not-understood': 'Não entendido. Tente em 2 horas, terça 15h ou amanhã às 9h.',
  'snooze.past': 'Esse momento já passou.',
  'snooze.no-window': 'Não há uma janela aberta para contar a partir do fim.',
};
