/** What a desktop says of itself, asked on a real session bus by the tools that this machine has. */
import { accessSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSessionBus, runSystemTool, type RunTool } from '../../electron/shell/session-bus.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { startSessionBus, type Answers, type SessionBus } from '../support/session-bus.ts';

const pid = 4242;
const clock = { schedule: (_ms: number, run: () => void) => (queueMicrotask(run), { cancel: () => undefined }) };

function isHere(program: string): boolean {
  return (process.env['PATH'] ?? '').split(':').some((folder) => {
    try {
      accessSync(join(folder, program));
      return true;
    } catch {
      return false;
    }
  });
}

const tools = ['busctl', 'gdbus', 'dbus-send'].filter(isHere);
const isPossible = process.platform === 'linux' && isHere('dbus-daemon') && tools.length > 0;
if (!isPossible) {
  process.stderr.write(
    'The tests of the session bus are skipped: dbus-daemon, or every tool that asks it, is not here.\n',
  );
}

describe.skipIf(!isPossible).each(tools)('a session bus, asked by %s', (tool) => {
  let bus: SessionBus;
  beforeEach(async () => {
    bus = await startSessionBus();
  });
  afterEach(() => bus.close());

  /** As if no other tool were installed. */
  const only: RunTool = (asked, args) =>
    asked === tool
      ? runSystemTool('env', [`DBUS_SESSION_BUS_ADDRESS=${bus.address}`, asked, ...args])
      : Promise.reject(Object.assign(new Error('not here'), { code: 'ENOENT' }));
  const desktop = () => createSessionBus({ run: only, clock, pid });
  const watcher = (host: boolean, items: readonly string[]): Promise<void> =>
    bus.offer('org.kde.StatusNotifierWatcher', () => ({
      IsStatusNotifierHostRegistered: { signature: 'v-b', value: host },
      RegisteredStatusNotifierItems: { signature: 'v-as', value: items },
    }));

  test('without a watcher shows no tray (GNOME)', async () => {
    expect(await desktop().showsTray()).toBe(false);
  });

  test('with a watcher that nobody draws for shows none', async () => {
    await watcher(false, [`org.kde.StatusNotifierItem-${pid}-1/StatusNotifierItem`]);
    expect(await desktop().showsTray()).toBe(false);
  });

  test.each([
    ['takes ours', [`org.kde.StatusNotifierItem-${pid}-1/StatusNotifierItem`], true],
    ['takes ours beside others', ['org.kde.StatusNotifierItem-7-1', `org.kde.StatusNotifierItem-${pid}-1`], true],
    ['names icons by their address on the bus', [':1.44/StatusNotifierItem'], true],
    ['refuses ours', [], false],
    ['takes others only', ['org.kde.StatusNotifierItem-7-1/StatusNotifierItem'], false],
  ])('with a watcher that %s', async (_what, items, expected) => {
    await watcher(true, items);
    expect(await desktop().showsTray()).toBe(expected);
  });

  test('with a watcher that lists nothing is believed', async () => {
    await bus.offer('org.kde.StatusNotifierWatcher', () => ({
      IsStatusNotifierHostRegistered: { signature: 'v-b', value: true },
    }));
    expect(await desktop().showsTray()).toBe(true);
  });

  test.each([
    ['that can be clicked', ['body', 'body-markup', 'actions']],
    ['that only shows', ['body']],
    ['that says nothing of itself', []],
  ])('has a notification service %s', async (_what, value) => {
    await bus.offer('org.freedesktop.Notifications', () => ({ GetCapabilities: { signature: 'as', value } }));
    expect(await desktop().notificationService()).toEqual(value);
  });

  test('without a notification service says so, and with one that fails as well', async () => {
    expect(await desktop().notificationService()).toBe('none');
    const answers: Answers = { GetCapabilities: { signature: 'error', value: 'org.example.Broken' } };
    await bus.offer('org.freedesktop.Notifications', () => answers);
    expect(await desktop().notificationService()).toBe('none');
  });
});

describe('without a bus', () => {
  const missing: RunTool = () => Promise.reject(Object.assign(new Error('not here'), { code: 'ENOENT' }));

  test('no tool: nobody could be asked, and no tray is counted on', async () => {
    const bus = createSessionBus({ run: missing, clock, pid });
    expect([await bus.showsTray(), await bus.notificationService()]).toEqual([false, null]);
  });

  test('a watcher that is slow to take our icon is asked again, but not for ever', async () => {
    const time = new FakeClock();
    let items = 'as 0';
    const run: RunTool = (_tool, args) => Promise.resolve(args.at(-1)?.startsWith('Is') === true ? 'b true' : items);
    const late = createSessionBus({ run, clock: time, pid }).showsTray();
    await time.advance(1_000);
    items = `as 1 "org.kde.StatusNotifierItem-${pid}-1"`;
    await time.advance(500);
    expect(await late).toBe(true);
    items = 'as 0';
    const never = createSessionBus({ run, clock: time, pid }).showsTray();
    await time.advance(10_000);
    expect([await never, time.pending]).toEqual([false, 0]);
  });
});
