import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import type { AppLike } from '../../../electron/shell/surface.ts';
import type { World } from './world.ts';

/** What several processes of one app see of each other: who holds the single-instance lock of a data folder. */
export type Machine = Map<string, FakeApp>;

export interface AppOptions {
  readonly world: World;
  readonly machine: Machine;
  readonly userData: string;
  readonly isPackaged: boolean;
  /** Asks every window to close; answers whether all did. */
  readonly closeWindows: () => void;
}

export class FakeApp extends EventEmitter implements AppLike {
  readonly isPackaged: boolean;
  /** Calls that only matter because of when they were made, in order; `ready` stands for the event. */
  readonly history: string[] = [];
  readonly #world: World;
  readonly #machine: Machine;
  readonly #paths: Map<string, string>;
  readonly #ready = Promise.withResolvers<void>();
  readonly #closeWindows: () => void;
  isQuitting = false;
  badge: number | string = 0;
  loginItem: { openAtLogin: boolean; args: string[] } | null = null;

  constructor({ world, machine, userData, isPackaged, closeWindows }: AppOptions) {
    super();
    this.#world = world;
    this.#machine = machine;
    this.isPackaged = isPackaged;
    this.#closeWindows = closeWindows;
    this.#paths = new Map([
      ['userData', userData],
      ['appData', join(userData, '..')],
      ['temp', join(userData, 'tmp')],
    ]);
  }

  /** Electron: electron_api_app.cc:1567. */
  enableSandbox(): void {
    this.history.push('enableSandbox');
    if (this.#world.isReady) throw new Error('app.enableSandbox() can only be called before app is ready');
  }

  /** The lock belongs to the data folder, so `setPath('userData', …)` has to come first. docs/api/app.md. */
  requestSingleInstanceLock(additionalData: Record<string, unknown> = {}): boolean {
    this.history.push('requestSingleInstanceLock');
    const folder = this.getPath('userData');
    const holder = this.#machine.get(folder);
    if (holder === undefined || holder.#world.exitCode !== null) {
      this.#machine.set(folder, this);
      return true;
    }
    if (holder === this) return true;
    holder.emit('second-instance', {}, [...process.argv], process.cwd(), additionalData);
    return false;
  }

  setAppUserModelId(id: string): void {
    this.history.push(`setAppUserModelId ${id}`);
  }

  setDesktopName(name: string): void {
    this.history.push(`setDesktopName ${name}`);
  }

  /** The folder has to be there already. docs/api/app.md, `app.setPath`; electron_api_app.cc, `SetPath`. */
  setPath(name: string, path: string): void {
    if (!isAbsolute(path)) throw new Error('Path must be absolute');
    if (!existsSync(path)) throw new Error('Failed to set path');
    this.history.push(`setPath ${name}`);
    this.#paths.set(name, path);
  }

  getPath(name: string): string {
    const path = this.#paths.get(name);
    if (path === undefined) throw new Error(`Failed to get '${name}' path`);
    return path;
  }

  getPreferredSystemLanguages(): string[] {
    return ['en-GB'];
  }

  setToastActivatorCLSID(id: string): void {
    this.history.push(`setToastActivatorCLSID ${id}`);
  }

  /** Windows: a key of this user's registry; macOS and Linux: only what the package said anyway. docs/api/app.md. */
  setAsDefaultProtocolClient(scheme: string): boolean {
    this.history.push(`setAsDefaultProtocolClient ${scheme}`);
    return true;
  }

  /** False where nothing can show it. electron.d.ts. */
  setBadgeCount(count = 0): boolean {
    if (this.#world.platform === 'win32') return false;
    this.badge = count;
    return true;
  }

  get dock(): { setBadge(text: string): void } | undefined {
    if (this.#world.platform !== 'darwin') return undefined;
    return { setBadge: (text) => void (this.badge = text) };
  }

  setLoginItemSettings(settings: { openAtLogin: boolean; args: string[] }): void {
    this.loginItem = settings;
  }

  getLoginItemSettings({ args }: { args: string[] }): { openAtLogin: boolean } {
    // Windows compares the arguments as well. docs/api/app.md.
    const isSame = this.loginItem?.args.join(' ') === args.join(' ');
    return { openAtLogin: isSame && this.loginItem?.openAtLogin === true };
  }

  getVersion(): string {
    return '0.0.0';
  }

  whenReady(): Promise<void> {
    return this.#ready.promise;
  }

  /** before-quit (may be prevented), windows close without `window-all-closed`, will-quit, quit. docs/api/app.md. */
  quit(): void {
    if (this.#world.exitCode !== null) return;
    let prevented = false;
    this.emit('before-quit', { preventDefault: () => (prevented = true) });
    if (prevented) return;
    this.isQuitting = true;
    this.#closeWindows();
    this.emit('will-quit', { preventDefault: () => undefined });
    this.exit(0);
  }

  /** Leaves at once: no `before-quit`, no `will-quit`. docs/api/app.md. */
  exit(code = 0): void {
    if (this.#world.exitCode !== null) return;
    this.isQuitting = true;
    this.#closeWindows();
    this.#world.exitCode = code;
    this.emit('quit', {}, code);
    this.#world.onExit(code);
  }

  /** For tests: the moment Electron is ready. */
  becomeReady(): void {
    this.history.push('ready');
    this.#world.isReady = true;
    this.emit('ready');
    this.#ready.resolve();
  }

  /** For the windows: the last one was closed by the user. Quits by itself if nobody listens. docs/api/app.md. */
  lastWindowClosed(): void {
    if (this.isQuitting) return;
    if (!this.emit('window-all-closed')) this.quit();
  }
}
