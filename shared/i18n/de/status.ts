import type { status as english } from '../en/status.ts';
import type { Texts } from '../messages.ts';

export const status: Texts<typeof english> = {
  'strip.label': 'Status',
  'strip.live': 'Aktuell',
  'strip.connecting': 'Verbinden…',
  'strip.syncing': 'Abgleich: {done} von {total}',
  'strip.syncingUnknown': 'Abgleich: {done}',
  'strip.catchingUp': 'Wird nachgeholt…',
  'strip.offlineSince': 'Offline seit {time}',
  'strip.offline': 'Offline',
  'strip.serverDown': 'Server antwortet nicht',
  'strip.slow': 'Server bittet um langsameres Tempo',
  'strip.signIn': 'Netz verlangt Anmeldung',
  'strip.proxy': 'Proxy steht im Weg',
  'strip.badResponse': 'Falsche Antwort vom Server',
  'strip.refused': 'Server lehnt dieses Konto ab',
  'strip.signedOut': 'Erneut anmelden',
  'strip.wireDown': 'Latchkey wird wieder verbunden…',
  'strip.lastSync': 'Abgeglichen {time}',
  'strip.neverSynced': 'Nie abgeglichen',
  'strip.outbox': '{count, plural, one {# im Postausgang} other {# im Postausgang}}',
  'strip.outboxAttention': '{count, plural, one {# Nachricht braucht Sie} other {# Nachrichten brauchen Sie}}',
  'strip.clock': 'Serverzeit {time}',
  'strip.clockUnknown': 'Uhr nicht geprüft',
  'strip.clockFast': 'Uhr geht {minutes} Min. vor',
  'strip.clockSlow': 'Uhr geht {minutes} Min. nach',
  'strip.account': 'Konto {name}',

  'banner.offline':
    'Sie sind offline. Sie können lesen, suchen, Notizen schreiben und Antworten einreihen. Eingereihte Antworten gehen nur hinaus, wenn ihr Fenster dann noch offen ist.',
  'banner.server': 'der Server',
  'banner.serverDown':
    'Server antwortet nicht: {server} meldet einen Fehler oder antwortet nicht rechtzeitig. Ihre Arbeit ist hier gespeichert und geht hinaus, wenn er zurück ist.',
  'banner.rateLimited':
    '{server} bittet um langsameres Tempo, deshalb warten wir ein wenig. Ihre Arbeit ist hier gespeichert und geht von selbst hinaus.',
  'banner.badResponse':
    'Unter der Adresse von {server} antwortet etwas anderes: ein Proxy, eine Firewall oder ein anderes Programm. Ihre Arbeit ist hier gespeichert und geht hinaus, wenn der Server zurück ist.',
  'banner.captivePortal':
    'Dieses Netz verlangt zuerst eine Anmeldeseite. Öffnen Sie sie in Ihrem Browser und melden Sie sich dort an; Latchkey macht von selbst weiter. Ihre Arbeit ist hier gespeichert.',
  'banner.proxy':
    'Ein Proxy auf dem Weg zu {server} verlangt eine Anmeldung oder antwortet nicht. Fragen Sie, wer Ihr Netz betreibt. Ihre Arbeit ist hier gespeichert.',
  'banner.refused':
    '{server} antwortet, lehnt aber Ihr Konto ab: Es ist vielleicht gesperrt, oder Sie sind kein Mitglied mehr. Fragen Sie Ihren Administrator. Ihre Arbeit ist hier gespeichert.',
  'banner.signIn': 'Anmelden',
  'banner.openServer': 'Seite öffnen',
  'banner.details': 'Einzelheiten',
  'banner.lastLive': 'Aktuell bis {time}',
  'banner.signedOut': 'Ihre Sitzung ist beendet. Entwürfe und eingereihte Nachrichten sind sicher.',
  'banner.clock': 'Die Uhr Ihres Computers geht falsch. Der Countdown nutzt die Serverzeit.',
  'banner.wireDown':
    'Das Programm hinter dieser Seite antwortet nicht mehr. Ihr Text ist hier aufbewahrt; wir versuchen weiter, es zu erreichen.',
  'banner.retry': 'Jetzt versuchen',
  'banner.retryIn': 'Nächster Versuch {time}',
};
