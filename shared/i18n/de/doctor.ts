import type { doctor as english } from '../en/doctor.ts';
import type { Texts } from '../messages.ts';

export const doctor: Texts<typeof english> = {
  'doctor.title': 'Benachrichtigungen',
  'doctor.lead': 'Schickt eine echte Benachrichtigung und sagt, was ihr im Weg steht.',
  'doctor.send': 'Testbenachrichtigung senden',
  'doctor.sending': 'Wird gesendet…',
  'doctor.seen.question': 'Haben Sie sie gesehen?',
  'doctor.seen.yes': 'Ja',
  'doctor.seen.no': 'Nein',
  'doctor.well': 'Nichts steht Benachrichtigungen im Weg.',
  'doctor.blocks': 'Nichts wird gezeigt',
  'doctor.warns': 'Etwas könnte verpasst werden',
  'doctor.failed': 'Latchkey konnte seine Benachrichtigungen nicht prüfen. Versuchen Sie es erneut.',
  'doctor.test.title': 'Latchkey kann Sie erreichen',
  'doctor.test.body': 'Das ist ein Test. Sonst ist nichts geschehen.',
  'doctor.switched-off.what': 'Benachrichtigungen sind in Latchkey ausgeschaltet.',
  'doctor.switched-off.fix': 'Wählen Sie in den Einstellungen, wie viel eine Benachrichtigung sagen darf.',
  'doctor.quiet-now.what': 'Es ist Ruhezeit, deshalb wird bis zu ihrem Ende nichts gezeigt.',
  'doctor.quiet-now.fix': 'Ändern Sie die Ruhezeiten in den Einstellungen, oder beenden Sie „Nicht stören“.',
  'doctor.unsupported.what': 'Dieses System bietet Latchkey keine Benachrichtigungen.',
  'doctor.unsupported.fix': 'Lassen Sie Latchkey sichtbar: Dort steht dasselbe.',
  'doctor.denied.what': 'Das System lässt Latchkey keine Benachrichtigungen zeigen.',
  'doctor.denied.fix.windows': 'Öffnen Sie Einstellungen, System, Benachrichtigungen und schalten Sie Latchkey ein.',
  'doctor.denied.fix.mac': 'Öffnen Sie Systemeinstellungen, Mitteilungen, Latchkey und erlauben Sie Mitteilungen.',
  'doctor.denied.fix.linux':
    'Öffnen Sie die Einstellungen Ihres Desktops, Benachrichtigungen, und schalten Sie Latchkey ein.',
  'doctor.denied.fix.browser':
    'Klicken Sie auf das Symbol links neben der Adresse und erlauben Sie Benachrichtigungen für diese Seite.',
  'doctor.unsigned.what':
    'Diese Kopie von Latchkey ist nicht signiert, und macOS zeigt keine Mitteilungen solcher Apps.',
  'doctor.unsigned.fix': 'Installieren Sie die signierte Ausgabe.',
  'doctor.no-shortcut.what': 'Windows findet keinen Startmenüeintrag von Latchkey und zeigt ohne ihn nichts.',
  'doctor.no-shortcut.fix':
    'Installieren Sie Latchkey mit dem Installationsprogramm, statt einen kopierten Ordner zu starten.',
  'doctor.no-daemon.what': 'Auf diesem Desktop antwortet kein Benachrichtigungsdienst.',
  'doctor.no-daemon.fix': 'Starten Sie den Benachrichtigungsdienst Ihres Desktops, etwa dunst oder mako.',
  'doctor.system-silence.what': 'Das System selbst ist auf „Nicht stören“ gestellt.',
  'doctor.system-silence.fix.windows': 'Schalten Sie „Nicht stören“ in der Mitteilungszentrale aus.',
  'doctor.system-silence.fix.mac': 'Schalten Sie im Kontrollzentrum den Fokus aus, oder erlauben Sie Latchkey darin.',
  'doctor.system-silence.fix.linux': 'Schalten Sie „Nicht stören“ im Benachrichtigungsbereich Ihres Desktops aus.',
  'doctor.system-silence.fix.browser': 'Schalten Sie „Nicht stören“ auf diesem Computer aus.',
  'doctor.failed.what': 'Das System hat die Testbenachrichtigung abgelehnt.',
  'doctor.failed.fix': 'Starten Sie den Computer neu; bleibt es so, schicken Sie uns die Diagnoseseite.',
  'doctor.timeout.what': 'Das System hat nie gesagt, ob die Testbenachrichtigung gezeigt wurde.',
  'doctor.timeout.fix': 'Starten Sie den Computer neu; bleibt es so, schicken Sie uns die Diagnoseseite.',
  'doctor.not-seen.what': 'Das System sagt, der Test sei gezeigt worden, aber Sie haben ihn nicht gesehen.',
  'doctor.not-seen.fix.windows':
    'Öffnen Sie Einstellungen, System, Benachrichtigungen, Latchkey und schalten Sie Banner ein.',
  'doctor.not-seen.fix.mac':
    'Öffnen Sie Systemeinstellungen, Mitteilungen, Latchkey und wählen Sie Banner oder Hinweise.',
  'doctor.not-seen.fix.linux':
    'Öffnen Sie die Einstellungen Ihres Desktops, Benachrichtigungen, Latchkey, und schalten Sie Banner ein.',
  'doctor.not-seen.fix.browser': 'Erlauben Sie in den Systemeinstellungen Benachrichtigungen für Ihren Browser.',
  'doctor.no-click.what': 'Dieser Desktop zeigt Benachrichtigungen, auf die man nicht klicken kann.',
  'doctor.no-click.fix':
    'Öffnen Sie Latchkey über das Symbol oder die Taskleiste, oder verwenden Sie einen Benachrichtigungsdienst mit Aktionen, etwa dunst oder mako.',
  'doctor.no-tray.what':
    'Dieser Desktop zeigt keine Symbole im Infobereich; Schließen minimiert das Programm, statt es zu verbergen.',
  'doctor.no-tray.fix': 'Installieren Sie unter GNOME die Erweiterung „AppIndicator and KStatusNotifierItem Support“.',
  'doctor.not-at-login.what': 'Latchkey startet nicht mit dem Computer; bevor Sie es öffnen, warnt Sie nichts.',
  'doctor.not-at-login.fix': 'Schalten Sie in den Einstellungen „Mit dem Computer starten“ ein.',
};
