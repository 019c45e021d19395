import { describe, expect, test } from 'vitest';
import { followLifecycle } from '../../electron/shell/lifecycle.ts';
import { lastChanceMs } from '../../electron/core/leaving.ts';
import { quitLimitMs, type Quit } from '../../electron/shell/quit.ts';
import { readyDesk, say, shownWindow, type ReadyDesk } from './setup.ts';

interface Living extends ReadyDesk {
  readonly quit: Quit;
  /** Lets `stop` succeed or fail. */
  readonly stopped: PromiseWithResolvers<void>;
  /** Why the desk was to be locked. */
  readonly locks: readonly string[];
  readonly counts: { stops: number; wakes: number; unsent: number };
}

async function living(
  platform: NodeJS.Platform = 'linux',
  unsent: () => Promise<number> | null = () => null,
): Promise<Living> {
  const ready = await readyDesk({ platform });
  const stopped = Promise.withResolvers<void>();
  const locks: string[] = [];
  const counts = { stops: 0, wakes: 0, unsent: 0 };
  const quit = followLifecycle({
    ...ready,
    surface: ready.fake.surface,
    platform,
    say,
    wake: () => (counts.wakes += 1),
    lock: (why) => locks.push(why),
    unsent: () => unsent() ?? Promise.resolve(counts.unsent),
    stop: () => {
      counts.stops += 1;
      return stopped.promise;
    },
  });
  return { ...ready, quit, stopped, counts, locks };
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
    await settled();
    await clock.advance(quitLimitMs - 1);
    expect(fake.world.exitCode).toBe(null);
    await clock.advance(1);
    await settled();
    expect(fake.world.exitCode).toBe(0);
    expect(log.entries.at(-1)?.what).toBe('leaving without waiting any longer');
  });

  test('leaves although saving failed, and says so', async () => {
    const { fake, stopped, log } = await living();
    fake.app.quit();
    await settled();
    stopped.reject(new Error('disk full'));
    await settled();
    expect(fake.world.exitCode).toBe(0);
    expect(log.entries.at(-1)).toMatchObject({ level: 'error', what: 'stopping failed' });
  });
});

describe('quitting with something in the outbox', () => {
  test('what leaves within its last chance is not spoken of', async () => {
    const life = await living();
    life.counts.unsent = 2;
    life.fake.app.quit();
    await settled();
    expect([life.counts.wakes, life.counts.stops]).toEqual([1, 0]);
    life.counts.unsent = 0;
    await life.clock.advance(500);
    await settled();
    expect([life.fake.world.questions, life.counts.stops]).toEqual([[], 1]);
  });

  test.each([
    ['Quit anyway', 0, 1],
    ['Keep running', 1, 0],
  ])('otherwise it says how many, and the person chooses: %s', async (_choice, answer, stops) => {
    const life = await living();
    const { fake, clock, counts } = life;
    counts.unsent = 3;
    fake.world.answers.push(answer, 0);
    fake.app.quit();
    await settled();
    await clock.advance(lastChanceMs + 250);
    await settled();
    expect(fake.world.questions).toMatchObject([
      { message: '3 messages have not left this computer', buttons: ['Quit anyway', 'Keep running'], cancelId: 1 },
    ]);
    expect(counts.stops).toBe(stops);
    if (stops === 1) return;
    // It goes on, and the next time it is asked anew.
    fake.app.quit();
    await settled();
    await clock.advance(lastChanceMs + 250);
    await settled();
    expect([fake.world.questions.length, counts.stops]).toEqual([2, 1]);
  });

  test('a database that does not answer does not hold it up', async () => {
    const { fake, clock, counts } = await living('linux', () => new Promise(() => undefined));
    fake.app.quit();
    await settled();
    await clock.advance(lastChanceMs);
    await settled();
    expect([fake.world.questions, counts.stops]).toEqual([[], 1]);
  });

  test('a restart into a new version asks nobody, saves first, and ends in its own way', async () => {
    const { fake, counts, quit, stopped } = await living();
    counts.unsent = 3;
    const did: string[] = [];
    quit.leaveFor(() => void did.push('install'));
    await settled();
    expect([fake.world.questions, counts.stops, did, quit.isLeaving()]).toEqual([[], 1, [], true]);
    stopped.resolve();
    await settled();
    expect([did, fake.world.exitCode]).toEqual([['install'], null]);
    // What installs then quits, and nothing holds it up any more.
    fake.app.quit();
    expect(fake.world.exitCode).toBe(0);
  });

  test('a restart that fails leaves all the same', async () => {
    const { fake, quit, stopped, log } = await living();
    quit.leaveFor(() => {
      throw new Error('no installer');
    });
    stopped.resolve();
    await settled();
    expect([fake.world.exitCode, log.entries.at(-1)?.level]).toEqual([0, 'error']);
  });

  test('when the computer shuts down nobody is asked', async () => {
    const { fake, counts } = await living();
    counts.unsent = 3;
    fake.powerMonitor.emit('shutdown');
    await settled();
    expect([fake.world.questions, counts.stops]).toEqual([[], 1]);
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
    await settled();
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

  test.each(['lock-screen', 'suspend'])('%s locks the desk, if it has a PIN', async (event) => {
    const { fake, locks } = await living();
    expect(locks).toEqual([]);
    fake.powerMonitor.emit(event);
    expect(locks).toHaveLength(1);
  });

  test.each(['resume', 'unlock-screen'])('%s wakes the core', async (event) => {
    const { fake, counts } = await living();
    fake.powerMonitor.emit(event);
    expect(counts.wakes).toBe(1);
  });
});
