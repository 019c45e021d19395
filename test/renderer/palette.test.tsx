import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { axeFindings } from './support/axe.ts';
import { believableDesk } from './support/believable-desk.ts';
import { aConversation, hour, serverNow, windowWithLeft } from './support/fixtures.ts';
import { openDesk } from './support/whole-desk.tsx';

const openPalette = async (): Promise<void> => {
  await userEvent.keyboard('{Control>}k{/Control}');
  await expect.element(page.getByRole('combobox', { name: /^Find an action/ })).toHaveFocus();
};
const options = () => page.getByRole('listbox', { name: 'Found' }).getByRole('option');
const all = () =>
  options()
    .elements()
    .map(({ textContent }) => textContent);
const first = () => options().first().element().textContent;

beforeEach(async () => {
  await page.viewport(1280, 800);
});

describe('command palette', () => {
  it('finds an action, shows its key, runs it, and gives the focus back', async () => {
    const contract = await openDesk(believableDesk());
    await openPalette();
    await userEvent.keyboard('unread');
    await expect.poll(first).toBe('Mark as unreadU');
    await userEvent.keyboard('{Enter}');
    await expect
      .poll(() => contract.callsOf('conversations.act'))
      .toMatchObject([{ conversationId: 1, action: { kind: 'mark-unread' } }]);
    await expect.element(page.getByRole('combobox', { name: /^Find an action/ })).not.toBeInTheDocument();
  });

  it('finds people, conversations, templates and settings', async () => {
    const nadia = { id: 900, name: 'Nadine Kuhn', phoneNumber: '+49301234567', avatarUrl: null };
    const contract = await openDesk({ ...believableDesk(), contacts: [nadia] });
    await openPalette();
    await userEvent.keyboard('kuhn');
    await expect.poll(first).toMatch(/^Nadine Kuhn/);
    await userEvent.fill(page.getByRole('combobox', { name: /^Find an action/ }), 'jurgen');
    await expect.poll(first).toMatch(/^Jürgen Weiß/);
    await userEvent.fill(page.getByRole('combobox', { name: /^Find an action/ }), 'back in');
    await expect.poll(first).toMatch(/^back_in_stock/);
    await userEvent.fill(page.getByRole('combobox', { name: /^Find an action/ }), 'theme dark');
    await expect.poll(first).toMatch(/^Theme: Dark/);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => contract.callsOf('settings.set')).toEqual([{ theme: 'dark' }]);
  });

  it('snoozes in words, and says when the window will be closed by then', async () => {
    const window = windowWithLeft(3 * hour);
    const contract = await openDesk({ conversations: [aConversation({ window })] });
    await openPalette();
    await userEvent.keyboard('snooze 2h');
    await expect.poll(first).toMatch(/^Snooze until .*Mara Singh$/);
    await userEvent.fill(page.getByRole('combobox', { name: /^Find an action/ }), 'snooze 5h');
    await expect.poll(first).toMatch(/^Snooze until .*The window will be closed by then$/);
    await userEvent.keyboard('{Enter}');
    await expect
      .poll(() => contract.callsOf('conversations.act')[0]?.action)
      .toEqual({ kind: 'set-status', status: 'snoozed', snoozedUntil: expect.closeTo(serverNow + 5 * hour, -5) });
  });

  it('takes a moment alone for a snooze, too, but after what may be meant by its name', async () => {
    const window = windowWithLeft(3 * hour);
    const monica = { id: 8, name: 'Monica Vidal', phoneNumber: null, avatarUrl: null };
    const contract = await openDesk({
      conversations: [aConversation({ window }), aConversation({ id: 2, contact: monica, window })],
    });
    await openPalette();
    await userEvent.keyboard('2h');
    await expect.poll(first).toMatch(/^Snooze until .*Mara Singh$/);
    const search = page.getByRole('combobox', { name: /^Find an action/ });
    await userEvent.fill(search, 'mon');
    await expect.poll(all).toContainEqual(expect.stringMatching(/^Snooze until /u));
    expect(first()).toMatch(/^Monica Vidal/u);
    await contract.client.call('settings.set', { language: 'de' });
    const found = page.getByRole('option', { name: /^Zurückstellen bis/u });
    for (const words of ['zurückstellen 2h', 'zurückstellen bis morgen 9 Uhr', 'in 2 Stunden']) {
      await userEvent.fill(page.getByRole('combobox'), words);
      await expect.element(found).toBeVisible();
      await userEvent.fill(page.getByRole('combobox'), 'zzz');
      await expect.element(found).not.toBeInTheDocument();
    }
  });

  it('starts with what fits: the template when the window is closed, then what was used last', async () => {
    await openDesk({ conversations: [aConversation({ window: windowWithLeft(-hour) })] });
    await openPalette();
    await expect.poll(first).toMatch(/^Choose a template/);
    await userEvent.keyboard('show all keys{Enter}');
    await expect.element(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await openPalette();
    await expect.poll(() => options().nth(2).element().textContent).toMatch(/^Show all keys/);
  });

  it('keeps what is impossible now, with the reason, and does not run it', async () => {
    const contract = await openDesk(believableDesk());
    contract.world.conversations = [];
    await userEvent.keyboard('{Control>}6{/Control}');
    await openPalette();
    await userEvent.keyboard('zzzzz');
    await expect.element(page.getByText('Nothing found for “zzzzz”')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('combobox', { name: /^Find an action/ })).not.toBeInTheDocument();
  });

  it('answers a key in the next frame, among a thousand conversations', async () => {
    const conversations = Array.from({ length: 1_000 }, (_, index) =>
      aConversation({
        id: index + 1,
        contact: {
          id: 5_000 + index,
          name: index === 0 ? 'Mara Singh' : `Customer ${index}`,
          phoneNumber: null,
          avatarUrl: null,
        },
      }),
    );
    await openDesk({ conversations });
    await openPalette();
    const input = page.getByRole('combobox', { name: /^Find an action/ }).element() as HTMLInputElement;
    const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    for (const [text, best] of [
      ['cust', 'Customer 1'],
      ['customer 9', 'Customer 9'],
      ['mara', 'Mara Singh'],
    ] as const) {
      setter?.call(input, text);
      input.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
      expect(first()).toContain(best);
    }
  });

  it.each(['light', 'dark'])('axe finds nothing (%s)', async (theme) => {
    await openDesk(believableDesk());
    document.documentElement.dataset['theme'] = theme;
    await openPalette();
    await userEvent.keyboard('s');
    expect(await axeFindings('dialog')).toEqual([]);
  });
});
