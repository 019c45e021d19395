import type { pricing as english } from '../en/pricing.ts';
import type { Texts } from '../messages.ts';

export const pricing: Texts<typeof english> = {
  'price.free': 'Gratis ahora',
  'price.rate': '≈ {amount}',
  'price.unknown': 'Tarifa desconocida',
  'price.list': 'Precio de lista para {market} del {from} al {until}, sin impuestos ni comisiones ({source}).',
  'price.mayBeFree': 'Los primeros 1000 mensajes libres de un mes no cuestan nada, por número.',
  'price.why.free-entry-point': 'El cliente llegó por un anuncio: de momento WhatsApp no cobra nada.',
  'price.why.no-list': 'No hay lista de precios en este equipo.',
  'price.why.unreadable': 'La lista de precios de este equipo no se puede usar: {detail}.',
  'price.why.not-yet': 'La lista de precios de este equipo empieza el {from}.',
  'price.why.expired': 'La lista de precios de este equipo terminó el {until}.',
  'price.why.not-whatsapp': 'La lista de precios de WhatsApp no dice nada de este canal.',
  'price.why.no-number': 'No se conoce el número del cliente.',
  'price.why.no-market': 'La lista de precios no tiene tarifa para el país del cliente.',
  'price.why.no-rate': 'La lista de precios no tiene tarifa para este tipo de mensaje.',
  'price.why.no-kind': 'WhatsApp no indicó la categoría de esta plantilla.',
  'price.sum.free': '{count, plural, one {# gratis} other {# gratis}}',
  'price.sum.rated': '{count, plural, one {# por ≈ {amount}} other {# por ≈ {amount}}}',
  'price.sum.unknown': '{count, plural, one {# con tarifa desconocida} other {# con tarifa desconocida}}',
  'price.answers': 'Responderlas cuesta: {sum}.',
  'price.messages': 'Sus mensajes cuestan: {sum}.',
};
