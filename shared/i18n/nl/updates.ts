import type { updates as english } from '../en/updates.ts';
import type { Texts } from '../messages.ts';

export const updates: Texts<typeof english> = {
  'updates.section': 'Bijwerken',
  'updates.ready': 'Update klaar — start opnieuw wanneer het u uitkomt',
  'updates.restart': 'Opnieuw starten',
  'updates.later': 'Straks',
  'updates.automatic': 'Nieuwe versies ophalen',
  'updates.automaticHelp':
    'Op de achtergrond. Ze worden geplaatst wanneer Latchkey wordt afgesloten of opnieuw gestart, nooit terwijl u werkt.',
  'updates.check': 'Nu zoeken',
  'updates.state.unchecked': 'Sinds de start nog niet gezocht.',
  'updates.state.newest': 'Er is niets nieuwers.',
  'updates.state.checking': 'Zoeken…',
  'updates.state.downloading': 'Versie {version} ophalen: {percent} %',
  'updates.failure.offline': 'De plek van de updates was niet te bereiken. Latchkey probeert het vanzelf opnieuw.',
  'updates.failure.refused':
    'Wat werd aangeboden is niet door ons ondertekend en is niet aangenomen. Meld dit aan wie deze computer beheert.',
  'updates.failure.broken': 'De update kon niet worden opgehaald. Latchkey probeert het vanzelf opnieuw.',
  'updates.obstacle.browser': 'De browserhost wordt bijgewerkt op de plek vanwaar hij is gestart.',
  'updates.obstacle.source': 'Deze Latchkey is vanuit de broncode gestart en wordt daar bijgewerkt.',
  'updates.obstacle.package-manager': 'Uw pakketbeheerder werkt deze Latchkey bij.',
  'updates.obstacle.store': 'De winkel waar hij vandaan komt, werkt deze Latchkey bij.',
  'updates.obstacle.administrator': 'Wie deze Latchkey heeft geïnstalleerd, brengt de volgende versie.',
  'updates.obstacle.unsigned': 'Deze Latchkey draagt geen handtekening en werkt zichzelf daarom niet bij.',
  'updates.obstacle.no-key': 'Deze Latchkey is zonder sleutel voor updates gebouwd en werkt zichzelf daarom niet bij.',
  'updates.obstacle.switched-off': 'Uitgeschakeld.',
};
