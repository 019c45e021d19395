import type { deskLock as english } from '../en/desk-lock.ts';
import type { Texts } from '../messages.ts';

export const deskLock: Texts<typeof english> = {
  'deskLock.title': 'Latchkey is vergrendeld',
  'deskLock.text':
    'Berichten blijven binnenkomen, en wat u in de wachtrij zette wordt nog verzonden. Uw concepten zijn veilig.',
  'deskLock.pin': 'Pincode',
  'deskLock.unlock': 'Ontgrendelen',
  'deskLock.wrong': 'Dat is niet de pincode. Er is niets veranderd.',
  'deskLock.wait':
    '{seconds, plural, one {Te veel verkeerde pincodes. Wacht # seconde.} other {Te veel verkeerde pincodes. Wacht # seconden.}}',
  'deskLock.failed': 'De pincode kon niet worden gecontroleerd. Latchkey blijft vergrendeld. Probeer het opnieuw.',
  'deskLock.forgot': 'Pincode vergeten?',
  'deskLock.forgot.title': 'In plaats daarvan afmelden?',
  'deskLock.forgot.text':
    'Niemand kan een pincode opzoeken. Als u zich overal afmeldt, gaat Latchkey zonder pincode open: gesprekken, contacten en bestanden worden van deze computer verwijderd en komen terug als u zich weer aanmeldt. Concepten en wat niet is verzonden blijven bewaard, en zijn tot die tijd gesloten.',
  'deskLock.forgot.do': 'Overal afmelden',
  'deskLock.forgot.failed':
    'Afmelden is niet gelukt. Latchkey blijft vergrendeld en er is niets van u verloren. Probeer het opnieuw.',
  'deskLock.section': 'Vergrendeling',
  'deskLock.setting': 'Pincode',
  'deskLock.settingHelp':
    'Wie langsloopt ziet een vergrendelde pagina in plaats van uw gesprekken. De bestanden op deze computer worden er niet door versleuteld.',
  'deskLock.choose': 'Pincode kiezen…',
  'deskLock.change': 'Wijzigen…',
  'deskLock.remove': 'Verwijderen…',
  'deskLock.now': 'Nu vergrendelen',
  'deskLock.after': 'Vergrendelen na',
  'deskLock.after.off': 'Uit',
  'deskLock.after.minutes': '{minutes} min',
  'deskLock.afterHelp':
    'Na zo lang zonder iemand aan deze computer (in een browser: op deze pagina), en als hij slaapt. Met een pincode start Latchkey altijd vergrendeld.',
  'deskLock.impossible': 'Deze computer heeft geen veilige plek voor een pincode.',
  'deskLock.dialog.choose': 'Een pincode kiezen',
  'deskLock.dialog.change': 'De pincode wijzigen',
  'deskLock.dialog.remove': 'De pincode verwijderen',
  'deskLock.current': 'Huidige pincode',
  'deskLock.new': 'Nieuwe pincode',
  'deskLock.newHelp': 'Minstens vier tekens. Letters en woorden mogen ook.',
  'deskLock.again': 'Nieuwe pincode nogmaals',
  'deskLock.differ': 'De twee zijn niet gelijk.',
  'deskLock.short': 'Te kort: minstens vier tekens.',
  'deskLock.save': 'Opslaan',
};
