import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { axeFindings } from './support/axe.ts';
import { believableDesk } from './support/believable-desk.ts';
import { anOutboxItem, aReply, computer, hour, liveSync, serverNow, settings } from './support/fixtures.ts';
import { expectText } from './support/expect-text.ts';
import { announced, openDesk } from './support/whole-desk.tsx';

const openSettings = async (change = {}) => {
  const contract = await openDesk({ ...believableDesk(), ...change });
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await expect.element(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
  return contract;
};

beforeEach(async () => {
  await page.viewport(1280, 800);
});

describe('settings page', () => {
  it('applies every choice at once', async () => {
    const contract = await openSettings();
    await page.getByRole('radio', { name: 'Compact' }).click();
    await expect.poll(() => document.documentElement.dataset['density']).toBe('compact');
    await page.getByRole('combobox', { name: 'Text size' }).selectOptions('125');
    await expect.poll(() => document.documentElement.style.fontSize).toBe('125%');
    await page.getByRole('switch', { name: 'Enter sends' }).click();
    await page.getByRole('radio', { name: '20 s' }).click();
    await expect
      .poll(() => contract.callsOf('settings.set'))
      .toEqual([{ density: 'compact' }, { zoom: 125 }, { enterSends: false }, { undoSeconds: 20 }]);
  });

  it('shows what the organisation decides, with whom to ask, and offers no change of it', async () => {
    const policy = { ...computer.policy, locked: ['theme', 'enterSends', 'alerts.privacy'], contact: 'Ana in IT' };
    await openSettings({ computer: { ...computer, policy } });
    const ask = 'Set by your organisation. To change it, ask: Ana in IT';
    await expect.poll(() => page.getByText(ask).elements().length).toBe(3);
    await expect.element(page.getByRole('radio', { name: 'Dark' })).toBeDisabled();
    await expect.element(page.getByRole('switch', { name: 'Enter sends' })).toBeDisabled();
    await expect.element(page.getByRole('switch', { name: 'Enter sends' })).toHaveAccessibleDescription(/Ana in IT/);
    await expect.element(page.getByRole('radio', { name: 'Compact' })).toBeEnabled();
    expect(await axeFindings(document)).toEqual([]);
  });

  it('sets a proxy by hand, and keeps its sign-in where no call gives it back', async () => {
    const contract = await openSettings();
    await page.getByRole('radio', { name: 'Manual' }).click();
    await page.getByLabelText('Proxy address').fill('proxy.example:3128');
    await userEvent.keyboard('{Enter}');
    await expect
      .poll(() => contract.world.settings.network)
      .toMatchObject({ proxy: 'manual', proxyAddress: 'proxy.example:3128' });
    await page.getByLabelText('Sign-in of the proxy: User name').fill('ana');
    await page.getByLabelText('Sign-in of the proxy: Password').fill('secret');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Saved. It holds from the next question on.')).toBeVisible();
    expect(contract.callsOf('network.keepLogin')).toEqual([
      { which: 'proxy', user: 'ana', password: 'secret', stay: true },
    ]);
    await expect.element(page.getByLabelText('Sign-in of the proxy: Password')).toHaveValue('');
    expect(await axeFindings(document)).toEqual([]);
  });

  it('tests the connection, and says where the way stops and what to do', async () => {
    const way = { proxy: 'http://proxy.example:3128', finding: 'tls-authority' as const, detail: 'SELF_SIGNED' };
    const contract = await openSettings({ way });
    await page.getByRole('button', { name: 'Test the connection' }).click();
    const steps = page.getByRole('listitem').filter({ hasText: /^(Name|Way|Certificate|Chatwoot|Live updates): / });
    await expect
      .poll(() => steps.elements().map((step) => step.textContent))
      .toEqual([
        'Name: good',
        'Way: good',
        'Certificate: stops here',
        'Chatwoot: not tried',
        'Live updates: not tried',
      ]);
    await expect.element(page.getByText(/Nobody we trust vouches for the certificate/)).toBeVisible();
    await expect.element(page.getByText('By way of http://proxy.example:3128.')).toBeVisible();
    expect(await axeFindings(document)).toEqual([]);
    contract.world.way = { proxy: null, finding: null, detail: 'Chatwoot 4.9.2' };
    await page.getByRole('button', { name: 'Test the connection' }).click();
    await expect.element(page.getByText(/The whole way to .* is free/)).toBeVisible();
  });

  it('says what of the settings file could not be used', async () => {
    const settingsTroubles = [{ kind: 'damaged' as const, detail: 'settings.damaged-2026.json' }];
    await openSettings({ computer: { ...computer, settings: settingsTroubles } });
    await expectText(page.getByText(/was damaged/), /kept as settings\.damaged-2026\.json in the data folder/);
  });

  it('finds a setting by its words', async () => {
    await openSettings();
    await page.getByRole('searchbox', { name: 'Search settings' }).fill('undo');
    await expect.element(page.getByRole('radiogroup', { name: 'Undo send' })).toBeVisible();
    await expect.element(page.getByRole('radiogroup', { name: 'Theme' })).not.toBeInTheDocument();
    await page.getByRole('searchbox', { name: 'Search settings' }).fill('zebra');
    await expect.element(page.getByText('No setting matches “zebra”.')).toBeVisible();
  });

  it('speaks another language at once, also on <html>', async () => {
    const contract = await openSettings();
    await page.getByRole('combobox', { name: 'Language' }).selectOptions('pseudo');
    await expectText(page.getByRole('heading', { level: 1 }), /^\[Š.+~+\]$/);
    contract.world.settings = { ...settings, language: 'ar' };
    contract.emit({ name: 'settings.changed', data: { revision: 1 } });
    await expect.poll(() => [document.documentElement.lang, document.documentElement.dir]).toEqual(['ar', 'rtl']);
    contract.world.settings = settings;
    contract.emit({ name: 'settings.changed', data: { revision: 2 } });
    await expect.poll(() => [document.documentElement.lang, document.documentElement.dir]).toEqual(['en', 'ltr']);
  });

  it('gives a command another key, which works at once, and refuses one that is taken', async () => {
    const contract = await openSettings();
    const row = page.getByRole('button', { name: /^Close or reopen: / });
    await row.click();
    await userEvent.keyboard('j');
    await expect.element(page.getByText(/J is the key of “Next conversation”/)).toBeVisible();
    expect(contract.callsOf('settings.set')).toEqual([]);
    await row.click();
    await userEvent.keyboard('{Control>}{Shift>}e{/Shift}{/Control}');
    await expect
      .poll(() => contract.callsOf('settings.set'))
      .toEqual([{ keys: { 'conversation.close': 'Mod+Shift+E' } }]);
    expect(announced()).toBe('Close or reopen is now Ctrl+Shift+E.');
    await userEvent.keyboard('{Control>}1{/Control}');
    await expect.element(page.getByRole('log')).toBeVisible();
    await userEvent.keyboard('{Control>}{Shift>}e{/Shift}{/Control}');
    await expect.poll(() => contract.callsOf('conversations.act')).toHaveLength(1);
  });

  it('records a sequence, removes a key, and goes back to the start', async () => {
    const contract = await openSettings({ settings: { ...settings, keys: { 'go.inbox': 'H I' } } });
    await page.getByRole('button', { name: /^Go to mine: / }).click();
    await userEvent.keyboard('hm');
    await expect
      .poll(() => contract.callsOf('settings.set').at(-1))
      .toEqual({ keys: { 'go.inbox': 'H I', 'go.mine': 'H M' } });
    await page.getByRole('button', { name: /^Quote this message: / }).click();
    await userEvent.keyboard('{Backspace}');
    await expect.poll(() => contract.callsOf('settings.set').at(-1)?.keys).toMatchObject({ 'thread.quote': '' });
    await page.getByRole('button', { name: 'All keys back to the start' }).click();
    await expect.poll(() => contract.callsOf('settings.set').at(-1)).toEqual({ keys: {} });
  });
});

describe('outbox page', () => {
  const items = [
    anOutboxItem({ content: aReply('Thursday it is.'), mustLeaveBy: serverNow + 2 * hour }),
    anOutboxItem({
      clientId: '8b6e6f3e-51a5-4d0e-9a25-0f3a4a7d2c11',
      state: 'conflict',
      content: { kind: 'action', action: { kind: 'assign', assigneeId: 3 } },
      problem: { kind: 'changed-meanwhile', by: 'Ana', now: 'Jonas' },
    }),
    anOutboxItem({
      clientId: '9b6e6f3e-51a5-4d0e-9a25-0f3a4a7d2c11',
      conversationId: 6,
      state: 'failed',
      content: aReply('Still there?'),
      problem: { kind: 'refused', code: 131_026, text: '131026: Message undeliverable' },
    }),
  ];
  const history = [
    {
      id: 'k1',
      conversationId: 1,
      audience: 'team' as const,
      text: 'An earlier note',
      files: [],
      keptAt: serverNow,
      why: 'discarded' as const,
    },
  ];

  it('shows each with audience, deadline and decisions, and the texts that were kept', async () => {
    const contract = await openDesk({ ...believableDesk(), outbox: items, history });
    await userEvent.keyboard('{Control>}{Shift>}O{/Shift}{/Control}');
    const mara = page.getByRole('region', { name: 'Mara Singh' });
    await expect.element(mara.getByText(/^Queued · must leave by \d/)).toBeVisible();
    await expect.element(mara.getByText('To customer').first()).toBeVisible();
    await expect
      .element(page.getByRole('region', { name: 'Lucía Fernández' }).getByRole('button', { name: 'Copy' }))
      .toBeVisible();
    await mara.getByText('1 earlier text of 30 days').click();
    await expect.element(mara.getByText('An earlier note')).toBeVisible();
    await mara.getByRole('button', { name: 'Keep theirs' }).click();
    await expect
      .poll(() => contract.callsOf('outbox.decide'))
      .toEqual([{ clientId: items[1]?.clientId, decision: 'discard' }]);
  });

  it('leads to the conversation, and says when nothing is left', async () => {
    const contract = await openDesk({ ...believableDesk(), outbox: items.slice(2) });
    await userEvent.keyboard('{Control>}{Shift>}O{/Shift}{/Control}');
    await page.getByRole('button', { name: 'Lucía Fernández' }).click();
    await expect.element(page.getByRole('heading', { name: 'Lucía Fernández' }).first()).toBeVisible();
    contract.world.outbox = [];
    contract.emit({ name: 'outbox.changed', data: { ids: null, revision: 1 } });
    await userEvent.keyboard('{Control>}{Shift>}O{/Shift}{/Control}');
    await expect.element(page.getByText('Everything has been sent')).toBeVisible();
  });
});

describe('diagnostics page', () => {
  it('tells the facts with the last error, and tries again when asked', async () => {
    const sync = { ...liveSync, lastError: 'GET /api/v1/profile 502' };
    const contract = await openDesk({ ...believableDesk(), sync });
    await page
      .getByRole('contentinfo')
      .getByRole('button', { name: /Up to date/ })
      .click();
    await expect.element(page.getByText('GET /api/v1/profile 502')).toBeVisible();
    await expect.element(page.getByText('41,208')).toBeVisible();
    await page.getByRole('button', { name: 'Try to reach the server now' }).click();
    await expect.poll(() => contract.callsOf('sync.retry')).toHaveLength(1);
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('listbox')).toBeVisible();
  });

  it('says so when it cannot be read', async () => {
    const contract = await openDesk(believableDesk());
    contract.refuse('diagnostics.get', 'storage');
    await page
      .getByRole('contentinfo')
      .getByRole('button', { name: /Up to date/ })
      .click();
    await expect.element(page.getByText(/could not read this about itself/)).toBeVisible();
  });
});

describe('pages for everybody', () => {
  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['dark', 320],
  ] as const)('axe finds nothing on settings, outbox and diagnostics (%s, %i px)', async (theme, width) => {
    await openDesk({ ...believableDesk(), settings: { ...settings, theme } });
    await page.viewport(width, 700);
    await userEvent.keyboard('{Control>},{/Control}');
    await expect.element(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
    expect(await axeFindings(document)).toEqual([]);
    await userEvent.keyboard('{Control>}{Shift>}O{/Shift}{/Control}');
    await expect.element(page.getByRole('heading', { name: 'Outbox', level: 1 })).toBeVisible();
    expect(await axeFindings(document)).toEqual([]);
    await page
      .getByRole('contentinfo')
      .getByRole('button', { name: /Up to date/ })
      .click();
    await expect.element(page.getByText('41,208')).toBeVisible();
    expect(await axeFindings(document)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBe(width);
  });

  it('nothing runs out of a 320 px window, in words 40 % longer', async () => {
    await page.viewport(320, 640);
    await openDesk({ ...believableDesk(), settings: { ...settings, language: 'pseudo' } });
    for (const keys of ['{Control>},{/Control}', '{Control>}{Shift>}O{/Shift}{/Control}']) {
      await userEvent.keyboard(keys);
      await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
      const out = [...document.querySelectorAll('.page *')].filter((each) => {
        const { right, width } = each.getBoundingClientRect();
        return width > 0 && right > 321;
      });
      expect(out.map((each) => each.outerHTML.slice(0, 120))).toEqual([]);
    }
  });
});
