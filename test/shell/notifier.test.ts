import { describe, expect, test } from 'vitest';
import type { Activation } from '../../electron/core/alerts/alert-desk.ts';
import type { Notifier } from '../../electron/core/ports.ts';
import { followColdStart } from '../../electron/shell/cold-start.ts';
import { createNotifier, patienceMs } from '../../electron/shell/notifier.ts';
import { must } from '../../shared/lang/assert.ts';
import type { Announcement } from '../../shared/notify/announce.ts';
import { tokenOf } from '../../shared/notify/token.ts';
import { words } from '../../shared/notify/words.ts';
import { createFakeElectron, type FakeElectron } from '../support/electron-fake/fake-electron.ts';
import type { FakeNotification } from '../support/electron-fake/notification.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { collectLog, say } from './setup.ts';

const message: Announcement = {
  id: 'message-7',
  kind: 'message',
  conversationId: 7,
  title: words('notify.message.title', { name: 'Mara Singh' }),
  body: [words('notify.text', { text: 'When will it arrive?' })],
  actions: ['open', 'reply'],
  sound: true,
  urgent: false,
};
const closed: Announcement = { ...message, actions: ['open', 'choose-template', 'note'] };

interface Room {
  readonly fake: FakeElectron;
  readonly clock: FakeClock;
  readonly notifier: Notifier;
  readonly activations: Activation[];
  /** The newest notification. */
  newest(): FakeNotification;
}

async function room(platform: NodeJS.Platform): Promise<Room> {
  const fake = createFakeElectron({ platform });
  await fake.ready();
  const clock = new FakeClock();
  const activations: Activation[] = [];
  const notifier = createNotifier({
    Notification: fake.surface.Notification,
    platform,
    clock,
    log: collectLog(),
    say,
    facts: () => Promise.reject(new Error('not in this test')),
    onActivation: (activation) => void activations.push(activation),
  });
  const newest = (): FakeNotification => must(fake.notifications.made.at(-1), 'one was made');
  return { fake, clock, notifier, activations, newest };
}

describe('what each system gets', () => {
  test.each([
    ['win32', message, { hasReply: true, actions: [], id: tokenOf('one', message), timeoutType: 'default' }],
    ['darwin', message, { hasReply: true, actions: [], id: tokenOf('one', message) }],
    ['linux', message, { urgency: 'normal' }],
    ['linux', { ...message, urgent: true }, { urgency: 'critical' }],
    ['win32', { ...message, urgent: true }, { timeoutType: 'never' }],
  ] as const)('%s: a message while the window is open', async (platform, announcement, expected) => {
    const { notifier, newest } = await room(platform);
    expect(await notifier.show('one', announcement)).toEqual({ status: 'shown' });
    expect(newest().options).toMatchObject({
      title: 'Mara Singh',
      body: 'When will it arrive?',
      silent: false,
      ...expected,
    });
    if (platform === 'linux') {
      for (const key of ['hasReply', 'actions', 'id']) expect(newest().options).not.toHaveProperty(key);
    }
  });

  test.each(['win32', 'darwin'] as const)(
    '%s: after the window closed there is no field to the customer',
    async (platform) => {
      const { notifier, newest } = await room(platform);
      await notifier.show('one', closed);
      expect(newest().options.hasReply).toBeUndefined();
      expect(newest().options.actions?.map(({ text }) => text)).toEqual(['Choose template', 'Add note']);
    },
  );

  test.each([
    ['linux', '<b>Hi</b> &amp; <img src=x>', '‹b›Hi‹/b› & amp; ‹img src=x›'],
    ['darwin', '<b>Hi</b> &amp;', '<b>Hi</b> &amp;'],
    ['win32', 'a\u0000b\u202Ec', 'a bc'],
    ['linux', 'x'.repeat(400), `${'x'.repeat(299)}…`],
  ] as const)('%s: text of a customer is only text (%j)', async (platform, text, shown) => {
    const { notifier, newest } = await room(platform);
    await notifier.show('one', { ...message, body: [words('notify.text', { text })] });
    expect(newest().options.body).toBe(shown);
  });

  test('Windows takes the id of the longest workspace and conversation', async () => {
    const { notifier } = await room('win32');
    const long = {
      ...message,
      id: `assignment-${'9'.repeat(15)}`,
      actions: ['open', 'choose-template', 'note'],
    } as const;
    expect(await notifier.show('w'.repeat(70), long)).toEqual({ status: 'shown' });
  });
});

describe('what becomes of it', () => {
  test.each([
    ['click', [], { action: 'open', text: null }],
    ['reply', [{}, 'On its way.'], { action: 'reply', text: 'On its way.' }],
  ] as const)('%s', async (event, args, expected) => {
    const { notifier, newest, activations } = await room('darwin');
    await notifier.show('one', message);
    newest().emit(event, ...args);
    expect(activations).toEqual([{ workspaceId: 'one', id: 'message-7', conversationId: 7, ...expected }]);
  });

  test('a button, and one that it does not have', async () => {
    const { notifier, newest, activations } = await room('win32');
    await notifier.show('one', closed);
    newest().emit('action', {}, 1);
    newest().emit('action', {}, 9);
    expect(activations.map(({ action }) => action)).toEqual(['note', 'open']);
  });

  test('the same id replaces what is shown', async () => {
    const { notifier, fake } = await room('linux');
    await notifier.show('one', message);
    await notifier.show('one', message);
    await notifier.show('another', message);
    expect(fake.notifications.made.map((one) => one.isClosed())).toEqual([true, false, false]);
  });

  test('read elsewhere it is taken away, on macOS also out of the notification centre', async () => {
    for (const platform of ['linux', 'win32', 'darwin'] as const) {
      const { notifier, newest, fake } = await room(platform);
      await notifier.show('one', message);
      notifier.withdraw('one', 'message-7');
      notifier.withdraw('one', 'message-7');
      expect(newest().isClosed()).toBe(true);
      expect(fake.notifications.removed).toEqual(platform === 'darwin' ? [tokenOf('one', message)] : []);
    }
  });

  test('out of time it still can be chosen and taken away; dismissed by the person it is gone', async () => {
    const { notifier, newest } = await room('win32');
    await notifier.show('one', message);
    newest().emit('close', { reason: 'timedOut' });
    notifier.withdraw('one', 'message-7');
    expect(newest().isClosed()).toBe(true);
    await notifier.show('one', message);
    newest().emit('close', { reason: 'userCanceled' });
    notifier.withdraw('one', 'message-7');
    expect(newest().isClosed()).toBe(false);
  });
});

describe('why it was not shown', () => {
  test.each([
    ['darwin', 'fail', 'Notifications are not allowed for this application', 'denied'],
    ['darwin', 'fail', 'code signature invalid', 'failed'],
    ['win32', 'fail', '0x80070005', 'failed'],
    ['linux', 'silent', '', 'timeout'],
  ] as const)('%s %s %s: %s', async (platform, answer, error, reason) => {
    const { fake, notifier, clock } = await room(platform);
    Object.assign(fake.notifications, { answer, error });
    const shown = notifier.show('one', message);
    await clock.advance(patienceMs);
    expect(await shown).toEqual({ status: 'not-shown', reason });
  });

  test('the system has none at all', async () => {
    const { fake, notifier } = await room('linux');
    fake.notifications.isSupported = false;
    expect(await notifier.show('one', message)).toEqual({ status: 'not-shown', reason: 'unsupported' });
    expect(fake.notifications.made).toEqual([]);
  });
});

describe('chosen after Latchkey ended (Windows)', () => {
  async function started(details: Electron.ActivationArguments) {
    const { fake } = await room('win32');
    const activations: Activation[] = [];
    const unknown: (string | null)[] = [];
    followColdStart({
      Notification: fake.surface.Notification,
      log: collectLog(),
      workspaceIds: () => ['one', 'two'],
      onActivation: (activation) => void activations.push(activation),
      onUnknown: (text) => void unknown.push(text),
    });
    fake.notifications.activate(details);
    return { activations, unknown };
  }
  const token = tokenOf('two', closed);
  const about = { workspaceId: 'two', id: 'message-7', conversationId: 7 };

  test.each([
    [
      { type: 'click', arguments: `type=click&tag=${token}` },
      { action: 'open', text: null },
    ],
    [
      { type: 'action', arguments: `type=action&action=0&tag=${token}`, actionIndex: 0 },
      { action: 'choose-template', text: null },
    ],
    [
      { type: 'reply', arguments: `tag=${tokenOf('two', message)}`, reply: 'Yes' },
      { action: 'open', text: 'Yes' },
    ],
  ])('%j', async (details, expected) => {
    expect(await started(details)).toEqual({ activations: [{ ...about, ...expected }], unknown: [] });
  });

  test.each(['', 'tag=00000000.message-7.o', '../../etc', `${token}x`, 'tag=12345678.message--1.o'])(
    'what is none of ours (%j) opens the app, and what was typed is kept',
    async (text) => {
      const { activations, unknown } = await started({ type: 'reply', arguments: text, reply: 'typed' });
      expect([activations, unknown]).toEqual([[], ['typed']]);
    },
  );
});
