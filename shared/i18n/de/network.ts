import type { network as english } from '../en/network.ts';
import type { Texts } from '../messages.ts';

export const network: Texts<typeof english> = {
  'network.section': 'Netzwerk',
  'network.proxy': 'Proxy',
  'network.proxyHelp':
    'Was aus dem Netz Ihrer Firma hinausführt. Lassen Sie „System“ stehen, wenn Ihnen niemand etwas anderes gesagt hat.',
  'network.proxy.system': 'System (empfohlen)',
  'network.proxy.none': 'Kein Proxy',
  'network.proxy.manual': 'Von Hand',
  'network.proxyAddress': 'Adresse des Proxys',
  'network.proxyAddressHelp': 'Wie proxy.example.com:3128 oder socks5://proxy.example.com:1080',
  'network.proxyBypass': 'Ohne ihn erreichbar',
  'network.proxyBypassHelp': 'Hosts, durch Kommas getrennt; .example.com steht für alle darunter.',
  'network.proxyLogin': 'Anmeldung am Proxy',
  'network.proxyLoginHelp':
    'Nur wenn er Name und Passwort verlangt. Liegt dort, wo Ihr Zugangstoken liegt; beide leer lassen heißt vergessen.',
  'network.user': 'Benutzername',
  'network.password': 'Passwort',
  'network.keep': 'Speichern',
  'network.kept': 'Gespeichert. Es gilt ab der nächsten Anfrage.',
  'network.notKept': 'Das konnte nicht gespeichert werden, und nichts wurde geändert. Versuchen Sie es noch einmal.',
  'network.caFile': 'Zertifizierungsstelle der Firma',
  'network.caFileHelp': 'Voller Pfad einer PEM-Datei. Nur wenn das System sie noch nicht kennt.',
  'network.certificateFile': 'Client-Zertifikat',
  'network.certificateFileHelp': 'Voller Pfad einer .p12- oder .pfx-Datei; wird Servern gezeigt, die danach fragen.',
  'network.certificatePassword': 'Passwort des Client-Zertifikats',
  'network.test': 'Verbindung testen',
  'network.testHelp': 'Geht den Weg zu Ihrem Server Schritt für Schritt und sagt, was darauf liegt.',
  'network.testing': 'Wird getestet…',
  'network.test.well': 'Der ganze Weg zu {server} ist frei.',
  'network.test.proxy': 'Über {proxy}.',
  'network.test.failed':
    'Latchkey konnte die Verbindung nicht testen. Nichts wurde geändert. Versuchen Sie es noch einmal.',
  'network.step.name': 'Name',
  'network.step.proxy': 'Weg',
  'network.step.tls': 'Zertifikat',
  'network.step.server': 'Chatwoot',
  'network.step.live': 'Live-Verbindung',
  'network.state.ok': 'gut',
  'network.state.failed': 'endet hier',
  'network.state.not-tried': 'nicht versucht',
  'network.chooseCertificate': 'Welches Zertifikat darf {host} sehen?',
  'network.chooseCertificate.none': 'Keines',
  'network.signIn': 'Meine Firma nutzt einen Proxy oder eigene Zertifikate',
  'network.finding.ca-file':
    'Die Datei der Zertifizierungsstelle ist nicht lesbar oder enthält kein Zertifikat. Prüfen Sie den Pfad oben.',
  'network.finding.certificate-file':
    'Das Client-Zertifikat ist nicht lesbar. Prüfen Sie den Pfad oben und ob es eine .p12- oder .pfx-Datei ist.',
  'network.finding.certificate-password':
    'Das Passwort öffnet das Client-Zertifikat nicht. Geben Sie es oben noch einmal ein.',
  'network.finding.offline': 'Dieser Computer ist mit keinem Netz verbunden. Verbinden Sie ihn zuerst.',
  'network.finding.no-name':
    'In diesem Netz kennt niemand {server}. Prüfen Sie die Adresse; manche Namen brauchen das VPN der Firma.',
  'network.finding.proxy-unreachable':
    'Der Proxy ist nicht erreichbar. Prüfen Sie seine Adresse oben oder verbinden Sie sich mit dem Netz der Firma.',
  'network.finding.proxy-sign-in':
    'Der Proxy verlangt Name und Passwort oder nimmt die gegebenen nicht an. Geben Sie sie oben ein.',
  'network.finding.proxy-refuses':
    'Der Proxy lässt uns nicht zu {server} durch. Bitten Sie, wer ihn betreibt, diese Adresse zu erlauben.',
  'network.finding.proxy-unsupported':
    'Diese Art Proxy geht nicht zusammen mit eigenen Zertifikaten oder Passwörtern. Fragen Sie nach einem HTTP- oder SOCKS5-Proxy.',
  'network.finding.not-reached':
    '{server} nimmt keine Verbindungen an. Prüfen Sie Adresse und Port oder versuchen Sie es später.',
  'network.finding.tls-authority':
    'Niemand, dem wir trauen, bürgt für das Zertifikat von {server}. Wenn Ihre Firma selbst unterschreibt, tragen Sie oben ihre Stelle ein.',
  'network.finding.tls-date':
    'Das Zertifikat von {server} gilt heute nicht. Prüfen Sie das Datum dieses Computers; stimmt es, sagen Sie es dem Betreiber des Servers.',
  'network.finding.tls-name':
    'Das Zertifikat gehört zu einem anderen Namen als {server}. Prüfen Sie die Adresse; stimmt sie, machen Sie nicht weiter.',
  'network.finding.tls-certificate-wanted':
    '{server} verlangt ein Client-Zertifikat oder nimmt das gezeigte nicht an. Tragen Sie Ihres oben ein.',
  'network.finding.tls-other':
    'Es kam keine sichere Verbindung mit {server} zustande. Schicken Sie die Einzelheiten unten dem Betreiber.',
  'network.finding.portal':
    'Dieses Netz antwortet anstelle von {server} und verlangt eine eigene Anmeldung. Öffnen Sie eine Seite im Browser und melden Sie sich dort an.',
  'network.finding.not-chatwoot':
    'Unter {server} antwortet etwas, aber nicht Chatwoot. Prüfen Sie die Adresse und was hinter dem Namen steht.',
  'network.finding.server-error':
    '{server} ist erreicht, hat aber selbst eine Störung. Warten Sie etwas oder sagen Sie es dem Betreiber.',
  'network.finding.timeout':
    '{server} antwortet nicht. Versuchen Sie es noch einmal; bleibt es so, trennt etwas dazwischen die Verbindung.',
  'network.finding.no-live':
    'Anfragen erreichen {server}, aber seine Live-Verbindung (WebSocket) kommt nicht durch. Bitten Sie, wer Proxy oder Server betreibt, sie zu erlauben.',
};
