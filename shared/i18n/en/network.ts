/** The way to the servers, and what may stand in it: what it is, then the one thing to do. */
export const network = {
  'network.section': 'Network',
  'network.proxy': 'Proxy',
  'network.proxyHelp':
    'What leads out of your company’s network. Leave it at “System” unless someone told you otherwise.',
  'network.proxy.system': 'System (recommended)',
  'network.proxy.none': 'No proxy',
  'network.proxy.manual': 'Manual',
  'network.proxyAddress': 'Proxy address',
  'network.proxyAddressHelp': 'Such as proxy.example.com:3128 or socks5://proxy.example.com:1080',
  'network.proxyBypass': 'Reached without it',
  'network.proxyBypassHelp': 'Hosts with commas between; .example.com stands for all below it.',
  'network.proxyLogin': 'Sign-in of the proxy',
  'network.proxyLoginHelp':
    'Only if it asks for a name and password. Kept where your access token is kept; leave both empty to forget it.',
  'network.user': 'User name',
  'network.password': 'Password',
  'network.keep': 'Save',
  'network.kept': 'Saved. It holds from the next question on.',
  'network.notKept': 'This could not be saved, and nothing was changed. Try again.',
  'network.caFile': 'Company’s certificate authority',
  'network.caFileHelp': 'Full path of a PEM file. Only if the system does not know it already.',
  'network.certificateFile': 'Client certificate',
  'network.certificateFileHelp': 'Full path of a .p12 or .pfx file, shown to servers that ask for one.',
  'network.certificatePassword': 'Password of the client certificate',
  'network.test': 'Test the connection',
  'network.testHelp': 'Goes the way to your server step by step and says what stands in it.',
  'network.testing': 'Testing…',
  'network.test.well': 'The whole way to {server} is free.',
  'network.test.proxy': 'By way of {proxy}.',
  'network.test.failed': 'Latchkey could not test the connection. Nothing was changed. Try again.',
  'network.step.name': 'Name',
  'network.step.proxy': 'Way',
  'network.step.tls': 'Certificate',
  'network.step.server': 'Chatwoot',
  'network.step.live': 'Live updates',
  'network.state.ok': 'good',
  'network.state.failed': 'stops here',
  'network.state.not-tried': 'not tried',
  'network.chooseCertificate': 'Which certificate may {host} see?',
  'network.chooseCertificate.none': 'None',
  'network.signIn': 'My company uses a proxy or certificates of its own',
  'network.finding.ca-file':
    'The file of the certificate authority cannot be read or holds no certificate. Check its path above.',
  'network.finding.certificate-file':
    'The client certificate cannot be read. Check its path above, and that it is a .p12 or .pfx file.',
  'network.finding.certificate-password': 'The password does not open the client certificate. Type it again above.',
  'network.finding.offline': 'This computer is not connected to any network. Connect it first.',
  'network.finding.no-name':
    'Nobody in this network knows {server}. Check the address; some names need the company’s VPN.',
  'network.finding.proxy-unreachable':
    'The proxy cannot be reached. Check its address above, or connect to the company’s network.',
  'network.finding.proxy-sign-in':
    'The proxy wants a name and password, or does not accept those it got. Type them above.',
  'network.finding.proxy-refuses':
    'The proxy does not let us through to {server}. Ask whoever runs it to allow this address.',
  'network.finding.proxy-unsupported':
    'This kind of proxy cannot be used with certificates or passwords of your own. Ask for an HTTP or SOCKS5 proxy.',
  'network.finding.not-reached':
    '{server} does not take connections. Check the address and its port, or try again later.',
  'network.finding.tls-authority':
    'Nobody we trust vouches for the certificate of {server}. If your company signs its own, set its authority above.',
  'network.finding.tls-date':
    'The certificate of {server} is not valid today. Check the date of this computer; if it is right, tell whoever runs the server.',
  'network.finding.tls-name':
    'The certificate belongs to another name than {server}. Check the address; do not go on if it is right.',
  'network.finding.tls-certificate-wanted':
    '{server} wants a client certificate, or does not accept the one it saw. Set yours above.',
  'network.finding.tls-other':
    'No secure connection to {server} came about. Send the details below to whoever runs it.',
  'network.finding.portal':
    'This network answers in place of {server} and wants a sign-in of its own. Open any page in your browser and sign in there.',
  'network.finding.not-chatwoot':
    'Something answers at {server}, but it is not Chatwoot. Check the address and what stands after the name.',
  'network.finding.server-error': '{server} is reached but in trouble itself. Wait a little, or tell whoever runs it.',
  'network.finding.timeout':
    '{server} does not answer. Try again; if it stays so, something in between drops the connection.',
  'network.finding.no-live':
    'Questions reach {server}, but its live updates (WebSocket) do not come through. Ask whoever runs the proxy or server to allow them.',
} as const;
