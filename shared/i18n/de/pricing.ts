import type { pricing as english } from '../en/pricing.ts';
import type { Texts } from '../messages.ts';

export const pricing: Texts<typeof english> = {
  'price.free': 'Jetzt kostenlos',
  'price.rate': '≈ {amount}',
  'price.unknown': 'Tarif unbekannt',
  'price.list': 'Listenpreis für {market} vom {from} bis {until}, ohne Steuern und Gebühren ({source}).',
  'price.mayBeFree': 'Die ersten 1.000 freien Nachrichten eines Monats kosten je Nummer nichts.',
  'price.why.free-entry-point': 'Der Kunde kam über eine Anzeige: WhatsApp berechnet vorerst nichts.',
  'price.why.no-list': 'Auf diesem Computer ist keine Preisliste.',
  'price.why.unreadable': 'Die Preisliste auf diesem Computer ist unbrauchbar: {detail}.',
  'price.why.not-yet': 'Die Preisliste auf diesem Computer beginnt am {from}.',
  'price.why.expired': 'Die Preisliste auf diesem Computer galt bis {until}.',
  'price.why.not-whatsapp': 'Die Preisliste von WhatsApp sagt nichts über diesen Kanal.',
  'price.why.no-number': 'Die Nummer des Kunden ist nicht bekannt.',
  'price.why.no-market': 'Die Preisliste nennt keinen Tarif für das Land des Kunden.',
  'price.why.no-rate': 'Die Preisliste nennt keinen Tarif für diese Art von Nachricht.',
  'price.why.no-kind': 'WhatsApp hat die Kategorie dieser Vorlage nicht genannt.',
  'price.sum.free': '{count, plural, one {# kostenlos} other {# kostenlos}}',
  'price.sum.rated': '{count, plural, one {# für ≈ {amount}} other {# für ≈ {amount}}}',
  'price.sum.unknown': '{count, plural, one {# mit unbekanntem Tarif} other {# mit unbekanntem Tarif}}',
  'price.answers': 'Sie zu beantworten kostet: {sum}.',
  'price.messages': 'Die Nachrichten kosten: {sum}.',
};
