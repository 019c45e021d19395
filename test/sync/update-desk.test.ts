/** Updates under virtual time: the real desk, real signatures, and an updater that does what a test says. */
import { generateKeyPairSync } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { Events } from '../../electron/core/events.ts';
import type { Updater } from '../../electron/core/ports.ts';
import { UpdateDesk } from '../../electron/core/updates/update-desk.ts';
import { version } from '../../electron/core/version.ts';
import { signList } from '../../scripts/sign-updates.mjs';
import { defaultSettings } from '../../shared/contract/default-settings.ts';
import type { UpdateList } from '../../shared/updates/update-list.ts';
import { checkAfterFailureMs, checkEveryMs, firstCheckMs, laterMs } from '../../shared/updates/update-machine.ts';
import { FakeClock } from '../support/fake-clock.ts';

const pem = (type: 'ed25519') => {
  const { privateKey, publicKey } = generateKeyPairSync(type);
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
};
const ours = pem('ed25519');
const theirs = pem('ed25519');

/** As the release leaves it: electron-builder's file with our line at its end. */
function list(newest: string, key = ours, change: (list: UpdateList) => UpdateList = (same) => same): UpdateList {
  const text = stringify({ version: newest, files: [{ url: 'Latchkey-Setup.exe', sha512: 'abc', size: 1 }] });
  return change(parse(signList(text, key.privateKey)) as UpdateList);
}

const newer = '99.0.0';
let clock: FakeClock;
let desk: UpdateDesk;
let answer: () => Promise<UpdateList | null>;
let download: (onPercent: (percent: number) => void) => Promise<void>;
let did: string[];
let isOn: boolean;
let isSending: boolean;
let changes: number;

function open(change: Partial<Updater> | null = {}): void {
  const updater: Updater = {
    obstacle: null,
    publicKey: ours.publicKey,
    check: () => {
      did.push('check');
      return answer();
    },
    download: (onPercent) => {
      did.push('download');
      return download(onPercent);
    },
    isOffline: (error) => String(error).includes('net::ERR_'),
    restart: () => void did.push('restart'),
    ...change,
  };
  const events = new Events(clock);
  events.listen(({ name }) => {
    if (name === 'updates.changed') changes += 1;
  });
  desk = new UpdateDesk({
    updater: change === null ? null : updater,
    clock,
    events,
    log: { write: () => undefined },
    settings: { read: () => ({ ...defaultSettings, updates: isOn }) },
    isSending: () => isSending,
  });
  desk.start();
}

beforeEach(() => {
  clock = new FakeClock();
  answer = async () => null;
  download = async () => undefined;
  did = [];
  isOn = true;
  isSending = false;
  changes = 0;
});

const status = () => desk.handlers()['updates.get']({});

describe('looking', () => {
  test('a minute after the start, then every six hours', async () => {
    open();
    await clock.advance(firstCheckMs - 1);
    expect(did).toEqual([]);
    await clock.advance(1);
    expect(did).toEqual(['check']);
    await clock.advance(checkEveryMs);
    expect(did).toEqual(['check', 'check']);
    expect(await status()).toMatchObject({ state: 'idle', failure: null, offered: false });
    desk.stop();
    // What the page is told is collected for a moment.
    await clock.advance(100);
    expect(clock.pending).toBe(0);
  });

  test('without a network it says so and looks again in half an hour', async () => {
    answer = () => Promise.reject(new Error('net::ERR_INTERNET_DISCONNECTED'));
    open();
    await clock.advance(firstCheckMs);
    expect(await status()).toMatchObject({ state: 'idle', failure: 'offline' });
    answer = async () => list(newer);
    await clock.advance(checkAfterFailureMs);
    expect(await status()).toMatchObject({ state: 'ready', version: newer, failure: null, offered: true });
  });

  test('by hand at once, and never twice at the same time', async () => {
    open();
    const handlers = desk.handlers();
    await Promise.all([handlers['updates.check']({}), handlers['updates.check']({})]);
    expect(did).toEqual(['check']);
  });

  test.each([
    ['switched off in the settings', {}, 'switched-off'],
    ['that somebody else updates', { obstacle: 'package-manager' }, 'package-manager'],
    ['in a browser', null, 'browser'],
  ] as const)('one %s never looks, not even by hand', async (_what, change, obstacle) => {
    isOn = change === null || 'obstacle' in change;
    open(change);
    await clock.advance(10 * checkEveryMs);
    await desk.handlers()['updates.check']({});
    expect([did, (await status()).obstacle]).toEqual([[], obstacle]);
  });

  test('switched on again it goes on', async () => {
    isOn = false;
    open();
    await clock.advance(checkEveryMs);
    isOn = true;
    desk.settingsChanged();
    await clock.advance(firstCheckMs);
    expect(did).toEqual(['check']);
  });
});

describe('what is refused', () => {
  test.each<[string, () => UpdateList]>([
    ['nobody signed', () => list(newer, ours, ({ signature: _gone, ...rest }) => rest)],
    ['somebody else signed', () => list(newer, theirs)],
    ['was signed for another version', () => list('98.0.0', ours, (one) => ({ ...one, version: newer }))],
    ['names another file', () => list(newer, ours, (one) => ({ ...one, files: [{ url: 'x', sha512: 'evil' }] }))],
    ['has a signature of another kind', () => list(newer, ours, (one) => ({ ...one, signature: 7 as never }))],
  ])('a list that %s', async (_what, make) => {
    answer = async () => make();
    open();
    await clock.advance(firstCheckMs);
    expect([did, await status()]).toMatchObject([['check'], { state: 'idle', failure: 'refused' }]);
  });

  test.each([version, '0.0.1', 'nonsense'])('%s, which is not newer, however well it is signed', async (old) => {
    answer = async () => list(old);
    open();
    await clock.advance(firstCheckMs);
    expect([did, await status()]).toMatchObject([['check'], { state: 'idle', failure: null }]);
  });

  test('a download that breaks off: nothing is ready', async () => {
    answer = async () => list(newer);
    download = () => Promise.reject(new Error('sha512 checksum mismatch'));
    open();
    await clock.advance(firstCheckMs);
    expect(await status()).toMatchObject({ state: 'idle', failure: 'broken', version: null });
  });
});

describe('what is ready', () => {
  async function ready(): Promise<void> {
    answer = async () => list(newer);
    open();
    await clock.advance(firstCheckMs);
    await clock.advance(100);
  }

  test('is told step by step', async () => {
    const going = Promise.withResolvers<void>();
    download = async (onPercent) => {
      onPercent(41.7);
      await going.promise;
    };
    await ready();
    expect(await status()).toMatchObject({ state: 'downloading', version: newer, percent: 41, offered: false });
    const before = changes;
    going.resolve();
    await clock.advance(100);
    expect(await status()).toMatchObject({ state: 'ready', offered: true });
    expect(changes).toBeGreaterThan(before);
  });

  test('is not looked for again, and restarts when the person says so', async () => {
    await ready();
    await clock.advance(3 * checkEveryMs);
    await desk.handlers()['updates.restart']({});
    expect(did).toEqual(['check', 'download', 'restart']);
  });

  test('waits for what is on its way to the server', async () => {
    await ready();
    isSending = true;
    expect(await status()).toMatchObject({ state: 'ready', offered: false });
    await expect(desk.handlers()['updates.restart']({})).rejects.toMatchObject({ code: 'not-allowed' });
    expect(did).not.toContain('restart');
  });

  test('is not spoken of for a day after "later"', async () => {
    await ready();
    await desk.handlers()['updates.later']({});
    await clock.advance(laterMs - 1);
    expect(await status()).toMatchObject({ state: 'ready', offered: false });
    const before = changes;
    await clock.advance(100);
    expect(await status()).toMatchObject({ offered: true });
    expect(changes).toBe(before + 1);
  });

  test('cannot be restarted into before it is', async () => {
    open();
    await expect(desk.handlers()['updates.restart']({})).rejects.toMatchObject({ code: 'not-allowed' });
  });
});
