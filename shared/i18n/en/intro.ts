import type { DrillStage } from '../../intro/drill.ts';

const drill = {
  'intro.drill.next.do': 'Press {keys}',
  'intro.drill.next.why': 'to go down the list to Mara Singh.',
  'intro.drill.reply.do': 'Press {keys}',
  'intro.drill.reply.why': 'to answer her.',
  'intro.drill.send.do': 'Type a few words and press {keys}',
  'intro.drill.send.why': 'to send them.',
  'intro.drill.mention.do': 'Press @',
  'intro.drill.mention.why':
    'The 24-hour window has closed: no free text reaches Mara. What you begin with @ is a note, and only your team reads it.',
  'intro.drill.note.do': 'Choose Ana with Enter, write a word to her, and press {keys}',
  'intro.drill.note.why': 'to add the note.',
  'intro.drill.template.do': 'Press {keys}',
  'intro.drill.template.why': 'A template is the only thing that WhatsApp still lets through.',
  'intro.drill.choose.do': 'Choose one with the arrow keys and press Enter',
  'intro.drill.choose.why': 'When Mara answers it, the window is open again.',
  'intro.drill.done.do': 'You just answered, noted and re-opened a chat without the mouse.',
  'intro.drill.done.why': 'Nothing of it was sent to anybody.',
} as const satisfies Record<`intro.drill.${DrillStage}.${'do' | 'why'}`, string>;

/** The introduction: the bar that offers it, its steps, and the drill. */
export const intro = {
  ...drill,
  'intro.title': 'Introduction',
  'intro.step': 'Step {at} of {all}',
  'intro.skip': 'Skip this step',
  'intro.next': 'Next',
  'intro.back': 'Back',
  'intro.finish': 'To the inbox',
  'intro.again': 'Start it again',
  'intro.againHelp': 'How windows, notes and templates work, and a drill of sixty seconds. Nothing of it is sent.',

  'intro.bar.welcome': 'New here? Three minutes show how windows, notes and templates work.',
  'intro.bar.resume':
    '{count, plural, one {# step of the introduction is left.} other {# steps of the introduction are left.}}',
  'intro.bar.start': 'Show me',
  'intro.bar.goOn': 'Go on',
  'intro.bar.later': 'Not now',
  'intro.bar.label': 'Introduction',

  'intro.welcome.title': 'Welcome to Latchkey',
  'intro.welcome.text':
    'Latchkey is for answering customers on WhatsApp. It counts down the 24 hours in which you may write freely, and always shows a way on when they are over.',
  'intro.welcome.practice': 'Look around in the practice workspace',
  'intro.welcome.practiceWhy':
    'A live team inbox on this computer, with made-up customers. You can try everything: no real person gets anything.',
  'intro.welcome.server': 'Sign in to your team’s server',
  'intro.welcome.serverWhy':
    'A Chatwoot server, with your password or access token. Latchkey never sees your WhatsApp password.',

  'intro.computer.title': 'This computer',
  'intro.computer.kept':
    'Conversations, drafts and what waits to be sent are kept in files on this computer, so that you can work without a connection.',
  'intro.computer.plain':
    'These files are not encrypted yet. Whoever can open your user account can read them. If others use this computer, switch on the disk encryption of the system.',
  'intro.computer.token': 'Your access token',
  'intro.computer.folder': 'The folder',
  'intro.computer.nowhere': 'Nothing is sent to us. Latchkey talks to your team’s server and to nobody else.',

  'intro.notifications.title': 'Do notifications reach you?',
  'intro.notifications.text':
    'Latchkey tells you when a customer writes and when a window is about to close. Whether the system lets it through is best tried.',

  'intro.window.title': 'The ring is the 24-hour window',
  'intro.window.text':
    'Each message from a customer opens 24 hours in which you may write freely. The ring in the list shows how much is left: its shape, its border and its words change as the end comes near.',
  'intro.window.real': 'From your list, right now:',
  'intro.window.none': 'Your list has no such conversation yet. The ring appears with the first one.',
  'intro.window.closed':
    'When it has closed, WhatsApp takes nothing but an approved template. Latchkey locks before that, so that no message of yours is refused halfway. Notes to your team always work.',

  'intro.drill.title': 'Sixty seconds without the mouse',
  'intro.drill.text': 'Two made-up conversations. They exist only on this page, and nothing you type here is sent.',
  'intro.drill.list': 'Practice conversations',
  'intro.drill.thread': 'Practice messages',
  'intro.drill.asks': 'When will my bike arrive?',
  'intro.drill.other': 'Thank you, all good!',
  'intro.drill.field.reply': 'Reply to Mara Singh',
  'intro.drill.field.note': 'Internal note, only your team',
  'intro.drill.mode.reply': 'To Mara Singh · WhatsApp',
  'intro.drill.mode.note': 'Internal note · only your team',
  'intro.drill.locked': 'The 24-hour window closed. WhatsApp only accepts a template now.',
  'intro.drill.templates': 'Practice templates',
  'intro.drill.template.followUp': 'Hello Mara, your order is ready. May we tell you more?',
  'intro.drill.template.callBack': 'Hello Mara, you asked us something. Shall we go on here?',
  'intro.drill.kind.reply': 'Your reply',
  'intro.drill.kind.note': 'Your note',
  'intro.drill.kind.template': 'Your template',
  'intro.drill.singleOff':
    'Single keys are switched off in the settings, so J, R and T do nothing here or in the inbox. Arrow keys, Enter and keys with Ctrl work.',
  'intro.drill.switchOn': 'Switch them on',
  'intro.drill.restart': 'From the beginning',
} as const;
