import type { accounts as english } from '../en/accounts.ts';
import type { Texts } from '../messages.ts';

export const accounts: Texts<typeof english> = {
  'signIn.address.empty': 'Typ eerst het adres van uw server.',
  'signIn.address.not-an-address': 'Dit is geen adres. Het ziet eruit als chat.example.com.',
  'signIn.address.insecure':
    'Dit adres begint met http://, waardoor uw wachtwoord leesbaar over het netwerk zou gaan. Gebruik https://.',
  'signIn.address.has-password': 'Laat naam en wachtwoord weg uit het adres en typ ze hieronder.',
  'signIn.stay.system': 'Bewaard in de sleutelopslag van deze computer, die alleen uw gebruikersaccount opent.',
  'signIn.stay.file':
    'Deze computer biedt hier geen sleutelopslag. De sleutel zou in een bestand staan dat alleen uw gebruikersaccount kan lezen, niet versleuteld: ook elk programma dat u start, kan het lezen.',
  'signIn.stay.memory':
    'Deze computer biedt er geen veilige plaats voor, dus u meldt zich na elke start opnieuw aan. Concepten en berichten in de wachtrij blijven.',
  'signIn.title': 'Aanmelden bij een werkruimte',
  'signIn.again': 'Opnieuw aanmelden',
  'signIn.again.text':
    'Uw sessie met {server} is beëindigd. Concepten en berichten in de wachtrij zijn veilig en gaan van hieruit verder.',
  'signIn.intro': 'Latchkey werkt met de Chatwoot-server van uw team. Uw WhatsApp-wachtwoord ziet het nooit.',
  'signIn.address': 'Server',
  'signIn.address.help': 'U kunt het adres van een willekeurige pagina ervan plakken.',
  'signIn.address.spelled': 'Het netwerk kent deze naam als {host}. Vergelijk dit met wat u is gezegd.',
  'signIn.with': 'Aanmelden met',
  'signIn.with.password': 'Wachtwoord',
  'signIn.with.token': 'Toegangstoken',
  'signIn.email': 'E-mailadres',
  'signIn.password': 'Wachtwoord',
  'signIn.password.help': 'Eenmalig gebruikt om uw toegangstoken op te halen en niet bewaard.',
  'signIn.token': 'Toegangstoken',
  'signIn.token.help': 'Op uw server: Profielinstellingen, onderaan.',
  'signIn.reveal': 'Tonen',
  'signIn.conceal': 'Verbergen',
  'signIn.stay': 'Aangemeld blijven op deze computer',
  'signIn.submit': 'Aanmelden',
  'signIn.busy': 'De server wordt gevraagd…',
  'signIn.back': 'Terug',
  'signIn.cancel': 'Annuleren',
  'signIn.code.title': 'Nog één stap',
  'signIn.code.text':
    'Uw account vraagt om een tweede bewijs. Open uw authenticator-app of gebruik een van uw back-upcodes.',
  'signIn.code': 'Code',
  'signIn.code.submit': 'Doorgaan',
  'signIn.account.title': 'Welk account?',
  'signIn.account.text':
    'U werkt op deze server in meerdere accounts. Elk wordt een eigen werkruimte; voeg de andere later toe.',
  'signIn.error.password':
    'De server heeft dit e-mailadres en wachtwoord niet geaccepteerd. Hier is niets veranderd. Controleer beide of gebruik uw toegangstoken.',
  'signIn.error.token':
    'De server heeft dit token niet geaccepteerd. Hier is niets veranderd. Kopieer het opnieuw uit uw profielinstellingen.',
  'signIn.error.code':
    'De server heeft deze code niet geaccepteerd, of het aanmelden duurde langer dan vijf minuten. Hier is niets veranderd. Probeer de nieuwste code, of ga terug en begin opnieuw.',
  'signIn.error.unreachable':
    'Op {server} heeft geen server geantwoord. Hier is niets veranderd, en wat u typte staat nog in de velden. Controleer uw netwerk en het adres en probeer het opnieuw.',
  'signIn.error.rate-limited':
    'De server op {server} wil na meerdere pogingen een pauze. Hier is niets veranderd, en wat u typte staat nog in de velden. Wacht enkele minuten en probeer het opnieuw.',
  'signIn.error.not-chatwoot':
    'Op {server} antwoordde iets, maar geen Chatwoot-server: een andere website, of de aanmeldpagina van dit netwerk. Hier is niets veranderd, en wat u typte staat nog in de velden. Controleer het adres, of open het in een browser.',
  'signIn.error.policy':
    'Uw organisatie staat aanmelden bij {server} op deze computer niet toe. Er is niets naartoe gestuurd. Kies een server die zij noemt.',
  'signIn.error.storage':
    'De server zei ja, maar deze computer kon het niet opslaan. Controleer de vrije ruimte op de schijf en probeer het opnieuw.',
  'signIn.error.other': 'Aanmelden is niet gelukt. Hier is niets veranderd. Probeer het opnieuw.',
  'signIn.error.detail': 'Bijzonderheden: {detail}',

  'workspaces.switch': 'Werkruimte: {name}. Wisselen of toevoegen',
  'workspaces.elsewhere':
    '{count, plural, one {Werkruimte: {name}. # ongelezen gesprek in andere. Wisselen of toevoegen} other {Werkruimte: {name}. # ongelezen gesprekken in andere. Wisselen of toevoegen}}',
  'workspaces.menu': 'Werkruimten',
  'workspaces.entry': '{name} · {agent}',
  'workspaces.unread': '{count, plural, one {# ongelezen} other {# ongelezen}}',
  'workspaces.unsent': '{count, plural, one {# niet verzonden} other {# niet verzonden}}',
  'workspaces.signedOut': 'afgemeld',
  'workspaces.practice': 'Oefenwerkruimte',
  'workspaces.practiceMark': 'oefenen',
  'workspaces.add': 'Werkruimte toevoegen…',
  'workspaces.signInAgain': 'Opnieuw aanmelden bij {name}…',
  'workspaces.signOut': 'Afmelden bij {name}…',
  'workspaces.remove': '{name} van deze computer verwijderen…',
  'workspaces.none.text': 'Er is nog geen werkruimte op deze computer.',
  'workspaces.error.title': 'Latchkey kon zijn werkruimten niet lezen',

  'signOut.title': 'Afmelden bij {name}?',
  'signOut.keeps':
    'Latchkey vergeet het toegangstoken en verwijdert van deze computer wat van de server kwam: gesprekken, contacten en bestanden. Concepten en wat nog niet is verzonden blijven hier en gaan verder zodra u zich weer aanmeldt.',
  'signOut.unsent':
    '{count, plural, one {# bericht of wijziging is niet verzonden. Het wacht hier tot u zich weer aanmeldt; het venster van een antwoord kan intussen sluiten.} other {# berichten of wijzigingen zijn niet verzonden. Ze wachten hier tot u zich weer aanmeldt; de vensters van antwoorden kunnen intussen sluiten.}}',
  'signOut.server':
    'Het token zelf blijft geldig op de server. Als iemand anders het kan hebben, vernieuw het daar dan in uw profielinstellingen.',
  'signOut.forget': 'Deze werkruimte ook van deze computer verwijderen',
  'signOut.forget.text':
    '{count, plural, =0 {Concepten, zoekgeschiedenis en opgeslagen gesprekken worden van deze computer verwijderd. Niets brengt de concepten terug.} one {Concepten en # bericht of wijziging die niet verzonden is, worden met al het andere verwijderd. Niets brengt ze terug.} other {Concepten en # berichten of wijzigingen die niet verzonden zijn, worden met al het andere verwijderd. Niets brengt ze terug.}}',
  'signOut.do': 'Afmelden',
  'signOut.doForget': 'Van deze computer verwijderen',
  'signOut.failed':
    'Dat is niet gelukt en er is niets verwijderd. Probeer het opnieuw, of start Latchkey eerst opnieuw.',
};
