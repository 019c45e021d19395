import type { accounts as english } from '../en/accounts.ts';
import type { Texts } from '../messages.ts';

export const accounts: Texts<typeof english> = {
  'signIn.address.empty': 'Digite primeiro o endereço do seu servidor.',
  'signIn.address.not-an-address': 'Isto não é um endereço. Ele se parece com chat.example.com.',
  'signIn.address.insecure':
    'Este endereço começa com http://, e a sua senha passaria legível pela rede. Use https://.',
  'signIn.address.has-password': 'Tire o nome e a senha do endereço e digite-os abaixo.',

  'signIn.stay.system': 'Guardado no cofre de chaves deste computador, que só a sua conta de usuário abre.',
  'signIn.stay.file':
    'Este computador não oferece aqui um cofre de chaves. A chave ficaria em um arquivo que só a sua conta de usuário pode ler, sem criptografia: qualquer programa que você executar também poderia lê-la.',
  'signIn.stay.memory':
    'Este computador não oferece um lugar seguro para isso, então você entra de novo a cada início. Os rascunhos e as mensagens na fila ficam.',

  'signIn.title': 'Entrar em um espaço de trabalho',
  'signIn.again': 'Entrar de novo',
  'signIn.again.text':
    'A sua sessão com {server} terminou. Os rascunhos e as mensagens na fila estão seguros e continuam daqui.',
  'signIn.intro': 'O Latchkey trabalha com o servidor Chatwoot da sua equipe. Ele nunca vê a sua senha do WhatsApp.',
  'signIn.address': 'Servidor',
  'signIn.address.help': 'Você pode colar o endereço de qualquer página dele.',
  'signIn.address.spelled': 'A rede conhece este nome como {host}. Compare com o que lhe disseram.',
  'signIn.with': 'Entrar com',
  'signIn.with.password': 'Senha',
  'signIn.with.token': 'Token de acesso',
  'signIn.email': 'E-mail',
  'signIn.password': 'Senha',
  'signIn.password.help': 'Usada uma vez para obter o seu token de acesso, e não é guardada.',
  'signIn.token': 'Token de acesso',
  'signIn.token.help': 'No seu servidor: Configurações do perfil, no fim da página.',
  'signIn.reveal': 'Mostrar',
  'signIn.conceal': 'Ocultar',
  'signIn.stay': 'Continuar conectado neste computador',
  'signIn.submit': 'Entrar',
  'signIn.busy': 'Perguntando ao servidor…',
  'signIn.back': 'Voltar',
  'signIn.cancel': 'Cancelar',

  'signIn.code.title': 'Mais um passo',
  'signIn.code.text':
    'A sua conta pede uma segunda prova. Abra o seu aplicativo autenticador ou use um dos seus códigos de reserva.',
  'signIn.code': 'Código',
  'signIn.code.submit': 'Continuar',
  'signIn.account.title': 'Qual conta?',
  'signIn.account.text':
    'Você trabalha em várias contas neste servidor. Cada uma se torna um espaço de trabalho próprio; adicione as outras depois.',

  'signIn.error.password':
    'O servidor não aceitou este e-mail e esta senha. Nada mudou aqui. Confira os dois ou use o seu token de acesso.',
  'signIn.error.token':
    'O servidor não aceitou este token. Nada mudou aqui. Copie-o de novo das configurações do seu perfil.',
  'signIn.error.code':
    'O servidor não aceitou este código, ou a entrada demorou mais de cinco minutos. Nada mudou aqui. Tente o código mais novo, ou volte e comece de novo.',
  'signIn.error.unreachable':
    'Nenhum servidor respondeu em {server}. Nada mudou aqui, e o que você digitou continua nos campos. Confira a sua rede e o endereço e tente de novo.',
  'signIn.error.rate-limited':
    'O servidor em {server} pede uma pausa depois de várias tentativas. Nada mudou aqui, e o que você digitou continua nos campos. Espere alguns minutos e tente de novo.',
  'signIn.error.not-chatwoot':
    'Algo respondeu em {server}, mas não é um servidor Chatwoot: outro site, ou a página de entrada desta rede. Nada mudou aqui, e o que você digitou continua nos campos. Confira o endereço, ou abra-o em um navegador.',
  'signIn.error.policy':
    'Sua organização não permite entrar em {server} neste computador. Nada foi enviado para lá. Escolha um servidor que ela indica.',
  'signIn.error.storage':
    'O servidor aceitou, mas este computador não conseguiu salvar. Confira o espaço livre no disco e tente de novo.',
  'signIn.error.other': 'Não foi possível entrar. Nada mudou aqui. Tente de novo.',
  'signIn.error.detail': 'Detalhes: {detail}',

  'workspaces.switch': 'Espaço de trabalho: {name}. Trocar ou adicionar',
  'workspaces.elsewhere':
    '{count, plural, one {Espaço de trabalho: {name}. # conversa não lida em outros. Trocar ou adicionar} other {Espaço de trabalho: {name}. # conversas não lidas em outros. Trocar ou adicionar}}',
  'workspaces.menu': 'Espaços de trabalho',
  'workspaces.entry': '{name} · {agent}',
  'workspaces.unread': '{count, plural, one {# não lida} other {# não lidas}}',
  'workspaces.unsent': '{count, plural, one {# não enviada} other {# não enviadas}}',
  'workspaces.signedOut': 'desconectado',
  'workspaces.practice': 'Espaço de prática',
  'workspaces.practiceMark': 'prática',
  'workspaces.add': 'Adicionar um espaço de trabalho…',
  'workspaces.signInAgain': 'Entrar em {name} de novo…',
  'workspaces.signOut': 'Sair de {name}…',
  'workspaces.remove': 'Remover {name} deste computador…',
  'workspaces.none.text': 'Ainda não há um espaço de trabalho neste computador.',
  'workspaces.error.title': 'O Latchkey não conseguiu ler os espaços de trabalho',

  'signOut.title': 'Sair de {name}?',
  'signOut.keeps':
    'O Latchkey esquece o token de acesso e apaga deste computador o que veio do servidor: conversas, contatos e arquivos. Rascunhos e o que ainda não foi enviado ficam aqui e continuam quando você entrar de novo.',
  'signOut.unsent':
    '{count, plural, one {# mensagem ou alteração não foi enviada. Ela espera aqui até você entrar de novo; a janela de uma resposta pode fechar nesse meio-tempo.} other {# mensagens ou alterações não foram enviadas. Elas esperam aqui até você entrar de novo; as janelas das respostas podem fechar nesse meio-tempo.}}',
  'signOut.server':
    'O próprio token continua válido no servidor. Se outra pessoa puder tê-lo, redefina-o lá, nas configurações do seu perfil.',
  'signOut.forget': 'Também apagar este espaço de trabalho deste computador',
  'signOut.forget.text':
    '{count, plural, =0 {Os rascunhos, o histórico de busca e as conversas salvas são apagados deste computador. Nada traz os rascunhos de volta.} one {Os rascunhos e # mensagem ou alteração que não foi enviada são apagados com todo o resto. Nada os traz de volta.} other {Os rascunhos e # mensagens ou alterações que não foram enviadas são apagados com todo o resto. Nada os traz de volta.}}',
  'signOut.do': 'Sair',
  'signOut.doForget': 'Apagar deste computador',
  'signOut.failed': 'Não deu certo, e nada foi apagado. Tente de novo, ou reinicie o Latchkey primeiro.',
};
