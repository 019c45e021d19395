import type { errors as english } from '../en/errors.ts';
import type { Texts } from '../messages.ts';

export const errors: Texts<typeof english> = {
  'error.bad-request':
    'Latchkey kon dit verzoek niet lezen. Er is niets veranderd. Laad de pagina opnieuw en probeer het nog eens.',
  'error.forbidden-sender': 'Deze pagina mag dat niet doen. Er is niets veranderd. Open Latchkey opnieuw.',
  'error.not-found': 'Dit staat niet meer op dit apparaat. Er is niets verzonden. Ga terug naar de lijst.',
  'error.window-closed':
    'Het 24-uursvenster is gesloten, dus er is niets verzonden. Uw tekst is veilig. Kies een sjabloon of voeg een notitie toe.',
  'error.window-unverified':
    'We weten niet zeker of het venster open is, dus er is niets verzonden. Uw tekst is veilig. Maak één keer verbinding, of voeg een notitie toe.',
  'error.template-invalid': 'WhatsApp zou dit sjabloon zo weigeren. Er is niets verzonden. Controleer de velden.',
  'error.opted-out':
    'Deze klant heeft marketingberichten van dit nummer stopgezet, dus er is niets verzonden. Uw waarden zijn veilig. Kies een utility-sjabloon, of wacht tot de klant schrijft.',
  'error.file-invalid':
    'Dit bestand kan niet worden verzonden: het is leeg, te groot, of van een soort die WhatsApp niet aanneemt. Uw tekst is veilig. Kies een ander bestand.',
  'error.unreachable':
    'Hiervoor is de server nodig, en die is nu niet bereikbaar. Er is niets veranderd en uw tekst is veilig. Probeer het opnieuw als u verbinding hebt.',
  'error.rate-limited':
    'De server wil een pauze. Er is niets veranderd en uw tekst is veilig. Wacht enkele minuten en probeer het opnieuw.',
  'error.not-chatwoot':
    'Er antwoordde iets dat geen Chatwoot-server is. Er is niets veranderd en uw tekst is veilig. Controleer het adres, of de aanmeldpagina van uw netwerk.',
  'error.refused':
    'De server zei nee, dus er is niets veranderd. Uw tekst is veilig. Misschien hebt u hier geen rechten voor: vraag een beheerder.',
  'error.sign-in-refused':
    'De server heeft dit niet geaccepteerd. Op deze computer is niets veranderd. Controleer wat u hebt getypt en probeer het opnieuw.',
  'error.locked':
    'Latchkey is vergrendeld, dus er is niets veranderd. Uw tekst is veilig. Ontgrendel het met uw pincode en probeer het opnieuw.',
  'error.signed-out':
    'Uw sessie is beëindigd. Concepten en berichten in de wachtrij zijn veilig. Meld u opnieuw aan om verder te gaan.',
  'error.not-allowed': 'Dit bericht is al verder, dus dat kan niet meer. De toestand hieronder is de huidige.',
  'error.policy':
    'Uw organisatie bepaalt dit voor deze computer, dus er is niets gewijzigd. Uw tekst is veilig. Vraag het aan wie deze computer beheert.',
  'error.storage':
    'De lokale database weigerde dit op te slaan. Er is niets verzonden. Controleer de vrije ruimte op de schijf en probeer het opnieuw.',
  'error.internal':
    'Er ging iets mis in Latchkey, en het kan gebeurd zijn of niet. Uw tekst is veilig. Kijk in Postvak UIT voordat u het opnieuw probeert.',
  'error.unanswered':
    'De verbinding binnen Latchkey brak af voordat het antwoord kwam, dus we weten nog niet of dit gedaan is. Uw tekst is hier veilig. Druk weer op Verzenden als de verbinding terug is: dezelfde tekst gaat maar één keer weg.',
  'notice.repaired.cache':
    'De kopie van uw gesprekken op deze computer was beschadigd en wordt opnieuw van de server gevuld. Wat u typte is veilig: concepten: {drafts}, wachtende berichten: {messages}. U kunt doorwerken; gesprekken verschijnen zodra ze binnenkomen.',
  'notice.repaired.desk':
    'Het bestand met uw concepten en wachtende berichten was beschadigd en is hersteld. Er staat weer in: concepten: {drafts}, wachtende berichten: {messages}. Bekijk ze in de Postvak UIT: wat misschien al verzonden is, gaat niet vanzelf nog eens weg.',
};
