import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../renderer/app.css';
import { App } from '../../renderer/app.tsx';
import { aConversation, aMessage, hour, minute, serverNow, windowWithLeft } from './support/fixtures.ts';
import { memoryContract } from './support/memory-contract.ts';
import { renderOver } from './support/render-page.tsx';
import { announced, field } from './support/whole-desk.tsx';

const names = ['Ada', 'Bo', 'Cy', 'Dee', 'Eli', 'Fay'];
const person = (id: number, leftMs: number, change = {}) =>
  aConversation({
    id,
    contact: { id: 100 + id, name: names[id - 1] ?? '', phoneNumber: null, avatarUrl: null },
    waitingSince: serverNow - hour,
    window: windowWithLeft(leftMs),
    ...change,
  });

/** In the order of closing: Bo, Cy, Ada, Dee. Eli has been answered, Fay's window is far away. */
async function desk() {
  const conversations = [
    person(1, 5 * hour),
    person(2, 40 * minute),
    person(3, 2 * hour),
    person(4, 7 * hour),
    person(5, hour, { waitingSince: null }),
    person(6, 20 * hour),
  ];
  const messages = new Map(conversations.map(({ id }) => [id, [aMessage({ id: id * 10, conversationId: id })]]));
  const contract = memoryContract({ conversations, messages });
  await renderOver(
    contract,
    <div style={{ height: '100vh' }}>
      <App />
    </div>,
  );
  await expect.element(page.getByRole('option', { name: /Ada/ })).toBeVisible();
  return contract;
}

async function begin() {
  await userEvent.keyboard('w');
  await expect.element(page.getByText('4 conversations to save.')).toBeVisible();
  await expect.poll(() => document.activeElement?.textContent).toBe('Start');
  await userEvent.keyboard('{Enter}');
}

const onScreen = (name: string, place: string) =>
  expect
    .poll(() => {
      const bar = document.querySelector('.sweep-place')?.textContent;
      return `${document.querySelector('.thread-name')?.textContent} ${bar} ${document.activeElement?.className}`;
    })
    .toBe(`${name} ${place} sweep-bar`);

describe('save the window', () => {
  it('walks by keys alone, soonest first, and ends with what became of them', async () => {
    const contract = await desk();
    await begin();
    await onScreen('Bo', '1 of 4');
    await expect.poll(announced).toBe('1 of 4: Bo. Reply window closes in 39 minutes.');
    expect(page.getByRole('listbox').query()).toBeNull();

    await userEvent.keyboard('r');
    await expect.poll(() => document.activeElement).toBe(field());
    await userEvent.keyboard('On its way.{Control>}{Enter}{/Control}');
    await onScreen('Cy', '2 of 4');
    expect(contract.callsOf('replies.send')).toMatchObject([{ conversationId: 2, body: { text: 'On its way.' } }]);

    await userEvent.keyboard('s');
    await expect.element(page.getByRole('combobox', { name: 'Snooze until' })).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await onScreen('Ada', '3 of 4');
    const closes = serverNow + 2 * hour;
    expect(contract.callsOf('conversations.act').at(-1)?.action).toEqual({
      kind: 'set-status',
      status: 'snoozed',
      snoozedUntil: closes - 30 * minute,
    });

    await userEvent.keyboard(' ');
    await onScreen('Dee', '4 of 4');
    await userEvent.keyboard('n');
    await expect.poll(() => document.activeElement).toBe(field());
    await userEvent.keyboard('{Escape}');
    await onScreen('Dee', '4 of 4');
    await userEvent.keyboard('e');
    await expect.element(page.getByRole('dialog', { name: 'Sweep finished' })).toBeVisible();
    await expect.element(page.getByText('1 saved, 1 parked, 1 done, 1 skipped')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('listbox', { name: 'Conversations: Open' })).toBeVisible();
    await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('option');
  });

  it('passes over one that somebody else answered, goes back, leaves and goes on', async () => {
    const contract = await desk();
    await begin();
    await onScreen('Bo', '1 of 4');
    contract.world.conversations = contract.world.conversations.map((row) =>
      row.id === 3 ? { ...row, waitingSince: null } : row,
    );
    await userEvent.keyboard(' ');
    await onScreen('Ada', '3 of 4');
    await userEvent.keyboard('k');
    await userEvent.keyboard('k');
    await userEvent.keyboard('{Escape}');
    const summary = page.getByRole('dialog', { name: 'Sweep stopped' });
    await expect.element(summary).toBeVisible();
    await summary.getByRole('button', { name: 'Go on' }).click();
    await expect.poll(() => document.activeElement?.className).toBe('sweep-bar');
  });

  it('says that there is nothing to save', async () => {
    const contract = await desk();
    contract.world.conversations = [person(6, 20 * hour)];
    await userEvent.keyboard('w');
    await expect.element(page.getByText('No customer waits in a window that closes so soon.')).toBeVisible();
    await page.getByRole('radio', { name: '24 hours' }).click();
    await expect.element(page.getByText('1 conversation to save.')).toBeVisible();
  });
});
