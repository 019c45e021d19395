import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { UpdateStatus } from '../../shared/contract/updates.ts';
import { believableDesk } from './support/believable-desk.ts';
import { noUpdates } from './support/fixtures.ts';
import { announced, field, openDesk } from './support/whole-desk.tsx';

const ready: UpdateStatus = { ...noUpdates, obstacle: null, state: 'ready', version: '1.1.0', offered: true };
const words = () => page.getByRole('contentinfo').getByText('Update ready — restart when it suits you');
const button = (name: string) => page.getByRole('contentinfo').getByRole('button', { name, exact: true });

describe('a new version', () => {
  it('is offered in the status strip, is said once, and takes both answers by keyboard', async () => {
    const contract = await openDesk({ ...believableDesk(), updates: ready });
    await expect.element(words()).toBeVisible();
    await expect.poll(announced).toContain('Update ready — restart when it suits you');
    button('Later').element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => contract.calls.map(({ name }) => name)).toContain('updates.later');
    await button('Restart').click();
    await expect.poll(() => contract.calls.map(({ name }) => name)).toContain('updates.restart');
  });

  it('waits while something is being written, and comes when it is gone', async () => {
    await openDesk({ ...believableDesk(), updates: ready });
    await expect.element(words()).toBeVisible();
    field().focus();
    await userEvent.keyboard('Half a sentence');
    await expect.element(words()).not.toBeInTheDocument();
    await userEvent.fill(field(), '');
    await expect.element(words()).toBeVisible();
  });

  it('is not spoken of before it is offered', async () => {
    const contract = await openDesk({ ...believableDesk(), updates: { ...ready, offered: false } });
    await expect.element(page.getByRole('contentinfo')).toBeVisible();
    await expect.element(words()).not.toBeInTheDocument();
    contract.world.updates = ready;
    contract.emit({ name: 'updates.changed', data: { revision: 1 } });
    await expect.element(words()).toBeVisible();
  });
});

describe('the settings', () => {
  it.each<[Partial<UpdateStatus>, string | RegExp]>([
    [{ obstacle: 'package-manager' }, 'Your package manager updates this Latchkey.'],
    [{ obstacle: 'unsigned' }, 'This Latchkey carries no signature, so it does not update itself.'],
    [{ obstacle: null }, 'Not looked for yet in this run.'],
    [{ obstacle: null, checkedAt: 1 }, 'There is nothing newer.'],
    [{ obstacle: null, failure: 'refused' }, /^What was offered is not signed by us/],
    [{ obstacle: null, state: 'downloading', version: '1.1.0', percent: 41 }, 'Fetching version 1.1.0: 41 %'],
  ])('say of %j: %s', async (change, text) => {
    await openDesk({ ...believableDesk(), updates: { ...noUpdates, ...change } });
    await page.getByRole('button', { name: 'Settings', exact: true }).click();
    await expect.element(page.getByRole('region', { name: 'Updates' }).getByText(text)).toBeVisible();
    const canLook = change.obstacle === null && change.state === undefined;
    const look = page.getByRole('button', { name: 'Look now' });
    await (canLook ? expect.element(look).toBeEnabled() : expect.element(look).toBeDisabled());
  });
});
