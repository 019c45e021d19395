import type { status as english } from '../en/status.ts';
import type { Texts } from '../messages.ts';

export const status: Texts<typeof english> = {
  'strip.label': 'Status',
  'strip.live': 'Em dia',
  'strip.connecting': 'Conectando…',
  'strip.syncing': 'Sincronizando {done} de {total}',
  'strip.syncingUnknown': 'Sincronizando {done}',
  'strip.catchingUp': 'Atualizando…',
  'strip.offlineSince': 'Offline desde {time}',
  'strip.offline': 'Offline',
  'strip.serverDown': 'O servidor não responde',
  'strip.slow': 'O servidor pede mais calma',
  'strip.signIn': 'A rede pede login',
  'strip.proxy': 'Proxy no caminho',
  'strip.badResponse': 'Resposta errada do servidor',
  'strip.refused': 'O servidor recusa esta conta',
  'strip.signedOut': 'Entre de novo',
  'strip.wireDown': 'Reconectando ao Latchkey…',
  'strip.lastSync': 'Sincronizado {time}',
  'strip.neverSynced': 'Ainda não sincronizado',
  'strip.outbox': '{count, plural, one {# na caixa de saída} other {# na caixa de saída}}',
  'strip.outboxAttention': '{count, plural, one {# mensagem precisa de você} other {# mensagens precisam de você}}',
  'strip.clock': 'Hora do servidor {time}',
  'strip.clockUnknown': 'Relógio não verificado',
  'strip.clockFast': 'Relógio {minutes} min adiantado',
  'strip.clockSlow': 'Relógio {minutes} min atrasado',
  'strip.account': 'Conta {name}',

  'banner.offline':
    'Você está offline. Pode ler, buscar, escrever notas e pôr respostas na fila. As respostas na fila só saem se a janela delas ainda estiver aberta.',
  'banner.server': 'o servidor',
  'banner.serverDown':
    'O servidor não responde: {server} dá um erro ou não responde a tempo. O seu trabalho está salvo aqui e sai quando ele voltar.',
  'banner.rateLimited':
    '{server} pede mais calma, então esperamos um pouco. O seu trabalho está salvo aqui e sai sozinho.',
  'banner.badResponse':
    'Outra coisa responde no lugar de {server}: um proxy, um firewall ou outro programa neste endereço. O seu trabalho está salvo aqui e sai quando ele voltar.',
  'banner.captivePortal':
    'Esta rede quer primeiro uma página de login. Abra-a no seu navegador e entre nela; o Latchkey continua sozinho. O seu trabalho está salvo aqui.',
  'banner.proxy':
    'Um proxy no caminho até {server} quer um login ou não responde. Pergunte a quem cuida da sua rede. O seu trabalho está salvo aqui.',
  'banner.refused':
    '{server} responde, mas recusa a sua conta: ela pode estar suspensa, ou você não é mais membro. Pergunte ao seu administrador. O seu trabalho está salvo aqui.',
  'banner.signIn': 'Entrar',
  'banner.openServer': 'Abrir a página',
  'banner.details': 'Detalhes',
  'banner.lastLive': 'Em dia até {time}',
  'banner.signedOut': 'A sua sessão terminou. Os rascunhos e as mensagens na fila estão seguros.',
  'banner.clock': 'O relógio do seu computador está errado. A contagem usa a hora do servidor.',
  'banner.wireDown':
    'O programa por trás desta página parou de responder. O seu texto fica guardado aqui; continuamos tentando alcançá-lo.',
  'banner.retry': 'Tentar agora',
  'banner.retryIn': 'Próxima tentativa {time}',
};
