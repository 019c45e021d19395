import type { pricing as english } from '../en/pricing.ts';
import type { Texts } from '../messages.ts';

export const pricing: Texts<typeof english> = {
  'price.free': 'Grátis agora',
  'price.rate': '≈ {amount}',
  'price.unknown': 'Tarifa desconhecida',
  'price.list': 'Preço de tabela para {market} de {from} a {until}, sem impostos e taxas ({source}).',
  'price.mayBeFree': 'As primeiras 1.000 mensagens livres do mês não custam nada, por número.',
  'price.why.free-entry-point': 'O cliente veio de um anúncio: por enquanto o WhatsApp não cobra nada.',
  'price.why.no-list': 'Não há tabela de preços neste computador.',
  'price.why.unreadable': 'A tabela de preços deste computador não pode ser usada: {detail}.',
  'price.why.not-yet': 'A tabela de preços deste computador começa em {from}.',
  'price.why.expired': 'A tabela de preços deste computador terminou em {until}.',
  'price.why.not-whatsapp': 'A tabela de preços do WhatsApp não diz nada sobre este canal.',
  'price.why.no-number': 'O número do cliente não é conhecido.',
  'price.why.no-market': 'A tabela de preços não tem tarifa para o país do cliente.',
  'price.why.no-rate': 'A tabela de preços não tem tarifa para este tipo de mensagem.',
  'price.why.no-kind': 'O WhatsApp não informou a categoria deste modelo.',
  'price.sum.free': '{count, plural, one {# grátis} other {# grátis}}',
  'price.sum.rated': '{count, plural, one {# por ≈ {amount}} other {# por ≈ {amount}}}',
  'price.sum.unknown': '{count, plural, one {# com tarifa desconhecida} other {# com tarifa desconhecida}}',
  'price.answers': 'Respondê-las custa: {sum}.',
  'price.messages': 'As mensagens custam: {sum}.',
};
