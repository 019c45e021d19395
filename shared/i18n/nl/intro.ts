import type { intro as english } from '../en/intro.ts';
import type { Texts } from '../messages.ts';

export const intro: Texts<typeof english> = {
  'intro.drill.next.do': 'Druk op {keys}',
  'intro.drill.next.why': 'om in de lijst naar Mara Singh te gaan.',
  'intro.drill.reply.do': 'Druk op {keys}',
  'intro.drill.reply.why': 'om haar te antwoorden.',
  'intro.drill.send.do': 'Typ een paar woorden en druk op {keys}',
  'intro.drill.send.why': 'om ze te verzenden.',
  'intro.drill.mention.do': 'Druk op @',
  'intro.drill.mention.why':
    'Het 24-uursvenster is gesloten: geen vrije tekst bereikt Mara. Wat u met @ begint, is een notitie, en alleen uw team leest die.',
  'intro.drill.note.do': 'Kies Ana met Enter, schrijf haar een woord en druk op {keys}',
  'intro.drill.note.why': 'om de notitie toe te voegen.',
  'intro.drill.template.do': 'Druk op {keys}',
  'intro.drill.template.why': 'Een sjabloon is het enige dat WhatsApp nog doorlaat.',
  'intro.drill.choose.do': 'Kies er een met de pijltoetsen en druk op Enter',
  'intro.drill.choose.why': 'Als Mara erop antwoordt, is het venster weer open.',
  'intro.drill.done.do': 'U hebt zonder muis geantwoord, genoteerd en een gesprek heropend.',
  'intro.drill.done.why': 'Niets ervan is naar iemand verzonden.',
  'intro.title': 'Introductie',
  'intro.step': 'Stap {at} van {all}',
  'intro.skip': 'Deze stap overslaan',
  'intro.next': 'Volgende',
  'intro.back': 'Terug',
  'intro.finish': 'Naar de inbox',
  'intro.again': 'Opnieuw beginnen',
  'intro.againHelp':
    'Hoe vensters, notities en sjablonen werken, en een oefening van zestig seconden. Niets ervan wordt verzonden.',
  'intro.bar.welcome': 'Nieuw hier? Drie minuten tonen hoe vensters, notities en sjablonen werken.',
  'intro.bar.resume': '{count, plural, one {Nog # stap van de introductie.} other {Nog # stappen van de introductie.}}',
  'intro.bar.start': 'Laat zien',
  'intro.bar.goOn': 'Doorgaan',
  'intro.bar.later': 'Niet nu',
  'intro.bar.label': 'Introductie',
  'intro.welcome.title': 'Welkom bij Latchkey',
  'intro.welcome.text':
    'Latchkey is er om klanten op WhatsApp te antwoorden. Het telt de 24 uur af waarin u vrij mag schrijven, en toont altijd hoe het verder gaat als ze voorbij zijn.',
  'intro.welcome.practice': 'Rondkijken in de oefenwerkruimte',
  'intro.welcome.practiceWhy':
    'Een levende team-inbox op deze computer, met verzonnen klanten. U kunt alles proberen: niemand krijgt iets.',
  'intro.welcome.server': 'Aanmelden bij de server van uw team',
  'intro.welcome.serverWhy':
    'Een Chatwoot-server, met uw wachtwoord of toegangstoken. Uw WhatsApp-wachtwoord ziet Latchkey nooit.',
  'intro.computer.title': 'Deze computer',
  'intro.computer.kept':
    'Gesprekken, concepten en wat op verzending wacht, staan in bestanden op deze computer, zodat u zonder verbinding kunt werken.',
  'intro.computer.plain':
    'Deze bestanden zijn nog niet versleuteld. Wie uw gebruikersaccount kan openen, kan ze lezen. Gebruiken anderen deze computer, zet dan de schijfversleuteling van het systeem aan.',
  'intro.computer.token': 'Uw toegangstoken',
  'intro.computer.folder': 'De map',
  'intro.computer.nowhere':
    'Er wordt niets naar ons verzonden. Latchkey praat met de server van uw team en met niemand anders.',
  'intro.notifications.title': 'Bereiken meldingen u?',
  'intro.notifications.text':
    'Latchkey meldt het als een klant schrijft en als een venster bijna sluit. Of het systeem dat doorlaat, kunt u het best proberen.',
  'intro.window.title': 'De ring is het 24-uursvenster',
  'intro.window.text':
    'Elk bericht van een klant opent 24 uur waarin u vrij mag schrijven. De ring in de lijst toont hoeveel er over is: vorm, rand en woorden veranderen als het einde nadert.',
  'intro.window.real': 'Uit uw lijst, op dit moment:',
  'intro.window.none': 'Uw lijst heeft nog niet zo’n gesprek. De ring verschijnt met het eerste.',
  'intro.window.closed':
    'Als het gesloten is, neemt WhatsApp alleen een goedgekeurd sjabloon aan. Latchkey vergrendelt eerder, zodat geen bericht van u halverwege wordt geweigerd. Notities aan uw team werken altijd.',
  'intro.drill.title': 'Zestig seconden zonder muis',
  'intro.drill.text':
    'Twee verzonnen gesprekken. Ze bestaan alleen op deze pagina, en niets wat u hier typt wordt verzonden.',
  'intro.drill.list': 'Oefengesprekken',
  'intro.drill.thread': 'Oefenberichten',
  'intro.drill.asks': 'Wanneer komt mijn fiets aan?',
  'intro.drill.other': 'Bedankt, alles is goed.',
  'intro.drill.field.reply': 'Antwoord aan Mara Singh',
  'intro.drill.field.note': 'Interne notitie, alleen uw team',
  'intro.drill.mode.reply': 'Aan Mara Singh · WhatsApp',
  'intro.drill.mode.note': 'Interne notitie · alleen uw team',
  'intro.drill.locked': 'Het 24-uursvenster is gesloten. WhatsApp accepteert nu alleen een sjabloon.',
  'intro.drill.templates': 'Oefensjablonen',
  'intro.drill.template.followUp': 'Hallo Mara, uw bestelling is klaar. Mogen we u meer vertellen?',
  'intro.drill.template.callBack': 'Hallo Mara, u vroeg ons iets. Zullen we hier verdergaan?',
  'intro.drill.kind.reply': 'Uw antwoord',
  'intro.drill.kind.note': 'Uw notitie',
  'intro.drill.kind.template': 'Uw sjabloon',
  'intro.drill.singleOff':
    'Losse toetsen zijn in de instellingen uitgeschakeld, dus J, R en T doen hier en in de inbox niets. Pijltoetsen, Enter en toetsen met Ctrl werken.',
  'intro.drill.switchOn': 'Inschakelen',
  'intro.drill.restart': 'Vanaf het begin',
};
