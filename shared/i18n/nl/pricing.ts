import type { pricing as english } from '../en/pricing.ts';
import type { Texts } from '../messages.ts';

export const pricing: Texts<typeof english> = {
  'price.free': 'Nu gratis',
  'price.rate': '≈ {amount}',
  'price.unknown': 'Tarief onbekend',
  'price.list': 'Lijstprijs voor {market} van {from} tot en met {until}, zonder belasting en toeslagen ({source}).',
  'price.mayBeFree': 'De eerste 1.000 vrije berichten van een maand kosten niets, per nummer.',
  'price.why.free-entry-point': 'De klant kwam via een advertentie: WhatsApp rekent voorlopig niets.',
  'price.why.no-list': 'Er staat geen prijslijst op deze computer.',
  'price.why.unreadable': 'De prijslijst op deze computer is niet bruikbaar: {detail}.',
  'price.why.not-yet': 'De prijslijst op deze computer begint op {from}.',
  'price.why.expired': 'De prijslijst op deze computer eindigde op {until}.',
  'price.why.not-whatsapp': 'De prijslijst van WhatsApp zegt niets over dit kanaal.',
  'price.why.no-number': 'Het nummer van de klant is niet bekend.',
  'price.why.no-market': 'De prijslijst noemt geen tarief voor het land van de klant.',
  'price.why.no-rate': 'De prijslijst noemt geen tarief voor dit soort bericht.',
  'price.why.no-kind': 'WhatsApp heeft de categorie van dit sjabloon niet gemeld.',
  'price.sum.free': '{count, plural, one {# gratis} other {# gratis}}',
  'price.sum.rated': '{count, plural, one {# voor ≈ {amount}} other {# voor ≈ {amount}}}',
  'price.sum.unknown': '{count, plural, one {# met onbekend tarief} other {# met onbekend tarief}}',
  'price.answers': 'Ze beantwoorden kost: {sum}.',
  'price.messages': 'De berichten kosten: {sum}.',
};
