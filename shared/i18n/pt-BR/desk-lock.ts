import type { deskLock as english } from '../en/desk-lock.ts';
import type { Texts } from '../messages.ts';

export const deskLock: Texts<typeof english> = {
  'deskLock.title': 'O Latchkey está bloqueado',
  'deskLock.text':
    'As mensagens continuam chegando, e o que você deixou na fila ainda é enviado. Os seus rascunhos estão seguros.',
  'deskLock.pin': 'PIN',
  'deskLock.unlock': 'Desbloquear',
  'deskLock.wrong': 'Esse não é o PIN. Nada foi alterado.',
  'deskLock.wait':
    '{seconds, plural, one {PINs errados demais. Espere # segundo.} other {PINs errados demais. Espere # segundos.}}',
  'deskLock.failed': 'Não foi possível conferir o PIN. O Latchkey continua bloqueado. Tente de novo.',
  'deskLock.forgot': 'Esqueceu o PIN?',
  'deskLock.forgot.title': 'Sair em vez disso?',
  'deskLock.forgot.text':
    'Ninguém pode consultar um PIN. Sair de todos os espaços abre o Latchkey sem ele: conversas, contatos e arquivos são apagados deste computador e voltam quando você entrar de novo. Rascunhos e o que não foi enviado são mantidos, fechados até lá.',
  'deskLock.forgot.do': 'Sair de todos',
  'deskLock.forgot.failed':
    'Não foi possível sair. O Latchkey continua bloqueado, e nada seu se perdeu. Tente de novo.',
  'deskLock.section': 'Bloqueio',
  'deskLock.setting': 'PIN',
  'deskLock.settingHelp':
    'Quem passar por aqui vê uma página bloqueada em vez das suas conversas. Os arquivos deste computador não são criptografados por isso.',
  'deskLock.choose': 'Escolher um PIN…',
  'deskLock.change': 'Alterar…',
  'deskLock.remove': 'Remover…',
  'deskLock.now': 'Bloquear agora',
  'deskLock.after': 'Bloquear após',
  'deskLock.after.off': 'Não',
  'deskLock.after.minutes': '{minutes} min',
  'deskLock.afterHelp':
    'Depois desse tempo sem ninguém neste computador (no navegador: nesta página), e quando ele dorme. Com um PIN, o Latchkey sempre começa bloqueado.',
  'deskLock.impossible': 'Este computador não tem um lugar seguro para guardar um PIN.',
  'deskLock.dialog.choose': 'Escolher um PIN',
  'deskLock.dialog.change': 'Alterar o PIN',
  'deskLock.dialog.remove': 'Remover o PIN',
  'deskLock.current': 'PIN atual',
  'deskLock.new': 'Novo PIN',
  'deskLock.newHelp': 'Pelo menos quatro caracteres. Letras e palavras também valem.',
  'deskLock.again': 'Novo PIN outra vez',
  'deskLock.differ': 'Os dois não são iguais.',
  'deskLock.short': 'Curto demais: pelo menos quatro caracteres.',
  'deskLock.save': 'Salvar',
};
