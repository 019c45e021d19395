import type { policy as english } from '../en/policy.ts';
import type { Texts } from '../messages.ts';

export const policy: Texts<typeof english> = {
  'policy.locked': 'Lo fija su organización.',
  'policy.locked.ask': 'Lo fija su organización. Para cambiarlo, pregunte a: {contact}',
  'policy.title': 'Reglas de su organización',
  'policy.state': 'Política',
  'policy.state.none': 'Ninguna',
  'policy.state.applied': 'En vigor',
  'policy.state.unreadable':
    'No se puede leer el archivo: hasta que se pueda, nadie puede iniciar una sesión nueva ni hay espacio de práctica. Los espacios con sesión iniciada siguen.',
  'policy.state.unsafe': 'Ignorada: otras personas además del administrador pueden escribir el archivo',
  'policy.path': 'Se busca en',
  'policy.lockedSettings': 'Ajustes bloqueados',
  'policy.servers': 'Servidores',
  'policy.servers.any': 'Cualquiera',
  'policy.servers.none': 'Ninguno por ahora',
  'policy.contact': 'A quién preguntar',
  'policy.problem': 'Problema en el archivo',
  'policy.signIn.choose': 'Su organización eligió los servidores para este equipo.',
  'policy.signIn.closed':
    'Por ahora nadie puede iniciar sesión en este equipo, porque las reglas de su organización no nombran ningún servidor o no se pueden leer. No se pierde nada. Pregunte a quien administra este equipo.',
  'settings.trouble.damaged':
    'El archivo de ajustes estaba dañado y los ajustes empezaron de nuevo. El archivo anterior se conserva como {detail} en la carpeta de datos.',
  'settings.trouble.newer':
    'El archivo de ajustes lo escribió una versión más nueva de Latchkey. Se tomó lo que esta versión entiende; el archivo entero se conserva como {detail} en la carpeta de datos.',
  'settings.trouble.bad-values': 'Algunos ajustes tenían valores imposibles y están como al principio: {detail}',
};
