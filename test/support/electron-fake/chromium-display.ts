/**
 * Shows the windows of a fake Electron process in Chromium, one context for each. Runs in the process that started the
 * fake. `app://desk/x` becomes `https://desk.app.invalid/x`, answered by the handler that the app itself registered.
 */
import type { Browser, BrowserContext, Page, Request, Route } from '@playwright/test';
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { FetchedPage, FromApp, Question, Result, ToApp } from './channel.ts';
import { invokeDoor, preloadScript, receiveDoor } from './preload-world.ts';
import type { ShownWindow } from './world.ts';

const suffix = '.app.invalid';

export function toChromium(address: string): string {
  return address.replace(/^app:\/\/([^/]+)/, (_all, host: string) => `https://${host}${suffix}`);
}
export function toApp(address: string): string {
  const url = URL.parse(address);
  if (url === null || !url.host.endsWith(suffix)) return address;
  return `app://${url.host.slice(0, -suffix.length)}${url.pathname}${url.search}${url.hash}`;
}

export interface DisplayOptions {
  readonly child: ChildProcess;
  readonly browser: Browser;
  /** A window's page, before it has loaded. */
  readonly onPage: (page: Page) => void;
  readonly onError: (error: unknown) => void;
}

export interface ChromiumDisplay {
  /** Closes what is left of the windows. */
  close(): Promise<void>;
}

interface OpenWindow {
  readonly context: BrowserContext;
  readonly page: Page;
}

export function showInChromium({ child, browser, onPage, onError }: DisplayOptions): ChromiumDisplay {
  const windows = new Map<number, OpenWindow>();
  const waiting = new Map<number, (result: Result) => void>();
  let lastId = 0;
  let colorScheme: 'light' | 'dark' = 'light';
  // Windows open, get events and close in the order in which the app said so.
  let queue: Promise<void> = Promise.resolve();

  function tell(message: ToApp): void {
    if (child.connected) child.send(message);
  }
  function ask(question: Question): Promise<Result> {
    return new Promise((resolve) => {
      const id = ++lastId;
      if (!child.connected) resolve({ ok: false, message: 'the app is gone' });
      waiting.set(id, resolve);
      tell({ type: 'ask', id, question });
    });
  }

  async function open(shown: ShownWindow): Promise<void> {
    const { id, width, height } = shown;
    const context = await browser.newContext({ viewport: { width, height }, colorScheme, serviceWorkers: 'block' });
    const page = await context.newPage();
    windows.set(id, { context, page });
    await context.route('**/*', (route) => answerRoute(ask, id, page, route));
    await context.exposeBinding(invokeDoor, ({ frame }, channel: string, args: unknown[]) => {
      const from = { windowId: id, url: toApp(frame.url()), isMainFrame: frame === page.mainFrame() };
      return ask({ kind: 'invoke', from, channel, args });
    });
    if (shown.preload !== null) await page.addInitScript(preloadScript(readFileSync(shown.preload, 'utf8')));
    context.on('page', (popup) => void popup.close().catch(onError));
    page.on('close', () => {
      if (windows.delete(id)) tell({ type: 'closed-by-user', windowId: id });
    });
    onPage(page);
    await page.goto(toChromium(shown.url), { waitUntil: 'domcontentloaded' });
    tell({ type: 'shown', windowId: id, url: shown.url });
  }

  async function handle(message: FromApp): Promise<void> {
    if (message.type === 'open') return open(message.window);
    if (message.type === 'answer') return undefined;
    if (message.type === 'theme') {
      colorScheme = message.isDark ? 'dark' : 'light';
      await Promise.all([...windows.values()].map(({ page }) => page.emulateMedia({ colorScheme })));
      return undefined;
    }
    const window = windows.get(message.windowId);
    if (window === undefined) return undefined;
    switch (message.type) {
      case 'send': {
        const { channel, args } = message;
        // Not awaited: they arrive in this order anyway, and on a busy machine a first sync would be shown seconds late.
        window.page.evaluate(deliver, { door: receiveDoor, channel, args }).catch(() => undefined);
        return undefined;
      }
      case 'reload':
        await window.page.reload();
        return undefined;
      case 'close':
        windows.delete(message.windowId);
        return window.context.close();
    }
  }

  child.on('message', (message: FromApp) => {
    if (message.type === 'answer') {
      waiting.get(message.id)?.(message.result);
      waiting.delete(message.id);
    } else {
      queue = queue.then(() => handle(message)).catch(onError);
    }
  });
  child.on('exit', () => {
    for (const answer of waiting.values()) answer({ ok: false, message: 'the app is gone' });
    waiting.clear();
  });
  return {
    async close() {
      const open = [...windows.values()];
      windows.clear();
      await Promise.all(open.map(({ context }) => context.close()));
    },
  };
}

/** Runs in the page. */
function deliver(message: { door: string; channel: string; args: readonly unknown[] }): void {
  const receive = (globalThis as unknown as Record<string, unknown>)[message.door];
  // Missing on a page without preload, as in Electron: then nobody listens.
  if (typeof receive === 'function') receive(message.channel, message.args);
}

type Ask = (question: Question) => Promise<Result>;

async function answerRoute(ask: Ask, windowId: number, page: Page, route: Route): Promise<void> {
  const request = route.request();
  const url = toApp(request.url());
  if (request.isNavigationRequest() && (await isKeptAway(ask, windowId, page, request, url))) {
    // `aborted` leaves the page where it is, which is what a prevented navigation does.
    await route.abort('aborted').catch(() => undefined);
    return;
  }
  if (!url.startsWith('app:')) {
    // No test reaches out into the network from a page.
    await route.abort('blockedbyclient').catch(() => undefined);
    return;
  }
  const posted = request.postDataBuffer();
  const result = await ask({
    kind: 'fetch',
    windowId,
    url,
    method: request.method(),
    headers: request.headers(),
    body: posted === null ? null : new Uint8Array(posted),
  });
  if (!result.ok) {
    await route.abort('failed').catch(() => undefined);
    return;
  }
  const { status, headers, body } = result.value as FetchedPage;
  await route.fulfill({ status, headers, body: Buffer.from(body) }).catch(() => undefined);
}

/** Asks the app as Electron would: about a new window, or about leaving. The first load is the app's own and free. */
async function isKeptAway(ask: Ask, windowId: number, page: Page, request: Request, url: string): Promise<boolean> {
  const frame = frameOf(request);
  if (frame === null || frame.page() !== page) {
    await ask({ kind: 'window-open', windowId, url });
    return true;
  }
  const isMainFrame = frame === page.mainFrame();
  if (isMainFrame && page.url() === 'about:blank') return false;
  const result = await ask({ kind: 'may-navigate', to: { windowId, url, isMainFrame } });
  return !result.ok || result.value !== true;
}

/** Null for the first request of a popup, whose page is not known yet. */
function frameOf(request: Request): ReturnType<Request['frame']> | null {
  try {
    return request.frame();
  } catch {
    return null;
  }
}
