import type { intro as english } from '../en/intro.ts';
import type { Texts } from '../messages.ts';

export const intro: Texts<typeof english> = {
  'intro.drill.next.do': 'Pulse {keys}',
  'intro.drill.next.why': 'para bajar en la lista hasta Mara Singh.',
  'intro.drill.reply.do': 'Pulse {keys}',
  'intro.drill.reply.why': 'para responderle.',
  'intro.drill.send.do': 'Escriba unas palabras y pulse {keys}',
  'intro.drill.send.why': 'para enviarlas.',
  'intro.drill.mention.do': 'Pulse @',
  'intro.drill.mention.why':
    'La ventana de 24 horas se ha cerrado: ningún texto libre llega a Mara. Lo que empieza con @ es una nota, y solo la lee su equipo.',
  'intro.drill.note.do': 'Elija a Ana con Intro, escríbale una palabra y pulse {keys}',
  'intro.drill.note.why': 'para añadir la nota.',
  'intro.drill.template.do': 'Pulse {keys}',
  'intro.drill.template.why': 'Una plantilla es lo único que WhatsApp deja pasar todavía.',
  'intro.drill.choose.do': 'Elija una con las flechas y pulse Intro',
  'intro.drill.choose.why': 'Cuando Mara la responda, la ventana estará abierta de nuevo.',
  'intro.drill.done.do': 'Ha respondido, anotado y reabierto un chat sin el ratón.',
  'intro.drill.done.why': 'Nada de ello se ha enviado a nadie.',
  'intro.title': 'Introducción',
  'intro.step': 'Paso {at} de {all}',
  'intro.skip': 'Omitir este paso',
  'intro.next': 'Siguiente',
  'intro.back': 'Atrás',
  'intro.finish': 'A la bandeja de entrada',
  'intro.again': 'Empezar de nuevo',
  'intro.againHelp':
    'Cómo funcionan las ventanas, las notas y las plantillas, y un ejercicio de sesenta segundos. Nada de ello se envía.',
  'intro.bar.welcome':
    '¿Es su primera vez? En tres minutos verá cómo funcionan las ventanas, las notas y las plantillas.',
  'intro.bar.resume':
    '{count, plural, one {Queda # paso de la introducción.} other {Quedan # pasos de la introducción.}}',
  'intro.bar.start': 'Mostrar',
  'intro.bar.goOn': 'Continuar',
  'intro.bar.later': 'Ahora no',
  'intro.bar.label': 'Introducción',
  'intro.welcome.title': 'Le damos la bienvenida a Latchkey',
  'intro.welcome.text':
    'Latchkey sirve para responder a clientes en WhatsApp. Cuenta las 24 horas en las que puede escribir libremente, y siempre muestra cómo seguir cuando se acaban.',
  'intro.welcome.practice': 'Explorar el espacio de práctica',
  'intro.welcome.practiceWhy':
    'Una bandeja de equipo activa en este equipo, con clientes inventados. Puede probarlo todo: ninguna persona real recibe nada.',
  'intro.welcome.server': 'Iniciar sesión en el servidor de su equipo',
  'intro.welcome.serverWhy':
    'Un servidor Chatwoot, con su contraseña o token de acceso. Latchkey nunca ve su contraseña de WhatsApp.',
  'intro.computer.title': 'Este equipo',
  'intro.computer.kept':
    'Las conversaciones, los borradores y lo que espera para enviarse se guardan en archivos de este equipo, para que pueda trabajar sin conexión.',
  'intro.computer.plain':
    'Estos archivos todavía no están cifrados. Quien pueda abrir su cuenta de usuario puede leerlos. Si otras personas usan este equipo, active el cifrado de disco del sistema.',
  'intro.computer.token': 'Su token de acceso',
  'intro.computer.folder': 'La carpeta',
  'intro.computer.nowhere': 'No se nos envía nada. Latchkey habla con el servidor de su equipo y con nadie más.',
  'intro.notifications.title': '¿Le llegan las notificaciones?',
  'intro.notifications.text':
    'Latchkey le avisa cuando un cliente escribe y cuando una ventana está a punto de cerrarse. Lo mejor es probar si el sistema lo deja pasar.',
  'intro.window.title': 'El anillo es la ventana de 24 horas',
  'intro.window.text':
    'Cada mensaje de un cliente abre 24 horas en las que puede escribir libremente. El anillo de la lista muestra cuánto queda: su forma, su borde y sus palabras cambian al acercarse el final.',
  'intro.window.real': 'De su lista, ahora mismo:',
  'intro.window.none': 'Su lista todavía no tiene ninguna conversación así. El anillo aparece con la primera.',
  'intro.window.closed':
    'Cuando se ha cerrado, WhatsApp solo acepta una plantilla aprobada. Latchkey bloquea antes, para que ningún mensaje suyo se rechace a medio camino. Las notas a su equipo siempre funcionan.',
  'intro.drill.title': 'Sesenta segundos sin el ratón',
  'intro.drill.text':
    'Dos conversaciones inventadas. Solo existen en esta página, y nada de lo que escriba aquí se envía.',
  'intro.drill.list': 'Conversaciones de práctica',
  'intro.drill.thread': 'Mensajes de práctica',
  'intro.drill.asks': '¿Cuándo llega mi bicicleta?',
  'intro.drill.other': 'Gracias, todo bien.',
  'intro.drill.field.reply': 'Respuesta a Mara Singh',
  'intro.drill.field.note': 'Nota interna, solo su equipo',
  'intro.drill.mode.reply': 'Para Mara Singh · WhatsApp',
  'intro.drill.mode.note': 'Nota interna · solo su equipo',
  'intro.drill.locked': 'La ventana de 24 horas se ha cerrado. WhatsApp ahora solo acepta una plantilla.',
  'intro.drill.templates': 'Plantillas de práctica',
  'intro.drill.template.followUp': 'Hola, Mara: su pedido está listo. ¿Quiere saber más?',
  'intro.drill.template.callBack': 'Hola, Mara: nos preguntó algo. ¿Seguimos por aquí?',
  'intro.drill.kind.reply': 'Su respuesta',
  'intro.drill.kind.note': 'Su nota',
  'intro.drill.kind.template': 'Su plantilla',
  'intro.drill.singleOff':
    'Las teclas sueltas están desactivadas en los ajustes, así que J, R y T no hacen nada aquí ni en la bandeja. Las flechas, Intro y las teclas con Ctrl funcionan.',
  'intro.drill.switchOn': 'Activarlas',
  'intro.drill.restart': 'Desde el principio',
};
