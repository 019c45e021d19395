import type { errors as english } from '../en/errors.ts';
import type { Texts } from '../messages.ts';

export const errors: Texts<typeof english> = {
  'error.bad-request': 'O Latchkey não conseguiu ler este pedido. Nada mudou. Recarregue a janela e tente de novo.',
  'error.forbidden-sender': 'Esta janela não pode fazer isso. Nada mudou. Abra o Latchkey de novo.',
  'error.not-found': 'Isto não está mais neste dispositivo. Nada foi enviado. Volte à lista.',
  'error.window-closed':
    'A janela de 24 horas fechou, então nada foi enviado. O seu texto está seguro. Escolha um modelo ou adicione uma nota.',
  'error.window-unverified':
    'Não temos certeza de que a janela está aberta, então nada foi enviado. O seu texto está seguro. Conecte-se uma vez ou adicione uma nota.',
  'error.template-invalid': 'O WhatsApp recusaria este modelo como está. Nada foi enviado. Confira os campos.',
  'error.opted-out':
    'Este cliente deixou de receber mensagens de marketing deste número, então nada foi enviado. Os seus valores estão seguros. Escolha um modelo de utilidade, ou espere o cliente escrever.',
  'error.file-invalid':
    'Este arquivo não pode ser enviado: está vazio, é grande demais ou é de um tipo que o WhatsApp não aceita. O seu texto está seguro. Escolha outro arquivo.',
  'error.unreachable':
    'Isto precisa do servidor, e ele não pode ser alcançado agora. Nada mudou e o seu texto está seguro. Tente de novo quando houver conexão.',
  'error.rate-limited':
    'O servidor pede uma pausa. Nada mudou e o seu texto está seguro. Espere alguns minutos e tente de novo.',
  'error.not-chatwoot':
    'Algo respondeu que não é um servidor Chatwoot. Nada mudou e o seu texto está seguro. Confira o endereço, ou a página de entrada da sua rede.',
  'error.refused':
    'O servidor disse não, então nada mudou. O seu texto está seguro. Talvez você não tenha permissão para isso: pergunte a um administrador.',
  'error.sign-in-refused':
    'O servidor não aceitou isto. Nada mudou neste computador. Confira o que você digitou e tente de novo.',
  'error.locked':
    'O Latchkey está bloqueado, então nada foi alterado. O seu texto está seguro. Desbloqueie com o seu PIN e tente de novo.',
  'error.signed-out':
    'A sua sessão terminou. Os rascunhos e as mensagens na fila estão seguros. Entre de novo para continuar.',
  'error.not-allowed': 'Esta mensagem já avançou, então isso não é mais possível. O estado dela abaixo é o atual.',
  'error.policy':
    'Sua organização decide isso para este computador, por isso nada foi alterado. Seu texto está seguro. Pergunte a quem cuida deste computador.',
  'error.storage':
    'O banco de dados local não quis salvar isto. Nada foi enviado. Confira o espaço livre no disco e tente de novo.',
  'error.internal':
    'Algo deu errado dentro do Latchkey, e isto pode ter sido feito ou não. O seu texto está seguro. Olhe na caixa de saída antes de tentar de novo.',
  'error.unanswered':
    'A conexão dentro do Latchkey caiu antes da resposta, então ainda não sabemos se isto foi feito. O seu texto está seguro aqui. Pressione Enviar de novo quando ela voltar: o mesmo texto sai só uma vez.',
  'notice.repaired.cache':
    'A cópia das suas conversas neste computador estava danificada e está sendo preenchida de novo a partir do servidor. O que você escreveu está seguro: rascunhos: {drafts}, mensagens em espera: {messages}. Você pode continuar trabalhando; as conversas aparecem à medida que chegam.',
  'notice.repaired.desk':
    'O arquivo com os seus rascunhos e mensagens em espera estava danificado e foi reparado. Ele contém de novo: rascunhos: {drafts}, mensagens em espera: {messages}. Confira na caixa de saída: o que talvez já tenha sido enviado não é enviado de novo por conta própria.',
};
