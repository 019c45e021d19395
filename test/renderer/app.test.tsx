import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../renderer/app.css';
import { App } from '../../renderer/app.tsx';
import { axeFindings } from './support/axe.ts';
import { believableDesk } from './support/believable-desk.ts';
import { aConversation, anOutboxItem, me, settings } from './support/fixtures.ts';
import { expectText } from './support/expect-text.ts';
import { memoryContract, type MemoryWorld } from './support/memory-contract.ts';
import { renderOver } from './support/render-page.tsx';

async function desk(world: Partial<MemoryWorld> = believableDesk()) {
  const contract = memoryContract(world);
  await renderOver(
    contract,
    <div style={{ height: '100vh' }}>
      <App />
    </div>,
  );
  await expect.element(page.getByRole('option', { name: /Mara Singh/ })).toBeVisible();
  return contract;
}

const open = (name: RegExp) => page.getByRole('option', { name }).click();

beforeEach(async () => {
  await page.viewport(1280, 800);
});

describe('desk', () => {
  it('changes the view from the rail, whose names carry the counts', async () => {
    const contract = await desk();
    await page.getByRole('button', { name: 'Mine, 3 conversations' }).click();
    await expect.element(page.getByRole('heading', { name: /^Mine/ })).toBeVisible();
    // Not the last call: an empty list asks where the next window closes.
    const asked = expect.objectContaining({ view: 'mine', sort: 'activity' });
    expect(contract.callsOf('conversations.list')).toContainEqual(asked);
    await page.getByRole('button', { name: /^Closing soon/ }).click();
    await expect
      .poll(() => contract.callsOf('conversations.list').at(-1))
      .toMatchObject({ view: 'closing', sort: 'closing' });
  });

  it('assigns, snoozes and closes from the header', async () => {
    const contract = await desk({ conversations: [aConversation()] });
    await open(/Mara Singh/);
    const acts = () => contract.callsOf('conversations.act').map((call) => call.action);
    await page.getByRole('button', { name: 'Assign to me' }).click();
    await expect.poll(acts).toEqual([{ kind: 'assign', assigneeId: me.id }]);
    await expect.element(page.getByRole('button', { name: /^Assigned to you/ })).toBeVisible();
    await page.getByRole('button', { name: 'Snooze' }).click();
    await page.getByRole('option', { name: 'Until the customer answers' }).click();
    await expect.poll(() => acts().at(-1)).toEqual({ kind: 'set-status', status: 'snoozed', snoozedUntil: null });
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await expect.poll(() => acts().at(-1)).toEqual({ kind: 'set-status', status: 'resolved', snoozedUntil: null });
    await expect.element(page.getByRole('button', { name: 'Reopen' })).toBeVisible();
  });

  it('snoozes to 9:00 of the next morning in the agent’s own zone', async () => {
    const contract = await desk({ conversations: [aConversation()] });
    await open(/Mara Singh/);
    await page.getByRole('button', { name: 'Snooze' }).click();
    await page.getByRole('option', { name: /^Tomorrow 9:00/ }).click();
    await expect.poll(() => contract.callsOf('conversations.act')).toHaveLength(1);
    const action = contract.callsOf('conversations.act')[0]?.action;
    const until = new Date(action?.kind === 'set-status' ? (action.snoozedUntil ?? 0) : 0);
    expect([until.getHours(), until.getMinutes()]).toEqual([9, 0]);
    expect(until.getTime()).toBeGreaterThan(contract.world.clock.serverNow);
  });

  it('obeys single keys for the row with the focus, and gives the focus to the next row after closing', async () => {
    const contract = await desk();
    await userEvent.keyboard('j');
    await expect.poll(() => document.activeElement?.textContent).toContain('Mara Singh');
    await userEvent.keyboard('j');
    await expect.poll(() => document.activeElement?.textContent).toContain('Jürgen');
    await userEvent.keyboard('e');
    await expect
      .poll(() => contract.callsOf('conversations.act')[0])
      .toMatchObject({
        conversationId: 2,
        action: { kind: 'set-status', status: 'resolved' },
      });
    await expect.poll(() => document.activeElement?.textContent).toContain('سارة');
    await userEvent.keyboard('i');
    await expect
      .poll(() => contract.callsOf('conversations.act')[1])
      .toMatchObject({ conversationId: 3, action: { assigneeId: me.id } });
  });

  it('R and N go to the composer; letters typed there are text', async () => {
    const contract = await desk();
    await open(/Mara Singh/);
    await userEvent.keyboard('r');
    await expect.poll(() => document.activeElement?.tagName).toBe('TEXTAREA');
    await userEvent.keyboard('jei');
    expect(contract.callsOf('conversations.act')).toEqual([]);
    await expect.poll(() => (document.activeElement as HTMLTextAreaElement).value).toBe('jei');
  });

  it('says what was refused, and that the text is safe', async () => {
    const contract = await desk({ conversations: [aConversation()] });
    await open(/Mara Singh/);
    contract.refuse('conversations.act', 'storage');
    await page.getByRole('button', { name: 'Assign to me' }).click();
    await expectText(page.getByRole('alert'), /The local database refused/);
  });

  it('switches the theme at once and keeps it', async () => {
    const contract = await desk();
    const background = () => getComputedStyle(document.documentElement).backgroundColor;
    expect(background()).toBe('rgb(245, 246, 248)');
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('radio', { name: 'Dark' }).click();
    await expect.poll(background).toBe('rgb(15, 18, 22)');
    expect(contract.callsOf('settings.set')).toEqual([{ theme: 'dark' }]);
  });

  it('shows one pane at a time in a narrow window, with a way back', async () => {
    await desk();
    await page.viewport(600, 700);
    await expect.poll(() => page.getByRole('main').query()).toBeNull();
    await open(/Mara Singh/);
    await expect.element(page.getByRole('heading', { name: 'Mara Singh' })).toBeVisible();
    await expect.poll(() => page.getByRole('listbox').query()).toBeNull();
    await page.getByRole('button', { name: 'Back' }).click();
    await expect.element(page.getByRole('listbox')).toBeVisible();
  });

  it('shows the outbox with what needs a person', async () => {
    await desk();
    await expect.element(page.getByRole('button', { name: '1 message needs you' })).toBeVisible();
    await page.getByRole('button', { name: 'Outbox, 2 items' }).click();
    const outbox = page.getByRole('dialog', { name: 'Outbox' });
    await expect.element(outbox.getByText('Window closed before it could go')).toBeVisible();
    await expect.element(outbox.getByText('Lucía Fernández')).toBeVisible();
  });

  it.each(['light', 'dark'] as const)('has no serious accessibility problem (%s)', async (theme) => {
    const held = anOutboxItem({
      clientId: '2b6e6f3e-51a5-4d0e-9a25-0f3a4a7d2c13',
      state: 'held',
      problem: { kind: 'someone-wrote', who: 'customer', name: 'Mara', messageId: 10 },
    });
    const lost = anOutboxItem({
      clientId: '3b6e6f3e-51a5-4d0e-9a25-0f3a4a7d2c14',
      state: 'conflict',
      content: { kind: 'action', action: { kind: 'assign', assigneeId: 3 } },
      problem: { kind: 'changed-meanwhile', by: 'Ana', now: 'Jonas' },
    });
    const world = believableDesk();
    await desk({ ...world, outbox: [...(world.outbox ?? []), held, lost], settings: { ...settings, theme } });
    await open(/Mara Singh/);
    await expect.element(page.getByRole('log')).toBeVisible();
    await expect.element(page.getByText('And can I change the address?').first()).toBeVisible();
    expect(await axeFindings(document)).toEqual([]);
  });
});
