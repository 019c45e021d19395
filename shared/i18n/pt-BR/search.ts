import type { search as english } from '../en/search.ts';
import type { Texts } from '../messages.ts';

export const search: Texts<typeof english> = {
  'search.operator.from-me': 'minhas',
  'search.operator.from-customer': 'de clientes',
  'search.operator.note': 'notas',
  'search.operator.file': 'com um arquivo',
  'search.operator.before': 'antes de um dia',
  'search.operator.in': 'em uma conversa',
  'search.operator.phrase': 'palavras exatas',

  'search.title': 'Buscar em todas as mensagens',
  'search.field': 'Palavras, um nome, um número',
  'search.operators': 'Restringir a busca',
  'search.results': 'Mensagens encontradas',
  'search.found':
    '{count, plural, =0 {Nada encontrado.} one {# mensagem encontrada.} other {# mensagens encontradas.}}',
  'search.foundMore':
    '{count, plural, one {# mensagem encontrada até agora.} other {# mensagens encontradas até agora.}}',
  'search.searched':
    '{count, plural, one {Busca em # mensagem neste dispositivo ({since}).} other {Busca em # mensagens neste dispositivo ({since}).}}',
  'search.since': 'desde {day}',
  'search.searchedNothing': 'Ainda não há mensagens neste dispositivo.',
  'search.none.title': 'Nada encontrado para “{text}”',
  'search.none.older': 'Mensagens mais antigas precisam de conexão.',
  'search.further.title': 'Nada encontrado para “{text}” até agora',
  'search.further.text': 'Esta busca percorre as mensagens uma a uma e parou por um momento.',
  'search.goOn': 'Continuar',
  'search.more': 'Mostrar mais',
  'search.goingOn': 'Procurando mais atrás…',
  'search.in': '{name} em {channel}',
  'search.count': '{count, plural, one {# mensagem} other {# mensagens}}',
  'search.by': '{author} · {time}',
  'search.note': 'Nota',
  'search.file': 'Arquivo',
  'search.noText': 'Sem texto',
  'search.failed': 'A busca não pôde ser lida neste dispositivo. Nada se perdeu. Tente de novo.',
  'search.server': 'Buscar no servidor',
  'search.server.why': 'O servidor percorre os últimos três meses, também no que este dispositivo não tem.',
  'search.server.offline': 'Precisa de conexão.',
  'search.server.asking': 'Buscando no servidor…',
  'search.server.failed':
    'O servidor não respondeu. O que foi encontrado neste dispositivo continua aqui. Tente de novo.',
  'search.server.title': 'No servidor',
  'search.server.none': 'O servidor não encontrou nada que já não esteja mostrado.',
  'search.recent': 'Buscas anteriores, só neste computador',
  'search.forget': 'Esquecer estas',
  'search.hint': 'Digite para buscar. As setas percorrem o que foi encontrado, Enter abre, Escape volta aqui.',
};
