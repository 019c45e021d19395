import type { doctor as english } from '../en/doctor.ts';
import type { Texts } from '../messages.ts';

export const doctor: Texts<typeof english> = {
  'doctor.title': 'Notificaciones',
  'doctor.lead': 'Envía una notificación real y dice qué le impide llegar a usted.',
  'doctor.send': 'Enviar notificación de prueba',
  'doctor.sending': 'Enviando…',
  'doctor.seen.question': '¿La ha visto?',
  'doctor.seen.yes': 'Sí',
  'doctor.seen.no': 'No',
  'doctor.well': 'Nada impide las notificaciones.',
  'doctor.blocks': 'No se muestra nada',
  'doctor.warns': 'Puede perderse algo',
  'doctor.failed': 'Latchkey no ha podido comprobar sus notificaciones. Inténtelo de nuevo.',
  'doctor.test.title': 'Latchkey puede avisarle',
  'doctor.test.body': 'Esto es una prueba. No ha pasado nada más.',
  'doctor.switched-off.what': 'Las notificaciones están desactivadas en Latchkey.',
  'doctor.switched-off.fix': 'Elija en los ajustes cuánto puede decir una notificación.',
  'doctor.quiet-now.what': 'Es hora de silencio, así que no se muestra nada hasta que termine.',
  'doctor.quiet-now.fix': 'Cambie las horas de silencio en los ajustes, o termine «No molestar».',
  'doctor.unsupported.what': 'Este sistema no ofrece notificaciones a Latchkey.',
  'doctor.unsupported.fix': 'Mantenga Latchkey a la vista: dentro dice lo mismo.',
  'doctor.denied.what': 'El sistema no permite que Latchkey muestre notificaciones.',
  'doctor.denied.fix.windows': 'Abra Configuración, Sistema, Notificaciones y active Latchkey.',
  'doctor.denied.fix.mac': 'Abra Ajustes del Sistema, Notificaciones, Latchkey y permita las notificaciones.',
  'doctor.denied.fix.linux': 'Abra los ajustes de su escritorio, Notificaciones, y active Latchkey.',
  'doctor.denied.fix.browser':
    'Haga clic en el icono a la izquierda de la dirección y permita las notificaciones de esta página.',
  'doctor.unsigned.what':
    'Esta copia de Latchkey no está firmada, y macOS no muestra notificaciones de esas aplicaciones.',
  'doctor.unsigned.fix': 'Instale la versión firmada.',
  'doctor.no-shortcut.what':
    'Windows no encuentra ninguna entrada de Latchkey en el menú Inicio y sin ella no muestra nada.',
  'doctor.no-shortcut.fix': 'Instale Latchkey con su instalador en lugar de ejecutar una carpeta copiada.',
  'doctor.no-daemon.what': 'Ningún servicio de notificaciones responde en este escritorio.',
  'doctor.no-daemon.fix': 'Inicie el servicio de notificaciones de su escritorio, como dunst o mako.',
  'doctor.system-silence.what': 'El propio sistema está en no molestar.',
  'doctor.system-silence.fix.windows': 'Desactive «No molestar» en el centro de notificaciones.',
  'doctor.system-silence.fix.mac':
    'Desactive el modo de concentración en el centro de control, o permita Latchkey en él.',
  'doctor.system-silence.fix.linux': 'Desactive «No molestar» en el área de notificaciones de su escritorio.',
  'doctor.system-silence.fix.browser': 'Desactive «No molestar» en este equipo.',
  'doctor.failed.what': 'El sistema ha rechazado la notificación de prueba.',
  'doctor.failed.fix': 'Reinicie el equipo; si sigue igual, envíenos la página de diagnóstico.',
  'doctor.timeout.what': 'El sistema no ha dicho si se mostró la notificación de prueba.',
  'doctor.timeout.fix': 'Reinicie el equipo; si sigue igual, envíenos la página de diagnóstico.',
  'doctor.not-seen.what': 'El sistema dice que se mostró la prueba, pero usted no la ha visto.',
  'doctor.not-seen.fix.windows': 'Abra Configuración, Sistema, Notificaciones, Latchkey y active los banners.',
  'doctor.not-seen.fix.mac': 'Abra Ajustes del Sistema, Notificaciones, Latchkey y elija tiras o alertas.',
  'doctor.not-seen.fix.linux':
    'Abra los ajustes de su escritorio, Notificaciones, Latchkey, y active los avisos emergentes.',
  'doctor.not-seen.fix.browser': 'Permita las notificaciones de su navegador en los ajustes del sistema.',
  'doctor.no-click.what': 'Este escritorio muestra notificaciones en las que no se puede hacer clic.',
  'doctor.no-click.fix':
    'Abra Latchkey desde la bandeja o la barra de tareas, o use un servicio de notificaciones con acciones, como dunst o mako.',
  'doctor.no-tray.what':
    'Este escritorio no muestra iconos de bandeja; al cerrar, el programa se minimiza en lugar de ocultarse.',
  'doctor.no-tray.fix': 'En GNOME, instale la extensión «AppIndicator and KStatusNotifierItem Support».',
  'doctor.not-at-login.what': 'Latchkey no se inicia con el equipo, así que nada le avisa antes de que lo abra.',
  'doctor.not-at-login.fix': 'Active «Iniciar con el equipo» en los ajustes.',
};
