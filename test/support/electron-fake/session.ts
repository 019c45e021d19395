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
    const made = new FakeSession();
    this.#byPartition.set(partition, made);
    return made;
  }
}
