import { EventEmitter } from 'node:events';
import type { ImageLike, WindowLike } from '../../../electron/shell/surface.ts';
import type { Bounds } from '../../../shared/desk/window-bounds.ts';
import type { FakeApp } from './app.ts';
import { throwingOnceDestroyed } from './destroyed.ts';
import type { FakeSessions } from './session.ts';
import { FakeContents } from './web-contents.ts';
import type { World } from './world.ts';

type Options = Electron.BrowserWindowConstructorOptions;

export interface FakeWindow extends WindowLike {
  readonly id: number;
  readonly options: Options;
  readonly webContents: FakeContents;
  isFocused(): boolean;
  close(): void;
  /** Windows: what lies over the taskbar button. */
  readonly overlay: { readonly image: string; readonly text: string } | null;
  /** For whoever shows the page: it is there, and its first frame could be drawn. */
  shown(url: string): void;
  moveTo(bounds: Bounds): void;
  emit(event: string, ...args: readonly unknown[]): boolean;
}

export interface WindowWorld {
  readonly world: World;
  readonly app: FakeApp;
  readonly sessions: FakeSessions;
  /** Every window ever made, gone or not. */
  readonly made: FakeWindow[];
}

/** Builds the class for one world, because Electron's constructor finds its app by itself. */
export function browserWindowClass({ world, app, sessions, made }: WindowWorld): new (options: Options) => FakeWindow {
  class BrowserWindow extends EventEmitter implements FakeWindow {
    readonly id = made.length + 1;
    readonly options: Options;
    readonly webContents: FakeContents;
    #isGone = false;
    #bounds: Bounds;
    #isVisible: boolean;
    #isFocused = false;
    #isMinimized = false;
    #isMaximized = false;
    #url = '';
    overlay: { readonly image: string; readonly text: string } | null = null;

    constructor(options: Options = {}) {
      super();
      // docs/faq.md and docs/api/notification.md:28: built-in classes cannot be subclassed.
      if (new.target !== BrowserWindow) throw new TypeError('Cannot subclass an Electron built-in class');
      // Electron: electron_api_browser_window.cc:315.
      if (!world.isReady) throw new Error('Cannot create BrowserWindow before app is ready');
      this.options = options;
      this.#isVisible = options.show !== false;
      const { x = 0, y = 0, width = 800, height = 600 } = options;
      this.#bounds = { x, y, width, height };
      const deliver = (channel: string, args: readonly unknown[]): void => world.display?.send(this.id, channel, args);
      const contents = new FakeContents(world, this.id, deliver, () => this.#isGone);
      this.webContents = throwingOnceDestroyed(contents);
      const guarded = throwingOnceDestroyed<FakeWindow>(this);
      made.push(guarded);
      // oxlint-disable-next-line no-constructor-return -- the only way that `new` hands out the guarded object
      return guarded as this;
    }

    async loadURL(url: string): Promise<void> {
      this.#url = url;
      if (world.display !== null) {
        const preload = this.options.webPreferences?.preload ?? null;
        const { width = 800, height = 600 } = this.options;
        // The display answers with `shown` when the page is there.
        world.display.open({ id: this.id, url, preload, width, height });
        return;
      }
      const partition = this.options.webPreferences?.partition ?? '';
      const response = await sessions.fromPartition(partition).protocol.fetch(url);
      if (!response.ok) throw new Error(`ERR_FAILED (${response.status}) loading '${url}'`);
      this.shown(url);
    }

    shown(url: string): void {
      this.webContents.mainFrame.url = url;
      this.emit('ready-to-show');
    }

    reload(): void {
      world.display?.reload(this.id);
      this.webContents.emit('reloaded', this.#url);
    }

    getNormalBounds(): Bounds {
      return this.#bounds;
    }
    /** For tests: a person moves it. */
    moveTo(bounds: Bounds): void {
      this.#bounds = bounds;
    }
    setOverlayIcon(image: ImageLike | null, text: string): void {
      this.overlay = image === null ? null : { image: 'path' in image ? String(image.path) : '', text };
    }
    isMaximized(): boolean {
      return this.#isMaximized;
    }
    maximize(): void {
      this.#isMaximized = true;
    }

    show(): void {
      this.#isVisible = true;
      this.focus();
    }
    hide(): void {
      this.#isVisible = false;
      this.#blur();
    }
    focus(): void {
      if (this.#isFocused) return;
      this.#isFocused = true;
      this.emit('focus');
    }
    minimize(): void {
      this.#isMinimized = true;
      this.#blur();
    }
    #blur(): void {
      if (!this.#isFocused) return;
      this.#isFocused = false;
      this.emit('blur');
    }
    restore(): void {
      this.#isMinimized = false;
    }
    isVisible(): boolean {
      return this.#isVisible;
    }
    isFocused(): boolean {
      return this.#isFocused;
    }
    isMinimized(): boolean {
      return this.#isMinimized;
    }
    isDestroyed(): boolean {
      return this.#isGone;
    }

    /** Asks first, as a person's click on the cross does. docs/api/browser-window.md, `close`. */
    close(): void {
      if (this.#isGone) return;
      let prevented = false;
      this.emit('close', { preventDefault: () => (prevented = true) });
      if (prevented) return;
      this.#isGone = true;
      world.display?.close(this.id);
      this.emit('closed');
      if (made.every((window) => window.isDestroyed())) app.lastWindowClosed();
    }
  }
  return BrowserWindow;
}
