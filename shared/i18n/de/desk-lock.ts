import type { deskLock as english } from '../en/desk-lock.ts';
import type { Texts } from '../messages.ts';

export const deskLock: Texts<typeof english> = {
  'deskLock.title': 'Latchkey ist gesperrt',
  'deskLock.text':
    'Nachrichten kommen weiter an, und was eingereiht ist, wird noch gesendet. Ihre Entwürfe sind sicher.',
  'deskLock.pin': 'PIN',
  'deskLock.unlock': 'Entsperren',
  'deskLock.wrong': 'Das ist nicht die PIN. Es wurde nichts geändert.',
  'deskLock.wait':
    '{seconds, plural, one {Zu viele falsche PINs. Warten Sie # Sekunde.} other {Zu viele falsche PINs. Warten Sie # Sekunden.}}',
  'deskLock.failed': 'Die PIN konnte nicht geprüft werden. Latchkey bleibt gesperrt. Versuchen Sie es erneut.',
  'deskLock.forgot': 'PIN vergessen?',
  'deskLock.forgot.title': 'Stattdessen abmelden?',
  'deskLock.forgot.text':
    'Niemand kann eine PIN nachschlagen. Wenn Sie sich überall abmelden, öffnet sich Latchkey ohne sie: Konversationen, Kontakte und Dateien werden von diesem Computer gelöscht und kommen zurück, wenn Sie sich wieder anmelden. Entwürfe und nicht Gesendetes bleiben erhalten und bis dahin verschlossen.',
  'deskLock.forgot.do': 'Überall abmelden',
  'deskLock.forgot.failed':
    'Das Abmelden hat nicht geklappt. Latchkey bleibt gesperrt, und nichts von Ihnen ist verloren. Versuchen Sie es erneut.',
  'deskLock.section': 'Sperre',
  'deskLock.setting': 'PIN',
  'deskLock.settingHelp':
    'Wer vorbeikommt, sieht eine gesperrte Seite statt Ihrer Konversationen. Die Dateien auf diesem Computer werden dadurch nicht verschlüsselt.',
  'deskLock.choose': 'PIN wählen…',
  'deskLock.change': 'Ändern…',
  'deskLock.remove': 'Entfernen…',
  'deskLock.now': 'Jetzt sperren',
  'deskLock.after': 'Sperren nach',
  'deskLock.after.off': 'Aus',
  'deskLock.after.minutes': '{minutes} Min.',
  'deskLock.afterHelp':
    'Nach so langer Zeit ohne jemanden an diesem Computer (im Browser: auf dieser Seite), und wenn er schläft. Mit einer PIN startet Latchkey immer gesperrt.',
  'deskLock.impossible': 'Dieser Computer hat keinen sicheren Ort für eine PIN.',
  'deskLock.dialog.choose': 'Eine PIN wählen',
  'deskLock.dialog.change': 'Die PIN ändern',
  'deskLock.dialog.remove': 'Die PIN entfernen',
  'deskLock.current': 'Aktuelle PIN',
  'deskLock.new': 'Neue PIN',
  'deskLock.newHelp': 'Mindestens vier Zeichen. Buchstaben und Wörter sind erlaubt.',
  'deskLock.again': 'Neue PIN noch einmal',
  'deskLock.differ': 'Die beiden sind nicht gleich.',
  'deskLock.short': 'Zu kurz: mindestens vier Zeichen.',
  'deskLock.save': 'Speichern',
};
