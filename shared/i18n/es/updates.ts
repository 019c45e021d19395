import type { updates as english } from '../en/updates.ts';
import type { Texts } from '../messages.ts';

export const updates: Texts<typeof english> = {
  'updates.section': 'Actualizaciones',
  'updates.ready': 'Actualización lista: reinicie cuando le convenga',
  'updates.restart': 'Reiniciar',
  'updates.later': 'Más tarde',
  'updates.automatic': 'Obtener versiones nuevas',
  'updates.automaticHelp':
    'En segundo plano. Se instalan al salir de Latchkey o al reiniciarlo, nunca mientras trabaja.',
  'updates.check': 'Buscar ahora',
  'updates.state.unchecked': 'Aún no se ha buscado desde el inicio.',
  'updates.state.newest': 'No hay nada más nuevo.',
  'updates.state.checking': 'Buscando…',
  'updates.state.downloading': 'Descargando la versión {version}: {percent} %',
  'updates.failure.offline':
    'No se pudo llegar al lugar de las actualizaciones. Latchkey lo intentará de nuevo por sí solo.',
  'updates.failure.refused':
    'Lo que se ofreció no está firmado por nosotros y no se aceptó. Avise a quien administra este equipo.',
  'updates.failure.broken': 'No se pudo descargar la actualización. Latchkey lo intentará de nuevo por sí solo.',
  'updates.obstacle.browser': 'El host del navegador se actualiza en el lugar desde el que se inició.',
  'updates.obstacle.source': 'Este Latchkey se inició desde el código fuente y se actualiza allí.',
  'updates.obstacle.package-manager': 'Su gestor de paquetes actualiza este Latchkey.',
  'updates.obstacle.store': 'La tienda de la que procede actualiza este Latchkey.',
  'updates.obstacle.administrator': 'Quien instaló este Latchkey traerá la próxima versión.',
  'updates.obstacle.unsigned': 'Este Latchkey no lleva firma, por lo que no se actualiza solo.',
  'updates.obstacle.no-key':
    'Este Latchkey se construyó sin clave para actualizaciones, por lo que no se actualiza solo.',
  'updates.obstacle.switched-off': 'Desactivado.',
};
