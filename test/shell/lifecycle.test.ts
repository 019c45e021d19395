import { describe, expect, test } from 'vitest';
import type { Clock } from '../../electron/core/ports.ts';
import { followLifecycle, quitLimitMs } from '../../electron/shell/lifecycle.ts';
import { readyDesk, shownWindow, type ReadyDesk } from './setup.ts';

/** Time passes when the test says so. */
function handClock(): Clock & { pass(ms: number): void } {
  let now = 0;
  const timers = new Set<{ at: number; run: () => void }>();
  return {
    wallNow: () => now,
    monotonicNow: () => now,
    schedule(delayMs, run) {
      const timer = { at: now + delayMs, run };
      timers.add(timer);
      return { cancel: () => void timers.delete(timer) };
    },
    pass(ms) {
      now += ms;
      for (const timer of timers) {
        if (timer.at > now) continue;
        timers.delete(timer);
        timer.run();
      }
    },
  };
}

interface Living extends ReadyDesk {
  readonly clock: ReturnType<typeof handClock>;
  /** Lets `stop` succeed or fail. */
  readonly stopped: PromiseWithResolvers<void>;
  readonly counts: { stops: number; wakes: number };
}

async function living(platform: NodeJS.Platform = 'linux'): Promise<Living> {
  const ready = await readyDesk({ platform });
  const clock = handClock();
  const stopped = Promise.withResolvers<void>();
  const counts = { stops: 0, wakes: 0 };
  followLifecycle({
    surface: ready.fake.surface,
    platform,
    desk: ready.desk,
    clock,
    log: ready.log,
    wake: () => (counts.wakes += 1),
    stop: () => {
      counts.stops += 1;
      return stopped.promise;
    },
  });
  return { ...ready, clock, stopped, counts };
}

/** Everything that was waiting for an already settled promise has run. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('quitting', () => {
  test('waits until everything is saved, then leaves', async () => {
    const { fake, stopped, counts } = await living();
    fake.app.quit();
    await settled();
    expect([fake.world.exitCode, counts.stops]).toEqual([null, 1]);
    stopped.resolve();
    await settled();
    expect(fake.world.exitCode).toBe(0);
  });

  test('asked again while saving, it neither saves twice nor leaves early', async () => {
    const { fake, stopped, counts } = await living();
    fake.app.quit();
    fake.app.quit();
    await settled();
    expect([fake.world.exitCode, counts.stops]).toEqual([null, 1]);
    stopped.resolve();
    await settled();
    expect([fake.world.exitCode, counts.stops]).toEqual([0, 1]);
  });

  test('does not wait longer than the limit', async () => {
    const { fake, clock, log } = await living();
    fake.app.quit();
    clock.pass(quitLimitMs - 1);
    expect(fake.world.exitCode).toBe(null);
    clock.pass(1);
    expect(fake.world.exitCode).toBe(0);
    expect(log.entries.at(-1)?.what).toBe('leaving without waiting any longer');
  });

  test('leaves although saving failed, and says so', async () => {
    const { fake, stopped, log } = await living();
    fake.app.quit();
    stopped.reject(new Error('disk full'));
    await settled();
    expect(fake.world.exitCode).toBe(0);
    expect(log.entries.at(-1)).toMatchObject({ level: 'error', what: 'stopping failed' });
  });
});

describe('windows and the app', () => {
  test.each([
    ['linux', 1],
    ['win32', 1],
    ['darwin', 0],
  ] as const)('on %s closing the last window begins to quit: %i', async (platform, stops) => {
    const life = await living(platform);
    (await shownWindow(life)).close();
    expect(life.counts.stops).toBe(stops);
  });

  test.each(['activate', 'second-instance'])('%s brings the window to the front', async (event) => {
    const life = await living('darwin');
    const window = await shownWindow(life);
    window.minimize();
    life.fake.app.emit(event);
    expect(window.isFocused()).toBe(true);
    window.close();
    life.fake.app.emit(event);
    expect(life.fake.windows).toHaveLength(2);
  });

  test.each(['resume', 'unlock-screen'])('%s wakes the core', async (event) => {
    const { fake, counts } = await living();
    fake.powerMonitor.emit(event);
    expect(counts.wakes).toBe(1);
  });
});
