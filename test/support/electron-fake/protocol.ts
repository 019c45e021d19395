import type { ElectronSurface, SessionLike } from '../../../electron/shell/surface.ts';
import type { World } from './world.ts';

/** The module-wide half. */
export class FakeProtocol {
  readonly #world: World;
  #calls = 0;

  constructor(world: World) {
    this.#world = world;
  }

  /** Before ready only, electron_api_protocol.cc:365; once only, docs/api/protocol.md. */
  registerSchemesAsPrivileged(
    schemes: Parameters<ElectronSurface['protocol']['registerSchemesAsPrivileged']>[0],
  ): void {
    if (this.#world.isReady) {
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    }
    this.#calls += 1;
    if (this.#calls > 1) throw new Error('protocol.registerSchemesAsPrivileged can be called only once');
    for (const { scheme, privileges } of schemes) this.#world.schemes.set(scheme, privileges ?? {});
  }
}

type Handler = Parameters<SessionLike['protocol']['handle']>[1];

/** The half that each session has for itself: a handler in one is not seen in another. docs/api/protocol.md. */
export class FakeSessionProtocol {
  readonly #handlers = new Map<string, Handler>();

  /** Electron: lib/browser/api/protocol.ts, `handle`. */
  handle(scheme: string, handler: Handler): void {
    if (this.#handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    this.#handlers.set(scheme, handler);
  }

  /** What a page of this session gets for an address; fails as Chromium does if nobody handles its scheme. */
  async fetch(url: string, init: RequestInit = {}): Promise<Response> {
    const handler = this.#handlers.get(URL.parse(url)?.protocol.slice(0, -1) ?? '');
    if (handler === undefined) throw new Error('ERR_UNKNOWN_URL_SCHEME');
    return handler(new Request(url, init));
  }
}
