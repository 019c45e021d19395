import type { deskLock as english } from '../en/desk-lock.ts';
import type { Texts } from '../messages.ts';

export const deskLock: Texts<typeof english> = {
  'deskLock.title': 'Latchkey está bloqueado',
  'deskLock.text':
    'Los mensajes siguen llegando y lo que dejó en cola se sigue enviando. Sus borradores están a salvo.',
  'deskLock.pin': 'PIN',
  'deskLock.unlock': 'Desbloquear',
  'deskLock.wrong': 'Ese no es el PIN. No se ha cambiado nada.',
  'deskLock.wait':
    '{seconds, plural, one {Demasiados PIN incorrectos. Espere # segundo.} other {Demasiados PIN incorrectos. Espere # segundos.}}',
  'deskLock.failed': 'No se pudo comprobar el PIN. Latchkey sigue bloqueado. Inténtelo de nuevo.',
  'deskLock.forgot': '¿Olvidó su PIN?',
  'deskLock.forgot.title': '¿Cerrar sesión en su lugar?',
  'deskLock.forgot.text':
    'Nadie puede consultar un PIN. Si cierra todas las sesiones, Latchkey se abre sin él: las conversaciones, los contactos y los archivos se borran de este equipo y vuelven cuando inicie sesión de nuevo. Los borradores y lo que no se ha enviado se conservan, cerrados hasta entonces.',
  'deskLock.forgot.do': 'Cerrar todas las sesiones',
  'deskLock.forgot.failed':
    'No se pudo cerrar la sesión. Latchkey sigue bloqueado y no se ha perdido nada suyo. Inténtelo de nuevo.',
  'deskLock.section': 'Bloqueo',
  'deskLock.setting': 'PIN',
  'deskLock.settingHelp':
    'Quien pase por aquí verá una página bloqueada en lugar de sus conversaciones. Los archivos de este equipo no quedan cifrados con ello.',
  'deskLock.choose': 'Elegir un PIN…',
  'deskLock.change': 'Cambiar…',
  'deskLock.remove': 'Quitar…',
  'deskLock.now': 'Bloquear ahora',
  'deskLock.after': 'Bloquear tras',
  'deskLock.after.off': 'No',
  'deskLock.after.minutes': '{minutes} min',
  'deskLock.afterHelp':
    'Tras ese tiempo sin nadie en este equipo (en un navegador: en esta página) y cuando se suspende. Con un PIN, Latchkey siempre empieza bloqueado.',
  'deskLock.impossible': 'Este equipo no tiene un lugar seguro para guardar un PIN.',
  'deskLock.dialog.choose': 'Elegir un PIN',
  'deskLock.dialog.change': 'Cambiar el PIN',
  'deskLock.dialog.remove': 'Quitar el PIN',
  'deskLock.current': 'PIN actual',
  'deskLock.new': 'PIN nuevo',
  'deskLock.newHelp': 'Al menos cuatro caracteres. También valen letras y palabras.',
  'deskLock.again': 'PIN nuevo otra vez',
  'deskLock.differ': 'Los dos no son iguales.',
  'deskLock.short': 'Demasiado corto: al menos cuatro caracteres.',
  'deskLock.save': 'Guardar',
};
