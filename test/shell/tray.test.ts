import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createTray, type DeskTray } from '../../electron/shell/tray.ts';
import { must } from '../../shared/lang/assert.ts';
import { trayState, type DeskSummary, type TrayCommand } from '../../shared/notify/tray.ts';
import { createFakeElectron, type FakeElectron, type FakeOptions } from '../support/electron-fake/fake-electron.ts';
import type { FakeTray } from '../support/electron-fake/tray.ts';
import { collectLog, readyDesk, say, shownWindow } from './setup.ts';

const icons = fileURLToPath(new URL('../../electron/shell/icons', import.meta.url));
const calm: DeskSummary = {
  unread: 0,
  closing: [],
  unsent: 0,
  stuck: 0,
  signedOut: false,
  offline: false,
  doNotDisturb: false,
  locked: false,
};
const closing = [{ workspaceId: 'one', conversationId: 7, name: 'Bloggs & Co', closesAt: 0 }];

interface Room {
  readonly fake: FakeElectron;
  readonly tray: DeskTray;
  readonly commands: TrayCommand[];
  readonly icon: FakeTray;
}

async function room(options: FakeOptions = {}, isSigned = false): Promise<Room> {
  const ready = await readyDesk(options);
  const window = await shownWindow(ready);
  const commands: TrayCommand[] = [];
  const tray = createTray({
    surface: ready.fake.surface,
    platform: options.platform ?? 'linux',
    icons,
    isSigned,
    say,
    log: collectLog(),
    window: () => window,
    onCommand: (command) => void commands.push(command),
  });
  return { fake: ready.fake, tray, commands, icon: must(ready.fake.trays[0], 'there is a tray') };
}

describe('the icon', () => {
  test.each(['linux', 'darwin', 'win32'] as const)('%s: every state has an image that is there', async (platform) => {
    const { tray, icon } = await room({ platform });
    const images = new Set<string>();
    for (const change of [{}, { unread: 1 }, { closing }, { offline: true }, { signedOut: true }]) {
      tray.render(trayState({ ...calm, ...change }));
      expect(existsSync(icon.image), icon.image).toBe(true);
      images.add(icon.image);
    }
    expect(images.size).toBe(5);
  });

  test('macOS tints only what is named a template', async () => {
    expect((await room({ platform: 'darwin' })).icon.image).toMatch(/Template\.png$/);
  });

  test('Windows: in the colour of the task bar, whatever theme the desk has', async () => {
    const { fake, tray, icon } = await room({ platform: 'win32' });
    fake.nativeTheme.themeSource = 'light';
    tray.render(trayState(calm));
    expect(icon.image).toMatch(/plain-light\.ico$/);
    fake.nativeTheme.systemIsDark = true;
    fake.nativeTheme.emit('updated');
    expect(icon.image).toMatch(/plain-dark\.ico$/);
  });

  test.each([
    ['win32', true, true],
    ['win32', false, false],
    ['darwin', true, false],
    ['linux', true, false],
  ] as const)('%s, signed %s: has an identity of its own: %s', async (platform, isSigned, has) => {
    expect((await room({ platform }, isSigned)).icon.guid !== undefined).toBe(has);
  });

  test('a system without a tray is no reason to fall', async () => {
    const fake = createFakeElectron();
    const tray = createTray({
      surface: fake.surface,
      platform: 'linux',
      icons,
      isSigned: false,
      say,
      log: collectLog(),
      window: () => null,
      onCommand: () => undefined,
    });
    tray.render(trayState(calm));
    expect(tray.isThere()).toBe(false);
  });
});

describe('the menu', () => {
  test('is set anew with every change, because Linux shows no other', async () => {
    const { tray, icon } = await room();
    tray.render(trayState(calm));
    tray.render(trayState({ ...calm, unread: 1 }));
    expect(icon.menusSet).toBe(2);
    expect(icon.toolTip).toBe('1 unread · no window closes soon');
  });

  test('each entry does what it says; an ampersand in a name is no key', async () => {
    const { tray, icon, commands } = await room();
    tray.render(trayState({ ...calm, closing }));
    icon.menu?.choose('Bloggs && Co · until 00:00');
    icon.menu?.choose('For 1 hour');
    icon.menu?.choose('Quit');
    expect(commands).toEqual([
      { kind: 'open-conversation', workspaceId: 'one', conversationId: 7 },
      { kind: 'do-not-disturb', until: 'hour' },
      { kind: 'quit' },
    ]);
  });

  test.each([
    ['win32', [{ kind: 'open' }]],
    ['darwin', []],
    ['linux', []],
  ] as const)('%s: a click on the icon does %j', async (platform, expected) => {
    const { icon, commands } = await room({ platform });
    icon.emit('click');
    expect(commands).toEqual(expected);
  });
});

describe('the badge', () => {
  test.each([
    ['linux', { unread: 4 }, 4],
    ['darwin', { unread: 120 }, 120],
    ['darwin', { unread: 4, signedOut: true }, '!'],
    ['linux', { unread: 4, signedOut: true }, 0],
  ] as const)('%s, %j: %s', async (platform, change, badge) => {
    const { fake, tray } = await room({ platform });
    tray.render(trayState({ ...calm, ...change }));
    expect(fake.app.badge).toBe(badge);
  });

  test.each([
    [{ unread: 1 }, '1.png', '1 unread conversation'],
    [{ unread: 9 }, '9.png', '9 unread conversations'],
    [{ unread: 10 }, '9-more.png', '10 unread conversations'],
    [{ signedOut: true }, 'attention.png', 'Signed out. Drafts and queued messages are safe.'],
  ])('Windows, %j: an overlay that screen readers can say', async (change, file, text) => {
    const { fake, tray } = await room({ platform: 'win32' });
    tray.render(trayState({ ...calm, ...change }));
    expect(fake.windows[0]?.overlay).toEqual({ image: join(icons, 'badge', file), text });
    expect(existsSync(join(icons, 'badge', file))).toBe(true);
    tray.render(trayState(calm));
    expect(fake.windows[0]?.overlay).toBeNull();
  });
});
