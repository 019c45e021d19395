import type { network as english } from '../en/network.ts';
import type { Texts } from '../messages.ts';

export const network: Texts<typeof english> = {
  'network.section': 'Rede',
  'network.proxy': 'Proxy',
  'network.proxyHelp':
    'O que leva para fora da rede da sua empresa. Deixe em “Sistema”, a não ser que lhe tenham dito outra coisa.',
  'network.proxy.system': 'Sistema (recomendado)',
  'network.proxy.none': 'Sem proxy',
  'network.proxy.manual': 'Manual',
  'network.proxyAddress': 'Endereço do proxy',
  'network.proxyAddressHelp': 'Como proxy.example.com:3128 ou socks5://proxy.example.com:1080',
  'network.proxyBypass': 'Acessado sem ele',
  'network.proxyBypassHelp': 'Hosts separados por vírgulas; .example.com vale para todos abaixo dele.',
  'network.proxyLogin': 'Acesso ao proxy',
  'network.proxyLoginHelp':
    'Só se ele pedir nome e senha. Fica onde fica seu token de acesso; deixe ambos vazios para esquecer.',
  'network.user': 'Nome de usuário',
  'network.password': 'Senha',
  'network.keep': 'Salvar',
  'network.kept': 'Salvo. Vale a partir do próximo pedido.',
  'network.notKept': 'Não foi possível salvar e nada mudou. Tente de novo.',
  'network.caFile': 'Autoridade certificadora da empresa',
  'network.caFileHelp': 'Caminho completo de um arquivo PEM. Só se o sistema ainda não a conhece.',
  'network.certificateFile': 'Certificado de cliente',
  'network.certificateFileHelp': 'Caminho completo de um arquivo .p12 ou .pfx, mostrado aos servidores que pedem.',
  'network.certificatePassword': 'Senha do certificado de cliente',
  'network.test': 'Testar a conexão',
  'network.testHelp': 'Percorre passo a passo o caminho até seu servidor e diz o que o impede.',
  'network.testing': 'Testando…',
  'network.test.well': 'Todo o caminho até {server} está livre.',
  'network.test.proxy': 'Por meio de {proxy}.',
  'network.test.failed': 'O Latchkey não conseguiu testar a conexão. Nada mudou. Tente de novo.',
  'network.step.name': 'Nome',
  'network.step.proxy': 'Caminho',
  'network.step.tls': 'Certificado',
  'network.step.server': 'Chatwoot',
  'network.step.live': 'Atualizações ao vivo',
  'network.state.ok': 'bem',
  'network.state.failed': 'para aqui',
  'network.state.not-tried': 'não testado',
  'network.chooseCertificate': 'Qual certificado {host} pode ver?',
  'network.chooseCertificate.none': 'Nenhum',
  'network.signIn': 'Minha empresa usa um proxy ou certificados próprios',
  'network.finding.ca-file':
    'O arquivo da autoridade certificadora não pode ser lido ou não tem certificado. Confira o caminho acima.',
  'network.finding.certificate-file':
    'O certificado de cliente não pode ser lido. Confira o caminho acima e se é um arquivo .p12 ou .pfx.',
  'network.finding.certificate-password': 'A senha não abre o certificado de cliente. Digite-a de novo acima.',
  'network.finding.offline': 'Este computador não está conectado a nenhuma rede. Conecte-o primeiro.',
  'network.finding.no-name':
    'Ninguém nesta rede conhece {server}. Confira o endereço; alguns nomes precisam da VPN da empresa.',
  'network.finding.proxy-unreachable':
    'Não é possível chegar ao proxy. Confira o endereço acima ou conecte-se à rede da empresa.',
  'network.finding.proxy-sign-in': 'O proxy quer nome e senha, ou não aceita os que recebeu. Digite-os acima.',
  'network.finding.proxy-refuses':
    'O proxy não nos deixa passar até {server}. Peça a quem o mantém que permita este endereço.',
  'network.finding.proxy-unsupported':
    'Este tipo de proxy não funciona com certificados ou senhas próprios. Peça um proxy HTTP ou SOCKS5.',
  'network.finding.not-reached': '{server} não aceita conexões. Confira o endereço e a porta, ou tente mais tarde.',
  'network.finding.tls-authority':
    'Ninguém em quem confiamos garante o certificado de {server}. Se sua empresa assina os próprios, informe a autoridade acima.',
  'network.finding.tls-date':
    'O certificado de {server} não vale hoje. Confira a data deste computador; se estiver certa, avise quem mantém o servidor.',
  'network.finding.tls-name':
    'O certificado é de outro nome que {server}. Confira o endereço; se estiver certo, não continue.',
  'network.finding.tls-certificate-wanted':
    '{server} quer um certificado de cliente, ou não aceita o que viu. Informe o seu acima.',
  'network.finding.tls-other': 'Não houve conexão segura com {server}. Envie os detalhes abaixo a quem o mantém.',
  'network.finding.portal':
    'Esta rede responde no lugar de {server} e quer um acesso próprio. Abra uma página no navegador e entre por lá.',
  'network.finding.not-chatwoot':
    'Algo responde em {server}, mas não é o Chatwoot. Confira o endereço e o que vem depois do nome.',
  'network.finding.server-error':
    '{server} foi alcançado, mas está com problemas. Espere um pouco ou avise quem o mantém.',
  'network.finding.timeout': '{server} não responde. Tente de novo; se continuar, algo no caminho corta a conexão.',
  'network.finding.no-live':
    'Os pedidos chegam a {server}, mas as atualizações ao vivo (WebSocket) não passam. Peça a quem mantém o proxy ou o servidor que as permita.',
};
