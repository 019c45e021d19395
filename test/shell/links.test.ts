import { describe, expect, test } from 'vitest';
import { linkIn, openLinkDoor, registerLinks } from '../../electron/shell/links.ts';
import type { DeepLink } from '../../shared/links/deep-link.ts';
import { createFakeElectron } from '../support/electron-fake/fake-electron.ts';

const conversation = { kind: 'conversation', workspaceId: 'one', conversationId: 42 } as const;
const link = 'latchkey://conversation/one/42';

describe('links', () => {
  test('come on the command line, wherever Chromium puts its own', () => {
    expect(linkIn(['latchkey', '--disable-gpu', link, '--flag'])).toBe(link);
    expect(linkIn(['latchkey', 'https://example.com', 'latchkey://send/1'])).toBeNull();
  });

  test('of macOS wait from before Electron is ready until somebody follows them', async () => {
    const fake = createFakeElectron({ platform: 'darwin' });
    const door = openLinkDoor(fake.surface.app, []);
    let prevented = 0;
    const event = { preventDefault: () => (prevented += 1) };
    fake.app.emit('open-url', event, link);
    expect(door.isAsked()).toBe(true);
    await fake.ready();
    const followed: DeepLink[] = [];
    door.follow((one) => void followed.push(one));
    fake.app.emit('open-url', event, 'latchkey://outbox');
    expect([followed, prevented]).toEqual([[conversation, { kind: 'outbox' }], 2]);
    expect(door.isAsked()).toBe(false);
  });

  test.each([
    [{ link }, [conversation]],
    [{ link: 'latchkey://conversation/../1' }, []],
    [{ link: 7 }, []],
    [null, []],
    ['latchkey://outbox', []],
  ])('of a second start count by what it says (%j), not by its arguments', (data, expected) => {
    const fake = createFakeElectron();
    const followed: DeepLink[] = [];
    openLinkDoor(fake.surface.app, []).follow((one) => void followed.push(one));
    fake.app.emit('second-instance', {}, ['latchkey', 'latchkey://closing'], '/', data);
    expect(followed).toEqual(expected);
  });

  test.each([
    ['win32', true, ['setAsDefaultProtocolClient latchkey']],
    ['win32', false, []],
    ['linux', true, []],
    ['darwin', true, []],
  ] as const)('%s, packed: %s: registered by us as %j', (platform, isPackaged, expected) => {
    const fake = createFakeElectron({ platform, isPackaged });
    registerLinks(fake.surface.app, platform);
    expect(fake.app.history).toEqual(expected);
  });
});
