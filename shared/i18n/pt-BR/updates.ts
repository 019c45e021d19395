import type { updates as english } from '../en/updates.ts';
import type { Texts } from '../messages.ts';

export const updates: Texts<typeof english> = {
  'updates.section': 'Atualizações',
  'updates.ready': 'Atualização pronta: reinicie quando for conveniente',
  'updates.restart': 'Reiniciar',
  'updates.later': 'Mais tarde',
  'updates.automatic': 'Buscar versões novas',
  'updates.automaticHelp':
    'Em segundo plano. São instaladas quando o Latchkey é fechado ou reiniciado, nunca enquanto você trabalha.',
  'updates.check': 'Procurar agora',
  'updates.state.unchecked': 'Ainda não se procurou desde o início.',
  'updates.state.newest': 'Não há nada mais novo.',
  'updates.state.checking': 'Procurando…',
  'updates.state.downloading': 'Baixando a versão {version}: {percent} %',
  'updates.failure.offline': 'Não foi possível alcançar o local das atualizações. O Latchkey tenta de novo sozinho.',
  'updates.failure.refused':
    'O que foi oferecido não está assinado por nós e não foi aceito. Avise quem cuida deste computador.',
  'updates.failure.broken': 'Não foi possível baixar a atualização. O Latchkey tenta de novo sozinho.',
  'updates.obstacle.browser': 'O host do navegador é atualizado no lugar de onde foi iniciado.',
  'updates.obstacle.source': 'Este Latchkey foi iniciado do código-fonte e é atualizado lá.',
  'updates.obstacle.package-manager': 'Seu gerenciador de pacotes atualiza este Latchkey.',
  'updates.obstacle.store': 'A loja de onde ele veio atualiza este Latchkey.',
  'updates.obstacle.administrator': 'Quem instalou este Latchkey traz a próxima versão.',
  'updates.obstacle.unsigned': 'Este Latchkey não tem assinatura e por isso não se atualiza sozinho.',
  'updates.obstacle.no-key': 'Este Latchkey foi criado sem chave para atualizações e por isso não se atualiza sozinho.',
  'updates.obstacle.switched-off': 'Desligado.',
};
