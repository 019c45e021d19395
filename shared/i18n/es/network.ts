import type { network as english } from '../en/network.ts';
import type { Texts } from '../messages.ts';

export const network: Texts<typeof english> = {
  'network.section': 'Red',
  'network.proxy': 'Proxy',
  'network.proxyHelp':
    'Lo que lleva fuera de la red de su empresa. Déjelo en «Sistema» salvo que le hayan dicho otra cosa.',
  'network.proxy.system': 'Sistema (recomendado)',
  'network.proxy.none': 'Sin proxy',
  'network.proxy.manual': 'Manual',
  'network.proxyAddress': 'Dirección del proxy',
  'network.proxyAddressHelp': 'Como proxy.example.com:3128 o socks5://proxy.example.com:1080',
  'network.proxyBypass': 'Se alcanza sin él',
  'network.proxyBypassHelp': 'Hosts separados por comas; .example.com vale por todos los de debajo.',
  'network.proxyLogin': 'Inicio de sesión del proxy',
  'network.proxyLoginHelp':
    'Solo si pide nombre y contraseña. Se guarda donde su token de acceso; deje ambos vacíos para olvidarlo.',
  'network.user': 'Nombre de usuario',
  'network.password': 'Contraseña',
  'network.keep': 'Guardar',
  'network.kept': 'Guardado. Vale desde la próxima petición.',
  'network.notKept': 'No se pudo guardar y no se cambió nada. Inténtelo de nuevo.',
  'network.caFile': 'Autoridad de certificación de la empresa',
  'network.caFileHelp': 'Ruta completa de un archivo PEM. Solo si el sistema aún no la conoce.',
  'network.certificateFile': 'Certificado de cliente',
  'network.certificateFileHelp':
    'Ruta completa de un archivo .p12 o .pfx, que se muestra a los servidores que lo piden.',
  'network.certificatePassword': 'Contraseña del certificado de cliente',
  'network.test': 'Probar la conexión',
  'network.testHelp': 'Recorre paso a paso el camino a su servidor y dice qué lo corta.',
  'network.testing': 'Probando…',
  'network.test.well': 'Todo el camino a {server} está libre.',
  'network.test.proxy': 'Por medio de {proxy}.',
  'network.test.failed': 'Latchkey no pudo probar la conexión. No se cambió nada. Inténtelo de nuevo.',
  'network.step.name': 'Nombre',
  'network.step.proxy': 'Camino',
  'network.step.tls': 'Certificado',
  'network.step.server': 'Chatwoot',
  'network.step.live': 'Actualizaciones en vivo',
  'network.state.ok': 'bien',
  'network.state.failed': 'se corta aquí',
  'network.state.not-tried': 'sin probar',
  'network.chooseCertificate': '¿Qué certificado puede ver {host}?',
  'network.chooseCertificate.none': 'Ninguno',
  'network.signIn': 'Mi empresa usa un proxy o certificados propios',
  'network.finding.ca-file':
    'El archivo de la autoridad de certificación no se puede leer o no contiene un certificado. Compruebe la ruta de arriba.',
  'network.finding.certificate-file':
    'El certificado de cliente no se puede leer. Compruebe la ruta de arriba y que sea un archivo .p12 o .pfx.',
  'network.finding.certificate-password': 'La contraseña no abre el certificado de cliente. Escríbala de nuevo arriba.',
  'network.finding.offline': 'Este equipo no está conectado a ninguna red. Conéctelo primero.',
  'network.finding.no-name':
    'Nadie en esta red conoce {server}. Compruebe la dirección; algunos nombres necesitan la VPN de la empresa.',
  'network.finding.proxy-unreachable':
    'No se puede llegar al proxy. Compruebe su dirección arriba o conéctese a la red de la empresa.',
  'network.finding.proxy-sign-in': 'El proxy pide nombre y contraseña, o no acepta los que recibió. Escríbalos arriba.',
  'network.finding.proxy-refuses':
    'El proxy no nos deja pasar a {server}. Pida a quien lo gestiona que permita esta dirección.',
  'network.finding.proxy-unsupported':
    'Este tipo de proxy no se puede usar con certificados o contraseñas propios. Pida un proxy HTTP o SOCKS5.',
  'network.finding.not-reached':
    '{server} no acepta conexiones. Compruebe la dirección y el puerto, o inténtelo más tarde.',
  'network.finding.tls-authority':
    'Nadie de confianza responde por el certificado de {server}. Si su empresa firma los suyos, indique arriba su autoridad.',
  'network.finding.tls-date':
    'El certificado de {server} no es válido hoy. Compruebe la fecha de este equipo; si es correcta, avise a quien gestiona el servidor.',
  'network.finding.tls-name':
    'El certificado es de otro nombre que {server}. Compruebe la dirección; si es correcta, no siga.',
  'network.finding.tls-certificate-wanted':
    '{server} pide un certificado de cliente, o no acepta el que vio. Indique el suyo arriba.',
  'network.finding.tls-other':
    'No se logró una conexión segura con {server}. Envíe los detalles de abajo a quien lo gestiona.',
  'network.finding.portal':
    'Esta red responde en lugar de {server} y pide su propio inicio de sesión. Abra una página en su navegador e inicie sesión allí.',
  'network.finding.not-chatwoot':
    'Algo responde en {server}, pero no es Chatwoot. Compruebe la dirección y lo que va después del nombre.',
  'network.finding.server-error':
    'Se llega a {server}, pero tiene un fallo propio. Espere un poco o avise a quien lo gestiona.',
  'network.finding.timeout':
    '{server} no responde. Inténtelo de nuevo; si sigue así, algo por el camino corta la conexión.',
  'network.finding.no-live':
    'Las preguntas llegan a {server}, pero no sus actualizaciones en vivo (WebSocket). Pida a quien gestiona el proxy o el servidor que las permita.',
};
