import { describe, expect, it } from 'vitest';
import { en } from '../../../shared/i18n/en.ts';
import { defaultAlertRules } from '../../../shared/notify/default-alert-rules.ts';
import { diagnose, type FindingCode, type NotificationFacts } from '../../../shared/notify/doctor.ts';

const healthy: NotificationFacts = {
  system: 'linux',
  supported: true,
  permission: 'granted',
  systemSilence: false,
  signed: null,
  hasShortcut: null,
  hasDaemon: true,
  canClick: true,
  hasTray: true,
  startsAtLogin: true,
  test: { status: 'shown' },
  seen: true,
};
const mac = { system: 'mac', signed: true, hasDaemon: null, canClick: null, hasTray: null } as const;
const windows = { system: 'windows', hasShortcut: true, hasDaemon: null, canClick: null, hasTray: null } as const;

describe('the notification doctor', () => {
  it.each<[string, Partial<NotificationFacts>, FindingCode[], boolean]>([
    ['a healthy Linux desktop', {}, [], false],
    ['a healthy Mac', mac, [], false],
    ['a healthy Windows', windows, [], false],
    ['no notification service, whatever else it does', { hasDaemon: false, supported: false }, ['no-daemon'], true],
    ['a system without notifications', { supported: false }, ['unsupported'], true],
    ['a permission that was refused', { ...mac, permission: 'denied' }, ['denied'], true],
    [
      'an unsigned Mac app that was granted and shows nothing',
      { ...mac, signed: false, test: { status: 'not-shown', reason: 'failed' } },
      ['unsigned'],
      true,
    ],
    ['no Start menu entry', { ...windows, hasShortcut: false, seen: false }, ['no-shortcut'], true],
    ['the system’s own silence', { ...windows, systemSilence: true, seen: false }, ['system-silence'], true],
    ['a refused test', { test: { status: 'not-shown', reason: 'failed' } }, ['failed'], true],
    ['a test nobody answered for', { test: { status: 'not-shown', reason: 'timeout' } }, ['timeout'], true],
    ['shown but not seen', { seen: false }, ['not-seen'], true],
    ['notifications that cannot be clicked', { canClick: false }, ['no-click'], false],
    ['GNOME without tray icons', { hasTray: false }, ['no-tray'], false],
    ['not started at login', { startsAtLogin: false }, ['not-at-login'], false],
    ['two causes', { ...windows, hasShortcut: false, permission: 'denied' }, ['no-shortcut', 'denied'], true],
    ['a browser that was never asked', { system: 'browser', permission: 'unknown', test: null, seen: null }, [], false],
  ])('%s', (_, change, codes, fallback) => {
    const diagnosis = diagnose({ ...healthy, ...change }, defaultAlertRules, false);
    expect(diagnosis.findings.map(({ code }) => code)).toEqual(codes);
    expect(diagnosis.fallBackInApp).toBe(fallback);
    for (const { what, fix } of diagnosis.findings) {
      expect(en[what.key]).toMatch(/\.$/);
      expect(en[fix.key]).toMatch(/\.$/);
    }
  });

  it('takes what the agent chose for what it is', () => {
    const off = diagnose(healthy, { ...defaultAlertRules, privacy: 'off' }, false);
    expect(off).toMatchObject({ findings: [{ code: 'switched-off', severity: 'blocks' }], fallBackInApp: false });
    const quiet = diagnose({ ...healthy, seen: false }, defaultAlertRules, true);
    expect(quiet).toMatchObject({ findings: [{ code: 'quiet-now' }], fallBackInApp: false });
  });
});
