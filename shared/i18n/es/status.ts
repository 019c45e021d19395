import type { status as english } from '../en/status.ts';
import type { Texts } from '../messages.ts';

export const status: Texts<typeof english> = {
  'strip.label': 'Estado',
  'strip.live': 'Al día',
  'strip.connecting': 'Conectando…',
  'strip.syncing': 'Sincronizando {done} de {total}',
  'strip.syncingUnknown': 'Sincronizando {done}',
  'strip.catchingUp': 'Poniéndose al día…',
  'strip.offlineSince': 'Sin conexión desde {time}',
  'strip.offline': 'Sin conexión',
  'strip.serverDown': 'El servidor no responde',
  'strip.slow': 'El servidor pide ir más despacio',
  'strip.signIn': 'La red pide iniciar sesión',
  'strip.proxy': 'Un proxy lo impide',
  'strip.badResponse': 'Respuesta errónea del servidor',
  'strip.refused': 'El servidor rechaza esta cuenta',
  'strip.signedOut': 'Vuelva a iniciar sesión',
  'strip.wireDown': 'Reconectando con Latchkey…',
  'strip.lastSync': 'Sincronizado: {time}',
  'strip.neverSynced': 'Sin sincronizar',
  'strip.outbox': '{count, plural, one {# en la bandeja de salida} other {# en la bandeja de salida}}',
  'strip.outboxAttention': '{count, plural, one {# mensaje le necesita} other {# mensajes le necesitan}}',
  'strip.clock': 'Hora del servidor: {time}',
  'strip.clockUnknown': 'Reloj sin verificar',
  'strip.clockFast': 'Reloj {minutes} min adelantado',
  'strip.clockSlow': 'Reloj {minutes} min atrasado',
  'strip.account': 'Cuenta {name}',

  'banner.offline':
    'No hay conexión. Puede leer, buscar, escribir notas y poner respuestas en cola. Las respuestas en cola solo salen si su ventana sigue abierta.',
  'banner.server': 'el servidor',
  'banner.serverDown':
    'El servidor no responde: {server} da un error o no contesta a tiempo. Su trabajo está guardado aquí y sale cuando vuelva.',
  'banner.rateLimited':
    '{server} pide ir más despacio, así que esperamos un poco. Su trabajo está guardado aquí y sale por sí solo.',
  'banner.badResponse':
    'Otra cosa responde en lugar de {server}: un proxy, un cortafuegos u otro programa en esta dirección. Su trabajo está guardado aquí y sale cuando vuelva.',
  'banner.captivePortal':
    'Esta red pide antes una página de inicio de sesión. Ábrala en su navegador e inicie sesión allí; Latchkey sigue por sí solo. Su trabajo está guardado aquí.',
  'banner.proxy':
    'Un proxy en el camino a {server} pide iniciar sesión o no responde. Pregunte a quien lleva su red. Su trabajo está guardado aquí.',
  'banner.refused':
    '{server} responde, pero rechaza su cuenta: puede estar suspendida, o ya no es miembro. Pregunte a su administrador. Su trabajo está guardado aquí.',
  'banner.signIn': 'Iniciar sesión',
  'banner.openServer': 'Abrir la página',
  'banner.details': 'Detalles',
  'banner.lastLive': 'Al día hasta {time}',
  'banner.signedOut': 'Su sesión ha terminado. Los borradores y los mensajes en cola están a salvo.',
  'banner.clock': 'El reloj de su equipo no va bien. La cuenta atrás usa la hora del servidor.',
  'banner.wireDown':
    'El programa que hay detrás de esta página ha dejado de responder. Su texto se conserva aquí; seguimos intentando contactar con él.',
  'banner.retry': 'Reintentar ahora',
  'banner.retryIn': 'Próximo intento: {time}',
};
