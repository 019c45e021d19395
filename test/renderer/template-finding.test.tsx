import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { aConversation, aMessage, hour, liveSync, serverNow, windowWithLeft } from './support/fixtures.ts';
import { focusOn } from './support/focus-on.ts';
import { memoryContract, type MemoryWorld } from './support/memory-contract.ts';
import { renderOver } from './support/render-page.tsx';
import { templates, Opener, picker, names, radio, form } from './template-picker-support.tsx';

describe('finding', () => {
  test('those that cannot be sent stand last, disabled, with the reason', async () => {
    const contract = await picker();
    await radio('All').click();
    await page.getByRole('combobox', { name: 'Language' }).selectOptions('');
    expect(names()).toEqual(['delivery_photo', 'follow_up', 'order_update', 'a_rejected_one', 'spring_sale']);
    const paused = page.getByRole('option', { name: /spring_sale/u });
    await expect.element(paused).toHaveAttribute('aria-disabled', 'true');
    expect(paused.element().textContent).toContain('Paused by WhatsApp');
    const rejected = page.getByRole('option', { name: /a_rejected_one/u });
    expect(rejected.element().textContent).toContain('Rejected by WhatsApp');
    await page.getByRole('combobox', { name: /^Search/u }).click();
    await userEvent.keyboard('spring{Enter}');
    expect(form()).toBeNull();
    expect(contract.callsOf('templates.send')).toHaveLength(0);
  });

  test('search forgives a slip, looks inside texts and buttons and, unasked, into other languages', async () => {
    await picker();
    await userEvent.keyboard('order upd');
    expect(names()).toEqual(['order_update']);
    await userEvent.keyboard('{Control>}a{/Control}questoin');
    expect(names()).toEqual(['follow_up']);
    await userEvent.keyboard('{Control>}a{/Control}kopieren');
    expect(names()).toEqual(['delivery_photo']);
    await userEvent.keyboard('{Control>}a{/Control}refnd');
    expect(document.querySelector('.picker-empty')?.textContent).toContain('No template matches “refnd”');
    await userEvent.keyboard('{Escape}');
    expect(names()).toHaveLength(2);
    await page.getByRole('combobox', { name: 'Language' }).selectOptions('de');
    expect(names()).toEqual(['delivery_photo']);
    await page.getByRole('combobox', { name: 'Category' }).selectOptions('utility');
    expect(document.querySelector('.picker-empty')?.textContent).toContain(
      'No template in this category and language.',
    );
  });

  test('the language is that of the last template in the chat, else of the number, else it says so', async () => {
    const chosen = () => page.getByRole('combobox', { name: 'Language' });
    const sent = aMessage({ kind: 'outgoing', text: 'Hallo Mara, dein Rad kommt am Dienstag.', delivery: 'read' });
    const first = await renderWith({ messages: new Map([[1, [sent]]]) });
    await expect.element(chosen()).toHaveValue('de');
    expect(names()).toEqual(['delivery_photo']);
    await first.unmount();
    const second = await renderWith({ conversations: [withNumber('+31612345678')] });
    expect(document.querySelector('.picker-note')?.textContent).toContain(
      'no template in the customer’s language (Dutch)',
    );
    await expect.element(chosen()).toHaveValue('');
    await second.unmount();
    await renderWith({ conversations: [withNumber(null)] });
    expect(document.querySelector('.picker-note')?.textContent).toContain('language is not known');
  });

  test('F marks a favourite; favourites and recent ones have their lists, which say why they are empty', async () => {
    const contract = await picker();
    await radio('Favourites').click();
    expect(document.querySelector('.picker-empty')?.textContent).toContain('No favourites yet');
    await radio('Recent').click();
    expect(document.querySelector('.picker-empty')?.textContent).toContain('No template was sent');
    await page.getByRole('button', { name: 'Show all templates' }).click();
    const list = page.getByRole('listbox', { name: 'Templates' });
    await focusOn(list);
    await userEvent.keyboard('{ArrowDown}f');
    await expect.poll(() => contract.callsOf('templates.favour')).toHaveLength(1);
    expect(contract.callsOf('templates.favour')[0]).toMatchObject({ name: 'follow_up', favourite: true });
    await radio('Favourites').click();
    await expect.poll(names).toEqual(['follow_up']);
    await focusOn(list);
    await userEvent.keyboard('f');
    await expect.poll(names).toEqual([]);
  });

  test('without templates it says so; offline it says how old the list is', async () => {
    const none = await renderWith({ templates: [] });
    expect(document.querySelector('.picker-empty')?.textContent).toContain('have not been downloaded yet');
    await none.unmount();
    await renderWith({ sync: { ...liveSync, offlineSince: serverNow } });
    await expect
      .poll(() => document.querySelector('.picker-age')?.textContent)
      .toMatch(/^Template list from .+ changed\.$/u);
  });
});

const withNumber = (phoneNumber: string | null) =>
  aConversation({
    window: windowWithLeft(-hour),
    contact: { id: 101, name: 'Mara Singh', phoneNumber, avatarUrl: null },
  });

async function renderWith(change: Partial<MemoryWorld>) {
  const contract = memoryContract({ conversations: [aConversation()], templates, ...change });
  const screen = await renderOver(contract, <Opener text="" replaces={null} />);
  await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('combobox');
  return screen;
}
