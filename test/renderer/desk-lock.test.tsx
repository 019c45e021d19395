/** The page of a locked desk: nothing of the desk is left in it, and the ways back. */
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { DeskLock } from '../../renderer/features/desk-lock/desk-lock.tsx';
import { SettingsPage } from '../../renderer/features/settings/settings-page.tsx';
import { expectText } from './support/expect-text.ts';
import { memoryContract, type MemoryContract } from './support/memory-contract.ts';
import { renderOver } from './support/render-page.tsx';
import { render } from './support/render.tsx';

const lock = { locked: true, pin: '2468', canHavePin: true, waitMs: 0 };

beforeEach(async () => {
  await page.viewport(1000, 800);
});

async function locked(change: Partial<typeof lock> = {}): Promise<MemoryContract> {
  const contract = memoryContract({ lock: { ...lock, ...change } });
  await render(
    <DeskLock transport={contract.transport}>
      <p>What a customer wrote</p>
    </DeskLock>,
  );
  return contract;
}

const field = () => page.getByLabelText('PIN', { exact: true });

test('shows nothing of the desk, takes the PIN by keyboard alone, and gives it back', async () => {
  await locked();
  await expect.element(page.getByRole('heading', { name: 'Latchkey is locked' })).toBeVisible();
  expect(document.body.textContent).not.toContain('customer wrote');
  await expect.element(field()).toHaveFocus();
  await userEvent.keyboard('1111{Enter}');
  await expectText(page.getByRole('alert'), 'That is not the PIN.');
  await expect.element(field()).toHaveValue('');
  await userEvent.keyboard('2468{Enter}');
  await expect.element(page.getByText('What a customer wrote')).toBeVisible();
});

test('the desk goes out of the page with the event, and a report of somebody being there is sent now and then', async () => {
  const contract = await locked({ locked: false });
  await expect.element(page.getByText('What a customer wrote')).toBeVisible();
  await userEvent.keyboard('a');
  await userEvent.keyboard('b');
  expect(contract.callsOf('deskLock.here')).toHaveLength(1);
  contract.world.lock.locked = true;
  contract.emit({ name: 'deskLock.changed', data: { revision: 1 } });
  await expect.element(page.getByRole('heading', { name: 'Latchkey is locked' })).toBeVisible();
  expect(document.body.textContent).not.toContain('customer wrote');
});

test('while it waits no PIN is sent', async () => {
  const contract = await locked({ waitMs: 20_000 });
  await expectText(page.getByRole('alert'), /Wait (?:20|19) seconds/);
  await expect.element(page.getByRole('button', { name: 'Unlock' })).toBeDisabled();
  await userEvent.keyboard('2468{Enter}');
  expect(contract.callsOf('deskLock.unlock')).toEqual([]);
});

test('a forgotten PIN: says what it costs before it signs out', async () => {
  const contract = await locked();
  await page.getByRole('button', { name: 'Forgot your PIN?' }).click();
  const dialog = page.getByRole('dialog', { name: 'Sign out instead?' });
  await expect.element(dialog.getByText(/Drafts and what has not been sent are kept/)).toBeVisible();
  contract.refuse('deskLock.forgotPin', 'storage');
  await dialog.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expectText(dialog.getByRole('alert'), 'Latchkey stays locked');
  contract.refuse('deskLock.forgotPin', null);
  await dialog.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect.element(page.getByText('What a customer wrote')).toBeVisible();
});

test('the settings choose, change and remove it, and lock at once', async () => {
  const contract = memoryContract({ lock: { ...lock, locked: false, pin: null } });
  await renderOver(contract, <SettingsPage />);
  await page.getByRole('button', { name: 'Choose a PIN…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Choose a PIN' });
  await expect.element(dialog.getByLabelText('New PIN', { exact: true })).toHaveFocus();
  await userEvent.keyboard('246{Enter}');
  await expectText(dialog.getByRole('alert'), 'Too short');
  await userEvent.keyboard('8');
  await dialog.getByLabelText('New PIN again', { exact: true }).fill('2469');
  await userEvent.keyboard('{Enter}');
  await expectText(dialog.getByRole('alert'), 'not the same');
  await dialog.getByLabelText('New PIN again', { exact: true }).fill('2468');
  await userEvent.keyboard('{Enter}');
  await expect.element(dialog).not.toBeInTheDocument();
  expect(contract.world.lock.pin).toBe('2468');
  await page.getByRole('button', { name: 'Remove…' }).click();
  await userEvent.keyboard('1111{Enter}');
  await expectText(page.getByRole('alert'), 'That is not the PIN.');
  await userEvent.keyboard('{Escape}');
  await page.getByRole('radio', { name: '5 min' }).click();
  expect(contract.callsOf('settings.set')).toEqual([{ lockAfterMinutes: 5 }]);
  await page.getByRole('button', { name: 'Lock now' }).click();
  expect(contract.callsOf('deskLock.now')).toHaveLength(1);
});
