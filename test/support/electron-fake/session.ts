import type {
  ContentsLike,
  PermissionCheck,
  PermissionName,
  PermissionRequest,
  SessionLike,
} from '../../../electron/shell/surface.ts';
import { FakeSessionProtocol } from './protocol.ts';
import type { World } from './world.ts';

/** Where a handler is missing, everything is granted. docs/tutorial/security.md §5. */
export class FakeSession implements SessionLike {
  readonly protocol = new FakeSessionProtocol();
  #check: PermissionCheck | null = null;
  #request: PermissionRequest | null = null;
  #device: (() => boolean) | null = null;
  #display: ((request: unknown, answer: (streams: null) => void) => void) | null = null;
  readonly #world: Pick<World, 'systemProxy'>;
  /** For tests: what the app set; null: nothing, which is the system's. */
  proxy: Electron.ProxyConfig | null = null;
  /** For tests: how often all connections were cut. */
  cuts = 0;
  /** For tests: what was asked over this session, and the sockets it opened. */
  readonly fetched: string[] = [];
  readonly sockets: string[] = [];

  constructor(world: Pick<World, 'systemProxy'> = { systemProxy: () => 'DIRECT' }) {
    this.#world = world;
  }

  /** With this session's proxy, which the fake only records. docs/api/session.md. */
  fetch(url: string, init?: RequestInit): Promise<Response> {
    this.fetched.push(url);
    return fetch(url, init);
  }

  /** Connections that are open keep their old proxy. docs/api/session.md. */
  async setProxy(config: Electron.ProxyConfig): Promise<void> {
    this.proxy = config;
  }

  /** In the form of a PAC script's answer, also for a fixed proxy. docs/api/session.md. */
  async resolveProxy(url: string): Promise<string> {
    const { mode = 'system', proxyRules = '' } = this.proxy ?? {};
    if (mode === 'direct') return 'DIRECT';
    return mode === 'fixed_servers' ? `PROXY ${proxyRules}` : this.#world.systemProxy(url);
  }

  async closeAllConnections(): Promise<void> {
    this.cuts += 1;
  }

  setPermissionCheckHandler(handler: PermissionCheck): void {
    this.#check = handler;
  }
  setPermissionRequestHandler(handler: PermissionRequest): void {
    this.#request = handler;
  }
  setDevicePermissionHandler(handler: () => boolean): void {
    this.#device = handler;
  }
  setDisplayMediaRequestHandler(handler: (request: unknown, answer: (streams: null) => void) => void): void {
    this.#display = handler;
  }

  /** The page asks whether it may. Chromium passes the origin with a slash at the end. */
  check(permission: PermissionName, origin: string, isMainFrame = true): boolean {
    return this.#check?.(null, permission, `${origin}/`, { isMainFrame }) ?? true;
  }

  /** The page asks to be allowed. */
  request(contents: ContentsLike, permission: PermissionName, url: string, isMainFrame = true): Promise<boolean> {
    const handler = this.#request;
    if (handler === null) return Promise.resolve(true);
    return new Promise((resolve) => handler(contents, permission, resolve, { isMainFrame, requestingUrl: url }));
  }

  /** Without a handler a device is allowed once its permission is. docs/api/session.md. */
  device(): boolean {
    return this.#device?.() ?? true;
  }

  /** Resolves with what would be captured; without a handler the request fails. docs/api/session.md. */
  displayMedia(): Promise<unknown> {
    const handler = this.#display;
    if (handler === null) return Promise.reject(new Error('NotSupportedError'));
    return new Promise((resolve) => handler({}, resolve));
  }
}

export class FakeSessions {
  readonly #world: World;
  readonly #byPartition = new Map<string, FakeSession>();

  constructor(world: World) {
    this.#world = world;
  }

  /** Electron: electron_api_session.cc, `FromPartition`. */
  fromPartition(partition: string): FakeSession {
    if (!this.#world.isReady) throw new TypeError('Session can only be received when app is ready');
    const known = this.#byPartition.get(partition);
    if (known !== undefined) return known;
    const made = new FakeSession(this.#world);
    this.#byPartition.set(partition, made);
    return made;
  }
}
