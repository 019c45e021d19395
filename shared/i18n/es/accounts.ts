import type { accounts as english } from '../en/accounts.ts';
import type { Texts } from '../messages.ts';

export const accounts: Texts<typeof english> = {
  'signIn.address.empty': 'Escriba primero la dirección de su servidor.',
  'signIn.address.not-an-address': 'Esto no es una dirección. Se parece a chat.example.com.',
  'signIn.address.insecure':
    'Esta dirección empieza por http://, con lo que su contraseña viajaría legible por la red. Use https://.',
  'signIn.address.has-password': 'Quite el nombre y la contraseña de la dirección y escríbalos abajo.',
  'signIn.stay.system': 'Se guarda en el almacén de claves de este equipo, que solo abre su cuenta de usuario.',
  'signIn.stay.file':
    'Este equipo no ofrece aquí un almacén de claves. La clave quedaría en un archivo que solo puede leer su cuenta de usuario, sin cifrar: también podría leerlo cualquier programa que usted ejecute.',
  'signIn.stay.memory':
    'Este equipo no ofrece un lugar seguro para ella, así que tendrá que iniciar sesión en cada arranque. Los borradores y los mensajes en cola se conservan.',
  'signIn.title': 'Iniciar sesión en un espacio de trabajo',
  'signIn.again': 'Volver a iniciar sesión',
  'signIn.again.text':
    'Su sesión con {server} ha terminado. Los borradores y los mensajes en cola están a salvo y siguen desde aquí.',
  'signIn.intro': 'Latchkey trabaja con el servidor Chatwoot de su equipo. Nunca ve su contraseña de WhatsApp.',
  'signIn.address': 'Servidor',
  'signIn.address.help': 'Puede pegar la dirección de cualquiera de sus páginas.',
  'signIn.address.spelled': 'La red conoce este nombre como {host}. Compárelo con el que le dieron.',
  'signIn.with': 'Iniciar sesión con',
  'signIn.with.password': 'Contraseña',
  'signIn.with.token': 'Token de acceso',
  'signIn.email': 'Correo electrónico',
  'signIn.password': 'Contraseña',
  'signIn.password.help': 'Se usa una vez para obtener su token de acceso y no se guarda.',
  'signIn.token': 'Token de acceso',
  'signIn.token.help': 'En su servidor: Ajustes del perfil, al final.',
  'signIn.reveal': 'Mostrar',
  'signIn.conceal': 'Ocultar',
  'signIn.stay': 'Mantener la sesión en este equipo',
  'signIn.submit': 'Iniciar sesión',
  'signIn.busy': 'Consultando al servidor…',
  'signIn.back': 'Atrás',
  'signIn.cancel': 'Cancelar',
  'signIn.code.title': 'Un paso más',
  'signIn.code.text':
    'Su cuenta pide una segunda prueba. Abra su aplicación de autenticación o use uno de sus códigos de respaldo.',
  'signIn.code': 'Código',
  'signIn.code.submit': 'Continuar',
  'signIn.account.title': '¿Qué cuenta?',
  'signIn.account.text':
    'Usted trabaja en varias cuentas de este servidor. Cada una será un espacio de trabajo propio; añada las demás después.',
  'signIn.error.password':
    'El servidor no ha aceptado este correo y esta contraseña. Aquí no se ha cambiado nada. Compruebe ambos o use su token de acceso.',
  'signIn.error.token':
    'El servidor no ha aceptado este token. Aquí no se ha cambiado nada. Cópielo de nuevo de los ajustes de su perfil.',
  'signIn.error.code':
    'El servidor no ha aceptado este código, o el inicio de sesión ha durado más de cinco minutos. Aquí no se ha cambiado nada. Pruebe con el código más reciente, o vuelva atrás y empiece de nuevo.',
  'signIn.error.unreachable':
    'Ningún servidor ha respondido en {server}. Aquí no se ha cambiado nada y lo que escribió sigue en los campos. Compruebe su red y la dirección, e inténtelo de nuevo.',
  'signIn.error.rate-limited':
    'El servidor de {server} pide una pausa tras varios intentos. Aquí no se ha cambiado nada y lo que escribió sigue en los campos. Espere unos minutos e inténtelo de nuevo.',
  'signIn.error.not-chatwoot':
    'Algo ha respondido en {server}, pero no es un servidor Chatwoot: otro sitio web, o la página de acceso de esta red. Aquí no se ha cambiado nada y lo que escribió sigue en los campos. Compruebe la dirección, o ábrala en un navegador.',
  'signIn.error.policy':
    'Su organización no permite iniciar sesión en {server} desde este equipo. No se envió nada allí. Elija un servidor de los que nombra.',
  'signIn.error.storage':
    'El servidor ha dicho que sí, pero este equipo no ha podido guardarlo. Compruebe el espacio libre en el disco e inténtelo de nuevo.',
  'signIn.error.other': 'No se ha podido iniciar sesión. Aquí no se ha cambiado nada. Inténtelo de nuevo.',
  'signIn.error.detail': 'Detalles: {detail}',

  'workspaces.switch': 'Espacio de trabajo: {name}. Cambiar o añadir',
  'workspaces.elsewhere':
    '{count, plural, one {Espacio de trabajo: {name}. # conversación no leída en otros. Cambiar o añadir} other {Espacio de trabajo: {name}. # conversaciones no leídas en otros. Cambiar o añadir}}',
  'workspaces.menu': 'Espacios de trabajo',
  'workspaces.entry': '{name} · {agent}',
  'workspaces.unread': '{count, plural, one {# no leída} other {# no leídas}}',
  'workspaces.unsent': '{count, plural, one {# sin enviar} other {# sin enviar}}',
  'workspaces.signedOut': 'sesión cerrada',
  'workspaces.practice': 'Espacio de práctica',
  'workspaces.practiceMark': 'práctica',
  'workspaces.add': 'Añadir un espacio de trabajo…',
  'workspaces.signInAgain': 'Volver a iniciar sesión en {name}…',
  'workspaces.signOut': 'Cerrar sesión en {name}…',
  'workspaces.remove': 'Quitar {name} de este equipo…',
  'workspaces.none.text': 'Todavía no hay ningún espacio de trabajo en este equipo.',
  'workspaces.error.title': 'Latchkey no ha podido leer sus espacios de trabajo',

  'signOut.title': '¿Cerrar sesión en {name}?',
  'signOut.keeps':
    'Latchkey olvida el token de acceso y borra de este equipo lo que vino del servidor: conversaciones, contactos y archivos. Los borradores y lo que aún no se ha enviado se quedan aquí y siguen adelante cuando vuelva a iniciar sesión.',
  'signOut.unsent':
    '{count, plural, one {# mensaje o cambio no se ha enviado. Espera aquí hasta que vuelva a iniciar sesión; mientras tanto puede cerrarse la ventana de una respuesta.} other {# mensajes o cambios no se han enviado. Esperan aquí hasta que vuelva a iniciar sesión; mientras tanto pueden cerrarse las ventanas de las respuestas.}}',
  'signOut.server':
    'El token sigue siendo válido en el servidor. Si otra persona puede tenerlo, restablézcalo allí en los ajustes de su perfil.',
  'signOut.forget': 'Eliminar también este espacio de trabajo de este equipo',
  'signOut.forget.text':
    '{count, plural, =0 {Los borradores, el historial de búsqueda y las conversaciones guardadas se eliminan de este equipo. Los borradores no se pueden recuperar.} one {Los borradores y # mensaje o cambio sin enviar se eliminan con todo lo demás. No se pueden recuperar.} other {Los borradores y # mensajes o cambios sin enviar se eliminan con todo lo demás. No se pueden recuperar.}}',
  'signOut.do': 'Cerrar sesión',
  'signOut.doForget': 'Eliminar de este equipo',
  'signOut.failed': 'No ha funcionado y no se ha eliminado nada. Inténtelo de nuevo, o reinicie antes Latchkey.',
};
