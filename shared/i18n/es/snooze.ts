import type { snooze as english } from '../en/snooze.ts';
import type { Texts } from '../messages.ts';

export const snooze: Texts<typeof english> = {
  'snooze.label': 'Posponer hasta',
  'snooze.when': '¿Cuándo? Ej.: en 2 horas, mar 15:00, mañana a las 9',
  'snooze.preset.before-close': '30 min antes del cierre',
  'snooze.preset.hour': 'En 1 hora',
  'snooze.preset.later-today': 'Más tarde hoy',
  'snooze.preset.tomorrow': 'Mañana a las 9:00',
  'snooze.preset.monday': 'El próximo lunes',
  'snooze.preset.answer': 'Hasta que responda el cliente',
  'snooze.wake': 'Terminar la pausa',
  'snooze.outlives': 'La ventana estará cerrada para entonces: necesitará una plantilla',
  'snooze.typed': 'Hasta {time}',
  'snooze.not-understood': 'No se ha entendido. Pruebe en 2 horas, mar 15:00 o mañana a las 9.',
  'snooze.past': 'Ese momento ya ha pasado.',
  'snooze.no-window': 'No hay ninguna ventana abierta desde la que contar hacia atrás.',
};
