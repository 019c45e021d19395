import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { axeFindings } from './support/axe.ts';
import { believableConversations, believableDesk, believableThread } from './support/believable-desk.ts';
import { aMessage, liveSync, minute, serverNow, settings } from './support/fixtures.ts';
import type { MemoryContract, MemoryWorld } from './support/memory-contract.ts';
import { openDesk } from './support/whole-desk.tsx';

const offline = { ...liveSync, state: 'backing-off' as const, problem: 'offline' as const, offlineSince: serverNow };
const many = Array.from({ length: 60 }, (_, index) =>
  aMessage({ id: 100 + index, conversationId: 2, text: `Rad Nummer ${index}`, at: serverNow - (100 - index) * minute }),
);

async function openSearch(change: Partial<MemoryWorld> = {}): Promise<MemoryContract> {
  const messages = new Map([
    [1, believableThread()],
    [2, many],
  ]);
  const contract = await openDesk({ ...believableDesk(), messages, ...change });
  await userEvent.keyboard('{Control>}{Shift>}F{/Shift}{/Control}');
  await expect.element(box()).toHaveFocus();
  return contract;
}
const box = () => page.getByRole('searchbox', { name: 'Search all messages' });
const focused = (): string => document.activeElement?.textContent ?? '';

beforeEach(async () => {
  localStorage.clear();
  await page.viewport(1280, 800);
});

describe('search page', () => {
  it('answers while typing, by conversation, with marks and an honest count', async () => {
    await openSearch();
    await userEvent.keyboard('promise');
    const group = page.getByRole('region', { name: 'Mara Singh on Support' });
    await expect.element(group.getByText('Note')).toBeVisible();
    await expect.poll(() => document.querySelector('.search-excerpt mark')?.textContent).toBe('promise');
    await expect
      .element(page.getByText(/^1 message found\. Searched 70 messages on this device \(since .+\)\.$/))
      .toBeVisible();
  });

  it('goes by keys: into the results, back to the box with Escape, and opens the message', async () => {
    const contract = await openSearch();
    await userEvent.keyboard('week');
    await expect.element(page.getByText(/^2 messages found/)).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.poll(focused).toMatch(/with you this week/);
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(focused).toMatch(/city bike last week/);
    await userEvent.keyboard('{Escape}');
    await expect.element(box()).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    await expect.element(page.getByRole('log')).toBeVisible();
    await expect.poll(() => contract.callsOf('conversations.open').length).toBeGreaterThan(0);
    await userEvent.keyboard('{Control>}{Shift>}F{/Shift}{/Control}');
    await expect.element(box()).toHaveValue('week');
  });

  it('shows a late answer to an older text nowhere', async () => {
    const contract = await openSearch();
    await userEvent.keyboard('Thursday');
    await box().fill('Rad Nummer 7');
    await expect.element(page.getByText(/^1 message found/)).toBeVisible();
    await expect.element(page.getByRole('region', { name: /^Mara Singh/ })).not.toBeInTheDocument();
    expect(contract.callsOf('search.messages').length).toBeGreaterThan(5);
  });

  it('goes on where there is more', async () => {
    await openSearch();
    await box().fill('Nummer');
    await expect.element(page.getByText(/^40 messages found so far/)).toBeVisible();
    await page.getByRole('button', { name: 'Show more' }).click();
    await expect.element(page.getByText(/^60 messages found\./)).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Show more' })).not.toBeInTheDocument();
  });

  it('puts operators in where the caret is', async () => {
    await openSearch();
    await userEvent.keyboard('bike');
    await page.getByRole('button', { name: 'from:me from me' }).click();
    await expect.element(box()).toHaveValue('bike from:me ');
    await page.getByRole('button', { name: 'before: before a day' }).click();
    await userEvent.keyboard('2026-01-31');
    await expect.element(box()).toHaveValue('bike from:me before:2026-01-31 ');
  });

  it('asks the server when wanted, and shows only what is new', async () => {
    const [mara] = believableConversations();
    const message = aMessage({ id: 3, conversationId: 1, text: 'An old refund', at: serverNow - 9e9 });
    const hit = {
      conversationId: 1,
      contactName: mara?.contact.name ?? '',
      channelName: 'Support',
      message,
      excerpt: [
        { text: 'An old ', hit: false },
        { text: 'refund', hit: true },
      ],
    };
    const contract = await openSearch({ hitsOnServer: [hit] });
    await userEvent.keyboard('refund');
    await expect.element(page.getByRole('heading', { name: 'Nothing found for “refund”' })).toBeVisible();
    expect(contract.callsOf('search.server')).toEqual([]);
    await page.getByRole('button', { name: 'Search the server' }).click();
    await expect.element(page.getByRole('group', { name: 'On the server' }).getByText('An old')).toBeVisible();
  });

  it('works offline, and says what the server part needs', async () => {
    const contract = await openSearch({ sync: offline });
    await userEvent.keyboard('Thursday');
    await expect.element(page.getByText(/^1 message found/)).toBeVisible();
    await expect.element(page.getByText('Needs a connection.')).toBeVisible();
    await page.getByRole('button', { name: 'Search the server' }).click({ force: true });
    expect(contract.callsOf('search.server')).toEqual([]);
  });

  it('says so when the store cannot be read, and tries again', async () => {
    const contract = await openSearch();
    contract.refuse('search.messages', 'storage');
    await userEvent.keyboard('Thursday');
    await expect.element(page.getByText(/^The search could not be read/)).toBeVisible();
    contract.refuse('search.messages', null);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.element(page.getByText(/^1 message found/)).toBeVisible();
  });

  it('remembers searches on this computer only, and forgets them when told', async () => {
    await openSearch();
    await userEvent.keyboard('Thursday{Enter}');
    await box().fill('');
    await userEvent.keyboard('{Control>}1{/Control}');
    await userEvent.keyboard('{Control>}{Shift>}F{/Shift}{/Control}');
    await page.getByRole('button', { name: 'Thursday', exact: true }).click();
    await expect.element(box()).toHaveValue('Thursday');
    await box().fill('');
    await page.getByRole('button', { name: 'Forget these' }).click();
    await expect.element(page.getByText('Searched before, on this computer only')).not.toBeInTheDocument();
    expect(localStorage.length).toBe(0);
  });

  it.each([
    ['light', 1280],
    ['dark', 320],
  ] as const)('axe finds nothing (%s, %i px)', async (theme, width) => {
    await openSearch({ settings: { ...settings, theme } });
    await page.viewport(width, 720);
    await userEvent.keyboard('th');
    await expect.element(page.getByText(/messages? found/)).toBeVisible();
    expect(await axeFindings(document)).toEqual([]);
  });
});
