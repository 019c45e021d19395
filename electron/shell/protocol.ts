/** `app://desk/…`: the page's files, looked up in a table that was read at start. No path is ever joined. */
import { Readable } from 'node:stream';
import type { Assets } from '../core/assets.ts';
import { isFilePath, type FileAnswer, type FileRoutes } from '../core/files/file-routes.ts';
import { deskScheme, isDeskAddress } from './origin.ts';
import type { ElectronSurface, SessionLike } from './surface.ts';

/** Must run before Electron is ready, and only once. Neither `bypassCSP` nor `corsEnabled`: the page needs no others. */
export function registerDeskScheme(protocol: ElectronSurface['protocol']): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: deskScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ]);
}

/** Handlers are per session, so this is the desk's session and not the default one: nobody but our page can ask here. */
export function serveDesk(session: SessionLike, assets: Assets, fileRoutes: FileRoutes): void {
  session.protocol.handle(deskScheme, (request) => {
    if (!isDeskAddress(request.url)) return new Response(null, { status: 404 });
    const { pathname } = new URL(request.url);
    if (isFilePath(pathname)) return serveFile(request, fileRoutes);
    const { status, headers, body } = assets.respond(request.method, pathname);
    return new Response(request.method === 'HEAD' ? null : body, { status, headers });
  });
}

async function serveFile(request: Request, fileRoutes: FileRoutes): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  const { status, headers, body } = await fileRoutes.respond({
    method: request.method,
    path: pathname,
    query: searchParams,
    headers: Object.fromEntries(request.headers),
    body: request.body,
  });
  const init = { status, headers };
  if (request.method === 'HEAD') return new Response(null, init);
  return new Response(body instanceof Uint8Array ? new Uint8Array(body) : streamOf(body), init);
}

function streamOf(body: Exclude<FileAnswer['body'], Uint8Array>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return Readable.toWeb(Readable.from(body)) as ReadableStream<Uint8Array<ArrayBuffer>>;
}
