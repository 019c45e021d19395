import type { errors as english } from '../en/errors.ts';
import type { Texts } from '../messages.ts';

export const errors: Texts<typeof english> = {
  'error.bad-request':
    'Latchkey konnte diese Anfrage nicht lesen. Nichts wurde geändert. Laden Sie die Seite neu und versuchen Sie es erneut.',
  'error.forbidden-sender': 'Diese Seite darf das nicht. Nichts wurde geändert. Öffnen Sie Latchkey neu.',
  'error.not-found': 'Das ist nicht mehr auf diesem Gerät. Nichts wurde gesendet. Gehen Sie zurück zur Liste.',
  'error.window-closed':
    'Das 24-Stunden-Fenster ist geschlossen, deshalb wurde nichts gesendet. Ihr Text ist sicher. Wählen Sie eine Vorlage oder fügen Sie eine Notiz hinzu.',
  'error.window-unverified':
    'Es ist nicht sicher, ob das Fenster offen ist, deshalb wurde nichts gesendet. Ihr Text ist sicher. Verbinden Sie sich einmal, oder fügen Sie eine Notiz hinzu.',
  'error.template-invalid': 'WhatsApp würde diese Vorlage so ablehnen. Nichts wurde gesendet. Prüfen Sie ihre Felder.',
  'error.opted-out':
    'Dieser Kunde hat Marketingnachrichten von dieser Nummer abbestellt, deshalb wurde nichts gesendet. Ihre Werte sind sicher. Wählen Sie eine Utility-Vorlage, oder warten Sie, bis der Kunde schreibt.',
  'error.file-invalid':
    'Diese Datei kann nicht gesendet werden: Sie ist leer, zu groß oder von einer Art, die WhatsApp nicht annimmt. Ihr Text ist sicher. Wählen Sie eine andere Datei.',
  'error.unreachable':
    'Dafür ist der Server nötig, und er ist jetzt nicht erreichbar. Nichts wurde geändert, und Ihr Text ist sicher. Versuchen Sie es erneut, wenn Sie verbunden sind.',
  'error.rate-limited':
    'Der Server verlangt eine Pause. Nichts wurde geändert, und Ihr Text ist sicher. Warten Sie einige Minuten und versuchen Sie es erneut.',
  'error.not-chatwoot':
    'Es hat etwas geantwortet, das kein Chatwoot-Server ist. Nichts wurde geändert, und Ihr Text ist sicher. Prüfen Sie die Adresse oder die Anmeldeseite Ihres Netzes.',
  'error.refused':
    'Der Server hat das abgelehnt, deshalb wurde nichts geändert. Ihr Text ist sicher. Vielleicht fehlen Ihnen die Rechte dafür: Fragen Sie einen Administrator.',
  'error.sign-in-refused':
    'Der Server hat das nicht angenommen. Auf diesem Computer wurde nichts geändert. Prüfen Sie Ihre Eingabe und versuchen Sie es erneut.',
  'error.locked':
    'Latchkey ist gesperrt, es wurde also nichts geändert. Ihr Text ist sicher. Entsperren Sie es mit Ihrer PIN und versuchen Sie es erneut.',
  'error.signed-out':
    'Ihre Sitzung ist beendet. Entwürfe und eingereihte Nachrichten sind sicher. Melden Sie sich wieder an, um weiterzumachen.',
  'error.not-allowed':
    'Diese Nachricht ist schon weiter, deshalb geht das nicht mehr. Ihr Zustand unten ist der aktuelle.',
  'error.policy':
    'Ihre Organisation legt das für diesen Computer fest, deshalb wurde nichts geändert. Ihr Text ist sicher. Fragen Sie, wer diesen Computer betreut.',
  'error.storage':
    'Die lokale Datenbank konnte das nicht speichern. Nichts wurde gesendet. Prüfen Sie den freien Platz auf dem Datenträger und versuchen Sie es erneut.',
  'error.internal':
    'In Latchkey ist etwas schiefgegangen; vielleicht ist es geschehen, vielleicht nicht. Ihr Text ist sicher. Sehen Sie im Postausgang nach, bevor Sie es erneut versuchen.',
  'error.unanswered':
    'Die Verbindung innerhalb von Latchkey brach ab, bevor die Antwort kam; noch ist nicht bekannt, ob das getan wurde. Ihr Text ist hier sicher. Drücken Sie wieder „Senden“, wenn sie zurück ist: Derselbe Text geht nur einmal hinaus.',
  'notice.repaired.cache':
    'Die Kopie Ihrer Konversationen auf diesem Computer war beschädigt und wird vom Server neu gefüllt. Was Sie geschrieben haben, ist sicher: Entwürfe: {drafts}, wartende Nachrichten: {messages}. Sie können weiterarbeiten; Konversationen erscheinen, sobald sie ankommen.',
  'notice.repaired.desk':
    'Die Datei mit Ihren Entwürfen und wartenden Nachrichten war beschädigt und ist repariert. Sie enthält wieder: Entwürfe: {drafts}, wartende Nachrichten: {messages}. Sehen Sie im Postausgang nach: Was vielleicht schon gesendet wurde, geht nicht von selbst noch einmal hinaus.',
};
