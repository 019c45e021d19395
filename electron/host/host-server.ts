/**
 * The page and its wire over loopback HTTP. The page's files are public code and need no credential; everything else
 * goes through the one WebSocket, which asks for our own origin and for a link or a session (entrance.ts).
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loadAssets, securityHeaders, type Assets } from '../core/assets.ts';
import { isFilePath, type FileRoutes } from '../core/files/file-routes.ts';
import type { Log } from '../core/ports.ts';
import { readAssetsFrom } from '../core/system-ports.ts';
import { must } from '../../shared/lang/assert.ts';
import { createEntrance } from './entrance.ts';
import { serveFile } from './file-door.ts';
import { createRpcServer, type ServedCore } from './rpc-server.ts';

/** What this server needs of the core. */
export interface HostedCore extends ServedCore {
  readonly fileRoutes: FileRoutes;
}

export interface HostOptions {
  readonly core: HostedCore;
  /** The built page, with its manifest. */
  readonly rendererFolder: string;
  /** 0: any free one. Rejects with EADDRINUSE or EACCES if it cannot be had. */
  readonly port: number;
  /** A loopback address; 127.0.0.1 if not given. */
  readonly host?: string;
  readonly log: Log;
  /** How many pages there are, whenever that changes. */
  readonly onPages?: (count: number) => void;
  /** How long a connection may stay silent before it must have shown its secret; 2 s if not given. */
  readonly helloTimeoutMs?: number;
  /** Also parse what the core answers (tests). */
  readonly checkAnswers?: boolean;
}

export interface Host {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** An address that lets one page in, once; its reloads go on by themselves. `onUsed` is called with that. */
  newLink(onUsed?: () => void): string;
  stop(): Promise<void>;
}

export async function startHost(options: HostOptions): Promise<Host> {
  const { core, log, host = '127.0.0.1' } = options;
  const entrance = createEntrance();
  const assets = await loadAssets(readAssetsFrom(options.rendererFolder));
  let authority = '';

  const server = createServer((request, response) => {
    if (request.headers.host !== authority) return refuse(response, 421, 'This is not the address of this server.');
    const path = pathOf(request);
    if (!isFilePath(path)) return answer(assets, request, response, path);
    const door = { origin: `http://${authority}`, entrance, log, routes: core.fileRoutes };
    return void serveFile(door, request, response).catch((error: unknown) => {
      log.write('error', 'a file was not served', { error });
      response.destroy();
    });
  });
  const rpc = createRpcServer({
    core,
    entrance,
    onPages: options.onPages ?? (() => undefined),
    log,
    helloTimeoutMs: options.helloTimeoutMs ?? 2_000,
    checkAnswers: options.checkAnswers ?? false,
  });
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    if (request.headers.host !== authority) return refuseUpgrade(socket, '421 Misdirected Request');
    if (pathOf(request) !== '/rpc') return refuseUpgrade(socket, '404 Not Found');
    // Browsers always send it and pages cannot forge it: another site's page ends here.
    if (request.headers.origin !== `http://${authority}`) return refuseUpgrade(socket, '403 Forbidden');
    rpc.accept(request, socket, head);
    return undefined;
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, host, resolve);
  });
  const address = must(server.address(), 'a listening server has an address') as AddressInfo;
  authority = `${host}:${address.port}`;

  return {
    url: `http://${authority}`,
    newLink: (onUsed) => `http://${authority}/#t=${entrance.newLink(onUsed)}`,
    async stop() {
      rpc.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** The path as sent, without the query and still encoded: it is only ever compared. */
function pathOf(request: IncomingMessage): string {
  return must((request.url ?? '').split('?')[0], 'splitting gives at least one part');
}

function answer(assets: Assets, request: IncomingMessage, response: ServerResponse, path: string): void {
  const { status, headers, body } = assets.respond(request.method ?? '', path);
  response.writeHead(status, { ...headers, 'content-length': body.byteLength });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { ...securityHeaders, 'content-type': 'text/plain; charset=utf-8' }).end(text);
}

function refuseUpgrade(socket: NodeJS.WritableStream, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}
