import { EventEmitter } from 'node:events';
import type { ContentsLike, FrameLike } from '../../../electron/shell/surface.ts';
import { cloneAcross } from './clone.ts';
import { originOf, type World } from './world.ts';

export class FakeFrame implements FrameLike {
  readonly #world: World;
  url: string;
  constructor(world: World, url: string) {
    this.#world = world;
    this.url = url;
  }
  get origin(): string {
    return originOf(this.#world, this.url);
  }
}

/** Events after which Electron asks the app first; each stops the navigation if prevented. docs/api/web-contents.md. */
export type NavigationStep = 'will-navigate' | 'will-redirect' | 'will-frame-navigate';

export class FakeContents extends EventEmitter implements ContentsLike {
  readonly id: number;
  readonly mainFrame: FakeFrame;
  /** What was sent to the page, oldest first. */
  readonly sent: { readonly channel: string; readonly args: readonly unknown[] }[] = [];
  readonly #deliver: (channel: string, args: readonly unknown[]) => void;
  readonly #isGone: () => boolean;
  #openHandler: ((details: { readonly url: string }) => { action: 'deny' }) | null = null;

  constructor(
    world: World,
    id: number,
    deliver: (channel: string, args: readonly unknown[]) => void,
    isGone: () => boolean,
  ) {
    super();
    this.id = id;
    this.mainFrame = new FakeFrame(world, 'about:blank');
    this.#deliver = deliver;
    this.#isGone = isGone;
  }

  isDestroyed(): boolean {
    return this.#isGone();
  }

  send(channel: string, ...args: unknown[]): void {
    const crossed = cloneAcross(args);
    this.sent.push({ channel, args: crossed });
    this.#deliver(channel, crossed);
  }

  setWindowOpenHandler(handler: (details: { readonly url: string }) => { action: 'deny' }): void {
    this.#openHandler = handler;
  }

  /** The page tries to leave. True: the app let it, and the frame is there now. */
  navigate(url: string, step: NavigationStep = 'will-navigate'): boolean {
    let prevented = false;
    const event = { url, preventDefault: () => (prevented = true) };
    // A link in the top frame asks twice. docs/api/web-contents.md, `will-frame-navigate`.
    if (step === 'will-navigate') this.emit('will-frame-navigate', event);
    this.emit(step, event, url);
    if (!prevented && step !== 'will-frame-navigate') this.mainFrame.url = url;
    return !prevented;
  }

  /** `window.open` or a link with a target. Without a handler Electron opens a window. docs/api/window-open.md. */
  windowOpen(url: string): 'allow' | 'deny' {
    return this.#openHandler?.({ url }).action ?? 'allow';
  }

  /** The page puts a `<webview>` in. True: it may. */
  attachWebview(): boolean {
    let prevented = false;
    this.emit('will-attach-webview', { preventDefault: () => (prevented = true) }, {}, {});
    return !prevented;
  }
}
