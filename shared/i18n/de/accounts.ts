import type { accounts as english } from '../en/accounts.ts';
import type { Texts } from '../messages.ts';

export const accounts: Texts<typeof english> = {
  'signIn.address.empty': 'Geben Sie zuerst die Adresse Ihres Servers ein.',
  'signIn.address.not-an-address': 'Das ist keine Adresse. Sie sieht aus wie chat.example.com.',
  'signIn.address.insecure':
    'Diese Adresse beginnt mit http://; Ihr Passwort ginge lesbar durch das Netz. Verwenden Sie https://.',
  'signIn.address.has-password': 'Lassen Sie Name und Passwort in der Adresse weg und geben Sie sie unten ein.',
  'signIn.stay.system': 'Liegt im Schlüsselspeicher dieses Computers, den nur Ihr Benutzerkonto öffnet.',
  'signIn.stay.file':
    'Dieser Computer bietet hier keinen Schlüsselspeicher. Der Schlüssel läge unverschlüsselt in einer Datei, die nur Ihr Benutzerkonto lesen kann: Auch jedes Programm, das Sie starten, könnte sie lesen.',
  'signIn.stay.memory':
    'Dieser Computer bietet keinen sicheren Ort dafür. Sie melden sich nach jedem Start neu an. Entwürfe und eingereihte Nachrichten bleiben.',
  'signIn.title': 'Bei einem Arbeitsbereich anmelden',
  'signIn.again': 'Erneut anmelden',
  'signIn.again.text':
    'Ihre Sitzung bei {server} ist beendet. Entwürfe und eingereihte Nachrichten sind sicher und gehen von hier aus weiter.',
  'signIn.intro': 'Latchkey arbeitet mit dem Chatwoot-Server Ihres Teams. Ihr WhatsApp-Passwort sieht es nie.',
  'signIn.address': 'Server',
  'signIn.address.help': 'Sie können die Adresse einer beliebigen Seite davon einfügen.',
  'signIn.address.spelled':
    'Das Netz kennt diesen Namen als {host}. Vergleichen Sie ihn mit dem, was man Ihnen gesagt hat.',
  'signIn.with': 'Anmelden mit',
  'signIn.with.password': 'Passwort',
  'signIn.with.token': 'Zugriffstoken',
  'signIn.email': 'E-Mail',
  'signIn.password': 'Passwort',
  'signIn.password.help': 'Wird einmal benutzt, um Ihr Zugriffstoken zu holen, und nicht aufbewahrt.',
  'signIn.token': 'Zugriffstoken',
  'signIn.token.help': 'Auf Ihrem Server: Profileinstellungen, ganz unten.',
  'signIn.reveal': 'Zeigen',
  'signIn.conceal': 'Verbergen',
  'signIn.stay': 'Auf diesem Computer angemeldet bleiben',
  'signIn.submit': 'Anmelden',
  'signIn.busy': 'Der Server wird gefragt…',
  'signIn.back': 'Zurück',
  'signIn.cancel': 'Abbrechen',
  'signIn.code.title': 'Noch ein Schritt',
  'signIn.code.text':
    'Ihr Konto verlangt einen zweiten Nachweis. Öffnen Sie Ihre Authenticator-App oder verwenden Sie einen Ihrer Backup-Codes.',
  'signIn.code': 'Code',
  'signIn.code.submit': 'Weiter',
  'signIn.account.title': 'Welches Konto?',
  'signIn.account.text':
    'Sie arbeiten auf diesem Server in mehreren Konten. Jedes wird ein eigener Arbeitsbereich; fügen Sie die anderen später hinzu.',
  'signIn.error.password':
    'Der Server hat diese E-Mail-Adresse mit diesem Passwort nicht angenommen. Hier wurde nichts geändert. Prüfen Sie beides oder verwenden Sie Ihr Zugriffstoken.',
  'signIn.error.token':
    'Der Server hat dieses Token nicht angenommen. Hier wurde nichts geändert. Kopieren Sie es noch einmal aus Ihren Profileinstellungen.',
  'signIn.error.code':
    'Der Server hat diesen Code nicht angenommen, oder die Anmeldung dauerte länger als fünf Minuten. Hier wurde nichts geändert. Versuchen Sie den neuesten Code, oder gehen Sie zurück und beginnen Sie von vorn.',
  'signIn.error.unreachable':
    'Unter {server} hat kein Server geantwortet. Hier wurde nichts geändert, und Ihre Eingaben stehen noch in den Feldern. Prüfen Sie Ihr Netz und die Adresse und versuchen Sie es erneut.',
  'signIn.error.rate-limited':
    'Der Server unter {server} verlangt nach mehreren Versuchen eine Pause. Hier wurde nichts geändert, und Ihre Eingaben stehen noch in den Feldern. Warten Sie einige Minuten und versuchen Sie es erneut.',
  'signIn.error.not-chatwoot':
    'Unter {server} hat etwas geantwortet, aber kein Chatwoot-Server: eine andere Website oder die Anmeldeseite dieses Netzes. Hier wurde nichts geändert, und Ihre Eingaben stehen noch in den Feldern. Prüfen Sie die Adresse, oder öffnen Sie sie in einem Browser.',
  'signIn.error.policy':
    'Ihre Organisation erlaubt auf diesem Computer keine Anmeldung bei {server}. Dorthin wurde nichts gesendet. Wählen Sie einen Server, den sie nennt.',
  'signIn.error.storage':
    'Der Server hat zugestimmt, aber dieser Computer konnte es nicht speichern. Prüfen Sie den freien Platz auf dem Datenträger und versuchen Sie es erneut.',
  'signIn.error.other': 'Die Anmeldung hat nicht geklappt. Hier wurde nichts geändert. Versuchen Sie es erneut.',
  'signIn.error.detail': 'Einzelheiten: {detail}',

  'workspaces.switch': 'Arbeitsbereich: {name}. Wechseln oder hinzufügen',
  'workspaces.elsewhere':
    '{count, plural, one {Arbeitsbereich: {name}. # ungelesene Konversation in anderen. Wechseln oder hinzufügen} other {Arbeitsbereich: {name}. # ungelesene Konversationen in anderen. Wechseln oder hinzufügen}}',
  'workspaces.menu': 'Arbeitsbereiche',
  'workspaces.entry': '{name} · {agent}',
  'workspaces.unread': '{count, plural, one {# ungelesen} other {# ungelesen}}',
  'workspaces.unsent': '{count, plural, one {# nicht gesendet} other {# nicht gesendet}}',
  'workspaces.signedOut': 'abgemeldet',
  'workspaces.practice': 'Übungsbereich',
  'workspaces.practiceMark': 'Übung',
  'workspaces.add': 'Arbeitsbereich hinzufügen…',
  'workspaces.signInAgain': 'Bei {name} erneut anmelden…',
  'workspaces.signOut': 'Von {name} abmelden…',
  'workspaces.remove': '{name} von diesem Computer entfernen…',
  'workspaces.none.text': 'Auf diesem Computer gibt es noch keinen Arbeitsbereich.',
  'workspaces.error.title': 'Latchkey konnte seine Arbeitsbereiche nicht lesen',

  'signOut.title': 'Von {name} abmelden?',
  'signOut.keeps':
    'Latchkey vergisst das Zugangstoken und löscht von diesem Computer, was vom Server kam: Konversationen, Kontakte und Dateien. Entwürfe und noch nicht Gesendetes bleiben hier und gehen weiter, sobald Sie sich wieder anmelden.',
  'signOut.unsent':
    '{count, plural, one {# Nachricht oder Änderung ist nicht gesendet. Sie wartet hier, bis Sie sich wieder anmelden; das Fenster einer Antwort kann sich inzwischen schließen.} other {# Nachrichten oder Änderungen sind nicht gesendet. Sie warten hier, bis Sie sich wieder anmelden; die Fenster von Antworten können sich inzwischen schließen.}}',
  'signOut.server':
    'Das Token selbst bleibt auf dem Server gültig. Falls jemand anders es haben könnte, setzen Sie es dort in Ihren Profileinstellungen zurück.',
  'signOut.forget': 'Diesen Arbeitsbereich auch von diesem Computer löschen',
  'signOut.forget.text':
    '{count, plural, =0 {Entwürfe, Suchverlauf und gespeicherte Konversationen werden von diesem Computer gelöscht. Nichts bringt die Entwürfe zurück.} one {Entwürfe und # nicht gesendete Nachricht oder Änderung werden mit allem anderen gelöscht. Nichts bringt sie zurück.} other {Entwürfe und # nicht gesendete Nachrichten oder Änderungen werden mit allem anderen gelöscht. Nichts bringt sie zurück.}}',
  'signOut.do': 'Abmelden',
  'signOut.doForget': 'Von diesem Computer löschen',
  'signOut.failed':
    'Das hat nicht geklappt, und nichts wurde gelöscht. Versuchen Sie es erneut, oder starten Sie zuerst Latchkey neu.',
};
