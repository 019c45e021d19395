import type { settings as english } from '../en/settings.ts';
import type { Texts } from '../messages.ts';

export const settings: Texts<typeof english> = {
  'settings.title': 'Configurações',
  'settings.on': 'Ligado',
  'settings.off': 'Desligado',
  'settings.search': 'Buscar configurações',
  'settings.none': 'Nenhuma configuração para “{query}”.',
  'settings.here': 'As configurações valem para este computador, para todos os espaços de trabalho, e mudam na hora.',

  'settings.section.look': 'Aparência',
  'settings.section.writing': 'Escrita',
  'settings.section.keys': 'Teclas',

  'settings.theme': 'Tema',
  'settings.theme.system': 'Sistema',
  'settings.theme.light': 'Claro',
  'settings.theme.dark': 'Escuro',
  'settings.language': 'Idioma',
  'settings.language.system': 'Como neste computador',
  'settings.languageHelp': 'Também para datas, horas e números.',
  'settings.density': 'Densidade',
  'settings.density.comfortable': 'Confortável',
  'settings.density.compact': 'Compacta',
  'settings.densityHelp': 'Compacta mostra mais conversas e uma linha a menos de cada.',
  'settings.zoom': 'Tamanho do texto',
  'settings.zoom.percent': '{percent}%',
  'settings.zoomHelp': 'Além do tamanho que este computador usa.',
  'settings.zoomed': 'Tamanho do texto: {percent}%',

  'settings.undo': 'Desfazer envio',
  'settings.undo.off': 'Desligado',
  'settings.undo.seconds': '{seconds} s',
  'settings.undoHelp':
    'Quanto tempo uma resposta espera para que você possa trazê-la de volta. Ela não espera nos últimos minutos de uma janela.',
  'settings.enterSends': 'Enter envia',
  'settings.enterSendsHelp': 'Desligado: Enter começa uma nova linha e Ctrl+Enter envia.',

  'settings.singleKeys': 'Teclas simples',
  'settings.singleKeysHelp':
    'Uma letra faz algo enquanto você não está escrevendo, como J para a próxima conversa. Desligue se você usa entrada por voz.',
  'settings.keys': 'Mudar teclas',
  'settings.keysHelp':
    'Escolha uma tecla e depois pressione a que você quer no lugar. Teclas com Alt ou AltGr nunca são usadas.',
  'settings.keys.find': 'Encontrar um comando ou tecla',
  'settings.keys.keyboard': 'Verificado para o seu teclado: {name}',
  'settings.keys.change': '{command}: {keys}. Alterar',
  'settings.keys.press': 'Pressione as novas teclas…',
  'settings.keys.pressHelp': 'Escape: deixar como está. Backspace: nenhuma tecla.',
  'settings.keys.reset': 'Voltar a {keys}',
  'settings.keys.resetAll': 'Todas as teclas como no início',
  'settings.keys.saved': '{command} agora é {keys}.',
  'settings.keys.removed': '{command} agora não tem tecla.',
  'settings.keys.unreadable':
    '{keys} não pode ser usado: uma tecla, teclas com Ctrl ou Cmd, ou duas letras uma após a outra.',
  'settings.keys.reserved': '{keys} pertence ao sistema ou à escrita de texto. Escolha outra.',
  'settings.keys.taken': '{keys} é a tecla de “{command}”. Escolha outra, ou mude aquela primeiro.',
  'settings.keys.not-on-keyboard': '{keys} não pode ser pressionado sem AltGr ou Option no seu teclado.',
};
