import type { start as english } from '../en/start.ts';
import type { Texts } from '../messages.ts';

export const start: Texts<typeof english> = {
  'start.number.empty': 'Digite primeiro o número.',
  'start.number.not-a-number': 'Isto não é um número de telefone. Ele se parece com +31 6 1234 5678.',
  'start.number.no-country':
    'Comece com + e o código do país, como +31. Sem ele, o número pode ser de um desconhecido.',
  'start.number.too-short': 'Este número é curto demais. Confira os últimos algarismos.',
  'start.number.too-long': 'Este número é longo demais: no máximo 15 algarismos com o código do país.',

  'start.why.no-number': 'Não é possível: o número de telefone desta pessoa não é conhecido.',
  'start.why.number-only': 'Não é possível: este canal não usa números de telefone.',
  'start.why.not-reachable': 'Não é possível: o servidor diz que este canal não alcança esta pessoa.',
  'start.why.no-template':
    'Não é possível: a primeira mensagem precisa ser um modelo, e este número não tem nenhum que possa ser enviado.',
  'start.why.customer-first': 'Não é possível: aqui o cliente precisa escrever primeiro.',

  'start.first.template': 'A primeira mensagem é um modelo. Você pode escrever livremente quando a pessoa responder.',
  'start.first.sms': 'Tem custo extra e sai como texto simples.',
  'start.first.text': 'Você pode escrever livremente.',
  'start.go.template': 'Escolher o primeiro modelo',
  'start.go.sms': 'Escrever o SMS',
  'start.go.text': 'Escrever a primeira mensagem',

  'start.title': 'Iniciar uma conversa',
  'start.offline':
    'Iniciar uma conversa precisa de conexão, e procurar no servidor também. Você pode preencher isto agora: fica aqui até haver conexão.',
  'start.who': 'Para quem',
  'start.search': 'Nome ou número',
  'start.found': 'Pessoas encontradas',
  'start.none': 'Ninguém neste dispositivo corresponde a “{text}”.',
  'start.askServer': 'Procurar no servidor',
  'start.asking': 'Procurando no servidor…',
  'start.serverNone': 'O servidor também não conhece ninguém como “{text}”.',
  'start.serverFailed': 'O servidor não respondeu. O que você digitou continua aqui. Tente de novo.',
  'start.onServer': 'no servidor',
  'start.new': 'Alguém novo',
  'start.newNumber': 'Número novo: {number}',
  'start.change': 'Escolher outra pessoa',
  'start.name': 'Nome',
  'start.name.empty': 'Digite um nome: a sua equipe encontra a conversa por ele.',
  'start.number': 'Número de telefone',
  'start.number.help': 'Com + e o código do país.',
  'start.noNumber': 'Nenhum número conhecido',
  'start.existing': 'Já existe uma conversa. Abra-a:',
  'start.existing.on': '{name} em {channel} · {status}',
  'start.where': 'De qual canal',
  'start.where.asking': 'Perguntando ao servidor quais canais alcançam {name}…',
  'start.where.unknown': 'O servidor não disse quais canais alcançam {name}. Ele pode recusar algum deles.',
  'start.where.none': 'A sua equipe ainda não tem um canal.',
  'start.go': 'Iniciar',
  'start.busy': 'Iniciando…',
  'start.missing.where': 'Escolha um canal primeiro.',
  'start.missing.connection': 'Precisa de conexão. Nada do que você digitou se perde.',
  'start.unanswered':
    'A conexão caiu antes da resposta, então a conversa pode existir ou não. Inicie-a de novo: a que existe é encontrada, e nenhuma segunda é criada.',
};
