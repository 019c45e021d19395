/** `/files` and `/media` of the browser host: who may, and how the core's answer gets onto the socket. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { securityHeaders } from '../core/assets.ts';
import type { FileAnswer, FileRoutes } from '../core/files/file-routes.ts';
import type { Log } from '../core/ports.ts';
import { pageKeyHeader } from '../../shared/contract/wire.ts';
import type { Entrance } from './entrance.ts';

export interface FileDoorOptions {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  readonly entrance: Pick<Entrance, 'isSession'>;
  readonly routes: FileRoutes;
  readonly log: Log;
}

/** Reading takes the right that stands in the address, which the core looks at; writing a session and our origin. */
export async function serveFile(
  options: FileDoorOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', options.origin);
  const { method = '' } = request;
  if (method !== 'GET' && method !== 'HEAD' && !mayWrite(options, request)) {
    request.resume();
    response.writeHead(403, { ...securityHeaders, 'cache-control': 'no-store' }).end();
    return;
  }
  const { status, headers, body } = await options.routes.respond({
    method,
    path: url.pathname,
    query: url.searchParams,
    headers: plainHeaders(request),
    body: method === 'POST' ? request : null,
  });
  response.writeHead(status, headers);
  // An answer given before the whole body was read (too large): what is still coming is not wanted.
  if (!request.complete) response.once('finish', () => request.destroy());
  await send(body, method, response, options.log);
}

function mayWrite({ origin, entrance }: FileDoorOptions, { method, headers }: IncomingMessage): boolean {
  // Browsers send their origin with every POST; another site's page ends here.
  const fromUs = headers.origin === undefined || headers.origin === origin;
  const key = headers[pageKeyHeader];
  return method === 'POST' && fromUs && typeof key === 'string' && entrance.isSession(key);
}

function plainHeaders({ headers }: IncomingMessage): Record<string, string> {
  const { [pageKeyHeader]: _key, ...others } = headers;
  return Object.fromEntries(
    Object.entries(others).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}

async function send(body: FileAnswer['body'], method: string, response: ServerResponse, log: Log): Promise<void> {
  if (method === 'HEAD') {
    response.end();
  } else if (body instanceof Uint8Array) {
    response.end(body);
  } else {
    // A page that goes away in the middle of a video is no trouble of ours.
    await pipeline(Readable.from(body), response).catch((error: unknown) => {
      response.destroy();
      log.write('info', 'a file was not read to its end', { error: String(error) });
    });
  }
}
