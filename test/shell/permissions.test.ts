import { beforeEach, describe, expect, test } from 'vitest';
import { guardSession } from '../../electron/shell/session.ts';
import type { PermissionName } from '../../electron/shell/surface.ts';
import { createFakeElectron } from '../support/electron-fake/fake-electron.ts';
import { FakeContents } from '../support/electron-fake/web-contents.ts';
import { FakeSession } from '../support/electron-fake/session.ts';

/** Every permission Electron knows. A new one does not compile until it is judged here. */
const verdicts: Readonly<Record<PermissionName, boolean>> = {
  ar: false,
  'automatic-fullscreen': false,
  'background-fetch': false,
  'background-sync': false,
  'captured-surface-control': false,
  'clipboard-read': false,
  'clipboard-sanitized-write': true,
  'deprecated-sync-clipboard-read': false,
  'display-capture': false,
  fileSystem: false,
  fullscreen: false,
  geolocation: false,
  'geolocation-approximate': false,
  'hand-tracking': false,
  hid: false,
  'idle-detection': false,
  keyboardLock: false,
  'local-fonts': false,
  'local-network': false,
  'local-network-access': false,
  'loopback-network': false,
  media: false,
  mediaKeySystem: false,
  midi: false,
  midiSysex: false,
  nfc: false,
  notifications: false,
  openExternal: false,
  'payment-handler': false,
  'periodic-background-sync': false,
  'persistent-storage': false,
  pointerLock: false,
  'screen-wake-lock': false,
  sensors: false,
  serial: false,
  'smart-card': false,
  'speaker-selection': false,
  'storage-access': false,
  'system-wake-lock': false,
  'top-level-storage-access': false,
  usb: false,
  vr: false,
  'web-app-installation': false,
  'web-printing': false,
  'window-management': false,
  unknown: false,
};
const rows = Object.entries(verdicts) as [PermissionName, boolean][];

const contents = new FakeContents(
  createFakeElectron().world,
  1,
  () => undefined,
  () => false,
);
let session = new FakeSession();
beforeEach(() => {
  session = new FakeSession();
  guardSession(session);
});

describe('permissions of the page', () => {
  test.each(rows)('%s: %s, asked or only checked', async (permission, granted) => {
    expect(session.check(permission, 'app://desk')).toBe(granted);
    expect(await session.request(contents, permission, 'app://desk/index.html')).toBe(granted);
  });

  test.each(['https://example.com', 'app://evil', 'null'])('%s gets none', async (origin) => {
    for (const [permission] of rows) {
      expect(session.check(permission, origin), permission).toBe(false);
      // oxlint-disable-next-line no-await-in-loop -- a table, not work to be done at once
      expect(await session.request(contents, permission, `${origin}/`), permission).toBe(false);
    }
  });

  test('a frame inside our page gets none', async () => {
    for (const [permission] of rows) {
      expect(session.check(permission, 'app://desk', false), permission).toBe(false);
      // oxlint-disable-next-line no-await-in-loop
      expect(await session.request(contents, permission, 'app://desk/', false), permission).toBe(false);
    }
  });

  test('no device and no screen is handed out', async () => {
    expect(session.device()).toBe(false);
    expect(await session.displayMedia()).toBe(null);
  });
});
