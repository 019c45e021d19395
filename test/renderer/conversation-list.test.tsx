import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../renderer/app.css';
import { must } from '../../shared/lang/assert.ts';
import { ConversationList } from '../../renderer/features/conversation-list/conversation-list.tsx';
import { believableConversations } from './support/believable-desk.ts';
import { aConversation, ana, hour, liveSync, minute, serverNow, settings, windowWithLeft } from './support/fixtures.ts';
import { expectText } from './support/expect-text.ts';
import { memoryContract } from './support/memory-contract.ts';
import { openDesk } from './support/whole-desk.tsx';
import { renderOver } from './support/render-page.tsx';

const inPane = (
  <div style={{ display: 'grid', height: 760, width: 340 }}>
    <ConversationList />
  </div>
);

const many = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    aConversation({
      id: index + 1,
      contact: { id: index, name: `Customer ${index + 1}`, phoneNumber: null, avatarUrl: null },
    }),
  );

const names = () => [...document.querySelectorAll('.row-name')].map((element) => element.textContent);
const focusedName = () => document.activeElement?.querySelector('.row-name')?.textContent;

describe('conversation list', () => {
  it('shows rows with names, previews, window chips and how many are unread', async () => {
    await renderOver(memoryContract({ conversations: believableConversations() }), inPane);
    const row = page.getByRole('option', { name: /Mara Singh.*3 unread/ });
    await expect.element(row).toBeVisible();
    await expect.element(row.getByText('And can I change the address?')).toBeVisible();
    await expect.element(row.getByText('23h 55m')).toBeVisible();
    await expect.element(page.getByRole('option', { name: /Jürgen/ }).getByText('3h 11m')).toBeVisible();
    expect(row.element().querySelector('.row-dot')).not.toBeNull();
    expect(
      page
        .getByRole('option', { name: /Jürgen/ })
        .element()
        .querySelector('.row-dot'),
    ).toBeNull();
    await expect.element(page.getByRole('option', { name: /Lucía.*You: Your parcel/ })).toBeVisible();
    await expect.element(page.getByRole('option', { name: /Bram.*Note: Waits/ })).toBeVisible();
  });

  it('tells assistive technology where a row stands, although most are not in the document', async () => {
    await renderOver(memoryContract({ conversations: many(50) }), inPane);
    await expect.element(page.getByRole('option', { name: /Customer 3 / })).toHaveAttribute('aria-posinset', '3');
    await expect.element(page.getByRole('option', { name: /Customer 3 / })).toHaveAttribute('aria-setsize', '50');
    expect(document.querySelectorAll('[role=option]').length).toBeLessThan(30);
  });

  it('has one tab stop; arrows, J, K, Home and End move it, Enter opens', async () => {
    const contract = memoryContract({ conversations: many(45) });
    await renderOver(contract, inPane);
    await expect.element(page.getByRole('option', { name: /Customer 1 / })).toBeVisible();
    expect(document.querySelectorAll('[role=option][tabindex="0"]')).toHaveLength(1);
    await userEvent.keyboard('j');
    await expect.poll(focusedName).toBe('Customer 1');
    await userEvent.keyboard('j');
    await expect.poll(focusedName).toBe('Customer 2');
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(focusedName).toBe('Customer 3');
    await userEvent.keyboard('k');
    await expect.poll(focusedName).toBe('Customer 2');
    await userEvent.keyboard('{End}');
    await expect.poll(focusedName).toBe('Customer 45');
    await userEvent.keyboard('{Home}');
    await expect.poll(focusedName).toBe('Customer 1');
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(focusedName).toBe('Customer 2');
    await userEvent.keyboard('{Enter}');
    await expectText(page.getByRole('option', { selected: true }), 'Customer 2');
    await expect.poll(() => contract.callsOf('conversations.open')).toEqual([{ conversationId: 2 }]);
  });

  it('asks for the next page by keyset when scrolled near the end, once', async () => {
    const contract = memoryContract({ conversations: many(250) });
    await renderOver(contract, inPane);
    await expect.element(page.getByRole('option', { name: /Customer 1 / })).toBeVisible();
    const list = document.querySelector('[role=listbox]');
    list?.scrollTo({ top: 76 * 60 });
    await expect.element(page.getByRole('option', { name: /Customer 61 / })).toHaveAttribute('aria-setsize', '250');
    await expect.poll(() => contract.callsOf('conversations.list').some(({ after }) => after !== null)).toBe(true);
    const asked = contract.callsOf('conversations.list').map((call) => call.after);
    expect(asked.filter((after) => after !== null)).toEqual([{ key: -(serverNow - 100 * minute), id: 100 }]);
  });

  it('does not move rows while the pointer or the keys are busy in the list, and offers the new ones', async () => {
    const contract = memoryContract({ conversations: many(5) });
    await renderOver(contract, inPane);
    await userEvent.keyboard('j');
    await expect.poll(focusedName).toBe('Customer 1');
    await userEvent.keyboard('j');
    await expect.poll(focusedName).toBe('Customer 2');
    contract.world.conversations = [
      ...contract.world.conversations,
      aConversation({
        id: 99,
        contact: { id: 99, name: 'Newcomer', phoneNumber: null, avatarUrl: null },
        lastActivityAt: serverNow,
      }),
    ];
    contract.emit({ name: 'conversations.changed', data: { ids: [99], revision: 1 } });
    await expect.element(page.getByRole('button', { name: 'Show 1 new conversation' })).toBeVisible();
    expect(names()[0]).toBe('Customer 1');
    await expect.poll(() => names()[0], { timeout: 4_000 }).toBe('Newcomer');
    expect(focusedName()).toBe('Customer 2');
  });

  it('says what an empty view means, and what to do about unreadable data', async () => {
    const contract = memoryContract({ conversations: [] });
    await renderOver(contract, inPane);
    await expect.element(page.getByText('All answered')).toBeVisible();
  });

  it('an empty view of mine says where the next window closes, and who has it', async () => {
    const closing = { window: windowWithLeft(2 * hour), assignee: ana };
    await openDesk({ conversations: [aConversation(closing)] });
    await userEvent.keyboard('gm');
    await expect.element(page.getByText('Nothing is assigned to you')).toBeVisible();
    await expect
      .element(page.getByText(/The next window closes .*: Mara Singh \(assigned to Ana Ferreira\)/u))
      .toBeVisible();
  });

  it('offers another try when the list cannot be read', async () => {
    const contract = memoryContract();
    contract.refuse('conversations.list', 'storage');
    await renderOver(contract, inPane);
    await expect.element(page.getByText('The list could not be read')).toBeVisible();
    contract.refuse('conversations.list', null);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.element(page.getByRole('option', { name: /Mara Singh/ })).toBeVisible();
  });

  it('shows the progress of the first sync', async () => {
    const sync = { ...liveSync, state: 'catching-up', lastLiveAt: null } as const;
    const contract = memoryContract({ conversations: [], sync: { ...sync, progress: { done: 340, total: 2_100 } } });
    await renderOver(contract, inPane);
    await expect.element(page.getByText('340 of 2,100')).toBeVisible();
  });

  it('narrows by text with the key /, and shows each filter as something to remove', async () => {
    const contract = memoryContract({ conversations: believableConversations() });
    await renderOver(contract, inPane);
    await expect.element(page.getByRole('option', { name: /Mara Singh/ })).toBeVisible();
    await userEvent.keyboard('/');
    await userEvent.keyboard('mara');
    await expect.poll(names).toEqual(['Mara Singh']);
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(focusedName).toBe('Mara Singh');
    await page.getByRole('button', { name: 'More filters' }).click();
    await page.getByRole('combobox', { name: 'Label' }).selectOptions('warranty');
    await expect.element(page.getByText('Nothing fits these filters')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await page.getByRole('button', { name: 'Remove filter Label: warranty' }).click();
    await expect.poll(names).toEqual(['Mara Singh']);
    await page.getByRole('button', { name: 'Remove filter Name or number: mara' }).click();
    await expect.poll(() => names().length).toBeGreaterThan(5);
    await expect.poll(() => document.querySelector<HTMLInputElement>('.filter-input')?.value).toBe('');
  });

  it('asks with every letter, and shows the rows of before until the answer is there', async () => {
    const contract = memoryContract({ conversations: believableConversations() });
    await renderOver(contract, inPane);
    await expect.element(page.getByRole('option', { name: /Mara Singh/ })).toBeVisible();
    await userEvent.keyboard('/');
    const counts: number[] = [];
    const observer = new MutationObserver(() => counts.push(names().length));
    observer.observe(must(document.querySelector('.list-pane'), 'the list is there'), {
      childList: true,
      subtree: true,
    });
    await userEvent.keyboard('ma');
    await expect.poll(names).toEqual(['Mara Singh']);
    observer.disconnect();
    expect(counts).not.toContain(0);
    const asked = contract.callsOf('conversations.list').map(({ filter }) => filter.text);
    expect(asked).toContain('m');
    expect(asked.at(-1)).toBe('ma');
  });

  it('does not show the rows of before under a filter that could not be read', async () => {
    const contract = memoryContract({ conversations: believableConversations() });
    await renderOver(contract, inPane);
    await expect.element(page.getByRole('option', { name: /Mara Singh/ })).toBeVisible();
    contract.refuse('conversations.list', 'storage');
    await userEvent.keyboard('/');
    await userEvent.keyboard('zz');
    await expect.element(page.getByText('The list could not be read')).toBeVisible();
    expect(names()).toEqual([]);
  });

  it('begins with nothing selected, and at the top, with another filter', async () => {
    const contract = memoryContract({ conversations: many(60) });
    await renderOver(contract, inPane);
    await expect.element(page.getByRole('option', { name: /Customer 1 / })).toBeVisible();
    await userEvent.keyboard('jx');
    await expect.poll(() => document.querySelectorAll('[data-chosen=true]').length).toBe(1);
    const list = must(document.querySelector('[role=listbox]'), 'the list is there');
    list.scrollTo({ top: 76 * 20 });
    await userEvent.keyboard('/');
    await userEvent.keyboard('customer');
    await expect.poll(() => document.querySelectorAll('[data-chosen=true]').length).toBe(0);
    await expect.poll(() => list.scrollTop).toBe(0);
  });

  it('takes a press on a row while the list still scrolls', async () => {
    const contract = memoryContract({ conversations: many(60) });
    await renderOver(contract, inPane);
    await expect.element(page.getByRole('option', { name: /Customer 1 / })).toBeVisible();
    const list = must(document.querySelector('[role=listbox]'), 'the list is there');
    const { left, top } = list.getBoundingClientRect();
    const rows = must(list.querySelector<HTMLElement>(':scope > div'), 'the virtual list has an element of its own');
    for (let step = 0; step < 100 && rows.style.pointerEvents !== 'none'; step += 1) {
      list.scrollTop = 76 * 3 + (step % 2);
      await new Promise(requestAnimationFrame);
    }
    const under = document.elementFromPoint(left + 120, top + 38);
    expect(under?.closest('[role=option]')?.textContent).toContain('Customer 4');
  });

  it('puts whoever waits longest first, and says since when', async () => {
    const waiting = (id: number, minutes: number | null) => ({
      ...aConversation({ id, contact: { id, name: `Customer ${id}`, phoneNumber: null, avatarUrl: null } }),
      waitingSince: minutes === null ? null : serverNow - minutes * minute,
    });
    const contract = memoryContract({ conversations: [waiting(1, 5), waiting(2, 90), waiting(3, null)] });
    await renderOver(contract, inPane);
    await page.getByRole('button', { name: 'Sort: Latest first' }).click();
    await page.getByRole('menuitemradio', { name: 'Waiting longest' }).click();
    await expect.poll(names).toEqual(['Customer 2', 'Customer 1', 'Customer 3']);
    expect(document.querySelector('.row-time')?.getAttribute('title')).toMatch(/^Waiting since /u);
  });

  it('keeps its rows at 56 px in the compact density', async () => {
    const contract = memoryContract({ conversations: many(20), settings: { ...settings, density: 'compact' } });
    await renderOver(contract, inPane);
    await expect.element(page.getByRole('option', { name: /Customer 1 / })).toBeVisible();
    const heights = [...document.querySelectorAll('[role=option]')].map((row) => row.getBoundingClientRect().height);
    expect(new Set(heights)).toEqual(new Set([56]));
  });

  it('reads the first page and those in sight again after a change, however long the list is', async () => {
    const contract = memoryContract({ conversations: many(1_000) });
    await renderOver(contract, inPane);
    await expect.element(page.getByRole('option', { name: /Customer 1 / })).toBeVisible();
    const scroller = must(document.querySelector('[role=listbox]'), 'the list is there');
    const asked = () => contract.callsOf('conversations.list').length;
    for (let pages = 2; pages <= 8; pages += 1) {
      scroller.scrollTop = scroller.scrollHeight;
      await expect.poll(asked).toBe(pages);
      await expect.poll(() => scroller.scrollHeight).toBe(pages * 100 * 76);
    }
    contract.world.conversations = contract.world.conversations.map((row) =>
      row.id === 690 ? { ...row, contact: { ...row.contact, name: 'Renamed' } } : row,
    );
    contract.emit({ name: 'conversations.changed', data: { ids: [690], revision: 1 } });
    await expect.poll(names).toContain('Renamed');
    expect(asked()).toBeLessThanOrEqual(12);
    expect(new Set(names()).size).toBe(names().length);
  });
});
