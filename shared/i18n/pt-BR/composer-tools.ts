import type { composerTools as english } from '../en/composer-tools.ts';
import type { Texts } from '../messages.ts';

export const composerTools: Texts<typeof english> = {
  'preview.warning.star-is-italic': '{about} chega em itálico. Dois asteriscos de cada lado deixam em negrito.',
  'preview.warning.stars-inside-word': 'Os asteriscos em {about} chegam como asteriscos.',
  'preview.warning.link-text-lost': 'Do link chega só o endereço: {about}',
  'preview.warning.image-lost': 'A imagem {about} não chega. Anexe-a como arquivo.',
  'preview.warning.numbers-lost': 'Os números da lista chegam como traços.',
  'preview.warning.blank-lines-lost': 'Linhas em branco não chegam.',
  'preview.warning.code-block-lost': 'O bloco de código chega como texto simples.',
  'preview.warning.html-lost': '{about} parece HTML e não chega.',
  'preview.warning.heading-lost': 'O título {about} chega como texto simples.',
  'preview.warning.line-lost': 'A linha {about} não chega.',
  'preview.warning.placeholder': 'O servidor põe um valor no lugar de {about} antes de enviar.',

  'file.problem.empty': 'Este arquivo está vazio.',
  'file.problem.too-large': 'Grande demais: no máximo {limit}.',
  'file.problem.type-not-taken': 'O WhatsApp não aceita arquivos deste tipo.',

  'file.kind.image': 'foto',
  'file.kind.audio': 'áudio',
  'file.kind.video': 'vídeo',
  'file.kind.document': 'documento',
  'file.kind.sticker': 'figurinha',

  'preview.title': 'O que o cliente recebe',
  'preview.literal': 'Enviar literalmente',
  'preview.literalWhy': 'Põe crases em volta, para que o servidor não mexa. O cliente vê como código.',

  'file.attach': 'Anexar arquivos',
  'file.list': 'Arquivos anexados',
  'file.uploading': 'Preparando {name}, {percent}%',
  'file.remove': 'Remover {name}',
  'file.rename': 'Mudar o nome de {name}',
  'file.newName': 'Nome do arquivo',
  'file.failed': 'Não foi possível salvar aqui. O arquivo não está anexado.',
  'file.again': 'Tentar de novo',
  'file.tooMany': 'No máximo {count} arquivos por vez. Os outros não foram adicionados.',
  'file.added': '{count, plural, one {# arquivo anexado.} other {# arquivos anexados.}}',
  'file.dropReply': 'Solte os arquivos aqui: eles vão para {name}',
  'file.dropNote': 'Solte os arquivos aqui: só a sua equipe os recebe',
  'file.plan':
    '{count, plural, one {{name} recebe uma mensagem: {parts}.} other {{name} recebe # mensagens: {parts}.}}',
  'file.plan.text': 'o seu texto',
  'file.plan.withText': '{kind} com o seu texto',
  'file.kind.other': 'arquivo',

  'quote.strip': 'Responde a {author}',
  'quote.you': 'sua mensagem',
  'quote.noText': 'Uma mensagem sem texto',
  'quote.notHere': 'Uma mensagem que não está neste dispositivo',
  'quote.remove': 'Não responder a uma mensagem específica',

  'emoji.open': 'Emoji',
  'emoji.title': 'Emoji',
  'emoji.search': 'Buscar emoji',
  'emoji.none': 'Nenhum emoji para “{query}”.',
  'emoji.recent': 'Recentes',
  'emoji.smileys': 'Rostos',
  'emoji.people': 'Mãos e pessoas',
  'emoji.nature': 'Natureza e clima',
  'emoji.food': 'Comidas e bebidas',
  'emoji.things': 'Viagens e objetos',
  'emoji.symbols': 'Corações e símbolos',

  'canned.title': 'Respostas rápidas',
  'canned.search': 'Buscar respostas rápidas',
  'canned.none': 'Nenhuma resposta rápida para “{query}”.',
  'canned.empty': 'A sua equipe ainda não tem respostas rápidas.',
  'canned.server': 'O servidor preenche {names}.',
  'canned.section': 'Respostas rápidas',
  'canned.intoReply': 'Vai para a resposta',
  'canned.intoNote': 'Vai para a nota',

  'command.traits.offline': 'Funciona offline',
  'command.traits.needsConnection': 'Precisa de conexão',
  'command.traits.undo': 'pode ser desfeito',
  'command.traits.noUndo': 'não pode ser desfeito',
  'composer.menu.onConversation': 'Nesta conversa',
  'composer.menu.team': 'Equipe',

  'sms.title': 'Enviar um SMS para {name}?',
  'sms.text': 'Um SMS sai de {from} para {to} e tem custo extra. Ele abre uma conversa própria.',
  'sms.field': 'Texto do SMS',
  'sms.parts':
    '{count, plural, one {Um SMS} other {# SMS}} · {left, plural, one {falta # caractere} other {faltam # caracteres}}',
  'sms.send': 'Enviar SMS',
  'sms.looking': 'Verificando se um SMS alcança {name}…',
  'sms.noChannel': 'A sua equipe não tem um número de SMS.',
  'sms.notReachable': 'Nenhum número de SMS da sua equipe alcança {name}.',
  'sms.unanswered': 'Enviar um SMS precisa de conexão. O seu texto está seguro. Nada foi enviado.',
  'sms.sent': 'SMS na fila para {name}.',

  'callWindow.title': 'Ligações e a janela de 24 horas',
  'callWindow.now': 'Agora: {window}',
  'callWindow.opens':
    'Quando {name} liga para o seu número do WhatsApp, 24 horas de respostas livres começam de novo, quer alguém atenda ou não.',
  'callWindow.ours':
    'Quando você liga e {name} atende, elas também começam de novo. As suas mensagens e as ligações não atendidas não mudam nada.',
  'callWindow.channel':
    'Este número não recebe ligações do WhatsApp. Ligações telefônicas e SMS não mudam nada no WhatsApp.',

  'handover.window': 'Janela de resposta: {window}',
  'handover.waiting': 'Esperando uma resposta desde {since}',
  'handover.last': 'Última de {name}: “{text}”',
};
