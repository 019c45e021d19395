import type { policy as english } from '../en/policy.ts';
import type { Texts } from '../messages.ts';

export const policy: Texts<typeof english> = {
  'policy.locked': 'Definido pela sua organização.',
  'policy.locked.ask': 'Definido pela sua organização. Para mudar, pergunte a: {contact}',
  'policy.title': 'Regras da sua organização',
  'policy.state': 'Política',
  'policy.state.none': 'Nenhuma',
  'policy.state.applied': 'Em vigor',
  'policy.state.unreadable':
    'O arquivo não pode ser lido: até lá, ninguém pode entrar de novo e não há espaço de treino. Os espaços já conectados continuam.',
  'policy.state.unsafe': 'Ignorada: outros além do administrador podem alterar o arquivo',
  'policy.path': 'Procurada em',
  'policy.lockedSettings': 'Configurações bloqueadas',
  'policy.servers': 'Servidores',
  'policy.servers.any': 'Qualquer um',
  'policy.servers.none': 'Nenhum no momento',
  'policy.contact': 'A quem perguntar',
  'policy.problem': 'Problema no arquivo',
  'policy.signIn.choose': 'Sua organização escolheu os servidores para este computador.',
  'policy.signIn.closed':
    'No momento ninguém pode entrar neste computador, porque as regras da sua organização não indicam um servidor ou não podem ser lidas. Nada se perde. Pergunte a quem cuida deste computador.',
  'settings.trouble.damaged':
    'O arquivo de configurações estava danificado e as configurações recomeçaram. O arquivo antigo está guardado como {detail} na pasta de dados.',
  'settings.trouble.newer':
    'O arquivo de configurações foi escrito por um Latchkey mais novo. O que esta versão entende foi aproveitado; o arquivo inteiro está guardado como {detail} na pasta de dados.',
  'settings.trouble.bad-values': 'Algumas configurações tinham valores impossíveis e estão como no início: {detail}',
};
