/** When the desk locks itself, what a PIN opens, and how long guessing takes. Virtual time. */
import { assert, nat, property } from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createMemoryVault } from '../../electron/core/accounts/vaults.ts';
import { DeskLock, lockFile } from '../../electron/core/desk-lock/desk-lock.ts';
import { keepPin } from '../../electron/core/desk-lock/pin.ts';
import { Events } from '../../electron/core/events.ts';
import type { DataFiles, Vault } from '../../electron/core/ports.ts';
import { defaultSettings } from '../../shared/contract/default-settings.ts';
import type { Handlers } from '../../shared/contract/contract.ts';
import type { Settings } from '../../shared/contract/settings.ts';
import { pauseAfter } from '../../shared/desk/pin-pause.ts';
import { FakeClock } from '../support/fake-clock.ts';

const minute = 60_000;
let clock: FakeClock;
let texts: Map<string, string>;
let vault: Vault;
let secrets: string[];
let settings: Settings;
let logged: string;
let renewed: number;
let idle: number | null;
let signedOut: number;
let events: Events;

beforeEach(() => {
  clock = new FakeClock();
  texts = new Map();
  const memory = createMemoryVault();
  secrets = [];
  vault = {
    ...memory,
    kind: 'file',
    set(name, secret, stay) {
      secrets.push(secret);
      return memory.set(name, secret, stay);
    },
  };
  settings = { ...defaultSettings };
  logged = '';
  renewed = 0;
  idle = null;
  signedOut = 0;
});

async function aLock(): Promise<DeskLock> {
  events = new Events(clock);
  const files = {
    read: async (name: string) => texts.get(name) ?? null,
    write: async (name: string, text: string) => void texts.set(name, text),
    remove: async (name: string) => void texts.delete(name),
  } as unknown as DataFiles;
  const lock = new DeskLock({
    clock,
    log: { write: (...line) => void (logged += JSON.stringify(line)) },
    vault,
    files,
    settings: { read: () => settings, write: () => undefined, troubles: () => [] },
    ...(idle === null ? {} : { idleMs: () => idle ?? 0 }),
    events,
    onLocked: () => void (renewed += 1),
    signOutAll: async () => void (signedOut += 1),
    pinCost: 2 ** 10,
  });
  await lock.open();
  return lock;
}

const choose = async (lock: DeskLock, pin: string | null, current: string | null = null): Promise<boolean> =>
  (await lock.handlers()['deskLock.choosePin']({ current, pin })).ok;
const unlock = (lock: DeskLock, pin: string) => lock.handlers()['deskLock.unlock']({ pin });
const here = (lock: DeskLock) => lock.handlers()['deskLock.here']({});

describe('the desk locks itself', () => {
  test('never without a PIN', async () => {
    const lock = await aLock();
    lock.lock('asked');
    await clock.advance(24 * 60 * minute);
    expect(lock.isLocked).toBe(false);
    await expect(lock.handlers()['deskLock.now']({})).rejects.toMatchObject({ code: 'not-allowed' });
  });

  test('after the minutes of the setting without a touch of any page, and not a moment before', async () => {
    const lock = await aLock();
    await choose(lock, '2468');
    await clock.advance(9 * minute);
    await here(lock);
    await clock.advance(10 * minute - 1);
    expect(lock.isLocked).toBe(false);
    await clock.advance(1);
    expect([lock.isLocked, renewed]).toEqual([true, 1]);
  });

  test('by the whole computer where the system tells', async () => {
    idle = 0;
    const lock = await aLock();
    await choose(lock, '2468');
    // Nobody touches the page, but somebody types elsewhere.
    await clock.advance(10 * minute);
    idle = 4 * minute;
    await clock.advance(10 * minute);
    expect(lock.isLocked).toBe(false);
    idle = 10 * minute;
    await clock.advance(6 * minute);
    expect(lock.isLocked).toBe(true);
  });

  test('after another number of minutes from the moment that is set, or not at all', async () => {
    const lock = await aLock();
    await choose(lock, '2468');
    settings = { ...settings, lockAfterMinutes: 5 };
    events.changed('settings.changed');
    await clock.advance(5 * minute);
    expect(lock.isLocked).toBe(true);
    await unlock(lock, '2468');
    settings = { ...settings, lockAfterMinutes: 0 };
    events.changed('settings.changed');
    await clock.advance(600 * minute);
    expect(lock.isLocked).toBe(false);
    lock.lock('asked');
    expect(lock.isLocked).toBe(true);
  });

  test('on waking from a sleep that was long enough', async () => {
    const lock = await aLock();
    await choose(lock, '2468');
    clock.sleep(11 * minute);
    lock.check();
    expect(lock.isLocked).toBe(true);
  });

  test('at every start, also when the vault does not give the PIN any more', async () => {
    await choose(await aLock(), '2468');
    expect((await aLock()).isLocked).toBe(true);
    await vault.delete('desk.pin');
    const lock = await aLock();
    expect(lock.isLocked).toBe(true);
    expect(await unlock(lock, '2468')).toMatchObject({ ok: false });
    expect(lock.isLocked).toBe(true);
  });
});

describe('the PIN', () => {
  test('opens the desk, is kept only as a hash, and is in no log', async () => {
    const lock = await aLock();
    await choose(lock, 'correct horse');
    lock.lock('asked');
    expect(await unlock(lock, 'correct horsf')).toMatchObject({ ok: false });
    expect(await unlock(lock, 'correct horse')).toEqual({ ok: true, waitMs: 0 });
    expect(lock.isLocked).toBe(false);
    expect(secrets).toHaveLength(1);
    expect([secrets.join(), logged, [...texts.values()].join()].join()).not.toContain('correct');
  });

  test('costs whoever reads the vault as much for each guess as OWASP recommends', async () => {
    expect(JSON.parse(await keepPin('2468'))).toMatchObject({ N: 2 ** 16, r: 8, p: 1 });
  });

  test('is needed to change it or take it away', async () => {
    const lock = await aLock();
    await choose(lock, '2468');
    expect(await choose(lock, '1357')).toBe(false);
    expect(await choose(lock, null, '1111')).toBe(false);
    expect(await choose(lock, '1357', '2468')).toBe(true);
    expect(await choose(lock, null, '1357')).toBe(true);
    expect([texts.has(lockFile), await vault.get('desk.pin')]).toEqual([false, null]);
    lock.lock('asked');
    expect(lock.isLocked).toBe(false);
  });

  test('is not taken where nothing can keep it', async () => {
    vault = createMemoryVault();
    const lock = await aLock();
    expect(await lock.handlers()['deskLock.get']({})).toMatchObject({ canHavePin: false });
    await expect(choose(lock, '2468')).rejects.toMatchObject({ code: 'not-allowed' });
    expect(texts.has(lockFile)).toBe(false);
  });

  test('is not looked at for a while after three wrong ones, even the right one, and many at once do not help', async () => {
    const lock = await aLock();
    await choose(lock, '2468');
    lock.lock('asked');
    const answers = await Promise.all(['0', '1', '2', '3', '2468'].map((pin) => unlock(lock, pin)));
    expect(answers.map(({ ok, waitMs }) => [ok, waitMs])).toEqual([
      [false, 0],
      [false, 0],
      [false, 5_000],
      [false, 5_000],
      [false, 5_000],
    ]);
    await clock.advance(5_000);
    expect(await unlock(lock, '4')).toEqual({ ok: false, waitMs: 10_000 });
    await clock.advance(10_000);
    expect(await unlock(lock, '2468')).toMatchObject({ ok: true });
    lock.lock('asked');
    expect(await unlock(lock, '5')).toEqual({ ok: false, waitMs: 0 });
  });

  test('a new start is no way around the pauses, nor is one in the middle of a try', async () => {
    const first = await aLock();
    await choose(first, '2468');
    first.lock('asked');
    for (const pin of ['0', '1', '2']) await unlock(first, pin);
    const second = await aLock();
    expect(await unlock(second, '2468')).toEqual({ ok: false, waitMs: 5_000 });
    await clock.advance(5_000);
    // Whoever ends the program before the answer has had this try all the same.
    const answer = vi.fn();
    const wrong = unlock(second, '3').then(answer);
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    expect(answer).not.toHaveBeenCalled();
    const third = await aLock();
    await wrong;
    expect(await unlock(third, '2468')).toEqual({ ok: false, waitMs: 10_000 });
    await clock.advance(10_000);
    expect(await unlock(third, '2468')).toEqual({ ok: true, waitMs: 0 });
    expect(await unlock(await aLock(), '9')).toEqual({ ok: false, waitMs: 0 });
  });

  test.each(['{"version":1}', '', 'null', '{"version":1,"wrong":-3}'])(
    'a file that says nothing of wrong ones (%j) still says that there is a PIN',
    async (text) => {
      await choose(await aLock(), '2468');
      texts.set(lockFile, text);
      const lock = await aLock();
      expect(lock.isLocked).toBe(true);
      expect(await unlock(lock, '2468')).toEqual({ ok: true, waitMs: 0 });
    },
  );

  test('forgotten: signs out everywhere first, then opens', async () => {
    const lock = await aLock();
    await choose(lock, '2468');
    lock.lock('asked');
    await lock.handlers()['deskLock.forgotPin']({});
    expect([signedOut, lock.isLocked, texts.has(lockFile)]).toEqual([1, false, false]);
  });

  test('pauses only grow, up to five minutes', () => {
    expect([0, 1, 2, 3, 4, 5, 9].map(pauseAfter)).toEqual([0, 0, 0, 5_000, 10_000, 20_000, 300_000]);
    assert(property(nat(10_000), (wrong) => pauseAfter(wrong) <= pauseAfter(wrong + 1)));
    assert(property(nat(10_000), (wrong) => pauseAfter(wrong) <= 300_000));
  });
});

test('locked, every call but a few is refused without being made, whoever asks', async () => {
  const made: string[] = [];
  const note = (name: string) => async () => void made.push(name) as never;
  const names = ['messages.list', 'workspaces.list', 'settings.set', 'alerts.list', 'drafts.get'];
  const open = ['settings.get', 'drafts.save', 'deskLock.get'];
  const handlers = Object.fromEntries([...names, ...open].map((name) => [name, note(name)])) as Partial<Handlers>;
  const lock = await aLock();
  const guarded = lock.guard(handlers) as unknown as Record<string, (args: object) => Promise<unknown>>;
  expect(lock.guard(handlers)).toBe(guarded);
  await choose(lock, '2468');
  await guarded['messages.list']?.({});
  lock.lock('asked');
  for (const name of names) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await expect(guarded[name]?.({}), name).rejects.toMatchObject({ code: 'locked' });
  }
  // oxlint-disable-next-line no-await-in-loop
  for (const name of open) await guarded[name]?.({});
  expect(made).toEqual(['messages.list', ...open]);
});
