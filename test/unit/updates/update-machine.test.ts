import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { updateObstacle, type Installation } from '../../../shared/updates/installation.ts';
import {
  afterUpdateEvent,
  checkAfterFailureMs,
  checkEveryMs,
  firstCheckMs,
  laterMs,
  nextCheckInMs,
  notCheckedYet,
  offersRestart,
  type UpdateEvent,
  type UpdateState,
} from '../../../shared/updates/update-machine.ts';

const idle: UpdateState = { kind: 'idle', checkedAt: 5, failure: null };
const failed: UpdateState = { kind: 'idle', checkedAt: 9, failure: 'offline' };
const checking: UpdateState = { kind: 'checking', checkedAt: 5 };
const downloading: UpdateState = { kind: 'downloading', version: '1.1.0', percent: 40 };
const ready: UpdateState = { kind: 'ready', version: '1.1.0', quietUntilMs: 0 };
const states = [notCheckedYet, idle, failed, checking, downloading, ready];

const events = {
  check: { type: 'check' },
  none: { type: 'none', atMs: 7 },
  found: { type: 'found', version: '1.1.0' },
  progress: { type: 'progress', percent: 55.9 },
  downloaded: { type: 'downloaded' },
  failed: { type: 'failed', why: 'broken', atMs: 8 },
  later: { type: 'later', monotonicMs: 100 },
} as const satisfies Record<string, UpdateEvent>;

/** What each event does in each state; what is not named here changes nothing. */
const table: readonly (readonly [UpdateState, keyof typeof events, UpdateState])[] = [
  [notCheckedYet, 'check', { kind: 'checking', checkedAt: null }],
  [idle, 'check', checking],
  [failed, 'check', { kind: 'checking', checkedAt: 9 }],
  [checking, 'none', { kind: 'idle', checkedAt: 7, failure: null }],
  [checking, 'found', { kind: 'downloading', version: '1.1.0', percent: 0 }],
  [checking, 'failed', { kind: 'idle', checkedAt: 8, failure: 'broken' }],
  [downloading, 'progress', { ...downloading, percent: 55 }],
  [downloading, 'downloaded', ready],
  [downloading, 'failed', { kind: 'idle', checkedAt: 8, failure: 'broken' }],
  [ready, 'later', { ...ready, quietUntilMs: 100 + laterMs }],
];

describe('an update', () => {
  it.each(states.flatMap((state) => Object.keys(events).map((name) => [state, name as keyof typeof events] as const)))(
    '%j after %s',
    (state, name) => {
      const row = table.find(([from, event]) => from === state && event === name);
      expect(afterUpdateEvent(state, events[name])).toEqual(row?.[2] ?? state);
    },
  );

  it('counts up only, from 0 to 100', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -50, max: 200, noNaN: true })), (percents) => {
        let state: UpdateState = { kind: 'downloading', version: '1.1.0', percent: 0 };
        let last = 0;
        for (const percent of percents) {
          state = afterUpdateEvent(state, { type: 'progress', percent });
          const now = state.kind === 'downloading' ? state.percent : -1;
          expect(now).toBeGreaterThanOrEqual(last);
          expect(now).toBeLessThanOrEqual(100);
          last = now;
        }
      }),
    );
  });

  it.each([
    [notCheckedYet, firstCheckMs],
    [idle, checkEveryMs],
    [failed, checkAfterFailureMs],
    [checking, null],
    [downloading, null],
    [ready, null],
  ])('%j is looked at again in %s ms', (state, expected) => expect(nextCheckInMs(state)).toBe(expected));

  it.each([
    [ready, 0, false, true],
    [ready, 0, true, false],
    [{ ...ready, quietUntilMs: 10 }, 9, false, false],
    [{ ...ready, quietUntilMs: 10 }, 10, false, true],
    [downloading, 0, false, false],
    [idle, 0, false, false],
  ] satisfies [UpdateState, number, boolean, boolean][])(
    '%j at %s, busy %s: offered %s',
    (state, at, busy, expected) => {
      expect(offersRestart(state, at, busy)).toBe(expected);
    },
  );
});

describe('who may replace itself', () => {
  const fine: Installation = {
    platform: 'win32',
    isPackaged: true,
    isSigned: true,
    hasKey: true,
    isSandboxed: false,
    isAppImage: false,
    packageType: null,
    hasUninstaller: true,
  };
  const linux = { platform: 'linux', isSigned: false, hasUninstaller: false };
  it.each<[string, Partial<Installation>, ReturnType<typeof updateObstacle>]>([
    ['a signed Windows installation', {}, null],
    ['an MSI', { hasUninstaller: false }, 'administrator'],
    ['an unsigned Windows installation', { isSigned: false }, 'unsigned'],
    ['a signed Mac app', { platform: 'darwin', hasUninstaller: false }, null],
    ['an unsigned Mac app', { platform: 'darwin', isSigned: false }, 'unsigned'],
    ['an AppImage', { ...linux, isAppImage: true }, null],
    ['an AppImage without a key', { ...linux, isAppImage: true, hasKey: false }, 'no-key'],
    ['a Windows installation without a key', { hasKey: false }, 'no-key'],
    ['a deb', { ...linux, packageType: 'deb' }, 'package-manager'],
    [
      'an rpm started out of an AppImage of something else',
      { ...linux, packageType: 'rpm', isAppImage: true },
      'package-manager',
    ],
    ['an unpacked folder', linux, 'administrator'],
    ['a Flatpak', { ...linux, isSandboxed: true }, 'store'],
    ['from source', { isPackaged: false }, 'source'],
  ])('%s', (_what, change, expected) => expect(updateObstacle({ ...fine, ...change })).toBe(expected));
});
