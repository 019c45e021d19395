import type { status as english } from '../en/status.ts';
import type { Texts } from '../messages.ts';

export const status: Texts<typeof english> = {
  'strip.label': 'Status',
  'strip.live': 'Bijgewerkt',
  'strip.connecting': 'Verbinden…',
  'strip.syncing': 'Ophalen: {done} van {total}',
  'strip.syncingUnknown': 'Ophalen: {done}',
  'strip.catchingUp': 'Bijwerken…',
  'strip.offlineSince': 'Offline sinds {time}',
  'strip.offline': 'Offline',
  'strip.serverDown': 'Server antwoordt niet',
  'strip.slow': 'Server vraagt om kalmer aan te doen',
  'strip.signIn': 'Netwerk vraagt aanmelding',
  'strip.proxy': 'Proxy zit in de weg',
  'strip.badResponse': 'Verkeerd antwoord van de server',
  'strip.refused': 'Server weigert dit account',
  'strip.signedOut': 'Opnieuw aanmelden',
  'strip.wireDown': 'Opnieuw verbinden met Latchkey…',
  'strip.lastSync': 'Bijgewerkt {time}',
  'strip.neverSynced': 'Nooit bijgewerkt',
  'strip.outbox': '{count, plural, one {# in Postvak UIT} other {# in Postvak UIT}}',
  'strip.outboxAttention': '{count, plural, one {# bericht heeft u nodig} other {# berichten hebben u nodig}}',
  'strip.clock': 'Servertijd {time}',
  'strip.clockUnknown': 'Klok niet gecontroleerd',
  'strip.clockFast': 'Klok loopt {minutes} min voor',
  'strip.clockSlow': 'Klok loopt {minutes} min achter',
  'strip.account': 'Account {name}',

  'banner.offline':
    'U bent offline. U kunt lezen, zoeken, notities schrijven en antwoorden in de wachtrij zetten. Die gaan alleen weg als hun venster dan nog open is.',
  'banner.server': 'de server',
  'banner.serverDown':
    'Server antwoordt niet: {server} geeft een fout of niet op tijd antwoord. Uw werk is hier opgeslagen en gaat weg zodra de server terug is.',
  'banner.rateLimited':
    '{server} vraagt ons kalmer aan te doen, dus we wachten even. Uw werk is hier opgeslagen en gaat vanzelf weg.',
  'banner.badResponse':
    'Iets anders antwoordt in plaats van {server}: een proxy, een firewall of een ander programma op dit adres. Uw werk is hier opgeslagen en gaat weg zodra de server terug is.',
  'banner.captivePortal':
    'Dit netwerk wil eerst een aanmeldpagina. Open die in uw browser en meld u daar aan; Latchkey gaat vanzelf verder. Uw werk is hier opgeslagen.',
  'banner.proxy':
    'Een proxy op weg naar {server} wil een aanmelding of antwoordt niet. Vraag wie uw netwerk beheert. Uw werk is hier opgeslagen.',
  'banner.refused':
    '{server} antwoordt, maar weigert uw account: het is misschien geblokkeerd, of u bent geen lid meer. Vraag uw beheerder. Uw werk is hier opgeslagen.',
  'banner.signIn': 'Aanmelden',
  'banner.openServer': 'De pagina openen',
  'banner.details': 'Bijzonderheden',
  'banner.lastLive': 'Bijgewerkt tot {time}',
  'banner.signedOut': 'Uw sessie is beëindigd. Concepten en berichten in de wachtrij zijn veilig.',
  'banner.clock': 'De klok van uw computer loopt niet goed. Het aftellen gebruikt de servertijd.',
  'banner.wireDown':
    'Het programma achter deze pagina antwoordt niet meer. Uw tekst is hier bewaard; we blijven proberen het te bereiken.',
  'banner.retry': 'Nu opnieuw proberen',
  'banner.retryIn': 'Volgende poging {time}',
};
