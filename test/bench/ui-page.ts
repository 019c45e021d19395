/** What runs inside the page: from the moment a key went down to the paint that shows its result. */
import type { CDPSession, Page } from '@playwright/test';

/** What has to be different on the screen, and then painted. */
export type Result = 'row-focus' | 'thread' | 'dialog' | 'list' | 'text';

export interface Timing {
  /** Key down to the paint that shows the result; ms. */
  readonly shownMs: number;
  /** Key down to the next paint, whatever it shows; ms. Chromium's own figure (Event Timing), in steps of 8. */
  readonly firstPaintMs: number;
  /** Processor time of the page's main thread for the key and all that follows from it, and not of what else the machine does; ms. */
  readonly cpuMs: number;
}

export interface Frames {
  readonly many: number;
  /** Longer than two frames of a screen at 60 Hz. */
  readonly dropped: number;
  readonly longestMs: number;
}

interface Waiting {
  readonly shown: Promise<number>;
  readonly firstPaint: Promise<number>;
}
type Stopwatch = Window & { benchWaiting?: Waiting; benchFrames?: number[] };

/** Presses, and waits until the page has come to rest. Rejects after 10 s without a result. */
export async function timeKey(page: Page, key: string, result: Result): Promise<Timing> {
  const before = await mainThreadMs(page);
  await page.evaluate(arm, result);
  await page.keyboard.press(key);
  const [shownMs, firstPaintMs] = await page.evaluate(async () => {
    const waiting = (window as Stopwatch).benchWaiting;
    if (waiting === undefined) throw new Error('nothing was armed');
    return await Promise.all([waiting.shown, waiting.firstPaint]);
  });
  await atRest(page);
  return { shownMs, firstPaintMs, cpuMs: (await mainThreadMs(page)) - before };
}

/** Presses a key that only leads to the one that is timed: there is more time between two of a person's than of a program's. */
export async function lead(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  await atRest(page);
}

/** No person presses the next key sooner, ms; what the page does meanwhile, nobody waits for. */
const betweenKeysMs = 150;

export async function atRest(page: Page): Promise<void> {
  await page.waitForTimeout(betweenKeysMs);
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 200 })));
}

/** Turns the wheel over the list for so long (ms). */
export async function timeScroll(page: Page, list: string, ms: number): Promise<Frames> {
  await page.locator(list).hover();
  await page.evaluate(watchFrames);
  const until = performance.now() + ms;
  while (performance.now() < until) {
    // oxlint-disable-next-line no-await-in-loop
    await page.mouse.wheel(0, 240);
  }
  const frames = await page.evaluate(() => {
    const seen = (window as Stopwatch).benchFrames ?? [];
    delete (window as Stopwatch).benchFrames;
    return seen;
  });
  return {
    many: frames.length,
    dropped: frames.filter((each) => each > droppedMs).length,
    longestMs: Math.max(0, ...frames),
  };
}

const droppedMs = 34;

/** Self-contained: Playwright sends its text to the page. */
function watchFrames(): void {
  const frames: number[] = [];
  (window as Stopwatch).benchFrames = frames;
  let last = performance.now();
  const next = (now: number): void => {
    if (now > last) frames.push(now - last);
    last = now;
    if ((window as Stopwatch).benchFrames === frames) requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
}

const sessions = new WeakMap<Page, CDPSession>();

/** Chromium counts in processor time here, which a busy machine does not stretch. */
async function mainThreadMs(page: Page): Promise<number> {
  let session = sessions.get(page);
  if (session === undefined) {
    session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    sessions.set(page, session);
  }
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000;
}

/** Self-contained: Playwright sends its text to the page. */
function arm(result: Result): void {
  const rowOf = (): string | undefined =>
    document.activeElement instanceof HTMLElement ? document.activeElement.dataset['conversationId'] : undefined;
  const log = (): Element | null => document.querySelector('[role=log]');
  const list = (): string =>
    [...document.querySelectorAll<HTMLElement>('.list-rows [role=option]')]
      .map((row) => row.dataset['conversationId'])
      .join();
  // Rows that are not measured yet are there, but hidden.
  const isVisible = (selector: string): boolean =>
    [...document.querySelectorAll(selector)].some((found) => getComputedStyle(found).visibility === 'visible');
  const before = { row: rowOf(), log: log(), list: list(), text: document.body.textContent };
  const isThere = {
    'row-focus': () => rowOf() !== undefined && rowOf() !== before.row,
    thread: () => log() !== before.log && isVisible('[role=log] article'),
    dialog: () => isVisible('dialog[open] [role=option]'),
    list: () => list() !== '' && list() !== before.list,
    text: () => document.body.textContent !== before.text,
  }[result];
  const shown = Promise.withResolvers<number>();
  const firstPaint = Promise.withResolvers<number>();
  const giveUp = setTimeout(() => shown.reject(new Error(`no ${result} after 10 s`)), 10_000);
  // A message that is posted before the paint is delivered after it. Looked at then and not before: lists that measure their rows
  // put them in between the two.
  const watch = (pressedAt: number): void => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => {
        if (!isThere()) return watch(pressedAt);
        clearTimeout(giveUp);
        return shown.resolve(performance.now() - pressedAt);
      });
      port1.start();
      port2.postMessage(null);
    });
  };
  const observer = new PerformanceObserver((entries) => {
    const down = entries.getEntries().find(({ name }) => name === 'keydown');
    if (down === undefined) return;
    observer.disconnect();
    firstPaint.resolve(down.duration);
  });
  observer.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  // Faster than the threshold: nothing is reported.
  shown.promise.then(
    () => setTimeout(() => firstPaint.resolve(16), 100),
    () => firstPaint.resolve(16),
  );
  const onKey = (event: KeyboardEvent): void => {
    if (['Control', 'Shift', 'Meta'].includes(event.key)) return;
    document.removeEventListener('keydown', onKey, true);
    watch(event.timeStamp);
  };
  document.addEventListener('keydown', onKey, true);
  (window as Stopwatch).benchWaiting = { shown: shown.promise, firstPaint: firstPaint.promise };
}
