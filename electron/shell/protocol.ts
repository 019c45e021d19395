/** `app://desk/…`: the page's files, looked up in a table that was read at start. No path is ever joined. */
import type { Assets } from '../core/assets.ts';
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

/** Handlers are per session, so this is the desk's session and not the default one. */
export function serveDesk(session: SessionLike, assets: Assets): void {
  session.protocol.handle(deskScheme, (request) => {
    if (!isDeskAddress(request.url)) return new Response(null, { status: 404 });
    const { status, headers, body } = assets.respond(request.method, new URL(request.url).pathname);
    return new Response(request.method === 'HEAD' ? null : body, { status, headers });
  });
}
