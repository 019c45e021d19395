import type { search as english } from '../en/search.ts';
import type { Texts } from '../messages.ts';

export const search: Texts<typeof english> = {
  'search.operator.from-me': 'míos',
  'search.operator.from-customer': 'de clientes',
  'search.operator.note': 'notas',
  'search.operator.file': 'con archivo',
  'search.operator.before': 'antes de un día',
  'search.operator.in': 'en una conversación',
  'search.operator.phrase': 'palabras exactas',
  'search.title': 'Buscar en todos los mensajes',
  'search.field': 'Palabras, un nombre, un número',
  'search.operators': 'Acotar la búsqueda',
  'search.results': 'Mensajes encontrados',
  'search.found':
    '{count, plural, =0 {No se ha encontrado nada.} one {# mensaje encontrado.} other {# mensajes encontrados.}}',
  'search.foundMore':
    '{count, plural, one {# mensaje encontrado hasta ahora.} other {# mensajes encontrados hasta ahora.}}',
  'search.searched':
    '{count, plural, one {Se ha buscado en # mensaje de este dispositivo ({since}).} other {Se ha buscado en # mensajes de este dispositivo ({since}).}}',
  'search.since': 'desde {day}',
  'search.searchedNothing': 'Todavía no hay ningún mensaje en este dispositivo.',
  'search.none.title': 'No se ha encontrado nada para «{text}»',
  'search.none.older': 'Los mensajes anteriores necesitan conexión.',
  'search.further.title': 'Hasta ahora no se ha encontrado nada para «{text}»',
  'search.further.text': 'Esta búsqueda recorre los mensajes uno a uno y se ha detenido un momento.',
  'search.goOn': 'Continuar',
  'search.more': 'Ver más',
  'search.goingOn': 'Buscando más atrás…',
  'search.in': '{name} en {channel}',
  'search.count': '{count, plural, one {# mensaje} other {# mensajes}}',
  'search.by': '{author} · {time}',
  'search.note': 'Nota',
  'search.file': 'Archivo',
  'search.noText': 'Sin texto',
  'search.failed': 'No se ha podido leer la búsqueda en este dispositivo. No se ha perdido nada. Inténtelo de nuevo.',
  'search.server': 'Buscar en el servidor',
  'search.server.why': 'El servidor busca en los últimos tres meses, también en lo que este dispositivo no tiene.',
  'search.server.offline': 'Necesita conexión.',
  'search.server.asking': 'Buscando en el servidor…',
  'search.server.failed':
    'El servidor no ha respondido. Lo encontrado en este dispositivo sigue aquí. Inténtelo de nuevo.',
  'search.server.title': 'En el servidor',
  'search.server.none': 'El servidor no ha encontrado nada que no se muestre ya.',
  'search.recent': 'Búsquedas anteriores, solo en este equipo',
  'search.forget': 'Olvidarlas',
  'search.hint': 'Escriba para buscar. Las flechas recorren los resultados, Intro abre y Escape vuelve aquí.',
};
