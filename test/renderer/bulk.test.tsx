import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ConversationList } from '../../renderer/features/conversation-list/conversation-list.tsx';
import type { Conversation } from '../../shared/contract/entities.ts';
import { aConversation, ana, hour, me, windowWithLeft } from './support/fixtures.ts';
import { expectText } from './support/expect-text.ts';
import { memoryContract, type MemoryWorld } from './support/memory-contract.ts';
import { renderOver } from './support/render-page.tsx';
import { announced } from './support/whole-desk.tsx';

const customers = (count: number, change: (id: number) => Partial<Conversation> = () => ({})) =>
  Array.from({ length: count }, (_, index) =>
    aConversation({
      id: index + 1,
      contact: { id: index, name: `Customer ${index + 1}`, phoneNumber: null, avatarUrl: null },
      ...change(index + 1),
    }),
  );

async function list(world: Partial<MemoryWorld>) {
  const contract = memoryContract(world);
  await renderOver(
    contract,
    <div style={{ height: 800, width: 340, display: 'grid' }}>
      <ConversationList />
    </div>,
  );
  await expect.element(row(1)).toBeVisible();
  return contract;
}

const row = (number: number) => page.getByRole('option', { name: new RegExp(`Customer ${number} `, 'u') });
const chosen = () => document.querySelector('.bulk-count')?.textContent ?? null;
const focused = () => document.activeElement?.querySelector('.row-name')?.textContent;
const targets = (contract: Awaited<ReturnType<typeof list>>) =>
  contract
    .callsOf('conversations.actOnMany')
    .map(({ targets: all }) => all.map(({ conversationId }) => conversationId));
const result = () => document.querySelector('.bulk-result')?.textContent ?? '';

describe('several at once', () => {
  beforeEach(() => page.viewport(1280, 900));

  it('selects by X, extends with Shift and a letter, and Escape clears', async () => {
    await list({ conversations: customers(6) });
    await userEvent.keyboard('jjx');
    expect(chosen()).toBe('1 selected');
    await expect.element(row(2)).toHaveAttribute('aria-selected', 'true');
    await userEvent.keyboard('{Shift>}jj{/Shift}');
    await expect.poll(chosen).toBe('3 selected');
    await userEvent.keyboard('{Shift>}k{/Shift}');
    await expect.poll(chosen).toBe('2 selected');
    await expect.poll(focused).toBe('Customer 3');
    await userEvent.keyboard('{Escape}');
    await expect.poll(chosen).toBeNull();
    expect(focused()).toBe('Customer 3');
  });

  it('selects by the box that the pointer shows, and by Shift and a click; a plain click opens', async () => {
    const contract = await list({ conversations: customers(6) });
    await row(2).hover();
    await row(2).click({ position: { x: 30, y: 26 } });
    await expect.poll(chosen).toBe('1 selected');
    await row(5).click({ modifiers: ['Shift'] });
    await expect.poll(chosen).toBe('4 selected');
    expect(contract.callsOf('conversations.open')).toEqual([]);
    await row(6).click();
    await expect.poll(() => contract.callsOf('conversations.open')).toEqual([{ conversationId: 6 }]);
  });

  it('closes all of them with one key, says so, and the focus goes to the next row that stays', async () => {
    const contract = await list({ conversations: customers(6) });
    await userEvent.keyboard('jjx{Shift>}jj{/Shift}e');
    await expect.poll(() => targets(contract)).toEqual([[2, 3, 4]]);
    await expect.poll(result).toContain('3 changed');
    expect(announced()).toContain('3 changed');
    await expect.poll(focused).toBe('Customer 5');
    expect(chosen()).toBeNull();
  });

  it('takes all of it back with one key or one click, and says what came of it', async () => {
    const contract = await list({ conversations: customers(6, (id) => (id === 3 ? { assignee: ana } : {})) });
    await userEvent.keyboard('jjx{Shift>}jj{/Shift}e');
    await expect.poll(result).toContain('3 changed');
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.poll(result).toBe('3 changed back: Close.');
    expect(announced()).toContain('3 changed back');
    const [undone] = contract.callsOf('conversations.undoMany');
    const made = contract.callsOf('conversations.actOnMany')[0]?.targets;
    const opposite = { kind: 'set-status', status: 'open', snoozedUntil: null };
    expect(undone?.changes).toEqual(made?.map((target) => ({ ...target, opposite })));
    // There is nothing more to take back.
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(page.getByRole('button', { name: 'Undo' }).elements()).toHaveLength(0);
    expect(contract.callsOf('conversations.undoMany')).toHaveLength(1);
    await userEvent.keyboard('x{Shift>}j{/Shift}i');
    await expect.poll(result).toContain('2 changed');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => contract.callsOf('conversations.undoMany')).toHaveLength(2);
    await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('option');
  });

  it('says beforehand and afterwards whom a change does not reach, and why', async () => {
    const contract = await list({
      conversations: customers(4, (id) => (id <= 2 ? { assignee: ana } : {})),
    });
    await userEvent.keyboard('jx');
    await page.getByRole('button', { name: 'Select all 4 loaded' }).click();
    await expect.poll(chosen).toBe('4 selected');
    await page.getByRole('button', { name: 'Assign' }).click();
    const dialog = page.getByRole('dialog', { name: 'Assign 4 conversations' });
    await userEvent.keyboard('ana');
    await expectText(dialog.getByRole('option', { name: /Ana Ferreira/ }), '2 of 4');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => targets(contract)).toEqual([[3, 4]]);
    await expect.poll(result).toMatch(/2 changed: .*Ana Ferreira.* 2 were so already\./u);
    await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('option');
    expect(chosen()).toBe('4 selected');
  });

  it('keeps a macro that writes to customers away from closed windows', async () => {
    const macros = [{ id: 7, name: 'Say hello', writesToCustomer: true, steps: ['send_message'] }];
    const contract = await list({
      macros,
      conversations: customers(3, (id) => (id === 2 ? { window: windowWithLeft(-hour) } : {})),
    });
    await userEvent.keyboard('jx{Shift>}jj{/Shift}');
    await page.getByRole('button', { name: 'Macro' }).click();
    await expectText(page.getByRole('option', { name: /Say hello/ }), /1 left out/u);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => targets(contract)).toEqual([[1, 3]]);
  });

  it('warns which windows a snooze outlives, and takes a moment in one’s own words', async () => {
    const contract = await list({ conversations: customers(2, () => ({ window: windowWithLeft(2 * hour) })) });
    await userEvent.keyboard('jx{Shift>}j{/Shift}s');
    await expect.element(page.getByRole('dialog', { name: 'Snooze 2 conversations' })).toBeVisible();
    await userEvent.keyboard('tomorrow 9');
    await expectText(page.getByRole('option', { name: /Until/ }), /2 windows will be closed by then/u);
    await userEvent.keyboard('{Enter}');
    const acted = () => contract.callsOf('conversations.actOnMany')[0]?.action;
    await expect.poll(acted).toMatchObject({ kind: 'set-status', status: 'snoozed' });
    const action = acted();
    const until = new Date(action?.kind === 'set-status' ? (action.snoozedUntil ?? 0) : 0);
    expect([until.getHours(), until.getMinutes()]).toEqual([9, 0]);
  });

  it('opens the same choice for one row by A and L', async () => {
    const contract = await list({ conversations: customers(2) });
    await userEvent.keyboard('jja');
    await expect.element(page.getByRole('dialog', { name: 'Assign Customer 2' })).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => targets(contract)).toEqual([[2]]);
    expect(contract.callsOf('conversations.actOnMany')[0]?.action).toEqual({ kind: 'assign', assigneeId: me.id });
    await expect.poll(focused).toBe('Customer 2');
    await userEvent.keyboard('l');
    await expect.element(page.getByRole('dialog', { name: 'Label Customer 2' })).toBeVisible();
  });

  it('forgets what left the list, and says what the core refused', async () => {
    const contract = await list({ conversations: customers(4) });
    await userEvent.keyboard('jx{Shift>}jj{/Shift}');
    contract.world.conversations = contract.world.conversations.filter(({ id }) => id !== 2);
    contract.emit({ name: 'conversations.changed', data: { ids: [2], revision: 1 } });
    await expect.poll(chosen).toBe('2 selected');
    contract.refuse('conversations.actOnMany', 'storage');
    await userEvent.keyboard('u');
    await expect.poll(result).toContain('2 could not be changed here.');
  });
});
