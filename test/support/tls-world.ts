/** A company's network on loopback: an authority of its own, a server that speaks TLS, a proxy that may want a sign-in. */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer, type IncomingMessage } from 'node:http';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';
import { must } from '../../shared/lang/assert.ts';

/** The only name in the server's certificate. Nobody can look it up: it is reached through the proxy. */
export const host = 'chat.test';
export const passphrase = 'a "quoted" passphrase';

export interface Certificates {
  /** Path of the authority's PEM file. */
  readonly caFile: string;
  /** Path of the client's PKCS #12 file. */
  readonly pfxFile: string;
  readonly server: { readonly key: Buffer; readonly cert: Buffer };
  readonly ca: Buffer;
}

/** Made anew for each run of the tests, good for a day. */
export function makeCertificates(folder: string): Certificates {
  const at = (name: string): string => join(folder, name);
  const openssl = (...args: string[]): void => void execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const authority = ['-keyout', 'ca.key', '-out', 'ca.pem', '-days', '1', '-subj', '/CN=Test authority'];
  openssl('req', '-x509', ...curve, ...authority);
  writeFileSync(at('server.ext'), `subjectAltName=DNS:${host},DNS:localhost\n`);
  writeFileSync(at('client.ext'), 'extendedKeyUsage=clientAuth\n');
  for (const name of ['server', 'client']) {
    openssl('req', ...curve, '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', `/CN=${name}`);
    const signed = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '1', '-extfile', `${name}.ext`];
    openssl('x509', '-req', '-in', `${name}.csr`, '-out', `${name}.pem`, ...signed);
  }
  const bag = ['-inkey', 'client.key', '-in', 'client.pem', '-out', 'client.p12', '-passout', `pass:${passphrase}`];
  openssl('pkcs12', '-export', ...bag);
  return {
    caFile: at('ca.pem'),
    pfxFile: at('client.p12'),
    server: { key: readFileSync(at('server.key')), cert: readFileSync(at('server.pem')) },
    ca: readFileSync(at('ca.pem')),
  };
}

export interface Running {
  readonly port: number;
  stop(): Promise<void>;
}

/** TLS in front of a server that speaks plain HTTP. `certificates.ca` with `wantsClient`: only for who shows a certificate. */
export async function startTls(certificates: Certificates, behind: string, wantsClient = false): Promise<Running> {
  const options: TlsOptions = {
    ...certificates.server,
    ...(wantsClient ? { ca: certificates.ca, requestCert: true, rejectUnauthorized: true } : {}),
  };
  const { hostname, port } = new URL(behind);
  const server = createTlsServer(options, (socket) => pipeBoth(socket, connect(Number(port), hostname)));
  server.on('tlsClientError', () => undefined);
  return listen(server);
}

export interface Proxy extends Running {
  /** What was asked for, such as `chat.test:443`, with the answer that was given. */
  readonly asked: readonly string[];
}

/** Tunnels to any name, all of which are this computer. `login`: `name:password` that it wants. */
export async function startProxy(login: string | null = null): Promise<Proxy> {
  const asked: string[] = [];
  const server = createHttpServer((_request, response) => response.writeHead(405).end());
  server.on('connect', (request: IncomingMessage, socket: Duplex) => {
    const given = /^Basic (.+)$/.exec(request.headers['proxy-authorization'] ?? '')?.[1] ?? '';
    const isWelcome = login === null || Buffer.from(given, 'base64').toString() === login;
    asked.push(`${request.url ?? ''} ${isWelcome ? 200 : 407}`);
    if (!isWelcome) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="x"\r\n\r\n');
      return;
    }
    const target = connect(Number(new URL(`http://${request.url ?? ''}`).port || 80), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      pipeBoth(socket, target);
    });
    target.on('error', () => socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n'));
  });
  return { asked, ...(await listen(server)) };
}

/** The same in SOCKS5 (RFC 1928, names only; sign-in by RFC 1929). */
export async function startSocks(login: string | null = null): Promise<Proxy> {
  const asked: string[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    void serveSocks(socket, login, asked).catch(() => socket.destroy());
  });
  return { asked, ...(await listen(server)) };
}

async function serveSocks(socket: Socket, login: string | null, asked: string[]): Promise<void> {
  // A client waits for each answer, so each of its messages comes alone.
  const next = async (): Promise<Buffer> => (await once(socket, 'data'))[0] as Buffer;
  const text = (from: Buffer, at: number): string => from.subarray(at + 1, at + 1 + (from[at] ?? 0)).toString();
  const method = login === null ? 0 : 2;
  const offered = (await next()).subarray(2);
  if (!offered.includes(method)) return void socket.end(Buffer.of(5, 0xff));
  socket.write(Buffer.of(5, method));
  if (login !== null) {
    const given = await next();
    const user = text(given, 1);
    const isWelcome = `${user}:${text(given, 2 + user.length)}` === login;
    if (!isWelcome) return void socket.end(Buffer.of(1, 1));
    socket.write(Buffer.of(1, 0));
  }
  const request = await next();
  const port = request.readUInt16BE(request.length - 2);
  asked.push(`${text(request, 4)}:${port}`);
  const target = connect(port, '127.0.0.1', () => {
    socket.write(Buffer.of(5, 0, 0, 1, 0, 0, 0, 0, 0, 0));
    pipeBoth(socket, target);
  });
  // 5: the connection was refused.
  target.on('error', () => socket.end(Buffer.of(5, 5, 0, 1, 0, 0, 0, 0, 0, 0)));
}

function pipeBoth(one: Duplex, other: Duplex): void {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    from.on('error', () => to.destroy());
    from.on('close', () => to.destroy());
    from.pipe(to);
  }
}

async function listen(server: Server): Promise<Running> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = must(server.address(), 'it listens') as AddressInfo;
  return {
    port,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
