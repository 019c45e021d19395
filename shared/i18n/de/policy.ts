import type { policy as english } from '../en/policy.ts';
import type { Texts } from '../messages.ts';

export const policy: Texts<typeof english> = {
  'policy.locked': 'Von Ihrer Organisation festgelegt.',
  'policy.locked.ask': 'Von Ihrer Organisation festgelegt. Für eine Änderung fragen Sie: {contact}',
  'policy.title': 'Regeln Ihrer Organisation',
  'policy.state': 'Richtlinie',
  'policy.state.none': 'Keine',
  'policy.state.applied': 'In Kraft',
  'policy.state.unreadable':
    'Die Datei ist nicht lesbar: Bis sie es ist, kann sich niemand neu anmelden, und es gibt keinen Übungsbereich. Angemeldete Arbeitsbereiche laufen weiter.',
  'policy.state.unsafe': 'Nicht beachtet: Andere als der Administrator können die Datei ändern',
  'policy.path': 'Gesucht in',
  'policy.lockedSettings': 'Gesperrte Einstellungen',
  'policy.servers': 'Server',
  'policy.servers.any': 'Alle',
  'policy.servers.none': 'Zurzeit keine',
  'policy.contact': 'Ansprechpartner',
  'policy.problem': 'Fehler in der Datei',
  'policy.signIn.choose': 'Ihre Organisation hat die Server für diesen Computer festgelegt.',
  'policy.signIn.closed':
    'Auf diesem Computer kann sich zurzeit niemand anmelden, weil die Regeln Ihrer Organisation keinen Server nennen oder nicht lesbar sind. Nichts geht verloren. Fragen Sie, wer diesen Computer betreut.',
  'settings.trouble.damaged':
    'Die Einstellungsdatei war beschädigt, und die Einstellungen begannen neu. Die alte Datei liegt als {detail} im Datenordner.',
  'settings.trouble.newer':
    'Die Einstellungsdatei stammt von einem neueren Latchkey. Was diese Version versteht, wurde übernommen; die ganze Datei liegt als {detail} im Datenordner.',
  'settings.trouble.bad-values': 'Einige Einstellungen hatten unmögliche Werte und stehen auf dem Anfang: {detail}',
};
