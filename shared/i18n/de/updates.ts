import type { updates as english } from '../en/updates.ts';
import type { Texts } from '../messages.ts';

export const updates: Texts<typeof english> = {
  'updates.section': 'Aktualisierung',
  'updates.ready': 'Aktualisierung bereit – starten Sie neu, wenn es Ihnen passt',
  'updates.restart': 'Neu starten',
  'updates.later': 'Später',
  'updates.automatic': 'Neue Versionen holen',
  'updates.automaticHelp':
    'Im Hintergrund. Sie werden eingesetzt, wenn Latchkey beendet oder neu gestartet wird, nie während Sie arbeiten.',
  'updates.check': 'Jetzt nachsehen',
  'updates.state.unchecked': 'Seit dem Start noch nicht nachgesehen.',
  'updates.state.newest': 'Es gibt nichts Neueres.',
  'updates.state.checking': 'Wird nachgesehen …',
  'updates.state.downloading': 'Version {version} wird geholt: {percent} %',
  'updates.failure.offline':
    'Der Ort der Aktualisierungen war nicht zu erreichen. Latchkey versucht es von selbst noch einmal.',
  'updates.failure.refused':
    'Was angeboten wurde, ist nicht von uns signiert und wurde nicht angenommen. Sagen Sie es der Person, die diesen Computer betreut.',
  'updates.failure.broken':
    'Die Aktualisierung konnte nicht geholt werden. Latchkey versucht es von selbst noch einmal.',
  'updates.obstacle.browser': 'Der Browser-Host wird dort aktualisiert, wo er gestartet wurde.',
  'updates.obstacle.source': 'Dieses Latchkey wurde aus dem Quelltext gestartet und wird dort aktualisiert.',
  'updates.obstacle.package-manager': 'Ihre Paketverwaltung aktualisiert dieses Latchkey.',
  'updates.obstacle.store': 'Der Store, aus dem es kommt, aktualisiert dieses Latchkey.',
  'updates.obstacle.administrator': 'Wer dieses Latchkey installiert hat, bringt die nächste Version.',
  'updates.obstacle.unsigned': 'Dieses Latchkey trägt keine Signatur und aktualisiert sich daher nicht selbst.',
  'updates.obstacle.no-key':
    'Dieses Latchkey wurde ohne Schlüssel für Aktualisierungen gebaut und aktualisiert sich daher nicht selbst.',
  'updates.obstacle.switched-off': 'Ausgeschaltet.',
};
