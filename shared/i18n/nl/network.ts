import type { network as english } from '../en/network.ts';
import type { Texts } from '../messages.ts';

export const network: Texts<typeof english> = {
  'network.section': 'Netwerk',
  'network.proxy': 'Proxy',
  'network.proxyHelp':
    'Wat uit het netwerk van uw bedrijf leidt. Laat dit op “Systeem” staan, tenzij iemand anders heeft gezegd.',
  'network.proxy.system': 'Systeem (aanbevolen)',
  'network.proxy.none': 'Geen proxy',
  'network.proxy.manual': 'Handmatig',
  'network.proxyAddress': 'Adres van de proxy',
  'network.proxyAddressHelp': 'Zoals proxy.example.com:3128 of socks5://proxy.example.com:1080',
  'network.proxyBypass': 'Zonder proxy bereikbaar',
  'network.proxyBypassHelp': 'Hosts met komma’s ertussen; .example.com staat voor alles daaronder.',
  'network.proxyLogin': 'Aanmelding bij de proxy',
  'network.proxyLoginHelp':
    'Alleen als hij om naam en wachtwoord vraagt. Bewaard waar uw toegangstoken wordt bewaard; laat beide leeg om dit te vergeten.',
  'network.user': 'Gebruikersnaam',
  'network.password': 'Wachtwoord',
  'network.keep': 'Opslaan',
  'network.kept': 'Opgeslagen. Dit geldt vanaf de volgende vraag.',
  'network.notKept': 'Dit kon niet worden opgeslagen en er is niets gewijzigd. Probeer het opnieuw.',
  'network.caFile': 'Certificaatautoriteit van het bedrijf',
  'network.caFileHelp': 'Volledig pad van een PEM-bestand. Alleen als het systeem haar nog niet kent.',
  'network.certificateFile': 'Clientcertificaat',
  'network.certificateFileHelp': 'Volledig pad van een .p12- of .pfx-bestand, getoond aan servers die erom vragen.',
  'network.certificatePassword': 'Wachtwoord van het clientcertificaat',
  'network.test': 'Verbinding testen',
  'network.testHelp': 'Gaat stap voor stap de weg naar uw server en zegt wat erop ligt.',
  'network.testing': 'Testen…',
  'network.test.well': 'De hele weg naar {server} is vrij.',
  'network.test.proxy': 'Via {proxy}.',
  'network.test.failed': 'Latchkey kon de verbinding niet testen. Er is niets gewijzigd. Probeer het opnieuw.',
  'network.step.name': 'Naam',
  'network.step.proxy': 'Weg',
  'network.step.tls': 'Certificaat',
  'network.step.server': 'Chatwoot',
  'network.step.live': 'Live-updates',
  'network.state.ok': 'goed',
  'network.state.failed': 'stopt hier',
  'network.state.not-tried': 'niet geprobeerd',
  'network.chooseCertificate': 'Welk certificaat mag {host} zien?',
  'network.chooseCertificate.none': 'Geen',
  'network.signIn': 'Mijn bedrijf gebruikt een proxy of eigen certificaten',
  'network.finding.ca-file':
    'Het bestand van de certificaatautoriteit is niet te lezen of bevat geen certificaat. Controleer het pad hierboven.',
  'network.finding.certificate-file':
    'Het clientcertificaat is niet te lezen. Controleer het pad hierboven en of het een .p12- of .pfx-bestand is.',
  'network.finding.certificate-password': 'Het wachtwoord opent het clientcertificaat niet. Typ het hierboven opnieuw.',
  'network.finding.offline': 'Deze computer is met geen netwerk verbonden. Verbind hem eerst.',
  'network.finding.no-name':
    'Niemand in dit netwerk kent {server}. Controleer het adres; sommige namen vragen de VPN van het bedrijf.',
  'network.finding.proxy-unreachable':
    'De proxy is niet te bereiken. Controleer het adres hierboven of maak verbinding met het netwerk van het bedrijf.',
  'network.finding.proxy-sign-in':
    'De proxy wil een naam en wachtwoord, of aanvaardt de gegeven niet. Typ ze hierboven.',
  'network.finding.proxy-refuses':
    'De proxy laat ons niet door naar {server}. Vraag de beheerder dit adres toe te laten.',
  'network.finding.proxy-unsupported':
    'Dit soort proxy kan niet met eigen certificaten of wachtwoorden worden gebruikt. Vraag om een HTTP- of SOCKS5-proxy.',
  'network.finding.not-reached':
    '{server} neemt geen verbindingen aan. Controleer adres en poort, of probeer het later.',
  'network.finding.tls-authority':
    'Niemand die wij vertrouwen staat in voor het certificaat van {server}. Als uw bedrijf zelf tekent, stel dan hierboven zijn autoriteit in.',
  'network.finding.tls-date':
    'Het certificaat van {server} is vandaag niet geldig. Controleer de datum van deze computer; klopt die, meld het dan de beheerder van de server.',
  'network.finding.tls-name':
    'Het certificaat is van een andere naam dan {server}. Controleer het adres; ga niet door als het klopt.',
  'network.finding.tls-certificate-wanted':
    '{server} wil een clientcertificaat, of aanvaardt het getoonde niet. Stel het uwe hierboven in.',
  'network.finding.tls-other':
    'Er kwam geen veilige verbinding met {server} tot stand. Stuur de details hieronder naar de beheerder.',
  'network.finding.portal':
    'Dit netwerk antwoordt in plaats van {server} en wil een eigen aanmelding. Open een pagina in uw browser en meld u daar aan.',
  'network.finding.not-chatwoot':
    'Er antwoordt iets op {server}, maar het is geen Chatwoot. Controleer het adres en wat er na de naam staat.',
  'network.finding.server-error':
    '{server} is bereikt maar heeft zelf een storing. Wacht even of meld het de beheerder.',
  'network.finding.timeout':
    '{server} antwoordt niet. Probeer het opnieuw; blijft het zo, dan verbreekt iets ertussen de verbinding.',
  'network.finding.no-live':
    'Vragen bereiken {server}, maar zijn live-updates (WebSocket) komen niet door. Vraag de beheerder van proxy of server die toe te laten.',
};
