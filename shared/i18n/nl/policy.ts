import type { policy as english } from '../en/policy.ts';
import type { Texts } from '../messages.ts';

export const policy: Texts<typeof english> = {
  'policy.locked': 'Ingesteld door uw organisatie.',
  'policy.locked.ask': 'Ingesteld door uw organisatie. Vraag voor een wijziging: {contact}',
  'policy.title': 'Regels van uw organisatie',
  'policy.state': 'Beleid',
  'policy.state.none': 'Geen',
  'policy.state.applied': 'Van kracht',
  'policy.state.unreadable':
    'Het bestand is niet te lezen: tot dat wel kan, kan niemand zich opnieuw aanmelden en is er geen oefenwerkruimte. Aangemelde werkruimten gaan door.',
  'policy.state.unsafe': 'Genegeerd: anderen dan de beheerder kunnen het bestand wijzigen',
  'policy.path': 'Gezocht in',
  'policy.lockedSettings': 'Vergrendelde instellingen',
  'policy.servers': 'Servers',
  'policy.servers.any': 'Alle',
  'policy.servers.none': 'Op dit moment geen',
  'policy.contact': 'Wie u het vraagt',
  'policy.problem': 'Fout in het bestand',
  'policy.signIn.choose': 'Uw organisatie heeft de servers voor deze computer gekozen.',
  'policy.signIn.closed':
    'Op deze computer kan zich nu niemand aanmelden, omdat de regels van uw organisatie geen server noemen of niet te lezen zijn. Er gaat niets verloren. Vraag het aan wie deze computer beheert.',
  'settings.trouble.damaged':
    'Het instellingenbestand was beschadigd en de instellingen zijn opnieuw begonnen. Het oude bestand staat als {detail} in de gegevensmap.',
  'settings.trouble.newer':
    'Het instellingenbestand is door een nieuwere Latchkey geschreven. Wat deze versie begrijpt, is overgenomen; het hele bestand staat als {detail} in de gegevensmap.',
  'settings.trouble.bad-values': 'Sommige instellingen hadden onmogelijke waarden en staan weer op het begin: {detail}',
};
