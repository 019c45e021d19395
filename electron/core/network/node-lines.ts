/**
 * Node's way to a server, for what Chromium offers no API for: a proxy that wants a name and password (`net.fetch` cancels
 * those, electron/electron#44249), certificates from files, and the browser host, which has no Chromium.
 */
import { X509Certificate } from 'node:crypto';
import { createSecureContext, getCACertificates, type SecureContext } from 'node:tls';
import { Agent, ProxyAgent, Socks5ProxyAgent, type Dispatcher } from 'undici';
import type { ProxyChoice } from '../../../shared/network/proxy.ts';
import { socketPort } from '../system-ports.ts';
import { laterSocket } from './later-socket.ts';
import type { Lines } from './network.ts';

export interface NodeLinesOptions {
  readonly proxyFor: (url: string) => Promise<ProxyChoice>;
  /** PEM texts that are trusted beside Node's own and the system's. */
  readonly ca: readonly string[];
  /** PKCS #12, shown to every server that asks. */
  readonly certificate: { readonly pfx: Uint8Array; readonly passphrase: string } | null;
  readonly proxyLogin: { readonly user: string; readonly password: string } | null;
}

/** Throws what OpenSSL says of a certificate or password that does not fit. */
export function createNodeLines(options: NodeLinesOptions): Lines {
  const secureContext = contextOf(options);
  const dispatchers = new Map<string, Dispatcher>();
  async function towards(url: string): Promise<Dispatcher> {
    const choice = await options.proxyFor(url);
    if (choice.kind === 'unsupported') throw new ProxyUnsupported(choice.what);
    const key = choice.kind === 'direct' ? '' : choice.url;
    const known = dispatchers.get(key) ?? dispatcherFor(choice, options, secureContext);
    dispatchers.set(key, known);
    return known;
  }
  return {
    // Undici's types of the package and of Node are two copies of one.
    fetch: async (url, init) => fetch(url, { ...init, dispatcher: (await towards(url)) as never }),
    openWebSocket: (url, protocols) =>
      laterSocket(
        towards(url).then(
          (dispatcher) => () =>
            socketPort(new WebSocket(url, { protocols: [...protocols], dispatcher: dispatcher as never })),
        ),
      ),
    async close() {
      await Promise.all([...dispatchers.values()].map((dispatcher) => dispatcher.destroy()));
    },
  };
}

class ProxyUnsupported extends Error {
  readonly code = 'ERR_PROXY_UNSUPPORTED';
  constructor(what: string) {
    super(`a proxy of a kind that we cannot use: ${what}`);
    this.name = 'ProxyUnsupported';
  }
}

/** Made once: reading some hundred certificates again for each connection would take longer than the connection. */
function contextOf({ ca, certificate }: NodeLinesOptions): SecureContext {
  // OpenSSL passes over what it cannot read in silence.
  const readable = ca.map((pem) => new X509Certificate(pem).toString());
  return createSecureContext({
    ca: [...getCACertificates('default'), ...systemCertificates(), ...readable],
    ...(certificate === null ? {} : { pfx: Buffer.from(certificate.pfx), passphrase: certificate.passphrase }),
  });
}

function systemCertificates(): readonly string[] {
  try {
    return getCACertificates('system');
  } catch {
    // A system whose store Node cannot read: those it brings along are what there is.
    return [];
  }
}

function dispatcherFor(
  choice: Exclude<ProxyChoice, { kind: 'unsupported' }>,
  { proxyLogin }: NodeLinesOptions,
  secureContext: SecureContext,
): Dispatcher {
  if (choice.kind === 'direct') return new Agent({ connect: { secureContext } });
  if (choice.url.startsWith('socks5:')) {
    const login = proxyLogin === null ? {} : { username: proxyLogin.user, password: proxyLogin.password };
    // Undici's types forget `requestTls`, which it reads.
    const socks = { ...login, requestTls: { secureContext } };
    return new Socks5ProxyAgent(choice.url, socks);
  }
  const token =
    proxyLogin === null ? null : Buffer.from(`${proxyLogin.user}:${proxyLogin.password}`).toString('base64');
  return new ProxyAgent({
    uri: choice.url,
    ...(token === null ? {} : { token: `Basic ${token}` }),
    requestTls: { secureContext },
    proxyTls: { secureContext },
  });
}
