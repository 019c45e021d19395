import type { errors as english } from '../en/errors.ts';
import type { Texts } from '../messages.ts';

export const errors: Texts<typeof english> = {
  'error.bad-request':
    'Latchkey no ha podido leer esta solicitud. No se ha cambiado nada. Recargue la página e inténtelo de nuevo.',
  'error.forbidden-sender': 'Esta página no puede hacer eso. No se ha cambiado nada. Abra Latchkey de nuevo.',
  'error.not-found': 'Esto ya no está en este dispositivo. No se ha enviado nada. Vuelva a la lista.',
  'error.window-closed':
    'La ventana de 24 horas se ha cerrado, así que no se ha enviado nada. Su texto está a salvo. Elija una plantilla o añada una nota.',
  'error.window-unverified':
    'No es seguro que la ventana esté abierta, así que no se ha enviado nada. Su texto está a salvo. Conéctese una vez, o añada una nota.',
  'error.template-invalid':
    'WhatsApp rechazaría esta plantilla tal como está. No se ha enviado nada. Compruebe sus campos.',
  'error.opted-out':
    'Este cliente dejó de aceptar mensajes de marketing de este número, así que no se ha enviado nada. Sus valores están a salvo. Elija una plantilla de utilidad, o espere a que el cliente escriba.',
  'error.file-invalid':
    'Este archivo no se puede enviar: está vacío, es demasiado grande o de un tipo que WhatsApp no acepta. Su texto está a salvo. Elija otro archivo.',
  'error.unreachable':
    'Esto necesita el servidor, y ahora no responde. No se ha cambiado nada y su texto está a salvo. Inténtelo de nuevo cuando tenga conexión.',
  'error.rate-limited':
    'El servidor pide una pausa. No se ha cambiado nada y su texto está a salvo. Espere unos minutos e inténtelo de nuevo.',
  'error.not-chatwoot':
    'Ha respondido algo que no es un servidor Chatwoot. No se ha cambiado nada y su texto está a salvo. Compruebe la dirección, o la página de acceso de su red.',
  'error.refused':
    'El servidor ha dicho que no, así que no se ha cambiado nada. Su texto está a salvo. Quizá no tenga permiso para esto: pregunte a un administrador.',
  'error.sign-in-refused':
    'El servidor no lo ha aceptado. En este equipo no se ha cambiado nada. Compruebe lo que ha escrito e inténtelo de nuevo.',
  'error.locked':
    'Latchkey está bloqueado, así que no se ha cambiado nada. Su texto está a salvo. Desbloquéelo con su PIN e inténtelo de nuevo.',
  'error.signed-out':
    'Su sesión ha terminado. Los borradores y los mensajes en cola están a salvo. Vuelva a iniciar sesión para continuar.',
  'error.not-allowed': 'Este mensaje ya ha avanzado, así que eso ya no es posible. El estado de abajo es el actual.',
  'error.policy':
    'Su organización lo decide para este equipo, así que no se cambió nada. Su texto está a salvo. Pregunte a quien administra este equipo.',
  'error.storage':
    'La base de datos local no ha podido guardar esto. No se ha enviado nada. Compruebe el espacio libre en el disco e inténtelo de nuevo.',
  'error.internal':
    'Algo ha fallado dentro de Latchkey, y puede que se haya hecho o no. Su texto está a salvo. Mire la bandeja de salida antes de volver a intentarlo.',
  'error.unanswered':
    'La conexión dentro de Latchkey se cortó antes de llegar la respuesta, así que aún no se sabe si esto se ha hecho. Su texto está aquí a salvo. Pulse Enviar de nuevo cuando vuelva: el mismo texto solo sale una vez.',
  'notice.repaired.cache':
    'La copia de sus conversaciones en este equipo estaba dañada y se está llenando de nuevo desde el servidor. Lo que escribió está a salvo: borradores: {drafts}, mensajes en espera: {messages}. Puede seguir trabajando; las conversaciones aparecen a medida que llegan.',
  'notice.repaired.desk':
    'El archivo con sus borradores y mensajes en espera estaba dañado y se ha reparado. Contiene de nuevo: borradores: {drafts}, mensajes en espera: {messages}. Revíselos en la bandeja de salida: lo que quizá ya se envió no se envía otra vez por sí solo.',
};
