import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { AlertFinding, ShownAlert } from '../../shared/contract/alerts.ts';
import { words } from '../../shared/notify/words.ts';
import { axeFindings } from './support/axe.ts';
import { believableDesk } from './support/believable-desk.ts';
import { settings } from './support/fixtures.ts';
import { field, openDesk } from './support/whole-desk.tsx';

const plain = ({ key, values, times }: ReturnType<typeof words>): ShownAlert['title'] => ({
  key,
  values: { ...values },
  times: { ...times },
});
const alert: ShownAlert = {
  workspaceId: 'w1',
  id: 'message-2',
  title: plain(words('notify.message.title', { name: 'Jürgen Weiß' })),
  body: [plain(words('notify.message.private'))],
  action: 'open',
  urgent: false,
};
const noDaemon: AlertFinding = {
  code: 'no-daemon',
  severity: 'blocks',
  what: plain(words('doctor.no-daemon.what')),
  fix: plain(words('doctor.no-daemon.fix')),
};
const banner = page.getByRole('region', { name: 'What happened' });
const inPage = () => page.getByText('New message', { exact: true });
const thread = (name: string) => page.getByRole('heading', { name }).first();

beforeEach(async () => {
  await page.viewport(1280, 800);
});

describe('alerts in the page', () => {
  it.each(['light', 'dark'] as const)('say what happened, lead there, and leave (%s)', async (theme) => {
    const contract = await openDesk({ ...believableDesk(), settings: { ...settings, theme }, alerts: [alert] });
    await expect.element(inPage()).toBeVisible();
    expect(await axeFindings(document)).toEqual([]);
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await expect.element(thread('Jürgen Weiß')).toBeVisible();
    await expect.element(inPage()).not.toBeInTheDocument();
    expect(contract.callsOf('alerts.act')).toEqual([{ workspaceId: 'w1', id: 'message-2' }]);
  });

  it('are put away by hand', async () => {
    const contract = await openDesk({ ...believableDesk(), alerts: [alert] });
    await expect.element(inPage()).toBeVisible();
    await banner.getByRole('button', { name: 'Close' }).click();
    await expect.element(inPage()).not.toBeInTheDocument();
    expect(contract.callsOf('alerts.dismiss')).toHaveLength(1);
  });
});

describe('where links and notifications lead', () => {
  const go = async (destination: NonNullable<Parameters<typeof openDesk>[0]['destination']>) => {
    const contract = await openDesk(believableDesk());
    contract.world.destination = destination;
    contract.emit({ name: 'navigation.changed', data: { revision: 1 } });
    return contract;
  };
  const to = (intent: 'read' | 'reply' | 'note' | 'choose-template', conversationId = 2) =>
    ({ kind: 'conversation', workspaceId: 'w1', conversationId, intent }) as const;

  it('to a conversation, with the composer in the mode of the button', async () => {
    await go(to('note'));
    await expect.element(thread('Jürgen Weiß')).toBeVisible();
    await expect.poll(() => document.activeElement === field()).toBe(true);
    await expect.poll(() => document.querySelector<HTMLElement>('.composer-card')?.dataset['mode']).toBe('note');
  });

  it('to the templates, with the text that was parked', async () => {
    await go(to('choose-template', 6));
    await expect.element(page.getByRole('dialog')).toBeVisible();
  });

  it.each([
    ['outbox', 'Outbox'],
    ['settings', 'Settings'],
    ['notifications', 'Diagnostics'],
  ] as const)('to %s', async (kind, heading) => {
    await go({ kind, workspaceId: null });
    await expect.element(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible();
  });
});

describe('what the page tells of the person', () => {
  it('which conversation is in front of them, and that somebody is here', async () => {
    const contract = await openDesk(believableDesk());
    window.dispatchEvent(new FocusEvent('focus'));
    const expected = document.hasFocus() ? 1 : null;
    await expect.poll(() => contract.callsOf('presence.look').at(-1)).toEqual({ conversationId: expected });
    await userEvent.keyboard('{Control>},{/Control}');
    await expect.poll(() => contract.callsOf('presence.look').at(-1)).toEqual({ conversationId: null });
    expect(contract.callsOf('presence.report')).toEqual([{ active: true }]);
  });
});

describe('settings of alerts', () => {
  it('change one rule and keep the others; quiet hours have times', async () => {
    const contract = await openDesk(believableDesk());
    await userEvent.keyboard('{Control>},{/Control}');
    const { alerts } = settings;
    const set = () => contract.callsOf('settings.set').at(-1)?.alerts;
    await page.getByRole('combobox', { name: 'Notifications say' }).selectOptions('text');
    await expect.poll(set).toEqual({ ...alerts, privacy: 'text' });
    await page.getByRole('switch', { name: 'Quiet hours' }).click();
    await expect.poll(set).toMatchObject({ quietHours: { from: 1200, to: 480 } });
    await page.getByLabelText('Quiet until').fill('07:30');
    await expect.poll(set).toMatchObject({ privacy: 'text', quietHours: { from: 1200, to: 450 } });
    await page.getByRole('button', { name: 'For 1 hour' }).click();
    await page.getByRole('button', { name: 'Disturb again' }).click();
    await expect.poll(() => contract.callsOf('alerts.doNotDisturb')).toEqual([{ until: 'hour' }, { until: 'off' }]);
  });
});

describe('the doctor', () => {
  it('says what is wrong and what to do', async () => {
    await openDesk({ ...believableDesk(), findings: [noDaemon] });
    await page
      .getByRole('contentinfo')
      .getByRole('button', { name: /Up to date/ })
      .click();
    await expect.element(page.getByText(/Start the notification service of your desktop/)).toBeVisible();
  });

  it('sends a test and asks whether it was seen', async () => {
    const contract = await openDesk(believableDesk());
    await page
      .getByRole('contentinfo')
      .getByRole('button', { name: /Up to date/ })
      .click();
    await expect.element(page.getByText('Nothing stands in the way of notifications.')).toBeVisible();
    await page.getByRole('button', { name: 'Send a test notification' }).click();
    await page.getByRole('button', { name: 'No', exact: true }).click();
    await expect.poll(() => contract.callsOf('alerts.check').at(-1)).toEqual({ seen: false });
  });
});
