import type { intro as english } from '../en/intro.ts';
import type { Texts } from '../messages.ts';

export const intro: Texts<typeof english> = {
  'intro.drill.next.do': '{keys} drücken',
  'intro.drill.next.why': 'um in der Liste zu Mara Singh zu gehen.',
  'intro.drill.reply.do': '{keys} drücken',
  'intro.drill.reply.why': 'um ihr zu antworten.',
  'intro.drill.send.do': 'Ein paar Wörter schreiben und {keys} drücken',
  'intro.drill.send.why': 'um sie zu senden.',
  'intro.drill.mention.do': '@ drücken',
  'intro.drill.mention.why':
    'Das 24-Stunden-Fenster ist geschlossen: Kein freier Text erreicht Mara. Was Sie mit @ beginnen, ist eine Notiz, und nur Ihr Team liest sie.',
  'intro.drill.note.do': 'Ana mit Enter wählen, ihr ein Wort schreiben und {keys} drücken',
  'intro.drill.note.why': 'um die Notiz hinzuzufügen.',
  'intro.drill.template.do': '{keys} drücken',
  'intro.drill.template.why': 'Eine Vorlage ist das Einzige, was WhatsApp noch durchlässt.',
  'intro.drill.choose.do': 'Eine mit den Pfeiltasten wählen und Enter drücken',
  'intro.drill.choose.why': 'Wenn Mara darauf antwortet, ist das Fenster wieder offen.',
  'intro.drill.done.do': 'Sie haben ohne Maus geantwortet, notiert und einen Chat wieder geöffnet.',
  'intro.drill.done.why': 'Nichts davon wurde an jemanden gesendet.',
  'intro.title': 'Einführung',
  'intro.step': 'Schritt {at} von {all}',
  'intro.skip': 'Diesen Schritt überspringen',
  'intro.next': 'Weiter',
  'intro.back': 'Zurück',
  'intro.finish': 'Zum Posteingang',
  'intro.again': 'Noch einmal beginnen',
  'intro.againHelp':
    'Wie Fenster, Notizen und Vorlagen funktionieren, und eine Übung von sechzig Sekunden. Nichts davon wird gesendet.',
  'intro.bar.welcome': 'Neu hier? Drei Minuten zeigen, wie Fenster, Notizen und Vorlagen funktionieren.',
  'intro.bar.resume': '{count, plural, one {Noch # Schritt der Einführung.} other {Noch # Schritte der Einführung.}}',
  'intro.bar.start': 'Zeigen',
  'intro.bar.goOn': 'Weiter',
  'intro.bar.later': 'Nicht jetzt',
  'intro.bar.label': 'Einführung',
  'intro.welcome.title': 'Willkommen bei Latchkey',
  'intro.welcome.text':
    'Latchkey ist dazu da, Kunden auf WhatsApp zu antworten. Es zählt die 24 Stunden herunter, in denen Sie frei schreiben dürfen, und zeigt immer einen Weg, wenn sie vorbei sind.',
  'intro.welcome.practice': 'Im Übungsbereich umsehen',
  'intro.welcome.practiceWhy':
    'Ein lebendiger Team-Posteingang auf diesem Computer, mit erfundenen Kunden. Sie können alles ausprobieren: Kein echter Mensch bekommt etwas.',
  'intro.welcome.server': 'Beim Server Ihres Teams anmelden',
  'intro.welcome.serverWhy':
    'Ein Chatwoot-Server, mit Ihrem Passwort oder Zugriffstoken. Ihr WhatsApp-Passwort sieht Latchkey nie.',
  'intro.computer.title': 'Dieser Computer',
  'intro.computer.kept':
    'Konversationen, Entwürfe und was auf das Senden wartet, liegen in Dateien auf diesem Computer, damit Sie ohne Verbindung arbeiten können.',
  'intro.computer.plain':
    'Diese Dateien sind noch nicht verschlüsselt. Wer Ihr Benutzerkonto öffnen kann, kann sie lesen. Wenn andere diesen Computer benutzen, schalten Sie die Laufwerksverschlüsselung des Systems ein.',
  'intro.computer.token': 'Ihr Zugriffstoken',
  'intro.computer.folder': 'Der Ordner',
  'intro.computer.nowhere':
    'An uns wird nichts gesendet. Latchkey spricht mit dem Server Ihres Teams und mit niemandem sonst.',
  'intro.notifications.title': 'Kommen Benachrichtigungen an?',
  'intro.notifications.text':
    'Latchkey meldet, wenn ein Kunde schreibt und wenn ein Fenster bald schließt. Ob das System es durchlässt, zeigt am besten ein Versuch.',
  'intro.window.title': 'Der Ring ist das 24-Stunden-Fenster',
  'intro.window.text':
    'Jede Nachricht eines Kunden öffnet 24 Stunden, in denen Sie frei schreiben dürfen. Der Ring in der Liste zeigt, wie viel übrig ist: Form, Rand und Wörter ändern sich, wenn das Ende näher kommt.',
  'intro.window.real': 'Aus Ihrer Liste, gerade jetzt:',
  'intro.window.none': 'Ihre Liste hat noch keine solche Konversation. Der Ring erscheint mit der ersten.',
  'intro.window.closed':
    'Wenn es geschlossen ist, nimmt WhatsApp nur eine genehmigte Vorlage an. Latchkey sperrt vorher, damit keine Ihrer Nachrichten unterwegs abgelehnt wird. Notizen an Ihr Team gehen immer.',
  'intro.drill.title': 'Sechzig Sekunden ohne Maus',
  'intro.drill.text':
    'Zwei erfundene Konversationen. Es gibt sie nur auf dieser Seite, und nichts, was Sie hier schreiben, wird gesendet.',
  'intro.drill.list': 'Übungskonversationen',
  'intro.drill.thread': 'Übungsnachrichten',
  'intro.drill.asks': 'Wann kommt mein Fahrrad?',
  'intro.drill.other': 'Danke, alles gut.',
  'intro.drill.field.reply': 'Antwort an Mara Singh',
  'intro.drill.field.note': 'Interne Notiz, nur Ihr Team',
  'intro.drill.mode.reply': 'An Mara Singh · WhatsApp',
  'intro.drill.mode.note': 'Interne Notiz · nur Ihr Team',
  'intro.drill.locked': 'Das 24-Stunden-Fenster ist geschlossen. WhatsApp nimmt jetzt nur eine Vorlage an.',
  'intro.drill.templates': 'Übungsvorlagen',
  'intro.drill.template.followUp': 'Hallo Mara, Ihre Bestellung ist fertig. Dürfen wir Ihnen mehr sagen?',
  'intro.drill.template.callBack': 'Hallo Mara, Sie hatten uns etwas gefragt. Wollen wir hier weitermachen?',
  'intro.drill.kind.reply': 'Ihre Antwort',
  'intro.drill.kind.note': 'Ihre Notiz',
  'intro.drill.kind.template': 'Ihre Vorlage',
  'intro.drill.singleOff':
    'Einzelne Tasten sind in den Einstellungen ausgeschaltet; J, R und T tun hier und im Posteingang nichts. Pfeiltasten, Enter und Tasten mit Strg gehen.',
  'intro.drill.switchOn': 'Einschalten',
  'intro.drill.restart': 'Von vorn',
};
