import type { intro as english } from '../en/intro.ts';
import type { Texts } from '../messages.ts';

export const intro: Texts<typeof english> = {
  'intro.drill.next.do': 'Pressione {keys}',
  'intro.drill.next.why': 'para descer a lista até Mara Singh.',
  'intro.drill.reply.do': 'Pressione {keys}',
  'intro.drill.reply.why': 'para responder a ela.',
  'intro.drill.send.do': 'Digite algumas palavras e pressione {keys}',
  'intro.drill.send.why': 'para enviá-las.',
  'intro.drill.mention.do': 'Pressione @',
  'intro.drill.mention.why':
    'A janela de 24 horas fechou: nenhum texto livre chega a Mara. O que você começa com @ é uma nota, e só a sua equipe a lê.',
  'intro.drill.note.do': 'Escolha Ana com Enter, escreva uma palavra para ela e pressione {keys}',
  'intro.drill.note.why': 'para adicionar a nota.',
  'intro.drill.template.do': 'Pressione {keys}',
  'intro.drill.template.why': 'Um modelo é a única coisa que o WhatsApp ainda deixa passar.',
  'intro.drill.choose.do': 'Escolha um com as setas e pressione Enter',
  'intro.drill.choose.why': 'Quando Mara responder, a janela estará aberta de novo.',
  'intro.drill.done.do': 'Você acabou de responder, anotar e reabrir um chat sem o mouse.',
  'intro.drill.done.why': 'Nada disso foi enviado a ninguém.',

  'intro.title': 'Introdução',
  'intro.step': 'Passo {at} de {all}',
  'intro.skip': 'Pular este passo',
  'intro.next': 'Avançar',
  'intro.back': 'Voltar',
  'intro.finish': 'Para a caixa de entrada',
  'intro.again': 'Começar de novo',
  'intro.againHelp':
    'Como funcionam janelas, notas e modelos, e um exercício de sessenta segundos. Nada disso é enviado.',

  'intro.bar.welcome': 'Primeira vez aqui? Três minutos mostram como funcionam janelas, notas e modelos.',
  'intro.bar.resume': '{count, plural, one {Falta # passo da introdução.} other {Faltam # passos da introdução.}}',
  'intro.bar.start': 'Mostrar',
  'intro.bar.goOn': 'Continuar',
  'intro.bar.later': 'Agora não',
  'intro.bar.label': 'Introdução',

  'intro.welcome.title': 'Boas-vindas ao Latchkey',
  'intro.welcome.text':
    'O Latchkey serve para responder a clientes no WhatsApp. Ele conta as 24 horas em que você pode escrever livremente e sempre mostra um caminho quando elas acabam.',
  'intro.welcome.practice': 'Conhecer o espaço de prática',
  'intro.welcome.practiceWhy':
    'Uma caixa de entrada de equipe viva neste computador, com clientes inventados. Você pode testar tudo: nenhuma pessoa real recebe nada.',
  'intro.welcome.server': 'Entrar no servidor da sua equipe',
  'intro.welcome.serverWhy':
    'Um servidor Chatwoot, com a sua senha ou token de acesso. O Latchkey nunca vê a sua senha do WhatsApp.',

  'intro.computer.title': 'Este computador',
  'intro.computer.kept':
    'Conversas, rascunhos e o que espera para ser enviado ficam em arquivos neste computador, para que você possa trabalhar sem conexão.',
  'intro.computer.plain':
    'Estes arquivos ainda não são criptografados. Quem puder abrir a sua conta de usuário pode lê-los. Se outras pessoas usam este computador, ative a criptografia de disco do sistema.',
  'intro.computer.token': 'O seu token de acesso',
  'intro.computer.folder': 'A pasta',
  'intro.computer.nowhere': 'Nada é enviado a nós. O Latchkey fala com o servidor da sua equipe e com ninguém mais.',

  'intro.window.title': 'O anel é a janela de 24 horas',
  'intro.window.text':
    'Cada mensagem de um cliente abre 24 horas em que você pode escrever livremente. O anel na lista mostra quanto resta: a forma, a borda e as palavras mudam quando o fim se aproxima.',
  'intro.window.real': 'Da sua lista, agora mesmo:',
  'intro.window.none': 'A sua lista ainda não tem uma conversa assim. O anel aparece com a primeira.',
  'intro.window.closed':
    'Quando ela fecha, o WhatsApp só aceita um modelo aprovado. O Latchkey bloqueia antes disso, para que nenhuma mensagem sua seja recusada no caminho. Notas para a sua equipe sempre funcionam.',

  'intro.drill.title': 'Sessenta segundos sem o mouse',
  'intro.drill.text':
    'Duas conversas inventadas. Elas só existem nesta página, e nada do que você digitar aqui é enviado.',
  'intro.drill.list': 'Conversas de prática',
  'intro.drill.thread': 'Mensagens de prática',
  'intro.drill.asks': 'Quando chega a minha bicicleta?',
  'intro.drill.other': 'Obrigada, tudo certo.',
  'intro.drill.field.reply': 'Resposta a Mara Singh',
  'intro.drill.field.note': 'Nota interna, só a sua equipe',
  'intro.drill.mode.reply': 'Para Mara Singh · WhatsApp',
  'intro.drill.mode.note': 'Nota interna · só a sua equipe',
  'intro.drill.locked': 'A janela de 24 horas fechou. O WhatsApp agora só aceita um modelo.',
  'intro.drill.templates': 'Modelos de prática',
  'intro.drill.template.followUp': 'Olá, Mara, o seu pedido está pronto. Podemos contar mais?',
  'intro.drill.template.callBack': 'Olá, Mara, você nos perguntou algo. Continuamos por aqui?',
  'intro.drill.kind.reply': 'A sua resposta',
  'intro.drill.kind.note': 'A sua nota',
  'intro.drill.kind.template': 'O seu modelo',
  'intro.drill.singleOff':
    'As teclas simples estão desativadas nas configurações, então J, R e T não fazem nada aqui nem na caixa de entrada. As setas, Enter e as teclas com Ctrl funcionam.',
  'intro.drill.switchOn': 'Ativá-las',
  'intro.drill.restart': 'Do começo',

  'intro.notifications.title': 'Notificações',
  'intro.notifications.text':
    'O Latchkey avisa quando um cliente escreve e quando uma janela está para fechar. Se o sistema deixa passar, o melhor é testar.',
};
